// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/clockplayback.h"

namespace Viral {

ClockPlayback::ClockPlayback(Milliseconds duration, QObject *parent)
    : Playback(parent)
    , m_duration(duration)
{
    m_timer.setInterval(20);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ClockPlayback::tick);
}

Milliseconds ClockPlayback::position() const
{
    if (!isPlaying())
        return m_anchor;
    const auto played = Milliseconds{qRound64(static_cast<double>(m_elapsed.elapsed()) * m_rate)};
    return std::clamp(m_anchor + played, Milliseconds{0}, m_duration);
}

void ClockPlayback::play()
{
    if (isPlaying())
        return;
    if (m_rate > 0 && m_anchor >= m_duration)
        m_anchor = Milliseconds{0};
    m_elapsed.start();
    m_timer.start();
    Q_EMIT playingChanged(true);
}

void ClockPlayback::pause()
{
    if (!isPlaying())
        return;
    m_anchor = position();
    m_timer.stop();
    Q_EMIT playingChanged(false);
    Q_EMIT positionChanged(m_anchor);
}

void ClockPlayback::seek(Milliseconds time)
{
    restartFrom(std::clamp(time, Milliseconds{0}, m_duration));
    Q_EMIT positionChanged(m_anchor);
}

void ClockPlayback::setRate(double rate)
{
    restartFrom(position());
    m_rate = rate;
}

void ClockPlayback::restartFrom(Milliseconds position)
{
    m_anchor = position;
    m_elapsed.start();
}

void ClockPlayback::tick()
{
    const Milliseconds now = position();
    const bool atEdge = (m_rate > 0 && now >= m_duration) || (m_rate < 0 && now <= Milliseconds{0});
    if (atEdge) {
        Q_EMIT endReached();
        pause();
    } else {
        Q_EMIT positionChanged(now);
    }
}

} // namespace Viral
