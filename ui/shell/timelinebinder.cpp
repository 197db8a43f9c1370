// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/timelinebinder.h"

#include "ui/models/funnelmodel.h"
#include "ui/models/rulewords.h"
#include "ui/shell/laterturns.h"
#include "ui/timeline/timelineview.h"
#include "ui/timeline/waveformreader.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

TimelineMoment timelineMoment(const ReviewedMoment &moment)
{
    return {.id = moment.id,
            .span = moment.current.span,
            .title = moment.current.title,
            .score = moment.current.scorecard.average(),
            .decision = moment.decision,
            .isEdited = moment.isEdited()};
}

QList<TimelineDropped> droppedCandidates(const Funnel &funnel)
{
    QList<TimelineDropped> dropped;
    for (const FunnelEntry &entry : funnel.entries) {
        const auto span = entry.refined ? entry.refined : entry.proposed;
        if (!entry.isKept() && span) {
            const QString number = entry.measured.isEmpty() ? QString() : u" · "_s + RuleWords::measured(entry);
            dropped.append({.number = entry.number, .span = *span, .label = stageName(entry.stage) + number});
        }
    }
    std::stable_sort(dropped.begin(), dropped.end(),
                     [](const TimelineDropped &a, const TimelineDropped &b) { return a.span.start < b.span.start; });
    return dropped;
}

QList<TimelineChunk> finishedChunks(const Work &work)
{
    QHash<int, QString> tokens;
    for (const ChunkUsage &usage : work.outcome.result.usage.value_or(Usage{}).byChunk) {
        const qint64 total = tokenCount(usage.counts, u"input_tokens") + tokenCount(usage.counts, u"output_tokens");
        tokens.insert(usage.chunkIndex, TimelineBinder::tr("%1 tokens").arg(QLocale().toString(total)));
    }
    QList<TimelineChunk> chunks;
    for (const Chunk &chunk : work.chunks)
        chunks.append(
            {.index = chunk.index, .span = chunk.span, .state = ChunkState::Done, .tokens = tokens.value(chunk.index)});
    return chunks;
}

/// In the folder of what can be made again.
WaveformCache waveformCache()
{
    return WaveformCache(QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/waveforms"_s);
}

/// Told without the brackets they stand in.
QList<TimelineSound> sounds(const QList<Sound> &heard)
{
    static const QRegularExpression brackets(u"^[\\[({*]+|[\\])}*]+$"_s);
    QList<TimelineSound> sounds;
    sounds.reserve(heard.size());
    for (const Sound &sound : heard)
        sounds.append({sound.span, QString(sound.text).remove(brackets).trimmed()});
    return sounds;
}

QList<RibbonPoint> ribbon(const QList<LexicalScore> &scores)
{
    QList<RibbonPoint> points;
    points.reserve(scores.size());
    for (const LexicalScore &score : scores)
        points.append({score.span, score.score * 10});
    return points;
}

} // namespace

