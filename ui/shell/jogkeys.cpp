// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jogkeys.h"

#include "ui/commands/actions.h"
#include "ui/player/transport.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace Viral {

namespace {

bool isKeyOf(const QAction *action, const QKeyEvent &event)
{
    const QKeySequence pressed(event.key() | (event.modifiers() & ~Qt::KeypadModifier));
    return action->isEnabled() && action->shortcuts().contains(pressed);
}

bool isTyping()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && focus->inputMethodQuery(Qt::ImEnabled).toBool();
}

} // namespace

JogKeys::JogKeys(QWidget &window, PlayerTransport &transport, const Actions &actions, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_transport(transport)
    , m_stop(actions.of(Command::ShuttleStop))
    , m_back(actions.of(Command::ShuttleBackward))
    , m_forward(actions.of(Command::ShuttleForward))
{
    qApp->installEventFilter(this);
}

int JogKeys::stepOf(const QKeyEvent &event) const
{
    if (!m_isHeld)
        return 0;
    return isKeyOf(m_back, event) ? -1 : isKeyOf(m_forward, event) ? 1 : 0;
}

bool JogKeys::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (isKeyOf(m_stop, key) && m_window.isActiveWindow() && !isTyping())
            m_isHeld = true;
        if (stepOf(key) == 0)
            return false;
        // Accepted, it comes as a key and not as the action's.
        event->accept();
        return true;
    }
    case QEvent::KeyPress: {
        const int step = stepOf(*static_cast<QKeyEvent *>(event));
        if (step != 0)
            m_transport.stepFrames(step);
        return step != 0;
    }
    case QEvent::KeyRelease: {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (!key.isAutoRepeat() && isKeyOf(m_stop, key))
            m_isHeld = false;
        return false;
    }
    case QEvent::WindowDeactivate:
        if (watched == &m_window)
            m_isHeld = false;
        return false;
    default:
        return false;
    }
}

} // namespace Viral
