// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/whenshown.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace Viral {

WhenShown::WhenShown(std::function<void()> refresh, QWidget &watched, QObject *parent)
    : QObject(parent)
    , m_refresh(std::move(refresh))
    , m_watched(watched)
{
    watched.installEventFilter(this);
}

void WhenShown::ask()
{
    m_isStale = true;
    if (m_watched.isVisible())
        catchUp();
}

void WhenShown::catchUp()
{
    if (std::exchange(m_isStale, false))
        m_refresh();
}

bool WhenShown::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        catchUp();
    return QObject::eventFilter(watched, event);
}

} // namespace Viral
