// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/journalwatch.h"

#include <QEvent>
#include <QWidget>

namespace Viral {

namespace {

constexpr int usualPause = 1000;
/// A library that cannot be read is not complained about every second.
constexpr int pauseAfterTrouble = 60'000;

} // namespace

JournalWatch::JournalWatch(ReviewDocument &document, QWidget &window)
    : QObject(&window)
    , m_document(document)
    , m_window(window)
{
    connect(&m_timer, &QTimer::timeout, this, &JournalWatch::look);
    m_timer.start(usualPause);
    window.installEventFilter(this);
}

void JournalWatch::look()
{
    if (!m_window.isVisible() || m_window.isMinimized())
        return;
    bool isUnreadable = false;
    const QMetaObject::Connection told =
        connect(&m_document, &ReviewDocument::failed, this, [&isUnreadable] { isUnreadable = true; });
    m_document.catchUp();
    disconnect(told);
    m_timer.setInterval(isUnreadable ? pauseAfterTrouble : usualPause);
}

bool JournalWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        look();
    return QObject::eventFilter(watched, event);
}

} // namespace Viral
