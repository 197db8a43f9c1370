// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/httpmessage.h"

#include <optional>

namespace Viral {

/// Which of the two interfaces is spoken (OPENAI_API_MODE).
enum class ApiMode
{
    Auto, ///< Responses, and Chat Completions where the server does not know it
    Responses,
    Chat,
};

/// Reads "auto", "responses", "chat".
std::optional<ApiMode> apiModeFromText(QStringView text);

/// How the key is shown.
enum class AuthStyle
{
    Auto,   ///< ApiKey for Azure, else Bearer
    Bearer, ///< Authorization: Bearer …
    ApiKey, ///< api-key: …
};

/// Whose server it is; decides which fields are sent.
enum class OpenAiHost
{
    Official, ///< api.openai.com and its regions
    Azure,
    Local, ///< this machine or a private network
    Other, ///< gateways and other services
};

/// Where the service is (OPENAI_BASE_URL).
struct OpenAiBase
{
    /// With the version segment, without a slash at the end.
    QUrl url;
    OpenAiHost host = OpenAiHost::Official;
    /// True when the path names no version ("/v1"), which is nearly always a slip.
    bool lacksVersion = false;

    /// The endpoint "responses", "chat/completions" or "models"; a query of the base stays.
    QUrl endpoint(QLatin1StringView name) const;

    bool operator==(const OpenAiBase &) const = default;
};

/// Whether keys may travel unencrypted to other machines.
enum class PlainHttp
{
    OnlyNearby, ///< this machine and private networks
    Anywhere,   ///< the user has confirmed it
};

/// Reads a base URL as people paste it: white space, a slash or "/responses" or "/chat/completions" at the end are
/// taken off. Fails for anything but http(s), for user names or passwords in it, and for http where it is not allowed.
Result<OpenAiBase> parseBaseUrl(const QString &text, PlainHttp plainHttp = PlainHttp::OnlyNearby);

/// The default base.
OpenAiBase officialBase();

/// Everything that decides how a prompt is sent, after all overrides (interface.md section 2).
struct OpenAiSettings
{
    OpenAiBase base = officialBase();
    Secret key = {};
    ApiMode mode = ApiMode::Auto;
    AuthStyle auth = AuthStyle::Auto;
    QString model = QStringLiteral("gpt-4o-mini");
    /// Sent only where the model takes it.
    std::optional<double> temperature = {};
    /// Reasoning effort; empty for the default ("low" for models that reason).
    QString effort = {};
    /// Nothing: what suits the model.
    std::optional<int> maxOutputTokens = {};
    /// REQUEST_TIMEOUT_SECONDS.
    Milliseconds longestSilence{30'000};
    /// Answers as a stream, so that the line stays alive while the model thinks.
    bool streams = true;
    QString organization = {};
    QString project = {};
    /// Further headers of gateways; must not hold secrets.
    HttpHeaders furtherHeaders = {};

    bool operator==(const OpenAiSettings &) const = default;
};

} // namespace Viral
