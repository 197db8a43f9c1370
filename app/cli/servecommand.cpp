// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/interruption.h"
#include "app/cli/jobhost.h"
#include "core/service/localendpoint.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral::Cli {

namespace {

/// How long an ending program waits for webhooks on their way.
constexpr Milliseconds longestEnding = 10s;
constexpr int mostJobs = 64;

/// What the options say.
struct ServeWishes
{
    LocalEndpointSettings endpoint = {};
    QHostAddress address = {};
    quint16 port = 0;
    JobRules rules = {};
    ServedRunRules keeping = {};
};

int refuseServing(const Error &error)
{
    printMessage(error.text());
    return error.kind == ErrorKind::Usage ? WrongUsage : JobFailed;
}

Result<int> numberOption(const QCommandLineParser &parser, const QString &name, int least, int most)
{
    bool isNumber = false;
    const int number = parser.value(name).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return failure(ErrorKind::Usage, u"--%1 wants a number from %2 to %3."_s.arg(name).arg(least).arg(most));
    return number;
}

Result<QHostAddress> hostOption(const QCommandLineParser &parser)
{
    const QString host = parser.value(u"host"_s);
    const QHostAddress address = host == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (address.isNull())
        return failure(ErrorKind::Usage, u"--host wants an address of this machine, not '%1'."_s.arg(host));
    return address;
}

Result<JobEngine> engineOption(const QCommandLineParser &parser)
{
    const QString engine = parser.value(u"engine"_s);
    if (engine == "openai"_L1)
        return JobEngine::OpenAi;
    if (engine == "offline"_L1)
        return JobEngine::Offline;
    return failure(ErrorKind::Usage, u"--engine wants openai or offline, not '%1'."_s.arg(engine));
}

Result<Secret> keyOption(const QCommandLineParser &parser, const EngineSettings &settings)
{
    if (!parser.isSet(u"key"_s))
        return settings.runPodKey;
    if (parser.value(u"key"_s).isEmpty())
        return failure(ErrorKind::Usage, u"--key is empty."_s);
    return Secret(parser.value(u"key"_s));
}

Result<ServeWishes> readWishes(const QCommandLineParser &parser)
{
    const auto settings = settingsFromEnvironment();
    if (!settings)
        return tl::unexpected(settings.error());
    const auto address = hostOption(parser);
    if (!address)
        return tl::unexpected(address.error());
    const auto port = numberOption(parser, u"port"_s, 0, 65535);
    if (!port)
        return tl::unexpected(port.error());
    const auto jobs = numberOption(parser, u"jobs"_s, 1, mostJobs);
    if (!jobs)
        return tl::unexpected(jobs.error());
    const auto engine = engineOption(parser);
    if (!engine)
        return tl::unexpected(engine.error());
    const auto key = keyOption(parser, *settings);
    if (!key)
        return tl::unexpected(key.error());
    const auto keeping = readKeepDays(parser);
    if (!keeping)
        return tl::unexpected(keeping.error());
    const QString endpointId = parser.value(u"endpoint-id"_s);
    if (!isRunPodId(endpointId))
        return failure(ErrorKind::Usage, u"--endpoint-id wants letters, digits, '-' and '_'."_s);
    return ServeWishes{.endpoint = {.endpointId = endpointId, .key = *key, .jobs = *jobs},
                       .address = *address,
                       .port = static_cast<quint16>(*port),
                       .rules = {.settings = *settings, .engine = *engine},
                       .keeping = *keeping};
}

QString addressText(const ServeWishes &wishes, quint16 port)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(wishes.address.toString());
    url.setPort(port);
    url.setPath(u"/v2/"_s + wishes.endpoint.endpointId);
    return url.toString();
}

/// Waits until no job is left and the webhooks on their way are through; a second interruption kills.
void endServing(LocalEndpoint &endpoint, Scheduler &scheduler)
{
    printMessage(u"Ending; open jobs are cancelled."_s);
    QEventLoop loop;
    QObject::connect(&endpoint, &LocalEndpoint::idle, &loop, &QEventLoop::quit);
    endpoint.shutDown();
    // At least one turn, so that what was answered last leaves.
    const auto limit =
        scheduler.after(endpoint.isIdle() ? Milliseconds(100ms) : longestEnding, [&loop] { loop.quit(); });
    loop.exec();
}

int serve(const QCommandLineParser &parser)
{
    const Result<ServeWishes> wishes = readWishes(parser);
    if (!wishes)
        return refuseServing(wishes.error());
    const auto host = JobHost::open(libraryFolder(parser, wishes->rules.settings), wishes->rules.settings);
    if (!host)
        return refuseServing(host.error());
    const RunServices services = (*host)->servingServices(wishes->keeping);
    RunnerExecutor executor(services, wishes->rules);
    LocalEndpoint endpoint(wishes->endpoint, executor, services.transport, services.scheduler, services.clock);
    const Result<quint16> port = endpoint.listen(wishes->address, wishes->port);
    if (!port)
        return refuseServing(port.error());

    QEventLoop loop;
    QObject::connect(&endpoint, &LocalEndpoint::jobChanged, &loop,
                     [](const QString &id, const QString &state) { printMessage(id + u": "_s + state); });
    auto interruption = std::make_unique<Interruption>([&loop] { loop.quit(); });
    printMessage(u"Serving %1; Ctrl+C ends it."_s.arg(addressText(*wishes, *port)));
    if (wishes->endpoint.key.isEmpty())
        printMessage(u"No key is set, so any key will do from this machine (--key or RUNPOD_API_KEY)."_s);
    if (wishes->rules.engine == JobEngine::OpenAi && wishes->rules.settings.openAiKey.isEmpty())
        printMessage(u"OPENAI_API_KEY is not set: jobs that bring no key of their own will fail."_s);
    loop.exec();
    interruption.reset();
    endServing(endpoint, services.scheduler);
    (*host)->deliverWebhooks();
    return Done;
}

} // namespace

Command serveCommand()
{
    return {.name = u"serve"_s,
            .summary = u"Be an endpoint with RunPod's client API on this machine."_s,
            .arguments = {},
            .options = {{u"host"_s, u"Address to listen on; one that others can reach needs a key."_s, u"ADDRESS"_s,
                         u"127.0.0.1"_s},
                        {u"port"_s, u"Where to listen; 0 takes a free one."_s, u"PORT"_s, u"8000"_s},
                        {u"endpoint-id"_s, u"The endpoint's name in addresses."_s, u"ID"_s, u"local"_s},
                        {u"key"_s, u"What clients have to show; else RUNPOD_API_KEY."_s, u"KEY"_s},
                        {u"jobs"_s, u"How many jobs are done at once."_s, u"N"_s, u"1"_s},
                        {u"engine"_s, u"Who finds the moments: openai or offline."_s, u"ENGINE"_s, u"openai"_s},
                        keepDaysOption(),
                        libraryOption()},
            .run = serve};
}

} // namespace Viral::Cli
