// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/modelrun.h"
#include "app/cli/offlinejob.h"
#include "app/cli/requestoptions.h"
#include "core/run/pricebook.h"

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

enum class Engine
{
    Auto,
    OpenAi,
    Offline,
};

Result<Engine> engineCalled(const QString &name)
{
    if (name == "auto"_L1)
        return Engine::Auto;
    if (name == "openai"_L1)
        return Engine::OpenAi;
    if (name == "offline"_L1)
        return Engine::Offline;
    return failure(ErrorKind::Usage, u"--engine is one of auto, openai, offline; not '%1'."_s.arg(name));
}

Result<RunWishes> readWishes(const QCommandLineParser &parser)
{
    const Result<ProgressStyle> style = progressStyle(parser.value(u"progress"_s));
    if (!style)
        return tl::unexpected(style.error());
    RunWishes wishes{.progress = *style, .output = parser.value(u"output"_s), .funnel = parser.value(u"funnel"_s)};
    if (const Result<void> distinct = checkDistinct(wishes); !distinct)
        return tl::unexpected(distinct.error());
    return wishes;
}

/// auto becomes one of the other two, and the user learns which and why.
Result<Engine> decide(Engine wanted, const EngineSettings &settings)
{
    const bool hasKey = !settings.openAiKey.isEmpty();
    if (wanted == Engine::Auto) {
        printMessage(hasKey ? u"Engine: OpenAI with %1, because a key is set."_s.arg(settings.model)
                            : u"Engine: offline, because no key for a model is set (OPENAI_API_KEY)."_s);
        return hasKey ? Engine::OpenAi : Engine::Offline;
    }
    // Servers on this machine or in the house want no key as a rule.
    if (wanted == Engine::OpenAi && !hasKey && settings.openAiBase.host != OpenAiHost::Local)
        return failure(ErrorKind::Usage,
                       u"There is no key for OpenAI: set OPENAI_API_KEY, or take --engine offline."_s);
    return wanted;
}

void warnAbout(const EngineSettings &settings, const QString &folder)
{
    if (settings.openAiBase.lacksVersion)
        printMessage(u"OPENAI_BASE_URL names no version; most services want one, as in https://host/v1."_s);
    const QString warning = shutdownWarning(readPrices(folder), settings.model, QDate::currentDate());
    if (!warning.isEmpty())
        printMessage(warning);
}

int runModel(const QCommandLineParser &parser, const Request &request, const EngineSettings &settings,
             const RunWishes &wishes)
{
    const QString folder = libraryFolder(parser, settings);
    warnAbout(settings, folder);
    const auto host = JobHost::open(folder, settings);
    if (!host)
        return refuse(host.error(), {.jobId = request.jobId});
    const QString source = parser.positionalArguments().constFirst();
    return runWithModel(**host,
                        {.request = request,
                         .settings = settings,
                         .source = source == "-"_L1 ? QString() : source,
                         .fresh = parser.isSet(u"fresh"_s),
                         .keepGoing = parser.isSet(u"keep-going"_s)},
                        wishes);
}

int findMoments(const QCommandLineParser &parser)
{
    const Result<Engine> wanted = engineCalled(parser.value(u"engine"_s));
    const Result<RunWishes> wishes = readWishes(parser);
    if (!wanted || !wishes) {
        printError(wanted ? wishes.error() : wanted.error());
        return WrongUsage;
    }
    if (const Result<void> places = checkPlaces(*wishes); !places)
        return refuse(places.error(), {});
    const Result<EngineSettings> outside = settingsFromEnvironment();
    if (!outside)
        return refuse(outside.error(), {});
    const Result<Request> request = readJob(parser);
    if (!request)
        return refuse(request.error(), {});
    const EngineSettings settings = withRequest(*outside, *request);
    const Result<Engine> engine = decide(*wanted, settings);
    if (!engine)
        return refuse(engine.error(), {.jobId = request->jobId});
    return *engine == Engine::OpenAi ? runModel(parser, *request, settings, *wishes)
                                     : runOffline(*request, settings, libraryFolder(parser, settings), *wishes);
}

} // namespace

Command runCommand()
{
    const QCommandLineOption engine(u"engine"_s, u"auto, openai or offline."_s, u"NAME"_s, u"auto"_s);
    const QCommandLineOption progress(u"progress"_s, u"auto, bar, json or none."_s, u"STYLE"_s, u"auto"_s);
    return {.name = u"run"_s,
            .summary = u"Find the moments of a payload or a transcript here."_s,
            .arguments = {u"INPUT"_s},
            .options =
                QList<QCommandLineOption>{
                    {{u"o"_s, u"output"_s}, u"Where to write; standard output if left out."_s, u"FILE"_s},
                    engine,
                    progress,
                    {u"funnel"_s, u"Write every candidate with what became of it."_s, u"FILE"_s},
                    {u"fresh"_s, u"Ask anew, also where an answer was already paid for."_s},
                    {u"keep-going"_s, u"Go on after a chunk that failed, and say so in the funnel."_s},
                    libraryOption(),
                } +
                requestOptions(),
            .run = findMoments};
}

} // namespace Viral::Cli
