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

Transport::Transport(QObject *parent)
    : QObject(parent)
{}

void Transport::setPlayback(std::unique_ptr<Playback> playback)
{
    const Milliseconds before = position();
    leaveSpan();
    if (m_playback) {
        m_playback->disconnect(this);
        m_playback->pause();
    }
    m_playback = std::move(playback);
    if (m_playback) {
        connect(m_playback.get(), &Playback::positionChanged, this, &Transport::watch);
        connect(m_playback.get(), &Playback::playingChanged, this, &Transport::playingChanged);
        connect(m_playback.get(), &Playback::durationChanged, this, &Transport::durationChanged);
        connect(m_playback.get(), &Playback::frameChanged, this, &Transport::frameChanged);
        connect(m_playback.get(), &Playback::failed, this, &Transport::failed);
        m_playback->seek(before);
    }
    Q_EMIT playingChanged(false);
    Q_EMIT durationChanged(duration());
    Q_EMIT rateChanged(rate());
    Q_EMIT positionChanged(position());
}

Milliseconds Transport::position() const
{
    return m_playback ? m_playback->position() : Milliseconds{0};
}

Milliseconds Transport::duration() const
{
    return m_playback ? m_playback->duration() : Milliseconds{0};
}

Milliseconds Transport::frameDuration() const
{
    return m_playback ? m_playback->frameDuration() : Milliseconds{40};
}

bool Transport::isPlaying() const
{
    return m_playback && m_playback->isPlaying();
}

double Transport::rate() const
{
    return m_playback ? m_playback->rate() : 1.0;
}

void Transport::play()
{
    if (m_playback)
        m_playback->play();
}

void Transport::pause()
{
    if (!m_playback)
        return;
    m_playback->pause();
    changeRate(1.0);
}

void Transport::toggle()
{
    if (isPlaying())
        pause();
    else
        play();
}

void Transport::seek(Milliseconds time)
{
    if (!m_playback)
        return;
    if (const auto span = playedSpan(); span && !span->contains(time))
        leaveSpan();
    m_playback->seek(time);
}

void Transport::stepFrames(int count)
{
    if (!m_playback)
        return;
    pause();
    leaveSpan();
    m_playback->seek(position() + count * frameDuration());
}

void Transport::shuttle(int direction)
{
    if (!m_playback)
        return;
    leaveSpan();
    const bool goesThatWay = isPlaying() && rate() * direction > 0;
    changeRate(direction * (goesThatWay ? nextSpeed(std::abs(rate())) : 1.0));
    m_playback->play();
}

void Transport::playSpan(const TimeSpan &span)
{
    playSpans({span});
}

void Transport::playSpans(const QList<TimeSpan> &spans)
{
    if (!m_playback || spans.isEmpty())
        return;
    if (duration() > Milliseconds{0} && spans.constFirst().start >= duration()) {
        Q_EMIT failed(tr("This begins after the end of the media file."));
        return;
    }
    m_spans = spans;
    changeRate(1.0);
    startSpan(0);
    m_playback->play();
}

void Transport::startSpan(int index)
{
    m_spanIndex = index;
    m_playback->seek(m_spans.at(index).start);
    Q_EMIT spanStarted(index);
}

void Transport::changeSpan(const TimeSpan &span)
{
    if (m_spans.size() == 1 && !span.isEmpty())
        m_spans.first() = span;
}

void Transport::leaveSpan()
{
    m_spans.clear();
    m_spanIndex = 0;
}

std::optional<TimeSpan> Transport::playedSpan() const
{
    return m_spans.isEmpty() ? std::nullopt : std::optional(m_spans.at(m_spanIndex));
}

void Transport::setLooping(bool looping)
{
    if (looping == m_isLooping)
        return;
    m_isLooping = looping;
    Q_EMIT loopingChanged(looping);
}

void Transport::watch(Milliseconds position)
{
    if (m_spans.isEmpty() || !isPlaying() || position < m_spans.at(m_spanIndex).end) {
        Q_EMIT positionChanged(position);
        return;
    }
    if (m_spanIndex + 1 < m_spans.size()) {
        startSpan(m_spanIndex + 1);
    } else if (m_isLooping) {
        startSpan(0);
    } else {
        const Milliseconds end = m_spans.at(m_spanIndex).end;
        m_playback->pause();
        leaveSpan();
        m_playback->seek(end);
    }
}

void Transport::changeRate(double rate)
{
    if (!m_playback || qFuzzyCompare(m_playback->rate(), rate))
        return;
    m_playback->setRate(rate);
    Q_EMIT rateChanged(rate);
}

} // namespace Viral
