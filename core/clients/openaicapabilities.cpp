// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaicapabilities.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::array<QLatin1StringView, 7> effortNames{"none"_L1, "minimal"_L1, "low"_L1, "medium"_L1,
                                                       "high"_L1, "xhigh"_L1,   "max"_L1};

/// One bit an effort, in the order of effortNames.
using EffortSet = unsigned;
constexpr EffortSet none = 1, minimal = 2, lowToHigh = 4 | 8 | 16, xhigh = 32, most = 64;

struct Family
{
    QLatin1StringView name;
    TemperatureRule temperature = TemperatureRule::Never;
    EffortSet efforts = 0;
    int outputLimit = 128'000;
    bool breakpoints = false;
    bool verbosity = true;
};

// A longer name stands before the shorter one that it begins with.
constexpr std::array families{
    Family{"gpt-6-astra"_L1, TemperatureRule::Never, lowToHigh | xhigh | most, 128'000, true},
    Family{"gpt-6"_L1, TemperatureRule::WithoutEffort, none | lowToHigh | xhigh | most, 128'000, true},
    Family{"gpt-5.6"_L1, TemperatureRule::WithoutEffort, none | lowToHigh | xhigh | most, 128'000, true},
    Family{"gpt-5.5"_L1, TemperatureRule::WithoutEffort, none | lowToHigh | xhigh},
    Family{"gpt-5.4"_L1, TemperatureRule::WithoutEffort, none | lowToHigh | xhigh},
    Family{"gpt-5.2"_L1, TemperatureRule::WithoutEffort, none | lowToHigh | xhigh},
    Family{"gpt-5.1"_L1, TemperatureRule::WithoutEffort, none | lowToHigh},
    Family{"gpt-5-chat"_L1, TemperatureRule::Always, 0, 16'384, false, false},
    Family{"gpt-5"_L1, TemperatureRule::Never, minimal | lowToHigh},
    Family{"gpt-4.1"_L1, TemperatureRule::Always, 0, 32'768, false, false},
    Family{"gpt-4o"_L1, TemperatureRule::Always, 0, 16'384, false, false},
    Family{"o4-mini"_L1, TemperatureRule::Never, lowToHigh, 100'000, false, false},
    Family{"o3"_L1, TemperatureRule::Never, lowToHigh, 100'000, false, false},
    Family{"o1"_L1, TemperatureRule::Never, lowToHigh, 100'000, false, false},
};

/// The model that newer ones are taken for until the table knows them.
constexpr QLatin1StringView newestFamily = "gpt-6"_L1;

bool belongsTo(QStringView model, QLatin1StringView family)
{
    if (!model.startsWith(family, Qt::CaseInsensitive))
        return false;
    return model.size() == family.size() ||
           (!model.at(family.size()).isLetterOrNumber() && model.at(family.size()) != u'.');
}

bool isNewerThanTheTable(QStringView model)
{
    static const QRegularExpression version(u"^gpt-(\\d{1,3})(?:\\.\\d+)?(?:-|$)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = version.match(model);
    return match.hasMatch() && match.captured(1).toInt() >= 6;
}

const Family *familyOf(QStringView model)
{
    const auto find = [](QStringView name) {
        const auto family = std::find_if(families.begin(), families.end(),
                                         [&](const Family &candidate) { return belongsTo(name, candidate.name); });
        return family == families.end() ? nullptr : &*family;
    };
    if (const Family *family = find(model))
        return family;
    return isNewerThanTheTable(model) ? find(QString(newestFamily)) : nullptr;
}

/// The wanted effort, else the next one up that the model has, else its highest. Models of which nothing is known get
/// what the user wants and nothing else.
QString effortFor(const ModelTraits &traits, const QString &wanted)
{
    if (!traits.isKnown)
        return wanted;
    const QString effort = wanted.isEmpty() ? u"low"_s : wanted;
    const auto rank = [](QStringView name) {
        return std::find(effortNames.begin(), effortNames.end(), name) - effortNames.begin();
    };
    for (const QString &candidate : traits.efforts) {
        if (rank(candidate) >= rank(effort))
            return candidate;
    }
    return traits.efforts.isEmpty() ? QString() : traits.efforts.constLast();
}

std::optional<double> temperatureFor(const ModelTraits &traits, std::optional<double> wanted, const QString &effort)
{
    switch (traits.temperature) {
    case TemperatureRule::Always:
        return wanted;
    case TemperatureRule::WithoutEffort:
        return effort == "none"_L1 ? wanted : std::nullopt;
    case TemperatureRule::Never:
        break;
    }
    return std::nullopt;
}

int defaultOutputLimit(const ModelTraits &traits)
{
    // Room for eight moments with posts in a script that takes many tokens; thinking counts as output too.
    constexpr int forAnswer = 12'000;
    constexpr int withThinking = 32'000;
    constexpr int forUnknown = 8'192;
    if (!traits.isKnown)
        return forUnknown;
    return std::min(traits.outputLimit, traits.efforts.isEmpty() ? forAnswer : withThinking);
}

struct ParameterName
{
    QLatin1StringView name;
    OpenAiField field;
};

constexpr std::array parameterNames{
    ParameterName{"temperature"_L1, OpenAiField::Temperature},
    ParameterName{"reasoning"_L1, OpenAiField::Effort},
    ParameterName{"reasoning.effort"_L1, OpenAiField::Effort},
    ParameterName{"reasoning_effort"_L1, OpenAiField::Effort},
    ParameterName{"text.verbosity"_L1, OpenAiField::Verbosity},
    ParameterName{"verbosity"_L1, OpenAiField::Verbosity},
    ParameterName{"store"_L1, OpenAiField::Store},
    ParameterName{"prompt_cache_key"_L1, OpenAiField::CacheKey},
    ParameterName{"prompt_cache_options"_L1, OpenAiField::CacheOptions},
    ParameterName{"prompt_cache_breakpoint"_L1, OpenAiField::CacheOptions},
    ParameterName{"stream"_L1, OpenAiField::Stream},
    ParameterName{"stream_options"_L1, OpenAiField::StreamOptions},
    ParameterName{"include_obfuscation"_L1, OpenAiField::StreamOptions},
    ParameterName{"max_output_tokens"_L1, OpenAiField::OutputLimit},
};

} // namespace

std::optional<OpenAiField> fieldOfParameter(QStringView parameter, const OpenAiFields &refused)
{
    using enum OpenAiField;
    if (parameter == "max_completion_tokens"_L1 || parameter == "max_tokens"_L1) {
        // First the other name is tried, then none.
        if (refused.contains(CompletionTokensName) || refused.contains(OldTokensName))
            return OutputLimit;
        return parameter == "max_tokens"_L1 ? OldTokensName : CompletionTokensName;
    }
    if (parameter.startsWith("text.format"_L1) || parameter.startsWith("response_format"_L1) ||
        parameter == "text"_L1) {
        return refused.contains(JsonSchema) ? JsonObject : JsonSchema;
    }
    if (parameter.endsWith("role"_L1))
        return DeveloperRole;
    for (const ParameterName &known : parameterNames) {
        if (parameter == known.name || parameter.endsWith(u'.' + QString(known.name)) ||
            parameter.startsWith(QString(known.name) + u'.'))
            return known.field;
    }
    return std::nullopt;
}

void OpenAiMemory::refuse(const OpenAiBase &base, const QString &model, OpenAiField field)
{
    m_refused[{base.url, model}].insert(field);
}

OpenAiFields OpenAiMemory::refused(const OpenAiBase &base, const QString &model) const
{
    return m_refused.value({base.url, model});
}

void OpenAiMemory::preferChat(const OpenAiBase &base)
{
    m_chat.insert(base.url);
}

bool OpenAiMemory::prefersChat(const OpenAiBase &base) const
{
    return m_chat.contains(base.url);
}

void OpenAiMemory::noteWithoutModelList(const OpenAiBase &base)
{
    m_withoutModelList.insert(base.url);
}

bool OpenAiMemory::lacksModelList(const OpenAiBase &base) const
{
    return m_withoutModelList.contains(base.url);
}

ModelTraits traitsOf(QStringView model)
{
    const Family *family = familyOf(model);
    if (!family)
        return {};
    ModelTraits traits{.isKnown = true,
                       .temperature = family->temperature,
                       .outputLimit = family->outputLimit,
                       .cachesAtBreakpoints = family->breakpoints,
                       .takesVerbosity = family->verbosity};
    for (std::size_t i = 0; i < effortNames.size(); ++i) {
        if (family->efforts & (1U << i))
            traits.efforts.append(QString(effortNames[i]));
    }
    return traits;
}

RequestShape shapeFor(const OpenAiSettings &settings, bool isChat, const OpenAiFields &refused,
                      std::optional<int> outputLimit)
{
    using enum OpenAiField;
    const auto takes = [&refused](OpenAiField field) { return !refused.contains(field); };
    const ModelTraits traits = traitsOf(settings.model);
    const bool isOfficial = settings.base.host == OpenAiHost::Official;
    const bool isOpenAi = isOfficial || settings.base.host == OpenAiHost::Azure;

    RequestShape shape{.isChat = isChat, .model = settings.model};
    if (takes(Effort) && (isOpenAi || !settings.effort.isEmpty()))
        shape.effort = effortFor(traits, settings.effort);
    if (takes(Temperature))
        shape.temperature = temperatureFor(traits, settings.temperature, shape.effort);
    shape.sendsVerbosity = isOfficial && traits.takesVerbosity && takes(Verbosity);
    shape.sendsStore = isOpenAi && takes(Store);
    shape.sendsCacheKey = isOfficial && takes(CacheKey);
    shape.sendsCacheOptions = isOfficial && !isChat && traits.cachesAtBreakpoints && takes(CacheOptions);
    shape.streams = settings.streams && takes(Stream);
    shape.asksForStreamUsage = shape.streams && (isChat || isOfficial) && takes(StreamOptions);
    if (takes(OutputLimit))
        shape.outputLimit = outputLimit.value_or(settings.maxOutputTokens.value_or(defaultOutputLimit(traits)));
    shape.usesCompletionTokensName = takes(CompletionTokensName) && (isOpenAi || !takes(OldTokensName));
    shape.usesDeveloperRole = isOpenAi && takes(DeveloperRole);
    if (!takes(JsonSchema))
        shape.format = takes(JsonObject) ? RequestShape::Format::JsonObject : RequestShape::Format::Text;
    return shape;
}

std::optional<int> largerOutputLimit(QStringView model, int limit)
{
    const ModelTraits traits = traitsOf(model);
    const int most = traits.isKnown ? traits.outputLimit : 32'768;
    const int larger = limit > most / 2 ? most : limit * 2;
    return larger > limit ? std::optional(larger) : std::nullopt;
}

} // namespace Viral
