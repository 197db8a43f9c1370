// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/otioexport.h"

#include "core/base/files.h"
#include "core/exporters/cutplan.h"
#include "core/exporters/fileurl.h"
#include "core/exporters/momentnote.h"
#include "core/exporters/otiomoment.h"
#include "core/exporters/sourcelabel.h"
#include "core/json/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr auto suffix = ".otio"_L1;
constexpr auto mediaKey = "DEFAULT_MEDIA"_L1;

class OtioWriter
{
public:
    OtioWriter(const CutPlan &plan, const Selects &selects)
        : m_plan(plan)
        , m_selects(selects)
        , m_url(fileUrl(selects.media.path))
        , m_json(JsonWriter::Layout::Indented)
    {}

    QByteArray write(const CutTimeline &timeline, bool marksTimeline);

private:
    void begin(QLatin1StringView schema) { m_json.beginObject().member("OTIO_SCHEMA"_L1, schema); }
    void end() { m_json.endObject(); }
    void time(qint64 frames);
    void range(QLatin1StringView key, qint64 first, qint64 count);
    /// What stack, track, clip and gap have in common and say nothing with.
    void nothingElse();

    void timelineMetadata();
    void tracks(const CutTimeline &timeline, bool marksTimeline);
    void track(QLatin1StringView kind, const CutTimeline &timeline, bool marksClips);
    void gap(qint64 count);
    void clip(const Piece &piece, bool marked);
    void mediaReference();
    void markers(const Piece &piece, qint64 shift);
    void marker(const Cut &cut, qint64 first);

    const CutPlan &m_plan;
    const Selects &m_selects;
    QString m_url;
    JsonWriter m_json;
};

QByteArray OtioWriter::write(const CutTimeline &timeline, bool marksTimeline)
{
    begin("Timeline.1"_L1);
    m_json.member("name"_L1, timeline.name);
    timelineMetadata();
    m_json.key("global_start_time"_L1);
    time(hourFrame(m_plan.facts.rate, m_plan.dropsFrames));
    tracks(timeline, marksTimeline);
    end();
    return m_json.take();
}

void OtioWriter::time(qint64 frames)
{
    const FrameRate &rate = m_plan.facts.rate;
    begin("RationalTime.1"_L1);
    m_json.member("rate"_L1, static_cast<double>(rate.numerator) / static_cast<double>(rate.denominator));
    m_json.member("value"_L1, static_cast<double>(frames));
    end();
}

void OtioWriter::range(QLatin1StringView key, qint64 first, qint64 count)
{
    m_json.key(key);
    begin("TimeRange.1"_L1);
    m_json.key("start_time"_L1);
    time(first);
    m_json.key("duration"_L1);
    time(count);
    end();
}

void OtioWriter::nothingElse()
{
    m_json.key("effects"_L1).beginArray().endArray();
    m_json.member("enabled"_L1, true);
}

void OtioWriter::timelineMetadata()
{
    m_json.key("metadata"_L1).beginObject().key("viral_moments"_L1).beginObject();
    m_json.member("job_id"_L1, m_selects.result.jobId).member("model"_L1, m_selects.result.metadata.model);
    m_json.endObject().endObject();
}

void OtioWriter::tracks(const CutTimeline &timeline, bool marksTimeline)
{
    m_json.key("tracks"_L1);
    begin("Stack.1"_L1);
    m_json.member("name"_L1, "tracks"_L1);
    m_json.key("metadata"_L1).beginObject().endObject();
    m_json.key("source_range"_L1).null();
    nothingElse();
    m_json.key("markers"_L1).beginArray();
    for (const Piece &piece : timeline.pieces) {
        if (marksTimeline)
            markers(piece, piece.at - piece.source.first);
    }
    m_json.endArray();
    m_json.key("children"_L1).beginArray();
    if (m_plan.facts.hasVideo)
        track("Video"_L1, timeline, !marksTimeline);
    if (m_plan.facts.soundChannels > 0)
        track("Audio"_L1, timeline, !marksTimeline && !m_plan.facts.hasVideo);
    m_json.endArray();
    end();
}

