// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/liveworkbinder.h"

#include "core/base/timetext.h"
#include "core/review/reviewid.h"
#include "ui/document/reviewdocument.h"
#include "ui/jobs/quotemodel.h"
#include "ui/jobs/runbar.h"
#include "ui/shell/timelinebinder.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <utility>

namespace Viral {

namespace {

ChunkState stateOf(const ChunkProgress &progress)
{
    switch (progress.state) {
    case ChunkProgress::State::Queued:
        return ChunkState::Queued;
    case ChunkProgress::State::Sent:
        return ChunkState::Running;
    case ChunkProgress::State::Retrying:
        return ChunkState::Retrying;
    case ChunkProgress::State::Done:
        return progress.wasKept ? ChunkState::Kept : ChunkState::Done;
    case ChunkProgress::State::Failed:
        return ChunkState::Failed;
    }
    return ChunkState::Queued;
}

QString noteOf(const ChunkProgress &progress)
{
    if (progress.isAskedElsewhere)
        return LiveWorkBinder::tr("Another run asks this; its answer is waited for and not paid twice.");
    if (progress.state != ChunkProgress::State::Retrying || progress.wait <= Milliseconds{0})
        return progress.reason;
    return LiveWorkBinder::tr("%1; again in %2.").arg(progress.reason, secondsText(progress.wait));
}

TimelineChunk chunkOf(const Chunk &chunk, const LiveRun &run)
{
    const LiveChunk live = run.chunkStates().value(chunk.index);
    const std::int64_t tokens = live.inputTokens + live.outputTokens;
    TimelineChunk shown{.index = chunk.index,
                        .span = chunk.span,
                        .state = stateOf(live.progress),
                        .tokens = tokens > 0 ? tokensText(tokens) : QString(),
                        .note = noteOf(live.progress)};
    // Nobody waits in the queue of a run that has ended.
    if (run.isFinished() && shown.state != ChunkState::Failed && tokens == 0 && !live.progress.wasKept &&
        live.progress.state != ChunkProgress::State::Done) {
        shown.state = ChunkState::Queued;
        shown.tokens = LiveWorkBinder::tr("not asked");
        shown.note.clear();
    }
    return shown;
}

/// True when both are copies of one, which is told without looking at ten hours of words.
bool areShared(const Transcript &one, const Transcript &other)
{
    return one.sentences.constData() == other.sentences.constData() &&
           one.words.constData() == other.words.constData();
}

/// What the work of a run is made of: everything that is known of its transcript when \a open is the same, else the
/// transcript alone.
Work basisOf(Work open, const Transcript &transcript)
{
    if (open.request.transcript == transcript)
        return open;
    Work basis;
    basis.index = TranscriptIndex(transcript);
    basis.speakers = open.speakers;
    return basis;
}

/// The work of a run as it stands: its request and chunks, and what \a basis holds of its outcome.
Work workOf(const LiveRun &run, Work basis)
{
    basis.request = run.request();
    basis.path = run.plan().source;
    basis.chunks = run.chunks();
    if (!run.mediaPath().isEmpty())
        basis.mediaPath = run.mediaPath();
    basis.review = reviewIdOf(run.id());
    basis.isLive = !run.isFinished();
    basis.arrivesWhole = run.record().kind == RunKind::RunPod;
    // Told when the file was opened.
    basis.problems = {};
    basis.notes.clear();
    basis.secondOpinion.reset();
    basis.quoteCheck.reset();
    return basis;
}

/// Before anything was found.
Work emptyWork(const LiveRun &run, Work basis)
{
    basis.outcome = {};
    basis.outcome.result.jobId = run.request().jobId;
    basis.outcome.result.metadata.model = run.record().model;
    basis.outcome.result.totalChunks = static_cast<int>(run.chunks().size());
    return workOf(run, std::move(basis));
}

} // namespace

LiveWorkBinder::LiveWorkBinder(ReviewDocument &document, TimelineBinder &timeline, RunBar &bar, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_timeline(timeline)
    , m_bar(bar)
{
    connect(&document, &ReviewDocument::changed, this, &LiveWorkBinder::follow);
}

void LiveWorkBinder::watch(LiveRun *run)
{
    watchFromAfar(run);
    if (!run)
        return;
    connect(run, &LiveRun::begun, this, &LiveWorkBinder::openWork);
    if (!run->chunks().isEmpty())
        openWork();
}

void LiveWorkBinder::watchFromAfar(LiveRun *run)
{
    if (m_run)
        disconnect(m_run, nullptr, this, nullptr);
    m_run = run;
    m_wasOpened = false;
    m_bar.setRun(run);
    m_bar.setShown(isShown());
    if (!run)
        return;
    connect(run, &LiveRun::chunkChanged, this, &LiveWorkBinder::showChunk);
    connect(run, &LiveRun::outcomeGrew, this, &LiveWorkBinder::takeOutcome);
    connect(run, &LiveRun::finished, this, &LiveWorkBinder::takeEnding);
}

bool LiveWorkBinder::isShown() const
{
    return m_run && m_document.isOpen() && m_document.work().review == reviewIdOf(m_run->id());
}

void LiveWorkBinder::openWork()
{
    if (m_wasOpened || m_run->chunks().isEmpty())
        return;
    m_wasOpened = true;
    m_before.reset();
    if (m_document.isOpen() && !m_document.work().isLive && !isShown())
        m_before = m_document.work();
    const bool isOpenFile = m_document.isOpen() && m_document.work().path == m_run->plan().source;
    if (!m_run->outcome() && isOpenFile &&
        areShared(m_document.work().request.transcript, m_run->request().transcript))
        m_document.open(emptyWork(*m_run, m_document.work()));
    else
        prepareWork(isOpenFile ? m_document.work() : Work{.speakers = m_document.work().speakers});
}

void LiveWorkBinder::prepareWork(const Work &open)
{
    auto *watcher = new QFutureWatcher<std::shared_ptr<Work>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, run = m_run, outcome = m_run->outcome()] {
        watcher->deleteLater();
        if (!run || run != m_run)
            return;
        Work basis = std::move(*watcher->result());
        m_opened = outcome;
        m_document.open(outcome ? workOf(*run, std::move(basis)) : emptyWork(*run, std::move(basis)));
        m_opened.reset();
    });
    watcher->setFuture(QtConcurrent::run([open, transcript = m_run->request().transcript, outcome = m_run->outcome(),
                                          review = reviewIdOf(m_run->id()), prepare = m_prepare] {
        auto work = std::make_shared<Work>(basisOf(open, transcript));
        work->review = review;
        work->outcome = outcome ? *outcome : AnalysisOutcome{};
        if (prepare)
            prepare(*work);
        return work;
    }));
}

