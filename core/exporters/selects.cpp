// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/selects.h"

#include "core/review/handover.h"

#include <algorithm>
#include <limits>

namespace Viral {

namespace {

// Longer than any recording; keeps every product below far inside 64 bits.
constexpr Milliseconds longestRecording = std::chrono::hours{1000};

Milliseconds bounded(Milliseconds time)
{
    return std::clamp(time, Milliseconds{0}, longestRecording);
}

/// The picture whose beginning is nearest to \a time; exact in whole numbers.
qint64 nearestFrame(Milliseconds time, const FrameRate &rate)
{
    const qint64 scaled = bounded(time).count() * rate.numerator;
    const qint64 unit = 1000 * rate.denominator;
    return (scaled + unit / 2) / unit;
}

} // namespace

Selects makeSelects(const QString &name, const ServiceResult &result, const Review &review, HandOver handOver)
{
    Selects selects{.name = name, .result = reviewedResult(result, review, handOver)};
    for (const ReviewedMoment &moment : review.moments()) {
        if (isHandedOver(moment.decision, handOver))
            selects.moments.append(moment);
    }
    return selects;
}

FrameSpan frameSpan(const TimeSpan &span, const MediaFacts &facts, int handles)
{
    if (!facts.rate.isKnown())
        return {};
    const qint64 length =
        facts.duration.count() > 0 ? nearestFrame(facts.duration, facts.rate) : std::numeric_limits<qint64>::max();
    const qint64 first = nearestFrame(span.start, facts.rate);
    const qint64 end = std::max(first + 1, nearestFrame(span.end, facts.rate));
    // A moment behind the end of the media keeps its place: bounding it would hand over something else.
    return {.first = std::max<qint64>(0, first - handles), .end = std::max(end, std::min(end + handles, length))};
}

TimeSpan cutSpan(const TimeSpan &span, const MediaFacts &facts)
{
    if (!facts.rate.isKnown())
        return {bounded(span.start), bounded(span.end)};
    const FrameSpan frames = frameSpan(span, facts);
    return {timeOfFrame(frames.first, facts.rate), timeOfFrame(frames.end, facts.rate)};
}

} // namespace Viral
