// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/edlexport.h"

#include "core/exporters/edltext.h"
#include "core/exporters/momentnote.h"
#include "core/exporters/reelname.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr auto suffix = ".edl"_L1;

QLatin1StringView channelsOf(const MediaFacts &facts)
{
    if (!facts.hasVideo)
        return facts.soundChannels > 1 ? "AA"_L1 : "A"_L1;
    return facts.soundChannels > 1 ? "AA/V"_L1 : facts.soundChannels == 1 ? "B"_L1 : "V"_L1;
}

/// Consecutive pieces of a reel that fit into one edit list.
using Volume = QList<Piece>;

QList<Volume> volumesOf(const CutTimeline &timeline, qint64 room)
{
    QList<Volume> volumes;
    qint64 begin = 0;
    for (const Piece &piece : timeline.pieces) {
        const bool isFull =
            !volumes.isEmpty() && (volumes.constLast().size() == mostEdlEvents || piece.end() - begin > room);
        if (volumes.isEmpty() || isFull) {
            volumes.append(Volume());
            begin = piece.at;
        }
        volumes.last().append(piece);
    }
    return volumes;
}

/// What is said about a moment under its event.
void describe(EdlText &edl, const Cut &cut)
{
    edl.comment("COMMENT"_L1, cut.title);
    edl.comment("COMMENT"_L1, scoreLine(cut.moment->current.scorecard));
    edl.comment("COMMENT"_L1, hookLine(cut.moment->current));
}

void locate(EdlText &edl, const Cut &cut, qint64 frame)
{
    // The colour has seven columns, the text begins after three more blanks.
    const QString colour = QString(decisionColour(cut.moment->decision)).leftJustified(7);
    edl.line(u"* LOC: "_s + edl.label(frame) + u' ' + colour + u"   "_s + cut.title);
}

class EdlWriter
{
public:
    EdlWriter(const CutPlan &plan, TimelineShape shape)
        : m_plan(plan)
        , m_shape(shape)
        , m_reel(reelName(plan.fileName))
    {}

    QByteArray list(const QString &title, const Volume &volume) const
    {
        EdlText edl(title, m_plan);
        for (const Piece &piece : volume)
            write(edl, piece, edl.recordStart() + piece.at - volume.constFirst().at);
        return edl.bytes();
    }

private:
    void write(EdlText &edl, const Piece &piece, qint64 record) const
    {
        const qint64 start = m_plan.facts.startFrame;
        edl.event(m_reel, channelsOf(m_plan.facts), {start + piece.source.first, start + piece.source.end},
                  {record, record + piece.source.count()});
        edl.comment("FROM CLIP NAME"_L1, m_plan.fileName);
        for (const Cut &cut : piece.cuts) {
            if (m_shape == TimelineShape::Markers)
                locate(edl, cut, record + cut.marked.first - piece.source.first);
            else
                describe(edl, cut);
        }
    }

    const CutPlan &m_plan;
    TimelineShape m_shape;
    QString m_reel;
};

QString splitWarning(qsizetype count)
{
    return u"An edit list holds 999 events and ends at midnight: the reel was written as %1 lists."_s.arg(count);
}

Exported perMoment(const CutPlan &plan, const EdlWriter &writer)
{
    Exported exported{.warnings = edlWarnings(plan)};
    for (const CutTimeline &timeline : plan.timelines) {
        const Cut &cut = timeline.pieces.constFirst().cuts.constFirst();
        exported.files.append({.name = momentFileName(cut.number, plan.timelines.size(), cut.title, suffix),
                               .bytes = writer.list(cut.title, timeline.pieces)});
    }
    return exported;
}

Exported oneTimeline(const CutPlan &plan, const EdlWriter &writer, const QString &name)
{
    Exported exported{.warnings = edlWarnings(plan)};
    const CutTimeline &timeline = plan.timelines.constFirst();
    const QList<Volume> volumes = volumesOf(timeline, EdlText({}, plan).room());
    for (qsizetype i = 0; i < volumes.size(); ++i) {
        exported.files.append(
            {.name = edlFileName(name, i, volumes.size()), .bytes = writer.list(timeline.name, volumes[i])});
    }
    if (volumes.size() > 1)
        exported.warnings.append(splitWarning(volumes.size()));
    return exported;
}

Result<Exported> write(const Selects &selects, const ExportOptions &options)
{
    if (const auto countable = edlCanCount(selects.media.facts.rate); !countable)
        return tl::unexpected(countable.error());
    const CutPlan plan = cutPlan(selects, options, false);
    const EdlWriter writer(plan, options.shape);
    return options.shape == TimelineShape::PerMoment ? perMoment(plan, writer)
                                                     : oneTimeline(plan, writer, selects.name);
}

} // namespace

ExportFormat edlExport()
{
    return {.key = "edl"_L1,
            .name = "CMX 3600 edit list"_L1,
            .suffix = suffix,
            .needsRate = true,
            .needsMedia = true,
            .hasShapes = true,
            .write = write};
}

} // namespace Viral
