// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/journalwatch.h"

#include <QEvent>
#include <QWidget>

namespace Viral {

JournalWatch::JournalWatch(ReviewDocument &document, QWidget &window)
    : QObject(&window)
    , m_document(document)
    , m_window(window)
{
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_window.isVisible() && !m_window.isMinimized())
            m_document.catchUp();
    });
    m_timer.start();
    window.installEventFilter(this);
}

bool JournalWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        m_document.catchUp();
    return QObject::eventFilter(watched, event);
}

} // namespace Viral
