// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"

#include <QByteArray>
#include <QStringList>

namespace Viral {

/// What a media file says about itself.
struct MediaFacts
{
    /// Unknown for sound alone and for a varying rate.
    FrameRate rate = {};
    /// The number of the first picture, from the file's start timecode; 0 without one.
    qint64 startFrame = 0;
    /// The start timecode is written with dropped numbers ("01:00:00;00").
    bool dropsFrames = false;
    bool hasVideo = false;
    bool hasVaryingRate = false;
    Milliseconds duration{0};
    /// The picture in pixels, as it is stored.
    int width = 0;
    int height = 0;
    /// Of the first sound; 0 without one.
    int soundChannels = 0;
    int soundRate = 0;
    /// How much wider than high a pixel of the picture is shown.
    double pixelAspect = 1;
    /// The file's own time of its beginning.
    Milliseconds start{0};
    /// A stream as it is broadcast, without a table of its pictures: places in it are found only roughly.
    bool isStream = false;
    /// The start timecode as it is written in the file; empty without one. Says what startFrame cannot: whether there
    /// is one at 0, and which it is where the rate is not known.
    QString startTimecode = {};

    bool operator==(const MediaFacts &) const = default;
};

/// What to ask ffprobe for, without the file: what mediaFactsFrom() reads.
QStringList mediaFactsQuestion();

/// From what ffprobe prints ("key=value" lines, streams between [STREAM] and [/STREAM]); anything else gives empty
/// facts. Pictures in a sound file (covers) are no video.
MediaFacts mediaFactsFrom(const QByteArray &printed);

} // namespace Viral
