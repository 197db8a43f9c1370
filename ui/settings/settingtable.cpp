// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingrules.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using P = Preferences;
using enum SettingType;

constexpr Range amounts{0.01, 1'000'000};
constexpr Range textSizes{100, 150};

/// The ranges are the environment's and the request's own, so that they can never part.
Range rangeOf(QLatin1StringView variable)
{
    const auto rules = variableRules();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const VariableRule &rule) { return rule.name == variable; });
    return found == rules.end() ? Range{} : found->range;
}

Range secondsOf(QStringView option)
{
    const Range milliseconds = optionRange(option).value_or(Range{});
    return {milliseconds.lowest / 1000, milliseconds.highest / 1000};
}

/// A setting that a variable of the environment is stronger than.
SettingRule shared(QLatin1StringView key, SettingType type, SettingRule::Place place, QLatin1StringView variable,
                   const char *name, const char *meaning)
{
    return {key, type, place, rangeOf(variable), variable, name, meaning};
}

/// A setting of the desktop alone.
SettingRule own(QLatin1StringView key, SettingType type, SettingRule::Place place, Range range, const char *name,
                const char *meaning)
{
    return {key, type, place, range, {}, name, meaning};
}

QList<SettingRule> serviceRules()
{
    return {
        shared(
            "openai/base_url"_L1, WebAddress, [](P &p) -> OpenAiBase & { return p.engine.openAiBase; },
            "OPENAI_BASE_URL"_L1, QT_TRANSLATE_NOOP("Viral::Settings", "Address of the service"),
            QT_TRANSLATE_NOOP("Viral::Settings", "With its version, such as /v1. Your key is sent there, so it is "
                                                 "https, or http on this computer and its network.")),
        shared(
            "openai/api_mode"_L1, Choice, [](P &p) -> ApiMode & { return p.engine.apiMode; }, "OPENAI_API_MODE"_L1,
            QT_TRANSLATE_NOOP("Viral::Settings", "Interface"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Automatic asks with Responses, and with Chat Completions where the "
                                                 "server knows only these.")),
        shared(
            "openai/model"_L1, Text, [](P &p) -> QString & { return p.engine.model; }, "OPENAI_MODEL"_L1,
            QT_TRANSLATE_NOOP("Viral::Settings", "Model"),
            QT_TRANSLATE_NOOP("Viral::Settings",
                              "Who reads the transcript. Test the connection to see which models your key may use.")),
        shared(
            "openai/temperature"_L1, Number, [](P &p) -> std::optional<double> & { return p.engine.temperature; },
            "OPENAI_TEMPERATURE"_L1, QT_TRANSLATE_NOOP("Viral::Settings", "Temperature"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Higher is more inventive, lower repeats itself more faithfully. "
                                                 "Many models take no temperature; leave it to the model then.")),
        shared(
            "openai/max_output_tokens"_L1, WholeNumber,
            [](P &p) -> std::optional<int> & { return p.engine.maxOutputTokens; }, "OPENAI_MAX_OUTPUT_TOKENS"_L1,
            QT_TRANSLATE_NOOP("Viral::Settings", "Longest answer in tokens"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Where an answer is cut off. Too low loses moments that were paid "
                                                 "for; thinking counts as well.")),
        shared(
            "runpod/endpoint"_L1, Text, [](P &p) -> QString & { return p.engine.runPodEndpoint; },
            "RUNPOD_ENDPOINT_ID"_L1, QT_TRANSLATE_NOOP("Viral::Settings", "Endpoint"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Its short id: the part behind /v2/ in the endpoint's address.")),
        shared(
            "runpod/base_url"_L1, WebAddress, [](P &p) -> QUrl & { return p.engine.runPodBase; },
            "RUNPOD_ENDPOINT_BASE_URL"_L1, QT_TRANSLATE_NOOP("Viral::Settings", "Address of RunPod"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Another one only for an endpoint that you serve yourself, such as "
                                                 "http://127.0.0.1:8000/v2.")),
    };
}

QList<SettingRule> runRules()
{
    return {
        own(
            "run/engine"_L1, Choice, [](P &p) -> std::optional<RunKind> & { return p.engineChoice; }, {},
            QT_TRANSLATE_NOOP("Viral::Settings", "Who finds the moments"),
            QT_TRANSLATE_NOOP("Viral::Settings",
                              "Automatic takes the model when there is a key, else the offline engine.")),
        shared(
            "run/max_concurrency"_L1, WholeNumber, [](P &p) -> int & { return p.engine.maxConcurrency; },
            "MAX_CONCURRENCY"_L1, QT_TRANSLATE_NOOP("Viral::Settings", "Questions at once"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Chunks that are asked at the same time, over all runs. More is "
                                                 "faster until the service's limits answer with waits.")),
        shared(
            "run/request_timeout_seconds"_L1, Seconds, [](P &p) -> Milliseconds & { return p.engine.requestTimeout; },
            "REQUEST_TIMEOUT_SECONDS"_L1, QT_TRANSLATE_NOOP("Viral::Settings", "Longest silence"),
            QT_TRANSLATE_NOOP("Viral::Settings", "How long a call may stay silent before it counts as broken; "
                                                 "twenty times that ends it in any case.")),
        own(
            "run/keep_going"_L1, Switch, [](P &p) -> bool & { return p.keepGoing; }, {},
            QT_TRANSLATE_NOOP("Viral::Settings", "Go on when a chunk fails"),
            QT_TRANSLATE_NOOP("Viral::Settings",
                              "Off: the run stops at the first chunk that fails for good, and the next run pays only "
                              "for what is missing. On: the other chunks are asked all the same.")),
        own(
            "chunks/duration_seconds"_L1, Seconds, [](P &p) -> Milliseconds & { return p.chunks.chunkDuration; },
            secondsOf(u"chunk_duration_ms"), QT_TRANSLATE_NOOP("Viral::Settings", "Length of a chunk"),
            QT_TRANSLATE_NOOP("Viral::Settings", "How much of the talk one question holds. Longer chunks cost less "
                                                 "overlap, shorter ones bring more moments.")),
        own(
            "chunks/overlap_seconds"_L1, Seconds, [](P &p) -> Milliseconds & { return p.chunks.chunkOverlap; },
            secondsOf(u"chunk_overlap_ms"), QT_TRANSLATE_NOOP("Viral::Settings", "Overlap"),
            QT_TRANSLATE_NOOP("Viral::Settings", "What two neighbours share, so that no moment is cut at a seam. "
                                                 "Smaller than a chunk.")),
        own(
            "chunks/minimum_seconds"_L1, Seconds, [](P &p) -> Milliseconds & { return p.chunks.minChunkDuration; },
            secondsOf(u"min_chunk_duration_ms"), QT_TRANSLATE_NOOP("Viral::Settings", "Shortest last chunk"),
            QT_TRANSLATE_NOOP("Viral::Settings", "A last chunk that is shorter joins the one before.")),
    };
}

QList<SettingRule> webhookRules()
{
    return {
        own(
            "webhooks/result_url"_L1, Webhook, [](P &p) -> QString & { return p.webhooks.resultUrl; }, {},
            QT_TRANSLATE_NOOP("Viral::Settings", "Results go to"),
            QT_TRANSLATE_NOOP("Viral::Settings", "New runs send their result to this address when they end. Empty: "
                                                 "nothing is sent.")),
        own(
            "webhooks/progress_url"_L1, Webhook, [](P &p) -> QString & { return p.webhooks.progressUrl; }, {},
            QT_TRANSLATE_NOOP("Viral::Settings", "Progress goes to"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Each chunk that is done or failed is told to this address.")),
        shared(
            "webhooks/derive_progress"_L1, Switch, [](P &p) -> bool & { return p.engine.derivesProgressWebhook; },
            "DERIVE_PROGRESS_WEBHOOK"_L1, QT_TRANSLATE_NOOP("Viral::Settings", "Progress beside the result"),
            QT_TRANSLATE_NOOP("Viral::Settings",
                              "Without an address of its own, progress goes to the result's with /progress.")),
        shared(
            "webhooks/attempts"_L1, WholeNumber, [](P &p) -> int & { return p.engine.webhookAttempts; },
            "WEBHOOK_RETRY_ATTEMPTS"_L1, QT_TRANSLATE_NOOP("Viral::Settings", "Tries"),
            QT_TRANSLATE_NOOP("Viral::Settings", "How often one message is sent before it is given up.")),
        shared(
            "webhooks/base_delay_seconds"_L1, Seconds, [](P &p) -> Milliseconds & { return p.engine.webhookBaseDelay; },
            "WEBHOOK_RETRY_BASE_DELAY_SECONDS"_L1, QT_TRANSLATE_NOOP("Viral::Settings", "First pause"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Before the second try; it doubles from try to try.")),
        shared(
            "webhooks/longest_delay_seconds"_L1, Seconds,
            [](P &p) -> Milliseconds & { return p.engine.webhookLongestDelay; }, "WEBHOOK_RETRY_MAX_DELAY_SECONDS"_L1,
            QT_TRANSLATE_NOOP("Viral::Settings", "Longest pause"),
            QT_TRANSLATE_NOOP("Viral::Settings", "No pause between two tries is longer.")),
    };
}

QList<SettingRule> deskRules()
{
    return {
        own(
            "budget/per_run"_L1, Money, [](P &p) -> std::optional<MicroDollars> & { return p.budgetPerRun; }, amounts,
            QT_TRANSLATE_NOOP("Viral::Settings", "At most for a run"),
            QT_TRANSLATE_NOOP("Viral::Settings", "A run stops before it costs more; what was paid for is kept.")),
        own(
            "budget/per_month"_L1, Money, [](P &p) -> std::optional<MicroDollars> & { return p.budgetPerMonth; },
            amounts, QT_TRANSLATE_NOOP("Viral::Settings", "At most in a month"),
            QT_TRANSLATE_NOOP("Viral::Settings", "All runs of a calendar month together.")),
        own(
            "review/author"_L1, Text, [](P &p) -> QString & { return p.author; }, {},
            QT_TRANSLATE_NOOP("Viral::Settings", "Your name"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Stands beside your decisions in reviews that you hand over.")),
        own(
            "look/colours"_L1, Choice, [](P &p) -> ThemeChoice & { return p.colours; }, {},
            QT_TRANSLATE_NOOP("Viral::Settings", "Colours"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Automatic follows the system.")),
        own(
            "look/text_size_percent"_L1, Percent, [](P &p) -> int & { return p.textSizePercent; }, textSizes,
            QT_TRANSLATE_NOOP("Viral::Settings", "Text size"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Of all text in the window, measured by the system's own.")),
        own(
            "look/reduced_motion"_L1, Switch, [](P &p) -> bool & { return p.reducesMotion; }, {},
            QT_TRANSLATE_NOOP("Viral::Settings", "Less motion"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Everything is there at once instead of moving into place.")),
        own(
            "look/language"_L1, Choice, [](P &p) -> std::optional<Language> & { return p.language; }, {},
            QT_TRANSLATE_NOOP("Viral::Settings", "Language"),
            QT_TRANSLATE_NOOP("Viral::Settings", "Automatic follows the system. Holds from the next start.")),
    };
}

} // namespace

std::span<const SettingRule> settingRules()
{
    static const QList<SettingRule> rules = serviceRules() + runRules() + webhookRules() + deskRules();
    return rules;
}

} // namespace Viral
