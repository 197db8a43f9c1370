// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QString>

#include <optional>

namespace Viral {

/// Pictures per second as an exact fraction: 30000/1001, 25/1. Unknown (0/1) where the source has no picture or a
/// varying rate.
struct FrameRate
{
    qint64 numerator = 0;
    qint64 denominator = 1;

    constexpr bool isKnown() const { return numerator > 0 && denominator > 0; }
    /// The whole number a timecode counts up to: 30 for 30000/1001.
    constexpr qint64 nominal() const { return isKnown() ? (numerator + denominator - 1) / denominator : 0; }
    /// Only 30000/1001 and 60000/1001 are counted with dropped numbers.
    constexpr bool canDropFrames() const { return denominator == 1001 && (numerator == 30'000 || numerator == 60'000); }

    bool operator==(const FrameRate &) const = default;
};

/// The exact rate meant by a rounded one such as 29.97 or 23.976; unknown when it is none that cameras write.
FrameRate frameRateFromDouble(double framesPerSecond);
/// "30000/1001", "25/1" or "25" as media tools write it; unknown for "0/0" and for anything else.
FrameRate frameRateFromText(QStringView text);
/// "25", "29.97", "23.976": for people.
QString frameRateText(const FrameRate &rate);

/// The number of the picture shown at \a time, from 0; times before 0 give negative numbers. 0 for an unknown rate.
qint64 frameAt(Milliseconds time, const FrameRate &rate);
/// The first whole millisecond at which picture \a frame is shown, so that frameAt() gives it back.
Milliseconds timeOfFrame(qint64 frame, const FrameRate &rate);
/// One picture's length, rounded to whole milliseconds; 40 ms for an unknown rate.
Milliseconds frameLength(const FrameRate &rate);

enum class TimeStyle
{
    Clock,     ///< 00:12:30.500
    Frames,    ///< 00:12:30:12
    DropFrame, ///< 00:12:30;12, numbers left out so that the label keeps to the clock
};

/// How times are written: the style, the source's rate and the number of its first picture (its start timecode).
struct TimecodeFormat
{
    TimeStyle style = TimeStyle::Clock;
    FrameRate rate = {};
    qint64 startFrame = 0;

    /// The style that this rate allows: milliseconds without a rate, no dropped numbers where they make no sense.
    TimeStyle usableStyle() const;

    bool operator==(const TimecodeFormat &) const = default;
};

/// \a time, counted from the beginning of the source, as a label. A start timecode is added; such labels begin again
/// after 24 hours as on a tape.
QString timecodeText(Milliseconds time, const TimecodeFormat &format);

/// The number of the picture with this label ("01:00:00:00", or with ';' or '.' before dropped numbers), counted from
/// label 0; nothing when it is no label. A label that dropping leaves out means the next one.
std::optional<qint64> frameFromLabel(QStringView label, const FrameRate &rate);

/// What an editor types into a time field, counted from the beginning of the source and never negative:
///   1912 → 19:12, 11912 → 1:19:12, 01020304 → with pictures   62.5 and 62,5 → seconds   19:12, 1:02:03.5
///   01:02:03:04, 01:02:03;04, 3;04 → with pictures            2. → 2 s, 2.. → 2 min, 2... → 2 h   12f → pictures
/// With + or - before it: that far from \a now. Else it is a label of \a format, or, when it lies before the start
/// timecode, counted from the beginning. Nothing when it cannot be understood.
std::optional<Milliseconds> timeFromTyped(QStringView typed, Milliseconds now, const TimecodeFormat &format);

} // namespace Viral
