// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/transport.h"

#include <array>
#include <cmath>

namespace Viral {

namespace {

constexpr std::array shuttleSpeeds{1.0, 1.5, 2.0, 3.0, 4.0, 8.0};

double nextSpeed(double current)
{
    const auto *next = std::upper_bound(shuttleSpeeds.begin(), shuttleSpeeds.end(), current + 0.01);
    return next == shuttleSpeeds.end() ? shuttleSpeeds.back() : *next;
}

} // namespace

PlayerTransport::PlayerTransport(QObject *parent)
    : QObject(parent)
{}

void PlayerTransport::setPlayback(std::unique_ptr<Playback> playback)
{
    const Milliseconds before = position();
    leaveSpan();
    if (m_playback) {
        m_playback->disconnect(this);
        m_playback->pause();
    }
    m_playback = std::move(playback);
    m_pictureTimes.reset();
    m_stepsWanted = 0;
    if (m_playback) {
        listen();
        m_playback->setPictureSize(m_pictureSize);
        m_playback->seek(before);
    }
    Q_EMIT playingChanged(false);
    Q_EMIT durationChanged(duration());
    Q_EMIT rateChanged(rate());
    Q_EMIT behindMediaChanged(isBehindMedia());
    Q_EMIT frameRateChanged();
    Q_EMIT positionChanged(position());
    Q_EMIT lateAt({});
}

void PlayerTransport::listen()
{
    const Playback *playback = m_playback.get();
    connect(playback, &Playback::positionChanged, this, &PlayerTransport::watch);
    connect(playback, &Playback::playingChanged, this, &PlayerTransport::playingChanged);
    connect(playback, &Playback::durationChanged, this, &PlayerTransport::durationChanged);
    connect(playback, &Playback::frameRateChanged, this, &PlayerTransport::frameRateChanged);
    connect(playback, &Playback::frameChanged, this, &PlayerTransport::frameChanged);
    connect(playback, &Playback::behindMediaChanged, this, &PlayerTransport::behindMediaChanged);
    connect(playback, &Playback::lateAt, this, &PlayerTransport::lateAt);
    connect(playback, &Playback::seekTook, this, &PlayerTransport::seekTook);
    connect(playback, &Playback::failed, this, &PlayerTransport::failed);
    // After it has paused: a stretch may end behind the last picture.
    connect(
        playback, &Playback::endReached, this,
        [this] {
            if (!m_spans.isEmpty() && !isPlaying())
                endSpan();
        },
        Qt::QueuedConnection);
}

Milliseconds PlayerTransport::position() const
{
    return m_playback ? m_playback->position() : Milliseconds{0};
}

Milliseconds PlayerTransport::duration() const
{
    return m_playback ? m_playback->duration() : Milliseconds{0};
}

Milliseconds PlayerTransport::frameDuration() const
{
    return m_playback ? m_playback->frameDuration() : Milliseconds{40};
}

FrameRate PlayerTransport::frameRate() const
{
    return m_playback ? m_playback->frameRate() : FrameRate{};
}

bool PlayerTransport::isBehindMedia() const
{
    return m_playback && m_playback->isBehindMedia();
}

void PlayerTransport::setFrameRate(const FrameRate &rate)
{
    if (m_playback)
        m_playback->setFrameRate(rate);
}

void PlayerTransport::setPixelAspect(double aspect)
{
    if (m_playback)
        m_playback->setPixelAspect(aspect);
}

void PlayerTransport::setPictureTimes(std::unique_ptr<PictureTimes> times)
{
    m_pictureTimes = std::move(times);
    if (m_pictureTimes)
        connect(m_pictureTimes.get(), &PictureTimes::known, this, &PlayerTransport::takeSteps);
}

void PlayerTransport::setPictureSize(const QSize &size)
{
    m_pictureSize = size;
    if (m_playback)
        m_playback->setPictureSize(size);
}

bool PlayerTransport::isPlaying() const
{
    return m_playback && m_playback->isPlaying();
}

double PlayerTransport::rate() const
{
    return m_playback ? m_playback->rate() : 1.0;
}

void PlayerTransport::play()
{
    m_stepsWanted = 0;
    if (m_playback)
        m_playback->play();
}

void PlayerTransport::pause()
{
    if (!m_playback)
        return;
    m_playback->pause();
    changeRate(1.0);
}

void PlayerTransport::toggle()
{
    if (isPlaying())
        pause();
    else
        play();
}

void PlayerTransport::seek(Milliseconds time)
{
    if (!m_playback)
        return;
    if (const auto span = playedSpan(); span && !span->contains(time))
        leaveSpan();
    m_stepsWanted = 0;
    m_playback->seek(time);
}

void PlayerTransport::stepFrames(int count)
{
    if (!m_playback)
        return;
    pause();
    leaveSpan();
    m_stepsWanted += count;
    takeSteps();
}

void PlayerTransport::takeSteps()
{
    if (!m_playback || m_stepsWanted == 0)
        return;
    const FrameRate rate = frameRate();
    const bool mayKnow = m_pictureTimes && m_pictureTimes->canTell() && !isBehindMedia();
    const Milliseconds now = mayKnow ? m_playback->picturePosition() : position();
    const auto place = mayKnow ? m_pictureTimes->stepped(now, m_stepsWanted) : std::nullopt;
    // Without a rate only the file itself can tell.
    if (mayKnow && !place && !rate.isKnown())
        return;
    const int count = std::exchange(m_stepsWanted, 0);
    if (place)
        m_playback->seek(placeOf(*place, now));
    else
        m_playback->seek(rate.isKnown() ? timeOfFrame(frameAt(now, rate) + count, rate)
                                        : now + count * frameDuration());
}

Milliseconds PlayerTransport::placeOf(Milliseconds pictureStart, Milliseconds before) const
{
    // Files that write times in milliseconds write rounded ones: the rate knows better.
    const FrameRate rate = frameRate();
    if (!rate.isKnown())
        return pictureStart;
    const Milliseconds exact = timeOfFrame(frameAt(pictureStart + frameLength(rate) / 2, rate), rate);
    return (pictureStart > before) == (exact > before) ? exact : pictureStart;
}

void PlayerTransport::shuttle(int direction)
{
    const bool goesThatWay = isPlaying() && rate() * direction > 0;
    runAt(direction * (goesThatWay ? nextSpeed(std::abs(rate())) : 1.0));
}

void PlayerTransport::runAt(double rate)
{
    if (!m_playback)
        return;
    leaveSpan();
    changeRate(rate);
    m_playback->play();
}

void PlayerTransport::playSpan(const TimeSpan &span, PlayedPart::Kind kind)
{
    playSpans({span}, kind);
}

void PlayerTransport::playSpans(const QList<TimeSpan> &spans, PlayedPart::Kind kind)
{
    if (!m_playback || spans.isEmpty())
        return;
    m_spans = spans;
    m_kind = kind;
    changeRate(1.0);
    startSpan(0);
    m_playback->play();
}

void PlayerTransport::startSpan(int index)
{
    m_spanIndex = index;
    m_playback->seek(m_spans.at(index).start);
    Q_EMIT playedChanged();
    Q_EMIT spanStarted(index);
}

void PlayerTransport::changeSpan(const TimeSpan &span)
{
    if (m_spans.size() == 1 && !span.isEmpty())
        m_spans.first() = span;
}

void PlayerTransport::leaveSpan()
{
    if (m_spans.isEmpty())
        return;
    m_spans.clear();
    m_spanIndex = 0;
    m_kind = PlayedPart::Kind::Nothing;
    Q_EMIT playedChanged();
}

PlayedPart PlayerTransport::played() const
{
    return {.kind = m_kind, .index = m_spanIndex, .count = int(m_spans.size())};
}

std::optional<TimeSpan> PlayerTransport::playedSpan() const
{
    return m_spans.isEmpty() ? std::nullopt : std::optional(m_spans.at(m_spanIndex));
}

void PlayerTransport::watch(Milliseconds position)
{
    if (m_spans.isEmpty() || !isPlaying() || position < m_spans.at(m_spanIndex).end) {
        Q_EMIT positionChanged(position);
        return;
    }
    endSpan();
}

void PlayerTransport::endSpan()
{
    if (const bool isLast = m_spanIndex + 1 == m_spans.size(); !isLast || m_isLooping) {
        startSpan(isLast ? 0 : m_spanIndex + 1);
        m_playback->play();
        return;
    }
    const Milliseconds end = m_spans.at(m_spanIndex).end;
    m_playback->pause();
    leaveSpan();
    m_playback->seek(end);
}

void PlayerTransport::changeRate(double rate)
{
    if (!m_playback || qFuzzyCompare(m_playback->rate(), rate))
        return;
    m_playback->setRate(rate);
    Q_EMIT rateChanged(rate);
}

} // namespace Viral
