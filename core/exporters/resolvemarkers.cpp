// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/resolvemarkers.h"

#include "core/exporters/edltext.h"
#include "core/exporters/momentnote.h"
#include "core/exporters/sourcelabel.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr auto suffix = ".edl"_L1;

QString colourOf(Decision decision)
{
    switch (decision) {
    case Decision::Kept:
        return u"ResolveColorGreen"_s;
    case Decision::Held:
        return u"ResolveColorYellow"_s;
    case Decision::Rejected:
        return u"ResolveColorRed"_s;
    case Decision::Undecided:
        break;
    }
    return u"ResolveColorBlue"_s;
}

/// The fields of a marker are parted by bars.
QString withoutBars(QString text)
{
    return text.replace(u'|', u'/');
}

/// The line under a marker's event: its note, then its fields.
QString fieldsOf(const Cut &cut)
{
    const QString note = scoreLine(cut.moment->current.scorecard) + u". "_s + hookLine(cut.moment->current);
    return withoutBars(note.trimmed()) + u" |C:"_s + colourOf(cut.moment->decision) + u" |M:"_s +
           withoutBars(cut.title) + u" |D:"_s + QString::number(cut.marked.count());
}

QByteArray list(const QString &title, const CutPlan &plan, const QList<Cut> &cuts)
{
    EdlText edl(title, plan);
    for (const Cut &cut : cuts) {
        const qint64 frame = edl.recordStart() + cut.marked.first;
        edl.event(u"001", "V"_L1, {frame, frame + 1}, {frame, frame + 1});
        edl.line(fieldsOf(cut));
        edl.line({});
    }
    return edl.bytes();
}

QStringList warningsOf(const CutPlan &plan, qsizetype lists)
{
    QStringList warnings = edlWarnings(plan);
    const qint64 start = plan.facts.startFrame;
    if (start > 0 && start != hourFrame(plan.facts.rate, plan.dropsFrames)) {
        warnings.append(u"The markers are for a timeline that starts at 01:00:00:00; the media's own timecode starts "
                        "elsewhere."_s);
    }
    if (lists > 1)
        warnings.append(u"An edit list holds 999 events: the markers were written as %1 lists."_s.arg(lists));
    return warnings;
}

Result<Exported> write(const Selects &selects, const ExportOptions &)
{
    if (const auto countable = edlCanCount(selects.media.facts.rate); !countable)
        return tl::unexpected(countable.error());
    const CutPlan plan = cutPlan(selects, {.shape = TimelineShape::Markers}, false);
    const CutTimeline &timeline = plan.timelines.constFirst();
    const QList<Cut> &cuts = timeline.pieces.constFirst().cuts;
    const qsizetype lists = (cuts.size() + mostEdlEvents - 1) / mostEdlEvents;
    Exported exported{.warnings = warningsOf(plan, lists)};
    for (qsizetype i = 0; i < lists; ++i) {
        exported.files.append({.name = edlFileName(selects.name, i, lists, u" markers"_s),
                               .bytes = list(timeline.name, plan, cuts.mid(i * mostEdlEvents, mostEdlEvents))});
    }
    return exported;
}

} // namespace

ExportFormat resolveMarkers()
{
    return {.key = "resolve-markers"_L1,
            .name = "DaVinci Resolve markers"_L1,
            .suffix = suffix,
            .needsRate = true,
            .write = write};
}

} // namespace Viral
