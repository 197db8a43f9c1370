// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/liverun.h"

#include "ui/desk/rundriver.h"

namespace Viral {

namespace {

constexpr int totalsEveryMs = 250;
constexpr int tickEveryMs = 1'000;

bool isOnItsWay(const LiveChunk &chunk)
{
    return chunk.progress.state == ChunkProgress::State::Sent || chunk.progress.state == ChunkProgress::State::Retrying;
}

} // namespace

LiveRun::LiveRun(RunDriver &driver, RunRecord record, RunPlan plan, Request request, int concurrency, QObject *owner)
    : QObject(owner)
    , m_record(std::move(record))
    , m_plan(std::move(plan))
    , m_request(std::move(request))
    , m_concurrency(concurrency)
    , m_driver(&driver)
{
    m_quote = m_plan.quote;
    m_clock.start();
    m_soon.setSingleShot(true);
    m_soon.setInterval(totalsEveryMs);
    m_everySecond.setInterval(tickEveryMs);
    connect(&m_soon, &QTimer::timeout, this, &LiveRun::totalsChanged);
    connect(&m_everySecond, &QTimer::timeout, this, &LiveRun::totalsChanged);
    m_everySecond.start();
    listenTo(driver);
}

LiveRun::~LiveRun() = default;

void LiveRun::listenTo(RunDriver &driver)
{
    connect(&driver, &RunDriver::recordChanged, this, &LiveRun::takeRecord);
    connect(&driver, &RunDriver::begun, this, &LiveRun::takeChunks);
    connect(&driver, &RunDriver::quoted, this, [this](const ModelForecast &quote) { m_quote = quote; });
    connect(&driver, &RunDriver::chunkChanged, this, &LiveRun::takeChunk);
    connect(&driver, &RunDriver::remoteStateChanged, this, [this](const QString &state) {
        m_remoteState = state;
        tellTotalsSoon();
    });
    connect(&driver, &RunDriver::outcomeGrew, this, &LiveRun::takeOutcome);
    connect(&driver, &RunDriver::told, this, &LiveRun::told);
    connect(&driver, &RunDriver::cancelRefused, this, [this] {
        m_isCancelling = false;
        Q_EMIT cancelRefused();
        tellTotalsSoon();
    });
    connect(&driver, &RunDriver::ended, this, &LiveRun::end);
}

void LiveRun::takeRecord(const RunRecord &record)
{
    m_record = record;
    Q_EMIT recordChanged();
    tellTotalsSoon();
}

void LiveRun::takeChunks(const Request &request, const QList<Chunk> &chunks)
{
    m_request = request;
    m_chunks = chunks;
    m_states = QList<LiveChunk>(chunks.size());
    m_sentAt = QList<Milliseconds>(chunks.size(), Milliseconds{0});
    Q_EMIT begun();
    tellTotalsSoon();
}

void LiveRun::takeChunk(int index, const LiveChunk &state)
{
    if (index < 0 || index >= m_states.size())
        return;
    const bool wasOnItsWay = isOnItsWay(m_states.at(index));
    m_states[index] = state;
    if (isOnItsWay(state) && !wasOnItsWay)
        m_sentAt[index] = elapsed();
    else if (state.progress.state == ChunkProgress::State::Done && wasOnItsWay && !state.progress.wasKept)
        m_took.append(elapsed() - m_sentAt.at(index));
    Q_EMIT chunkChanged(index);
    tellTotalsSoon();
}

void LiveRun::takeOutcome(const std::shared_ptr<const AnalysisOutcome> &outcome)
{
    m_outcome = outcome;
    Q_EMIT outcomeGrew(outcome);
    tellTotalsSoon();
}

void LiveRun::end(const LiveEnding &ending)
{
    if (m_ending)
        return;
    m_endedAfter = elapsed();
    m_ending = ending;
    m_isCancelling = false;
    m_everySecond.stop();
    m_soon.stop();
    m_remoteState.clear();
    m_driver->deleteLater();
    m_driver = nullptr;
    Q_EMIT totalsChanged();
    Q_EMIT finished(ending);
}

void LiveRun::cancel()
{
    if (m_ending || m_isCancelling)
        return;
    m_isCancelling = true;
    QMetaObject::invokeMethod(m_driver, &RunDriver::cancel, Qt::QueuedConnection);
    Q_EMIT totalsChanged();
}

Milliseconds LiveRun::elapsed() const
{
    return m_ending ? m_endedAfter : Milliseconds{m_clock.elapsed()};
}

void LiveRun::tellTotalsSoon()
{
    if (!m_soon.isActive() && !m_ending)
        m_soon.start();
}

RunTotals LiveRun::totals() const
{
    RunTotals totals = countChunks(m_states);
    totals.price = m_record.price;
    totals.elapsed = elapsed();
    totals.moments = m_outcome ? static_cast<int>(m_outcome->result.moments.size()) : m_record.momentCount;
    if (m_ending || m_states.isEmpty() || m_record.kind != RunKind::OpenAi)
        return totals;
    RunPace pace{
        .waiting = totals.chunks - totals.ended() - totals.onTheirWay, .took = m_took, .concurrency = m_concurrency};
    for (int i = 0; i < m_states.size(); ++i) {
        if (isOnItsWay(m_states.at(i)))
            pace.ages.append(totals.elapsed - m_sentAt.at(i));
    }
    if (m_quote)
        pace.expected = (m_quote->chunkTime.low + m_quote->chunkTime.high) / 2;
    totals.left = timeLeft(pace);
    return totals;
}

std::optional<ForecastCheck> LiveRun::quoteCheck() const
{
    if (!m_ending || !m_quote)
        return std::nullopt;
    const RunTotals totals = this->totals();
    return checkForecast(*m_quote, {.inputTokens = totals.inputTokens,
                                    .cachedTokens = totals.cachedTokens,
                                    .outputTokens = totals.outputTokens,
                                    .price = totals.price,
                                    .elapsed = totals.elapsed,
                                    .chunks = totals.done - totals.kept});
}

QString LiveRun::waitText() const
{
    int waiting = 0;
    int askedElsewhere = 0;
    const LiveChunk *longest = nullptr;
    for (const LiveChunk &chunk : m_states) {
        if (chunk.progress.state != ChunkProgress::State::Retrying)
            continue;
        if (chunk.progress.isAskedElsewhere) {
            ++askedElsewhere;
            continue;
        }
        ++waiting;
        if (!longest || longest->progress.wait < chunk.progress.wait)
            longest = &chunk;
    }
    // Nobody knows how long that takes, and nothing went wrong.
    const QString elsewhere =
        askedElsewhere > 0 ? tr(", %n are asked by another run and waited for", nullptr, askedElsewhere) : QString();
    if (!longest)
        return elsewhere;
    const int seconds = static_cast<int>((longest->progress.wait.count() + 999) / 1000);
    return elsewhere + tr(", %n wait for another try", nullptr, waiting) +
           (seconds > 0 ? tr(" (up to %1 s)").arg(seconds) : QString()) + tr(": %1").arg(longest->progress.reason);
}

QString LiveRun::stateText() const
{
    if (m_ending)
        return m_ending->error.message.isEmpty() ? m_ending->kept : m_ending->error.text();
    if (m_isCancelling)
        return tr("Is being cancelled");
    const QString remote = m_remoteState.isEmpty() ? QString() : tr("The job %1. ").arg(m_remoteState);
    if (m_states.isEmpty())
        return remote.isEmpty() ? tr("Is being prepared") : remote.trimmed();
    const RunTotals totals = countChunks(m_states);
    // Nothing was told of the chunks yet, and not every worker tells.
    if (!remote.isEmpty() && totals.ended() == 0 && totals.onTheirWay == 0)
        return remote.trimmed();
    QString text = remote + tr("%1 of %n chunks", nullptr, totals.chunks).arg(totals.ended());
    if (totals.onTheirWay > 0)
        text += tr(", %n on their way", nullptr, totals.onTheirWay);
    if (totals.failed > 0)
        text += tr(", %n failed", nullptr, totals.failed);
    return text + waitText();
}

} // namespace Viral
