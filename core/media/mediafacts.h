// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"

#include <QObject>
#include <QProcess>

namespace Viral {

/// What a media file says about itself.
struct MediaFacts
{
    /// Unknown for sound alone and for a varying rate.
    FrameRate rate = {};
    /// The number of the first picture, from the file's start timecode; 0 without one.
    qint64 startFrame = 0;
    bool hasVideo = false;
    bool hasVaryingRate = false;
    Milliseconds duration{0};
    /// Height of the picture in pixels.
    int height = 0;

    bool operator==(const MediaFacts &) const = default;
};

/// From what ffprobe prints ("key=value" lines, streams between [STREAM] and [/STREAM]); anything else gives empty
/// facts. Pictures in a sound file (covers) are no video.
MediaFacts mediaFactsFrom(const QByteArray &printed);

/// Asks ffprobe about a file without waiting for it. Without ffprobe there are no facts and nothing is said: what the
/// player knows has to do then.
class MediaProbe final : public QObject
{
    Q_OBJECT

public:
    explicit MediaProbe(const QString &path, QObject *parent = nullptr);
    ~MediaProbe() override;

Q_SIGNALS:
    /// Once; empty facts when the file could not be read.
    void finished(const Viral::MediaFacts &facts);

private:
    QProcess m_process;
};

} // namespace Viral
