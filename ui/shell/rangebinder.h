// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"
#include "core/review/edge.h"

#include <QObject>

#include <optional>

namespace Viral {

class ReviewDocument;
class TimelineView;
class TranscriptBinder;
class TranscriptView;

/// Keeps timeline and transcript at one about what is drawn in either: a range selected in one takes the place of the
/// other's, and an edge that is dragged is seen to move in both.
class RangeBinder final : public QObject
{
    Q_OBJECT

public:
    /// What is bound; everything outlives the binder.
    struct Parts
    {
        ReviewDocument &document;
        TimelineView &timeline;
        TranscriptView &transcript;
        TranscriptBinder &text;
    };
    RangeBinder(const Parts &parts, QObject *parent);

    /// What the editor has selected in either.
    std::optional<TimeSpan> selection() const;
    /// The selection, which is gone afterwards.
    std::optional<TimeSpan> takeSelection();

private:
    void bindRanges();
    void bindEdges();
    std::optional<TimeSpan> withEdge(Edge edge, Milliseconds time) const;

    Parts m_parts;
};

} // namespace Viral
