// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/environment.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using enum VariableType;

constexpr Range delays{0, 3600};

/// The range is the option's, so that the two can never part.
VariableRule ofOption(QLatin1StringView name, VariableType type, QLatin1StringView option,
                      QLatin1StringView standard = {})
{
    return {name, type, optionRange(QString(option)).value_or(Range{}), option, standard};
}

const auto &table()
{
    static const std::array rules{
        VariableRule{"OPENAI_API_KEY"_L1, Secret},
        ofOption("OPENAI_MODEL"_L1, Text, "openai_model"_L1, "gpt-4o-mini"_L1),
        ofOption("OPENAI_TEMPERATURE"_L1, Number, "openai_temperature"_L1),
        ofOption("OPENAI_MAX_OUTPUT_TOKENS"_L1, WholeNumber, "openai_max_output_tokens"_L1),
        VariableRule{"WEBHOOK_SECRET"_L1, Secret},
        ofOption("REQUEST_TIMEOUT_SECONDS"_L1, Seconds, "request_timeout_seconds"_L1, "30"_L1),
        ofOption("MAX_CONCURRENCY"_L1, WholeNumber, "max_concurrency"_L1, "4"_L1),
        VariableRule{"DERIVE_PROGRESS_WEBHOOK"_L1, Switch, {}, {}, "false"_L1},
        VariableRule{"WEBHOOK_RETRY_ATTEMPTS"_L1, WholeNumber, {1, 20}, {}, "3"_L1},
        VariableRule{"WEBHOOK_RETRY_BASE_DELAY_SECONDS"_L1, Seconds, delays, {}, "1.5"_L1},
        VariableRule{"WEBHOOK_RETRY_MAX_DELAY_SECONDS"_L1, Seconds, delays, {}, "12"_L1},
        VariableRule{"RUNPOD_API_KEY"_L1, Secret},
        VariableRule{"RUNPOD_ENDPOINT_ID"_L1, Text},
        VariableRule{"OPENAI_BASE_URL"_L1, WebAddress, {}, {}, "https://api.openai.com/v1"_L1},
        VariableRule{"OPENAI_API_MODE"_L1, VariableType::ApiMode, {}, {}, "auto"_L1},
        VariableRule{"RUNPOD_ENDPOINT_BASE_URL"_L1, WebAddress, {}, {}, "https://api.runpod.ai/v2"_L1},
        VariableRule{"VIRAL_MOMENTS_LIBRARY"_L1, Text},
    };
    return rules;
}

