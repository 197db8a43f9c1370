// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace Viral {

/// How a clip is cut out of its media.
enum class CutStyle
{
    Exact,   ///< encoded anew: begins and ends with the very pictures of the moment
    Instant, ///< copied as it is: quick, but some programs show it from the key picture before the moment on
};

/// One clip to be cut.
struct ClipCut
{
    QString source = {};
    bool hasVideo = false;
    /// Rounded down: a start that is a little late would show its first picture twice.
    std::chrono::microseconds start{0};
    std::chrono::microseconds length{0};
    CutStyle style = CutStyle::Exact;
    /// Written into the file as its title.
    QString title = {};

    bool operator==(const ClipCut &) const = default;
};

/// The ending of what is cut: ".mp4", ".m4a" for sound alone; a copy keeps its source's, and is a
/// Matroska file where that has none.
QString cutSuffix(const ClipCut &cut);

/// The arguments that make ffmpeg write \a cut to \a target and print its progress. Neither the source's metadata nor
/// anything but one picture and one sound goes along.
QStringList cutArguments(const ClipCut &cut, const QString &target);

} // namespace Viral
