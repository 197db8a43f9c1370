// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/playback.h"

#include <QList>

#include <memory>
#include <optional>

namespace Viral {

/// What the editor's keys do to playing: it owns the playback, plays stretches and stops at their end, loops, shuttles,
/// and plays several stretches one after another.
class Transport final : public QObject
{
    Q_OBJECT

public:
    explicit Transport(QObject *parent = nullptr);

    /// Takes over \a playback (null: nothing to play). The position is kept where it still exists.
    void setPlayback(std::unique_ptr<Playback> playback);
    bool isEmpty() const { return !m_playback; }

    Milliseconds position() const;
    Milliseconds duration() const;
    Milliseconds frameDuration() const;
    bool isPlaying() const;
    double rate() const;

    void play();
    void pause();
    void toggle();
    void seek(Milliseconds time);
    void seekBy(Milliseconds offset) { seek(position() + offset); }
    /// Whole pictures forward (or back); pauses.
    void stepFrames(int count);

    /// J and L: each press in the same direction is the next speed of 1, 1.5, 2, 3, 4, 8; the other direction starts
    /// at 1.
    void shuttleForward() { shuttle(1); }
    void shuttleBackward() { shuttle(-1); }

    /// Plays \a span once and stops at its end, or for ever while looping.
    void playSpan(const TimeSpan &span);
    /// Plays one stretch after another.
    void playSpans(const QList<TimeSpan> &spans);
    /// The single stretch being played has other edges now; nothing while several or none are played.
    void changeSpan(const TimeSpan &span);
    /// Forgets the stretch being played; playing goes on.
    void leaveSpan();
    std::optional<TimeSpan> playedSpan() const;

    bool isLooping() const { return m_isLooping; }
    void setLooping(bool looping);

Q_SIGNALS:
    void positionChanged(Viral::Milliseconds position);
    void playingChanged(bool playing);
    void rateChanged(double rate);
    void durationChanged(Viral::Milliseconds duration);
    void frameChanged(const QImage &frame);
    void loopingChanged(bool looping);
    /// The stretch number \a index of playSpans() begins.
    void spanStarted(int index);
    void failed(const QString &message);

private:
    void shuttle(int direction);
    void watch(Milliseconds position);
    void startSpan(int index);
    void changeRate(double rate);

    std::unique_ptr<Playback> m_playback;
    QList<TimeSpan> m_spans;
    int m_spanIndex = 0;
    bool m_isLooping = false;
};

} // namespace Viral
