// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/interruption.h"
#include "app/cli/jobhost.h"
#include "core/base/files.h"
#include "core/service/worker.h"

#include <QEventLoop>
#include <QProcessEnvironment>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

/// How often the event loop shows that it turns.
constexpr int aliveEveryMs = 30'000;

int refuseWork(const Error &error)
{
    printMessage(error.text());
    return error.kind == ErrorKind::Usage ? WrongUsage : JobFailed;
}

Result<WorkerSettings> readSettings(const QCommandLineParser &parser)
{
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    EnvironmentValues values;
    for (const QString &name : system.keys())
        values.insert(name, system.value(name));
    if (parser.isSet(u"jobs"_s))
        values.insert(u"VIRAL_MOMENTS_WORKER_JOBS"_s, parser.value(u"jobs"_s));
    return workerSettings(values, SystemClock().newId());
}

Result<JobRules> readRules(const QCommandLineParser &parser)
{
    const QString engine = parser.value(u"engine"_s);
    if (engine != "openai"_L1 && engine != "offline"_L1)
        return failure(ErrorKind::Usage, u"--engine is one of openai, offline; not '%1'."_s.arg(engine));
    const Result<EngineSettings> settings = settingsFromEnvironment();
    if (!settings)
        return tl::unexpected(settings.error());
    return JobRules{.settings = *settings, .engine = engine == "offline"_L1 ? JobEngine::Offline : JobEngine::OpenAi};
}

/// Writes \a file now and then for as long as the event loop turns, for a health check to look at its age.
void showLife(QTimer &timer, const QString &file)
{
    const auto show = [file] {
        if (const auto written = writeFile(file, "alive\n"); !written)
            printMessage(written.error().text());
    };
    QObject::connect(&timer, &QTimer::timeout, &timer, show);
    timer.start(aliveEveryMs);
    show();
}

int work(const QCommandLineParser &parser)
{
    const Result<WorkerSettings> settings = readSettings(parser);
    const Result<JobRules> rules = readRules(parser);
    if (!settings || !rules)
        return refuseWork(settings ? rules.error() : settings.error());
    const Result<ServedRunRules> keeping = readKeepDays(parser);
    if (!keeping)
        return refuseWork(keeping.error());
    const auto host = JobHost::open(libraryFolder(parser, rules->settings), rules->settings);
    if (!host)
        return refuseWork(host.error());

    Worker worker((*host)->servingServices(*keeping), *rules, *settings);
    QEventLoop loop;
    Worker::End end = Worker::End::Drained;
    QObject::connect(&worker, &Worker::logged, &loop,
                     [](WorkerLogLevel level, const QString &jobId, const QString &message) {
                         printOutput(workerLogLine(level, jobId, message) + '\n');
                     });
    QObject::connect(&worker, &Worker::finished, &loop, [&](Worker::End how) {
        end = how;
        loop.quit();
    });
    QTimer alive;
    if (parser.isSet(u"alive"_s))
        showLife(alive, parser.value(u"alive"_s));
    {
        const Interruption interruption([&worker] { worker.drain(); });
        worker.start();
        loop.exec();
    }
    (*host)->deliverWebhooks();
    return end == Worker::End::Drained ? Done : JobFailed;
}

} // namespace

Command workerCommand()
{
    return {.name = u"worker"_s,
            .summary = u"Run as a worker of a RunPod Serverless endpoint, driven by the RUNPOD_* variables."_s,
            .arguments = {},
            .options = {{u"engine"_s, u"openai or offline; there is no falling back."_s, u"NAME"_s, u"openai"_s},
                        {u"jobs"_s, u"Jobs at once, 1 to 64; else VIRAL_MOMENTS_WORKER_JOBS, else 1."_s, u"N"_s},
                        {u"alive"_s, u"Write this file twice a minute, for health checks."_s, u"FILE"_s},
                        keepDaysOption(),
                        libraryOption()},
            .run = work};
}

} // namespace Viral::Cli
