// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/clients/openaisettings.h"
#include "core/clients/webhook.h"
#include "core/contract/request.h"
#include "core/contract/requestrules.h"

#include <QHash>
#include <QUrl>

#include <span>

namespace Viral {

/// Everything that can be set from outside the request, after all overrides (interface.md section 2).
struct EngineSettings
{
    Secret openAiKey = {};
    OpenAiBase openAiBase = officialBase();
    ApiMode apiMode = ApiMode::Auto;
    QString model = QStringLiteral("gpt-4o-mini");
    std::optional<double> temperature = {};
    std::optional<int> maxOutputTokens = {};
    /// REQUEST_TIMEOUT_SECONDS, of OpenAI's calls and webhooks alike.
    Milliseconds requestTimeout{30'000};
    /// MAX_CONCURRENCY; after withRequest() no more than the request wants.
    int maxConcurrency = 4;
    Secret webhookSecret = {};
    /// A result webhook without a progress webhook gets one at its address with /progress.
    bool derivesProgressWebhook = false;
    int webhookAttempts = 3;
    Milliseconds webhookBaseDelay{1'500};
    Milliseconds webhookLongestDelay{12'000};
    Secret runPodKey = {};
    QString runPodEndpoint = {};
    QUrl runPodBase = QUrl(QStringLiteral("https://api.runpod.ai/v2"));
    /// Folder of the library; empty for the usual one.
    QString library = {};

    bool operator==(const EngineSettings &) const = default;
};

/// How a variable's text is read.
enum class VariableType
{
    Text,
    Secret,
    WholeNumber,
    Number,
    Seconds,
    Switch,
    ApiMode,
    WebAddress,
};

/// One variable of the environment.
struct VariableRule
{
    QLatin1StringView name = {};
    VariableType type = VariableType::Text;
    /// Of numbers and seconds.
    Range range = {};
    /// The option of a request that is stronger; empty when there is none.
    QLatin1StringView option = {};
    /// What holds without it, as text; empty when there is nothing.
    QLatin1StringView standard = {};
};

/// Every variable of interface.md section 2, in its order.
std::span<const VariableRule> variableRules();

/// Names and values of the environment; others than those of variableRules() are not looked at.
using EnvironmentValues = QHash<QString, QString>;

/// \a settings (the defaults, or the desktop's) with what the environment says. A value that is empty, of the wrong
/// type or out of range is refused with its variable's name, all of them in one error.
Result<EngineSettings> withEnvironment(EngineSettings settings, const EnvironmentValues &environment);

/// \a settings with what the request says: its options, its key, and no more at once than it wants.
EngineSettings withRequest(EngineSettings settings, const Request &request);

/// The part that decides how the model is asked.
OpenAiSettings openAiSettings(const EngineSettings &settings);
/// The part that decides how webhooks are sent.
WebhookSettings webhookSettings(const EngineSettings &settings);

} // namespace Viral
