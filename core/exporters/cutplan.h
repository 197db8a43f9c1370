// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

#include <QList>

namespace Viral {

/// A moment counted in pictures of the media, the first of which is 0.
struct Cut
{
    /// Its place in the hand-over, from 1.
    int number = 0;
    /// Of the Selects that the plan was made from.
    const ReviewedMoment *moment = nullptr;
    /// clipTitle().
    QString title = {};
    FrameSpan marked = {};
    /// With handles.
    FrameSpan source = {};

    bool operator==(const Cut &) const = default;
};

/// A stretch of the media on a timeline.
struct Piece
{
    QString name = {};
    FrameSpan source = {};
    /// The picture of the timeline at which it begins, from 0.
    qint64 at = 0;
    /// The moments in it: one, but for the whole source with its markers.
    QList<Cut> cuts = {};

    qint64 end() const { return at + source.count(); }
    /// Picture \a frame of the media as a picture of the timeline.
    qint64 place(qint64 frame) const { return at + frame - source.first; }
    bool operator==(const Piece &) const = default;
};

struct CutTimeline
{
    QString name = {};
    /// One after the other, with nothing between them but the gaps asked for.
    QList<Piece> pieces = {};
    qint64 length = 0;

    bool operator==(const CutTimeline &) const = default;
};

/// What every format of editing programs writes, worked out once.
struct CutPlan
{
    /// Nothing open in them (assumedMedia).
    MediaFacts facts = {};
    /// Times are written with dropped numbers, on the source's side and on the timeline's.
    bool dropsFrames = false;
    QString fileName = {};
    /// All pictures of the media; at least up to the last cut.
    qint64 mediaLength = 0;
    QList<CutTimeline> timelines = {};
    QStringList warnings = {};

    bool operator==(const CutPlan &) const = default;
};

/// The timelines of \a options.shape: one, or one for each moment. Handles do not lengthen markers. The rate must be
/// known; times outside of what a recording can last are bounded. The plan points into \a selects. For
/// \a describesPicture see assumedMedia().
CutPlan cutPlan(const Selects &selects, const ExportOptions &options, bool describesPicture);

} // namespace Viral
