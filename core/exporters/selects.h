// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/serviceresult.h"
#include "core/contract/transcript.h"
#include "core/media/mediafacts.h"
#include "core/review/review.h"

#include <QList>
#include <QString>

namespace Viral {

/// The media that clips are cut from.
struct SourceMedia
{
    /// Absolute name as the editing program will find it (a media root already put in its place); empty when unknown.
    QString path = {};
    /// With a rate given by hand already in it.
    MediaFacts facts = {};

    bool operator==(const SourceMedia &) const = default;
};

/// What is handed over: the chosen moments, the words and the media they were cut from.
struct Selects
{
    /// Of the whole work, for titles inside files; never empty.
    QString name = {};
    /// Its moments are those of \a moments, in their current form.
    ServiceResult result = {};
    /// In the order in which they are handed over; none is rejected.
    QList<ReviewedMoment> moments = {};
    /// May be empty: a result on its own carries no words.
    Transcript transcript = {};
    SourceMedia media = {};

    bool operator==(const Selects &) const = default;
};

/// What of \a review is handed over, in order of start (HandOver in review.h).
Selects makeSelects(const QString &name, const ServiceResult &result, const Review &review, HandOver handOver);

/// The cut of a moment in whole pictures, end exclusive: each edge rounded once to the nearest picture, at least one
/// picture long, handles inside the media. Times outside of what a recording can last are bounded.
struct FrameSpan
{
    qint64 first = 0;
    qint64 end = 0;

    qint64 count() const { return end - first; }
    bool operator==(const FrameSpan &) const = default;
};

/// \a handles are pictures added on both sides; the media's length, where it is known, bounds them.
FrameSpan frameSpan(const TimeSpan &span, const MediaFacts &facts, int handles = 0);

/// The same in time: where the rate is known, from the first picture's beginning to the last one's end; else \a span.
TimeSpan cutSpan(const TimeSpan &span, const MediaFacts &facts);

} // namespace Viral