void LiveWorkBinder::follow(const DocumentChange &change)
{
    if (!std::holds_alternative<WorkReplaced>(change))
        return;
    m_bar.setShown(isShown());
    Q_EMIT quoteChecked(isShown() ? m_run->quoteCheck() : m_document.work().quoteCheck);
    if (!isShown())
        return;
    showChunks();
    if (m_run->outcome() != m_opened)
        takeOutcome(m_run->outcome());
}

void LiveWorkBinder::showChunks()
{
    QList<TimelineChunk> chunks;
    for (const Chunk &chunk : m_run->chunks())
        chunks.append(chunkOf(chunk, *m_run));
    m_timeline.setChunkStates(chunks);
}

void LiveWorkBinder::showChunk(int index)
{
    if (isShown() && index >= 0 && index < m_run->chunks().size())
        m_timeline.setChunkState(chunkOf(m_run->chunks().at(index), *m_run));
}

void LiveWorkBinder::takeOutcome(const std::shared_ptr<const AnalysisOutcome> &outcome)
{
    if (outcome && isShown())
        m_document.grow(*outcome, m_run->isFinished() ? Growth::Complete : Growth::GoingOn);
}

void LiveWorkBinder::takeEnding()
{
    if (!isShown())
        return;
    showChunks();
    if (m_run->outcome())
        takeOutcome(m_run->outcome());
    else if (m_before)
        m_document.open(*std::exchange(m_before, std::nullopt));
    else
        m_document.grow(m_document.work().outcome, Growth::Complete);
    if (isShown())
        Q_EMIT quoteChecked(m_run->quoteCheck());
}

} // namespace Viral
