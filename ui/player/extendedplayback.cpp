// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/extendedplayback.h"

namespace Viral {

namespace {

// A transcript's last words may end a little later than the sound they were heard in.
constexpr Milliseconds tolerated{1000};

} // namespace

ExtendedPlayback::ExtendedPlayback(std::unique_ptr<Playback> media, Milliseconds sourceEnd, QObject *parent)
    : Playback(parent)
    , m_media(std::move(media))
    , m_clock(sourceEnd)
    , m_sourceEnd(sourceEnd)
{
    forward(*m_media);
    forward(m_clock);
    connect(m_media.get(), &Playback::durationChanged, this, &ExtendedPlayback::mediaLoaded);
    connect(m_media.get(), &Playback::endReached, this, &ExtendedPlayback::mediaEnded);
    connect(m_media.get(), &Playback::frameRateChanged, this, [this] {
        m_clock.setFrameRate(m_media->frameRate());
        Q_EMIT frameRateChanged();
    });
    connect(m_media.get(), &Playback::lateAt, this, [this](std::optional<Milliseconds> shown) {
        Q_EMIT lateAt(m_isBehind ? std::nullopt : shown);
    });
    connect(m_media.get(), &Playback::seekTook, this, &Playback::seekTook);
    connect(m_media.get(), &Playback::failed, this, &Playback::failed);
    connect(m_media.get(), &Playback::frameChanged, this, [this](const QImage &frame) {
        if (!m_isBehind)
            Q_EMIT frameChanged(frame);
    });
    connect(&m_clock, &Playback::positionChanged, this, &ExtendedPlayback::clockMoved);
    connect(&m_clock, &Playback::endReached, this, [this] {
        if (m_isBehind)
            Q_EMIT endReached();
    });
}

void ExtendedPlayback::forward(Playback &from)
{
    connect(&from, &Playback::positionChanged, this, [this, &from](Milliseconds position) {
        if (&active() == &from)
            Q_EMIT positionChanged(position);
    });
    connect(&from, &Playback::playingChanged, this, [this, &from](bool playing) {
        if (&active() == &from)
            Q_EMIT playingChanged(playing);
    });
}

Milliseconds ExtendedPlayback::duration() const
{
    return goesOn() ? m_sourceEnd : m_media->duration();
}

bool ExtendedPlayback::goesOn() const
{
    return m_media->duration() > Milliseconds{0} && m_sourceEnd > m_media->duration() + tolerated;
}

void ExtendedPlayback::seek(Milliseconds time)
{
    m_wanted = time;
    const bool behind = goesOn() && time >= m_media->duration();
    if (behind == m_isBehind)
        active().seek(time);
    else
        takeOver(behind, time);
}

void ExtendedPlayback::setFrameRate(const FrameRate &rate)
{
    m_media->setFrameRate(rate);
    m_clock.setFrameRate(rate);
}

void ExtendedPlayback::takeOver(bool behind, Milliseconds time)
{
    Playback &before = active();
    const bool plays = before.isPlaying();
    m_isBehind = behind;
    active().setRate(before.rate());
    active().seek(time);
    before.pause();
    before.setRate(1.0);
    Q_EMIT lateAt({});
    if (plays)
        active().play();
    Q_EMIT behindMediaChanged(behind);
}

void ExtendedPlayback::mediaLoaded()
{
    Q_EMIT durationChanged(duration());
    if (goesOn() && !m_isBehind && m_wanted >= m_media->duration())
        takeOver(true, m_wanted);
}

void ExtendedPlayback::mediaEnded()
{
    if (!m_isBehind && goesOn())
        takeOver(true, m_media->duration());
    else if (!m_isBehind)
        Q_EMIT endReached();
}

void ExtendedPlayback::clockMoved(Milliseconds position)
{
    if (m_isBehind && m_clock.rate() < 0 && m_clock.isPlaying() && position < m_media->duration())
        takeOver(false, position);
}

} // namespace Viral
