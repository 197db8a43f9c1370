// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>

namespace Viral {

/// Spreads what a change brings to the screen over turns of the event loop: one piece in every second, in the order in
/// which they were asked for. The turns between are for keys, the mouse and painting what the piece before brought.
class LaterTurns final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Does \a piece in one of the next turns; one that \a owner has asked for and that is not done yet it replaces.
    /// An owner that is gone by then wants nothing any more.
    void ask(const QObject &owner, std::function<void()> piece);
    /// Something is still to be done.
    bool isBusy() const { return !m_pieces.empty(); }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Piece
    {
        QPointer<const QObject> owner;
        std::function<void()> work;
    };

    std::deque<Piece> m_pieces;
    QBasicTimer m_timer;
    bool m_isTurnBetween = true;
};

} // namespace Viral
