// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/net/qttransport.h"
#include "core/run/runpodrun.h"

#include <QCommandLineParser>

namespace Viral::Cli {

/// What the commands that talk to RunPod need around them.
class RunPodHost
{
public:
    /// Reads the environment; fails when key or endpoint are missing or wrong.
    static Result<std::unique_ptr<RunPodHost>> make();

    /// Opens the library that --library or the environment names.
    Result<void> openLibrary(const QCommandLineParser &parser);
    /// After openLibrary().
    RunPodServices services();

    RunPodClient &client() { return m_client; }
    Clock &clock() { return m_clock; }
    Scheduler &scheduler() { return m_scheduler; }
    RunStore &runs() { return m_library->runs(); }
    const EngineSettings &settings() const { return m_settings; }

private:
    RunPodHost(EngineSettings settings, RunPodEndpoint endpoint);

    EngineSettings m_settings;
    SystemClock m_clock;
    EventLoopScheduler m_scheduler;
    QtTransport m_transport;
    RunPodClient m_client;
    std::unique_ptr<Library> m_library;
};

/// Waits for the answer; an interruption ends it with Cancelled.
RunPodReply waitFor(RunPodCall *call);

/// Refuses text that cannot be a job's id.
Result<QString> jobArgument(const QString &text);

/// Tells why RunPod gave no answer about \a jobId (empty where it was not about a job); returns the exit status.
int refuseReply(const RunPodFailure &why, const QString &jobId);

/// "RunPod drops the result at 14:05, in 28 min." and where it is kept; empty when the time is not known.
QString resultGoneText(const RunRecord &record, const QDateTime &now);

/// "IN_PROGRESS, waited 2.0 s, ran 31.5 s, worker w1".
QString jobLine(const RunPodJob &job);

} // namespace Viral::Cli
