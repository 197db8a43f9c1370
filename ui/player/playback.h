// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"

#include <QImage>
#include <QObject>

#include <optional>

namespace Viral {

/// Why something cannot be played, in words that name the next step.
struct PlaybackFailure
{
    enum class Kind
    {
        Missing,  ///< the file is not there
        NoCodecs, ///< a package is missing
        Other,
    };
    Kind kind = Kind::Other;
    QString message = {};
    /// Names of packages to install, separated by spaces.
    QString packages = {};
    /// Absolute path of the file that it is about.
    QString path = {};

    bool operator==(const PlaybackFailure &) const = default;
};

/// Something that plays the source: a media file or, without one, the transcript's own clock. Times are source times.
class Playback : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Milliseconds duration() const = 0;
    virtual Milliseconds position() const = 0;
    /// A place in the picture on the screen, where that is known to be another one than position() asks for: a back end
    /// may show the next one where a picture stays longer than usual.
    virtual Milliseconds picturePosition() const { return position(); }
    virtual bool isPlaying() const = 0;
    /// Speed; negative is backwards.
    virtual double rate() const = 0;
    /// Unknown where there is no picture or its rate varies.
    virtual FrameRate frameRate() const { return {}; }
    /// Length of one picture (the usual one where the rate varies), the step of the arrow keys.
    virtual Milliseconds frameDuration() const { return frameLength(frameRate()); }
    /// True where the transcript goes on after the end of the media file.
    virtual bool isBehindMedia() const { return false; }

    virtual void play() = 0;
    virtual void pause() = 0;
    /// Goes to \a time, kept inside the source. Of several wishes while one is on its way the latest wins.
    virtual void seek(Milliseconds time) = 0;
    virtual void setRate(double rate) = 0;
    /// Told by who knows the file better than the player does.
    virtual void setFrameRate(const FrameRate &) {}
    /// Pictures are wanted no larger than this many device pixels.
    virtual void setPictureSize(const QSize &) {}
    /// How much wider than high a pixel is shown; told by who knows the file.
    virtual void setPixelAspect(double) {}

Q_SIGNALS:
    void positionChanged(Viral::Milliseconds position);
    void playingChanged(bool playing);
    void durationChanged(Viral::Milliseconds duration);
    void frameRateChanged();
    /// A new picture to show.
    void frameChanged(const QImage &frame);
    /// Played up to the last picture; told before it pauses.
    void endReached();
    void behindMediaChanged(bool behind);
    /// Where the picture on the screen is, while the one at position() keeps it waiting; nothing once that has come.
    void lateAt(std::optional<Viral::Milliseconds> shown);
    /// How long it took from asking for a picture to having it.
    void seekTook(Viral::Milliseconds time);
    /// It cannot play.
    void failed(const Viral::PlaybackFailure &failure);
};

} // namespace Viral