TimelineBinder::TimelineBinder(ReviewDocument &document, PlayerTransport &transport, TimelineView &view,
                               QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_transport(transport)
    , m_view(view)
{
    connect(&document, &ReviewDocument::changed, this, &TimelineBinder::follow);
    connect(&transport, &PlayerTransport::positionChanged, &view, &TimelineView::setPlayhead);
    connect(&transport, &PlayerTransport::lateAt, &view, &TimelineView::setLatePicture);
    connect(&transport, &PlayerTransport::playingChanged, &view, &TimelineView::setPlaying);
    connect(&view, &TimelineView::seekRequested, &transport, &PlayerTransport::seek);
    connect(&view, &TimelineView::momentSelected, &document, &ReviewDocument::setCurrentMoment);
    connect(&view, &TimelineView::momentActivated, this, [this](const MomentId &id) {
        m_document.setCurrentMoment(id);
        Q_EMIT playRequested();
    });
    connect(&view, &TimelineView::droppedActivated, this, &TimelineBinder::droppedChosen);
    connect(&view, &TimelineView::edgeDragFinished, this, &TimelineBinder::edgeMoved);
}

TimelineBinder::~TimelineBinder() = default;

void TimelineBinder::follow(const DocumentChange &change)
{
    if (std::holds_alternative<WorkReplaced>(change)) {
        m_view.clear();
        m_runChunks.clear();
        showLater(Stale::Work);
    } else if (std::holds_alternative<OutcomeGrown>(change)) {
        showLater(Stale::Moments);
    } else if (std::holds_alternative<MediaChanged>(change)) {
        if (m_stale != Stale::Work)
            readWaveform();
    } else if (m_stale > Stale::Edits) {
        // What is shown in its turn is shown as it is then.
        return;
    } else if (std::holds_alternative<CurrentMomentChanged>(change)) {
        showLater(Stale::Edits);
    } else if (const auto *edited = std::get_if<MomentsEdited>(&change)) {
        m_edited += edited->moments;
        // An edge that was dragged must not jump back for a turn.
        if (movesOne(edited->moments))
            showEdited(std::exchange(m_edited, {}));
        else
            showLater(Stale::Edits);
    } else {
        showMoments();
    }
}

void TimelineBinder::showLater(Stale what)
{
    m_stale = std::max(m_stale, what);
    if (m_turns && m_document.isOpen())
        m_turns->ask(*this, [this] { showStale(); });
    else
        showStale();
}

void TimelineBinder::showStale()
{
    switch (std::exchange(m_stale, Stale::Nothing)) {
    case Stale::Work:
        showWork();
        break;
    case Stale::Moments:
        showGrown();
        break;
    case Stale::Edits:
        showEdits();
        break;
    case Stale::Nothing:
        break;
    }
}

void TimelineBinder::showEdits()
{
    showEdited(std::exchange(m_edited, {}));
    if (m_view.selected() != m_document.currentMoment())
        showCurrent();
}

bool TimelineBinder::movesOne(const QList<MomentId> &moments) const
{
    return std::ranges::any_of(moments, [this](const MomentId &id) {
        const qsizetype place = m_document.review().indexOf(id);
        const bool isInPlace = place >= 0 && place < m_moments.size() && m_moments.at(place).id == id;
        return !isInPlace || m_moments.at(place).span != m_document.review().moments().at(place).current.span;
    });
}

void TimelineBinder::showGrown()
{
    const bool isAnother = m_view.selected() != m_document.currentMoment();
    m_view.setDropped(droppedCandidates(m_document.work().outcome.funnel));
    showMoments();
    if (isAnother)
        showCurrent();
}

void TimelineBinder::showCurrent()
{
    m_view.setSelected(m_document.currentMoment());
    if (const ReviewedMoment *moment = m_document.current())
        m_view.reveal(moment->current.span);
}

void TimelineBinder::showWork()
{
    const Work &work = m_document.work();
    m_view.setDuration(work.source().end);
    m_view.setTranscript(work.index);
    showChunks();
    m_view.setDropped(droppedCandidates(work.outcome.funnel));
    m_view.setRibbon(ribbon(work.lexicalScores));
    m_view.setSounds(sounds(work.sounds));
    showMoments();
    m_view.setSelected(m_document.currentMoment());
    m_view.setPlayhead(m_transport.position());
    m_view.zoomToSource();
    readWaveform();
}

void TimelineBinder::showMoments()
{
    const QList<ReviewedMoment> &moments = m_document.review().moments();
    m_edited.clear();
    m_moments.clear();
    m_moments.reserve(moments.size());
    for (const ReviewedMoment &moment : moments)
        m_moments.append(timelineMoment(moment));
    m_view.setMoments(m_moments);
    showUsed();
}

void TimelineBinder::showEdited(const QList<MomentId> &moments)
{
    const Review &review = m_document.review();
    bool isOther = false;
    for (const MomentId &id : moments) {
        const qsizetype place = review.indexOf(id);
        if (review.moments().size() != m_moments.size() || place < 0 || m_moments.at(place).id != id) {
            showMoments();
            return;
        }
        // What the timeline does not show, a post or a star, is no reason to paint it anew.
        const TimelineMoment now = timelineMoment(review.moments().at(place));
        isOther |= std::exchange(m_moments[place], now) != now;
    }
    if (!isOther)
        return;
    m_view.setMoments(m_moments);
    showUsed();
}

void TimelineBinder::showUsed()
{
    QList<TimeSpan> used;
    for (const TimelineMoment &moment : std::as_const(m_moments)) {
        if (moment.decision == Decision::Kept)
            used.append(moment.span);
    }
    if (used != m_view.scene().used())
        m_view.setUsed(std::move(used));
}

void TimelineBinder::setChunkStates(const QList<TimelineChunk> &chunks)
{
    m_runChunks = chunks;
    showChunks();
}

void TimelineBinder::setChunkState(const TimelineChunk &chunk)
{
    const auto known = std::ranges::find(m_runChunks, chunk.index, &TimelineChunk::index);
    if (known == m_runChunks.end())
        m_runChunks.append(chunk);
    else
        *known = chunk;
    showChunks();
}

void TimelineBinder::showChunks()
{
    if (m_stale == Stale::Work)
        return;
    m_view.setChunks(m_runChunks.isEmpty() ? finishedChunks(m_document.work()) : m_runChunks);
}

void TimelineBinder::readWaveform()
{
    m_waveform.reset();
    m_view.setPeaks(nullptr);
    const QString path = m_document.work().mediaPath;
    m_isReadingSound = !path.isEmpty();
    m_view.setSoundNote(path.isEmpty() ? tr("No media file: there is no waveform") : tr("Reading the sound…"));
    if (path.isEmpty())
        return;
    m_waveform = std::make_unique<WaveformReader>(path, waveformCache());
    m_view.setPeaks(m_waveform->peaks());
    connect(m_waveform.get(), &WaveformReader::grown, &m_view, &TimelineView::peaksGrown);
    connect(m_waveform.get(), &WaveformReader::finished, this, [this] { m_isReadingSound = false; });
    connect(m_waveform.get(), &WaveformReader::failed, this, [this](const QString &text) {
        m_isReadingSound = false;
        m_view.setSoundNote(tr("No sound could be read"));
        Q_EMIT message(text);
    });
}

} // namespace Viral
