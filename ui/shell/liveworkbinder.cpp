// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/liveworkbinder.h"

#include "core/base/timetext.h"
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

/// The work that a run begins with: its request and chunks, and nothing found yet.
Work emptyWork(const LiveRun &run, Work basis)
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
    basis.outcome = {};
    basis.outcome.result.jobId = run.request().jobId;
    basis.outcome.result.metadata.model = run.record().model;
    basis.outcome.result.totalChunks = static_cast<int>(run.chunks().size());
    return basis;
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
    // The transcript that is open: nothing of it has to be worked out again.
    if (m_document.isOpen() && m_document.work().path == m_run->plan().source &&
        m_document.work().request.transcript == m_run->request().transcript) {
        m_document.open(emptyWork(*m_run, m_document.work()));
        return;
    }
    auto *watcher = new QFutureWatcher<TranscriptIndex>(this);
    connect(watcher, &QFutureWatcher<TranscriptIndex>::finished, this, [this, watcher, run = m_run] {
        watcher->deleteLater();
        if (!run || run != m_run)
            return;
        Work basis;
        basis.index = watcher->result();
        basis.speakers = m_document.work().speakers;
        m_document.open(emptyWork(*run, std::move(basis)));
    });
    watcher->setFuture(
        QtConcurrent::run([transcript = m_run->request().transcript] { return TranscriptIndex(transcript); }));
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
    if (m_run->outcome())
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
