// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/openaisettings.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Viral {

/// A part of the request that some server may not take and that can be left out.
enum class OpenAiField
{
    Temperature,
    Effort,
    Verbosity,
    Store,
    CacheKey,
    CacheOptions,
    Stream,
    StreamOptions,
    OutputLimit,          ///< the whole limit
    CompletionTokensName, ///< chat: the name max_completion_tokens; without it max_tokens
    OldTokensName,        ///< chat: the name max_tokens; without it max_completion_tokens
    DeveloperRole,        ///< without it the role is "system"
    JsonSchema,           ///< without it "json_object", the schema as text
    JsonObject,           ///< without it plain text, the schema as text
};

using OpenAiFields = QSet<OpenAiField>;

/// The field that a server means when it refuses \a parameter ("temperature", "text.verbosity", "response_format");
/// \a refused is what has been left out already. Nothing for what the request cannot do without.
std::optional<OpenAiField> fieldOfParameter(QStringView parameter, const OpenAiFields &refused);

/// What servers have taught: lives as long as the program, shared by all runs. Keyed by base URL, so that one server's
/// habits are not another's.
class OpenAiMemory
{
public:
    void refuse(const OpenAiBase &base, const QString &model, OpenAiField field);
    OpenAiFields refused(const OpenAiBase &base, const QString &model) const;

    void preferChat(const OpenAiBase &base);
    bool prefersChat(const OpenAiBase &base) const;

    void noteWithoutModelList(const OpenAiBase &base);
    bool lacksModelList(const OpenAiBase &base) const;

private:
    QHash<QPair<QUrl, QString>, OpenAiFields> m_refused;
    QSet<QUrl> m_chat;
    QSet<QUrl> m_withoutModelList;
};

/// When a model takes a temperature.
enum class TemperatureRule
{
    Always,
    WithoutEffort, ///< only when the effort "none" is sent with it
    Never,
};

/// What is known of a family of models.
struct ModelTraits
{
    bool isKnown = false;
    TemperatureRule temperature = TemperatureRule::Always;
    /// Reasoning efforts from little to much; empty for models that do not reason.
    QStringList efforts = {};
    /// Most output tokens the model gives.
    int outputLimit = 16'384;
    /// Caches at breakpoints that the request sets, and charges for writing (since GPT-5.6).
    bool cachesAtBreakpoints = false;
    bool takesVerbosity = false;

    bool operator==(const ModelTraits &) const = default;
};

/// Traits by the model's name: longest known family, without case, ending at a name boundary. Unknown GPT models newer
/// than the table are taken for the newest known; anything else is unknown.
ModelTraits traitsOf(QStringView model);

/// How a request looks: what is in it and under which name.
struct RequestShape
{
    bool isChat = false;
    QString model;
    std::optional<double> temperature = {};
    /// Empty: not sent.
    QString effort = {};
    bool sendsVerbosity = false;
    bool sendsStore = false;
    bool sendsCacheKey = false;
    bool sendsCacheOptions = false;
    bool streams = false;
    bool asksForStreamUsage = false;
    /// 0: not sent.
    int outputLimit = 0;
    bool usesCompletionTokensName = false;
    bool usesDeveloperRole = false;
    enum class Format
    {
        JsonSchema,
        JsonObject,
        Text,
    };
    Format format = Format::JsonSchema;

    bool operator==(const RequestShape &) const = default;
};

/// The shape for a server and model, without what has been refused. \a outputLimit replaces the limit of the settings.
RequestShape shapeFor(const OpenAiSettings &settings, bool isChat, const OpenAiFields &refused,
                      std::optional<int> outputLimit = {});

/// Twice \a limit, not over what the model gives; nothing when that is no more.
std::optional<int> largerOutputLimit(QStringView model, int limit);

} // namespace Viral
