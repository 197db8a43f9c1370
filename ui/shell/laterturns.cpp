// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/laterturns.h"

#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace Viral {

void LaterTurns::ask(const QObject &owner, std::function<void()> piece)
{
    const auto known = std::ranges::find(m_pieces, &owner, [](const Piece &each) { return each.owner.data(); });
    if (known != m_pieces.end())
        known->work = std::move(piece);
    else
        m_pieces.push_back({&owner, std::move(piece)});
    if (m_timer.isActive())
        return;
    m_isTurnBetween = true;
    m_timer.start(0, this);
}

void LaterTurns::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    if (std::exchange(m_isTurnBetween, !m_isTurnBetween))
        return;
    const Piece piece = std::move(m_pieces.front());
    m_pieces.pop_front();
    if (m_pieces.empty())
        m_timer.stop();
    if (piece.owner)
        piece.work();
}

} // namespace Viral
