// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/timespan.h"
#include "core/contract/request.h"
#include "core/contract/serviceresult.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <array>
#include <functional>
#include <optional>

namespace Viral {

/// Who does the work of a run.
enum class RunKind
{
    OpenAi,  ///< this computer asks OpenAI
    Offline, ///< the engine without a model
    RunPod,  ///< a RunPod endpoint
};

inline constexpr std::array allRunKinds{RunKind::OpenAi, RunKind::Offline, RunKind::RunPod};

/// How far a run is.
enum class RunState
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,
    Interrupted, ///< its program ended before it did; what was paid for is kept
};

inline constexpr std::array allRunStates{RunState::Queued, RunState::Running,   RunState::Succeeded,
                                         RunState::Failed, RunState::Cancelled, RunState::Interrupted};

/// One run as lists show it: small, without request and result.
struct RunRecord
{
    RunId id = {};
    /// For people ("run 12"), counted up over the whole library; given by saveRun().
    qint64 number = 0;
    RunKind kind = RunKind::Offline;
    RunState state = RunState::Queued;
    QDateTime createdAt = {};
    QDateTime updatedAt = {};
    QString title = {};
    QString jobId = {};
    QString model = {};
    /// The file that was opened; empty when there was none.
    QString source = {};
    /// RunPod's endpoint and its id of the job; empty for runs of this computer.
    QString endpointId = {};
    QString remoteJobId = {};
    int totalChunks = 0;
    int finishedChunks = 0;
    int momentCount = 0;
    /// What was paid as far as it is known.
    std::optional<MicroDollars> price = {};
    /// When the other side forgets the result; invalid when it does not.
    QDateTime resultGoneAt = {};
    /// Why it failed; without keys.
    QString error = {};
    QString notes = {};
    /// Chunks that were to be asked anew although answers were kept (Chunk::index); empty as a rule.
    QList<int> freshChunks = {};
    /// How long it was at work, by a clock that nobody sets; nothing where that is not known.
    std::optional<Milliseconds> took = {};

    bool isFinished() const { return state != RunState::Queued && state != RunState::Running; }
    bool operator==(const RunRecord &) const = default;
};

/// Where runs are kept. All calls block and return when what they changed is on disk; failures are Storage errors.
class RunStore
{
public:
    virtual ~RunStore() = default;

    /// Adds the run or overwrites the one with its id; returns its number.
    virtual Result<qint64> saveRun(const RunRecord &run) = 0;
    /// Nothing for an unknown id; deleted runs are found too.
    virtual Result<std::optional<RunRecord>> run(const RunId &id) = 0;
    /// Newest first by number, whatever the clock said; at most \a limit, without deleted ones.
    virtual Result<QList<RunRecord>> runs(int limit) = 0;
    /// The same with deleted ones: what they cost was paid all the same.
    virtual Result<QList<RunRecord>> allRuns(int limit) { return runs(limit); }
    /// Runs that were queued or running when last saved, oldest first: to be followed again after a restart.
    virtual Result<QList<RunRecord>> unfinishedRuns() = 0;
    /// Hides a run from the lists or shows it again; nothing that was paid for goes away.
    virtual Result<void> setDeleted(const RunId &id, bool deleted) = 0;

    /// Makes several changes one: all of them are kept or none, and the disk is waited for once. \a changes calls this
    /// store and what shares its library, and ends with the first error. A store that cannot makes one after the other.
    virtual Result<void> together(const std::function<Result<void>()> &changes) { return changes(); }

    /// Documents of a saved run. The request is kept without its key.
    virtual Result<void> keepRequest(const RunId &id, const Request &request) = 0;
    virtual Result<void> keepResult(const RunId &id, const ServiceResult &result) = 0;
    /// \a json as analysis/funnelcodec.h writes it.
    virtual Result<void> keepFunnel(const RunId &id, const QByteArray &json) = 0;
    /// What was quoted before the run; \a json as run/forecastcodec.h writes it.
    virtual Result<void> keepQuote(const RunId &id, const QByteArray &json) = 0;

    /// Nothing when none was kept.
    virtual Result<std::optional<Request>> request(const RunId &id) = 0;
    virtual Result<std::optional<ServiceResult>> result(const RunId &id) = 0;
    virtual Result<std::optional<QByteArray>> funnel(const RunId &id) = 0;
    virtual Result<std::optional<QByteArray>> quote(const RunId &id) = 0;
};

} // namespace Viral