/// A plain decimal number: no "inf", no hexadecimal, no thousands.
std::optional<double> plainNumber(QStringView text)
{
    const auto isAllowed = [](QChar c) { return (c >= u'0' && c <= u'9') || QStringView(u"+-.eE").contains(c); };
    bool isNumber = std::all_of(text.begin(), text.end(), isAllowed);
    const double number = isNumber ? text.toDouble(&isNumber) : 0;
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<bool> switchState(const QString &text)
{
    const QString word = text.toLower();
    if (word == "true"_L1 || word == "1"_L1 || word == "yes"_L1 || word == "on"_L1)
        return true;
    if (word == "false"_L1 || word == "0"_L1 || word == "no"_L1 || word == "off"_L1)
        return false;
    return std::nullopt;
}

QString inWords(const VariableRule &rule)
{
    const QString range = u"from %1 to %2"_s.arg(rule.range.lowest, 0, 'g', 10).arg(rule.range.highest, 0, 'g', 10);
    switch (rule.type) {
    case WholeNumber:
        return u"a whole number "_s + range;
    case Number:
        return u"a number "_s + range;
    case Seconds:
        return u"a number of seconds "_s + range;
    case Switch:
        return u"true or false"_s;
    case VariableType::ApiMode:
        return u"auto, responses or chat"_s;
    case WebAddress:
        return u"a web address"_s;
    case Text:
    case VariableType::Secret:
        break;
    }
    return u"text"_s;
}

Milliseconds milliseconds(double seconds)
{
    return Milliseconds{std::llround(seconds * 1000)};
}

/// Takes the values one by one and remembers what was wrong with them.
class EnvironmentReader
{
public:
    explicit EnvironmentReader(const EnvironmentValues &environment)
        : m_environment(environment)
    {}

    /// The text of a variable; nothing when it is not set or empty (which is refused).
    std::optional<QString> text(QLatin1StringView name)
    {
        const auto found = m_environment.constFind(QString(name));
        if (found == m_environment.cend())
            return std::nullopt;
        const QString value = found->trimmed();
        if (!value.isEmpty())
            return value;
        refuse(name, u"is set but empty; unset it or give it a value"_s);
        return std::nullopt;
    }

    std::optional<double> number(QLatin1StringView name)
    {
        const std::optional<QString> value = text(name);
        if (!value)
            return std::nullopt;
        const VariableRule &rule = ruleOf(name);
        const std::optional<double> parsed = plainNumber(*value);
        const bool isWhole = parsed && std::trunc(*parsed) == *parsed;
        if (parsed && rule.range.contains(*parsed) && (isWhole || rule.type != WholeNumber))
            return parsed;
        refuse(name, u"must be %1, not \"%2\""_s.arg(inWords(rule), *value));
        return std::nullopt;
    }

    void refuse(QLatin1StringView name, const QString &why) { m_problems.append(name + u' ' + why); }
    void refuseValue(QLatin1StringView name, const QString &value)
    {
        refuse(name, u"must be %1, not \"%2\""_s.arg(inWords(ruleOf(name)), value));
    }

    void take(QLatin1StringView name, QString &target)
    {
        if (const auto value = text(name))
            target = *value;
    }
    void take(QLatin1StringView name, Viral::Secret &target)
    {
        if (const auto value = text(name))
            target = Viral::Secret(*value);
    }
    void take(QLatin1StringView name, Milliseconds &target)
    {
        if (const auto seconds = number(name))
            target = milliseconds(*seconds);
    }
    void take(QLatin1StringView name, int &target)
    {
        if (const auto count = number(name))
            target = static_cast<int>(*count);
    }

    const QStringList &problems() const { return m_problems; }

private:
    static const VariableRule &ruleOf(QLatin1StringView name)
    {
        return *std::find_if(table().begin(), table().end(),
                             [&](const VariableRule &rule) { return rule.name == name; });
    }

    const EnvironmentValues &m_environment;
    QStringList m_problems;
};

void takeOpenAi(EnvironmentReader &reader, EngineSettings &settings)
{
    reader.take("OPENAI_API_KEY"_L1, settings.openAiKey);
    reader.take("OPENAI_MODEL"_L1, settings.model);
    if (const auto temperature = reader.number("OPENAI_TEMPERATURE"_L1))
        settings.temperature = temperature;
    if (const auto tokens = reader.number("OPENAI_MAX_OUTPUT_TOKENS"_L1))
        settings.maxOutputTokens = static_cast<int>(*tokens);
    if (const auto text = reader.text("OPENAI_BASE_URL"_L1)) {
        const Result<OpenAiBase> base = parseBaseUrl(*text);
        if (base)
            settings.openAiBase = *base;
        else
            reader.refuse("OPENAI_BASE_URL"_L1, u"cannot be used. "_s + base.error().message);
    }
    if (const auto text = reader.text("OPENAI_API_MODE"_L1)) {
        const auto mode = apiModeFromText(text->toLower());
        if (mode)
            settings.apiMode = *mode;
        else
            reader.refuseValue("OPENAI_API_MODE"_L1, *text);
    }
    reader.take("REQUEST_TIMEOUT_SECONDS"_L1, settings.requestTimeout);
    reader.take("MAX_CONCURRENCY"_L1, settings.maxConcurrency);
}

void takeWebhooks(EnvironmentReader &reader, EngineSettings &settings)
{
    reader.take("WEBHOOK_SECRET"_L1, settings.webhookSecret);
    if (const auto text = reader.text("DERIVE_PROGRESS_WEBHOOK"_L1)) {
        const auto state = switchState(*text);
        settings.derivesProgressWebhook = state.value_or(false);
        if (!state)
            reader.refuseValue("DERIVE_PROGRESS_WEBHOOK"_L1, *text);
    }
    reader.take("WEBHOOK_RETRY_ATTEMPTS"_L1, settings.webhookAttempts);
    reader.take("WEBHOOK_RETRY_BASE_DELAY_SECONDS"_L1, settings.webhookBaseDelay);
    reader.take("WEBHOOK_RETRY_MAX_DELAY_SECONDS"_L1, settings.webhookLongestDelay);
}

void takeRunPod(EnvironmentReader &reader, EngineSettings &settings)
{
    reader.take("RUNPOD_API_KEY"_L1, settings.runPodKey);
    reader.take("RUNPOD_ENDPOINT_ID"_L1, settings.runPodEndpoint);
    const auto text = reader.text("RUNPOD_ENDPOINT_BASE_URL"_L1);
    if (!text)
        return;
    const QUrl url(*text, QUrl::StrictMode);
    // The key travels along, as with OpenAI: not unencrypted to other machines.
    if (url.isValid() && url.userInfo().isEmpty() && isAllowedWebhook(*text))
        settings.runPodBase = url;
    else
        reader.refuse("RUNPOD_ENDPOINT_BASE_URL"_L1, u"must be an https address, or http to this machine"_s);
}

} // namespace

std::span<const VariableRule> variableRules()
{
    return table();
}

Result<EngineSettings> withEnvironment(EngineSettings settings, const EnvironmentValues &environment)
{
    EnvironmentReader reader(environment);
    takeOpenAi(reader, settings);
    takeWebhooks(reader, settings);
    takeRunPod(reader, settings);
    reader.take("VIRAL_MOMENTS_LIBRARY"_L1, settings.library);
    if (!reader.problems().isEmpty())
        return failure(ErrorKind::Usage, reader.problems().join(u'\n'));
    return settings;
}

EngineSettings withRequest(EngineSettings settings, const Request &request)
{
    const RequestOptions &options = request.options;
    if (!request.openAiApiKey.isEmpty())
        settings.openAiKey = request.openAiApiKey;
    settings.model = options.openAiModel.value_or(settings.model);
    if (options.openAiTemperature)
        settings.temperature = options.openAiTemperature;
    if (options.openAiMaxOutputTokens)
        settings.maxOutputTokens = options.openAiMaxOutputTokens;
    if (options.requestTimeoutSeconds)
        settings.requestTimeout = milliseconds(*options.requestTimeoutSeconds);
    settings.maxConcurrency =
        std::min(settings.maxConcurrency, options.maxConcurrency.value_or(settings.maxConcurrency));
    return settings;
}

OpenAiSettings openAiSettings(const EngineSettings &settings)
{
    return {.base = settings.openAiBase,
            .key = settings.openAiKey,
            .mode = settings.apiMode,
            .model = settings.model,
            .temperature = settings.temperature,
            .maxOutputTokens = settings.maxOutputTokens,
            .longestSilence = settings.requestTimeout};
}

WebhookSettings webhookSettings(const EngineSettings &settings)
{
    return {.secret = settings.webhookSecret,
            .longestSilence = settings.requestTimeout,
            .attempts = settings.webhookAttempts,
            .baseDelay = settings.webhookBaseDelay,
            .longestDelay = settings.webhookLongestDelay};
}

} // namespace Viral
