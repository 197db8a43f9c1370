// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runpodhost.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/handover.h"
#include "app/cli/interruption.h"
#include "core/base/timetext.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

RunPodHost::RunPodHost(EngineSettings settings, RunPodEndpoint endpoint)
    : m_settings(std::move(settings))
    , m_transport(m_scheduler)
    , m_client(std::move(endpoint), m_transport, m_scheduler)
{}

Result<std::unique_ptr<RunPodHost>> RunPodHost::make()
{
    const Result<EngineSettings> settings = settingsFromEnvironment();
    if (!settings)
        return tl::unexpected(settings.error());
    const Result<RunPodEndpoint> endpoint = runPodEndpoint(*settings);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    return std::unique_ptr<RunPodHost>(new RunPodHost(*settings, *endpoint));
}

Result<void> RunPodHost::openLibrary(const QCommandLineParser &parser)
{
    Result<std::unique_ptr<Library>> library = Library::open(libraryFolder(parser, m_settings));
    if (!library)
        return tl::unexpected(library.error());
    m_library = std::move(*library);
    for (const QString &notice : m_library->notices())
        printMessage(notice);
    return {};
}

RunPodServices RunPodHost::services()
{
    return {.client = m_client, .scheduler = m_scheduler, .clock = m_clock, .runs = m_library->runs()};
}

RunPodReply waitFor(RunPodCall *call)
{
    RunPodReply result = tl::unexpected(RunPodFailure{});
    QEventLoop loop;
    const Interruption interruption([call] { call->cancel(); });
    QObject::connect(call, &RunPodCall::finished, &loop, [&](const RunPodReply &reply) {
        result = reply;
        loop.quit();
    });
    loop.exec();
    return result;
}

Result<QString> jobArgument(const QString &text)
{
    if (isRunPodId(text))
        return text;
    return failure(ErrorKind::Usage, u"'%1' is not the id of a job."_s.arg(text));
}

int refuseReply(const RunPodFailure &why, const QString &jobId)
{
    if (why.fault == RunPodFault::Cancelled) {
        refuse(why.error, {});
        return Interrupted;
    }
    const bool isForgotten = why.fault == RunPodFault::NotFound && !jobId.isEmpty();
    return refuse(isForgotten ? forgottenJob(jobId) : why.error, {});
}

QString resultGoneText(const RunRecord &record, const QDateTime &now)
{
    if (!record.resultGoneAt.isValid())
        return {};
    const qint64 left = now.secsTo(record.resultGoneAt);
    QString text = left > 0 ? u"RunPod drops the result at %1, in %2."_s
                                  .arg(record.resultGoneAt.toLocalTime().toString(u"HH:mm:ss"_s))
                                  .arg(left < 120 ? u"%1 s"_s.arg(left) : u"%1 min"_s.arg(left / 60))
                            : u"RunPod has dropped the result, or is about to."_s;
    if (record.state == RunState::Succeeded && record.number > 0)
        text += u" Run %1 of the library keeps it."_s.arg(record.number);
    return text;
}

QString jobLine(const RunPodJob &job)
{
    QString line = job.word;
    if (job.delayTime)
        line += u", waited "_s + secondsText(*job.delayTime);
    if (job.executionTime)
        line += u", ran "_s + secondsText(*job.executionTime);
    if (job.retries > 0)
        line += u", given out again %1 times"_s.arg(job.retries);
    if (!job.workerId.isEmpty())
        line += u", worker "_s + job.workerId;
    return line;
}

} // namespace Viral::Cli
