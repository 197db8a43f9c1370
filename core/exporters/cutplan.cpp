// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/cutplan.h"

#include "core/exporters/assumedmedia.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/fileurl.h"
#include "core/exporters/mediaend.h"
#include "core/exporters/momentnote.h"
#include "core/exporters/sourcelabel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int mostAddedFrames = 1'000'000;

QList<Cut> cutsOf(const Selects &selects, int handles)
{
    QList<Cut> cuts;
    cuts.reserve(selects.moments.size());
    for (const ReviewedMoment &moment : selects.moments) {
        const TimeSpan &span = moment.current.span;
        const int number = static_cast<int>(cuts.size()) + 1;
        cuts.append({.number = number,
                     .moment = &moment,
                     .title = clipTitle(moment, number),
                     .marked = frameSpan(span, selects.media.facts),
                     .source = frameSpan(span, selects.media.facts, handles)});
    }
    return cuts;
}

Piece pieceOf(const Cut &cut, qint64 at)
{
    return {.name = cut.title, .source = cut.source, .at = at, .cuts = {cut}};
}

CutTimeline reel(const QString &name, const QList<Cut> &cuts, int gap)
{
    CutTimeline timeline{.name = name};
    for (const Cut &cut : cuts) {
        const qint64 at = timeline.pieces.isEmpty() ? 0 : timeline.length + gap;
        timeline.pieces.append(pieceOf(cut, at));
        timeline.length = timeline.pieces.constLast().end();
    }
    return timeline;
}

QList<CutTimeline> oneForEach(const QList<Cut> &cuts)
{
    QList<CutTimeline> timelines;
    for (const Cut &cut : cuts) {
        const QString digits = QString::number(cut.number).rightJustified(QString::number(cuts.size()).size(), u'0');
        timelines.append(
            {.name = digits + u' ' + cut.title, .pieces = {pieceOf(cut, 0)}, .length = cut.source.count()});
    }
    return timelines;
}

CutTimeline wholeSource(const QString &name, const QList<Cut> &cuts, const CutPlan &plan)
{
    const FrameSpan all{.first = 0, .end = plan.mediaLength};
    return {.name = name, .pieces = {{.name = plan.fileName, .source = all, .cuts = cuts}}, .length = all.count()};
}

QList<CutTimeline> timelinesOf(const Selects &selects, const ExportOptions &options, const QList<Cut> &cuts,
                               const CutPlan &plan)
{
    const QString name = oneLine(selects.name);
    switch (options.shape) {
    case TimelineShape::Reel:
        return {reel(name, cuts, std::clamp(options.gap, 0, mostAddedFrames))};
    case TimelineShape::PerMoment:
        return oneForEach(cuts);
    case TimelineShape::Markers:
        break;
    }
    return {wholeSource(name, cuts, plan)};
}

/// The media's pictures, and a warning where moments ask for more than there are.
void measure(CutPlan &plan, const Selects &selects, const QList<Cut> &cuts)
{
    qint64 lastEnd = 1;
    for (const Cut &cut : cuts)
        lastEnd = std::max(lastEnd, cut.source.end);
    plan.mediaLength = lastEnd;
    if (plan.facts.duration <= Milliseconds{0}) {
        plan.warnings.append(
            u"The length of the media is not known: it is written as if it ended with the last moment."_s);
        return;
    }
    const qint64 known = frameSpan({Milliseconds{0}, plan.facts.duration}, plan.facts).end;
    plan.warnings += behindTheEndWarnings(selects);
    plan.mediaLength = std::max(known, lastEnd);
}

} // namespace

CutPlan cutPlan(const Selects &selects, const ExportOptions &options, bool describesPicture)
{
    const AssumedMedia media = assumedMedia(selects.media.facts, describesPicture);
    const bool isWhole = options.shape == TimelineShape::Markers;
    const QList<Cut> cuts = cutsOf(selects, isWhole ? 0 : std::clamp(options.handles, 0, mostAddedFrames));
    CutPlan plan{.facts = media.facts,
                 // A rate given by hand may be none that drops what the start timecode drops.
                 .dropsFrames = countsDropFrame(media.facts) && media.facts.rate.canDropFrames(),
                 .fileName = mediaFileName(selects.media.path),
                 .warnings = media.warnings};
    measure(plan, selects, cuts);
    plan.timelines = timelinesOf(selects, options, cuts, plan);
    return plan;
}

} // namespace Viral
