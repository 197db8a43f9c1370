// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QKeyEvent;
class QWidget;

namespace Viral {

class Actions;
class PlayerTransport;

/// While the key that stops (K) is held, the keys that shuttle (J and L) go one picture back or forward, again and
/// again when held themselves. No action can say that: it hears nothing of a key being let go.
class JogKeys final : public QObject
{
    Q_OBJECT

public:
    /// Everything given to it outlives it.
    JogKeys(QWidget &window, PlayerTransport &transport, const Actions &actions, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int stepOf(const QKeyEvent &event) const;

    QWidget &m_window;
    PlayerTransport &m_transport;
    const QAction *m_stop;
    const QAction *m_back;
    const QAction *m_forward;
    bool m_isHeld = false;
};

} // namespace Viral