void OtioWriter::track(QLatin1StringView kind, const CutTimeline &timeline, bool marksClips)
{
    begin("Track.1"_L1);
    m_json.member("name"_L1, kind).member("kind"_L1, kind);
    m_json.key("metadata"_L1).beginObject().endObject();
    m_json.key("source_range"_L1).null();
    nothingElse();
    m_json.key("markers"_L1).beginArray().endArray();
    m_json.key("children"_L1).beginArray();
    qint64 at = 0;
    for (const Piece &piece : timeline.pieces) {
        if (piece.at > at)
            gap(piece.at - at);
        clip(piece, marksClips);
        at = piece.end();
    }
    m_json.endArray();
    end();
}

void OtioWriter::gap(qint64 count)
{
    begin("Gap.1"_L1);
    m_json.member("name"_L1, ""_L1);
    m_json.key("metadata"_L1).beginObject().endObject();
    range("source_range"_L1, 0, count);
    nothingElse();
    m_json.key("markers"_L1).beginArray().endArray();
    end();
}

void OtioWriter::clip(const Piece &piece, bool marked)
{
    begin("Clip.2"_L1);
    m_json.member("name"_L1, piece.name);
    m_json.key("metadata"_L1).beginObject();
    if (marked && piece.cuts.size() == 1)
        writeMomentMetadata(m_json, piece.cuts.constFirst());
    m_json.endObject();
    range("source_range"_L1, m_plan.facts.startFrame + piece.source.first, piece.source.count());
    nothingElse();
    m_json.key("markers"_L1).beginArray();
    if (marked)
        markers(piece, m_plan.facts.startFrame);
    m_json.endArray();
    m_json.key("media_references"_L1).beginObject().key(mediaKey);
    mediaReference();
    m_json.endObject();
    m_json.member("active_media_reference_key"_L1, mediaKey);
    end();
}

void OtioWriter::mediaReference()
{
    begin("ExternalReference.1"_L1);
    m_json.member("name"_L1, m_plan.fileName);
    m_json.key("metadata"_L1).beginObject().endObject();
    range("available_range"_L1, m_plan.facts.startFrame, m_plan.mediaLength);
    m_json.key("available_image_bounds"_L1).null();
    m_json.member("target_url"_L1, m_url);
    end();
}

void OtioWriter::markers(const Piece &piece, qint64 shift)
{
    for (const Cut &cut : piece.cuts)
        marker(cut, cut.marked.first + shift);
}

void OtioWriter::marker(const Cut &cut, qint64 first)
{
    begin("Marker.2"_L1);
    m_json.member("name"_L1, cut.title);
    m_json.key("metadata"_L1).beginObject();
    writeMomentMetadata(m_json, cut);
    m_json.endObject();
    range("marked_range"_L1, first, cut.marked.count());
    m_json.member("color"_L1, decisionColour(cut.moment->decision));
    m_json.member("comment"_L1, momentNote(*cut.moment).join(u'\n'));
    end();
}

Result<Exported> write(const Selects &selects, const ExportOptions &options)
{
    const CutPlan plan = cutPlan(selects, options, false);
    Exported exported{.warnings = plan.warnings};
    for (const CutTimeline &timeline : plan.timelines) {
        const Cut &first = timeline.pieces.constFirst().cuts.constFirst();
        const QString name = options.shape == TimelineShape::PerMoment
                                 ? momentFileName(first.number, plan.timelines.size(), first.title, suffix)
                                 : safeFileName(selects.name, u"moments"_s) + suffix;
        const bool marksTimeline = options.shape == TimelineShape::Markers;
        exported.files.append({.name = name, .bytes = OtioWriter(plan, selects).write(timeline, marksTimeline)});
    }
    return exported;
}

} // namespace

ExportFormat otioExport()
{
    return {.key = "otio"_L1,
            .name = "OpenTimelineIO"_L1,
            .suffix = suffix,
            .needsRate = true,
            .needsMedia = true,
            .hasShapes = true,
            .write = write};
}

} // namespace Viral
