// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QImage>
#include <QObject>

namespace Viral {

/// Something that plays the source: a media file or, without one, the transcript's own clock. Times are source times.
class Playback : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Milliseconds duration() const = 0;
    virtual Milliseconds position() const = 0;
    virtual bool isPlaying() const = 0;
    /// Speed; negative is backwards where supported.
    virtual double rate() const = 0;
    /// Length of one picture, the step of the arrow keys.
    virtual Milliseconds frameDuration() const = 0;

    virtual void play() = 0;
    virtual void pause() = 0;
    /// Goes to \a time, kept inside the source. Of several wishes while one is on its way the latest wins.
    virtual void seek(Milliseconds time) = 0;
    virtual void setRate(double rate) = 0;

Q_SIGNALS:
    void positionChanged(Viral::Milliseconds position);
    void playingChanged(bool playing);
    void durationChanged(Viral::Milliseconds duration);
    /// A new picture to show.
    void frameChanged(const QImage &frame);
    /// It cannot play; a message with the next step.
    void failed(const QString &message);
};

} // namespace Viral
