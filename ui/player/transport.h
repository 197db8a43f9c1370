// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/picturetimes.h"
#include "ui/player/playback.h"

#include <QList>

#include <memory>
#include <optional>

namespace Viral {

/// What is being played on purpose, for the player to say.
struct PlayedPart
{
    enum class Kind
    {
        Nothing, ///< just playing on
        Moment,
        Edge,
        LastSeconds,
        Reel, ///< one moment after another
    };
    Kind kind = Kind::Nothing;
    /// Of a reel, from 0.
    int index = 0;
    int count = 0;

    bool operator==(const PlayedPart &) const = default;
};

/// What the editor's keys do to playing (not to be mixed up with the transport of requests in core/net): it owns the
/// playback, plays stretches and stops at their end, loops, shuttles, and plays several stretches one after another.
class PlayerTransport final : public QObject
{
    Q_OBJECT

public:
    explicit PlayerTransport(QObject *parent = nullptr);

    /// Takes over \a playback (null: nothing to play). The position is kept where it still exists.
    void setPlayback(std::unique_ptr<Playback> playback);
    bool isEmpty() const { return !m_playback; }

    Milliseconds position() const;
    Milliseconds duration() const;
    Milliseconds frameDuration() const;
    FrameRate frameRate() const;
    /// The transcript goes on where the media file has ended.
    bool isBehindMedia() const;
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
    /// Half speed, 1 forward or -1 backward.
    void playSlowly(int direction) { runAt(direction * 0.5); }

    /// Plays \a span once and stops at its end, or for ever while looping.
    void playSpan(const TimeSpan &span, PlayedPart::Kind kind = PlayedPart::Kind::Moment);
    /// Plays one stretch after another.
    void playSpans(const QList<TimeSpan> &spans, PlayedPart::Kind kind = PlayedPart::Kind::Reel);
    /// The single stretch being played has other edges now; nothing while several or none are played.
    void changeSpan(const TimeSpan &span);
    /// Forgets the stretch being played; playing goes on.
    void leaveSpan();
    std::optional<TimeSpan> playedSpan() const;
    PlayedPart played() const;

    bool isLooping() const { return m_isLooping; }
    void setLooping(bool looping) { m_isLooping = looping; }

    /// Told by who knows the file better than the player does.
    void setFrameRate(const FrameRate &rate);
    void setPixelAspect(double aspect);
    /// Where the pictures of the playback lie that may follow no rate; another playback forgets them.
    void setPictureTimes(std::unique_ptr<PictureTimes> times);
    const PictureTimes *pictureTimes() const { return m_pictureTimes.get(); }
    /// Pictures are shown in this many device pixels.
    void setPictureSize(const QSize &size);

Q_SIGNALS:
    void positionChanged(Viral::Milliseconds position);
    void playingChanged(bool playing);
    void rateChanged(double rate);
    void durationChanged(Viral::Milliseconds duration);
    void frameChanged(const QImage &frame);
    /// The stretch number \a index of playSpans() begins.
    void spanStarted(int index);
    /// played() is another one.
    void playedChanged();
    void frameRateChanged();
    void behindMediaChanged(bool behind);
    void lateAt(std::optional<Viral::Milliseconds> shown);
    void seekTook(Viral::Milliseconds time);
    void failed(const Viral::PlaybackFailure &failure);

private:
    void shuttle(int direction);
    void runAt(double rate);
    void listen();
    void watch(Milliseconds position);
    void startSpan(int index);
    void endSpan();
    void changeRate(double rate);
    void takeSteps();
    Milliseconds placeOf(Milliseconds pictureStart, Milliseconds before) const;

    std::unique_ptr<Playback> m_playback;
    std::unique_ptr<PictureTimes> m_pictureTimes;
    /// Pictures to go that wait until it is known where they lie.
    int m_stepsWanted = 0;
    QList<TimeSpan> m_spans;
    PlayedPart::Kind m_kind = PlayedPart::Kind::Nothing;
    QSize m_pictureSize;
    int m_spanIndex = 0;
    bool m_isLooping = false;
};

} // namespace Viral
