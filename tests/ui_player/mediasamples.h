// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

namespace ViralTest {

/// Small media files made by ffmpeg. Each picture carries its own number: twelve fields from the left, dark or bright,
/// the lowest bit first.
struct MediaSample
{
    QString rate = QStringLiteral("30000/1001");
    int seconds = 8;
    /// Pictures between key frames.
    int group = 250;
    bool hasSound = true;
    /// More for ffmpeg, before the name of the file.
    QStringList more = {};
};

/// False when ffmpeg is not there or fails.
bool makeVideo(const QString &path, const MediaSample &sample = {});
/// The number in the picture; -1 where there is none.
int numberIn(const QImage &picture);

} // namespace ViralTest
