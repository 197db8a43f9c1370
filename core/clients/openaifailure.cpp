// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaifailure.h"

#include "core/base/log.h"
#include "core/base/text.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qsizetype longestMessage = 500;

QString cleanMessage(const QString &text)
{
    return leftCodePoints(redacted(simplified(text)), longestMessage).toString();
}

/// Text, or a number as text: some servers give codes as numbers.
QString looseText(const std::optional<JsonValue> &value)
{
    if (!value)
        return {};
    if (const auto number = value->asInteger())
        return QString::number(*number);
    return value->asString().value_or(QString());
}

OpenAiErrorText errorObject(const JsonValue &value)
{
    return {.message = cleanMessage(looseText(value.member(u"message"))),
            .type = looseText(value.member(u"type")),
            .code = looseText(value.member(u"code")),
            .parameter = looseText(value.member(u"param"))};
}

bool isAnyOf(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(), [&](QLatin1StringView word) { return text == word; });
}

bool isBilling(const OpenAiErrorText &text)
{
    const auto isBillingWord = [](const QString &word) {
        return isAnyOf(word,
                       {"insufficient_quota"_L1, "credit_balance_exhausted"_L1, "organization_spend_limit_exceeded"_L1,
                        "project_spend_limit_exceeded"_L1, "organization_usage_limit_exceeded"_L1,
                        "billing_hard_limit_reached"_L1, "billing_not_active"_L1});
    };
    return isBillingWord(text.type) || isBillingWord(text.code);
}

/// A request larger than the whole limit can never pass; one that is merely larger than what is left can.
bool isLargerThanTheLimit(const QString &message)
{
    static const QRegularExpression numbers(u"Limit:? ([\\d,]+).*?Requested:? ([\\d,]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = numbers.match(message);
    if (!match.hasMatch() || !message.contains("too large"_L1, Qt::CaseInsensitive))
        return false;
    const auto number = [&](int group) { return match.captured(group).remove(u',').toLongLong(); };
    return number(2) > number(1);
}

bool isTooLong(const OpenAiErrorText &text)
{
    static const QRegularExpression words(
        u"context (window|length|size)|maximum context|prompt is too long|input is too long|too many (input )?tokens"_s,
        QRegularExpression::CaseInsensitiveOption);
    return isAnyOf(text.code, {"context_length_exceeded"_L1, "string_above_max_length"_L1}) ||
           isAnyOf(text.type, {"exceed_context_size_error"_L1}) || words.match(text.message).hasMatch();
}

/// The parameter that the message names, for servers that have no "param".
QString parameterInMessage(const QString &message)
{
    static const QRegularExpression words(
        u"(?:unsupported|unknown|unrecognized|unexpected|invalid)[a-z ]*?(?:parameter|value|argument|field)"
        "(?: supplied)?:? *['\"`]?([A-Za-z_][A-Za-z0-9_.\\[\\]]*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(message).captured(1);
}

QString refusedParameter(const OpenAiErrorText &text)
{
    const bool saysSo = isAnyOf(text.code, {"unsupported_parameter"_L1, "unsupported_value"_L1, "unknown_parameter"_L1,
                                            "invalid_value"_L1, "invalid_type"_L1, "integer_above_max_value"_L1,
                                            "invalid_json_schema"_L1});
    const QString inMessage = parameterInMessage(text.message);
    if (saysSo || !inMessage.isEmpty())
        return text.parameter.isEmpty() ? inMessage : text.parameter;
    // Without a code of its own a named parameter is still the one to blame.
    return text.code.isEmpty() || text.code == "400"_L1 ? text.parameter : QString();
}

bool isMissingModel(const OpenAiErrorText &text)
{
    static const QRegularExpression words(u"model\\b.*(not found|does not exist|not exist|unknown)|unknown model"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return text.code == "model_not_found"_L1 || words.match(text.message).hasMatch();
}

bool isMissingEndpoint(const OpenAiErrorText &text)
{
    static const QRegularExpression words(
        u"(endpoint|route|url|path)\\b.*(not supported|unsupported|not found|not implemented|unknown|invalid)|"
        "(unsupported|unknown|invalid) (endpoint|route|url|path)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(text.message).hasMatch();
}

OpenAiFault faultOfBadRequest(const OpenAiErrorText &text)
{
    if (isTooLong(text))
        return OpenAiFault::TooLong;
    if (isAnyOf(text.code, {"invalid_prompt"_L1, "content_filter"_L1, "content_policy_violation"_L1, "bio_policy"_L1}))
        return OpenAiFault::ContentPolicy;
    if (isAnyOf(text.code, {"invalid_api_key"_L1}))
        return OpenAiFault::Authentication;
    if (isMissingModel(text))
        return OpenAiFault::ModelMissing;
    if (!refusedParameter(text).isEmpty())
        return OpenAiFault::ParameterRefused;
    return isMissingEndpoint(text) ? OpenAiFault::EndpointMissing : OpenAiFault::BadRequest;
}

/// An error inside a good answer has only its words.
OpenAiFault faultOfWords(const OpenAiErrorText &text)
{
    if (isAnyOf(text.code, {"rate_limit_exceeded"_L1, "slow_down"_L1}) || text.type == "rate_limit_error"_L1)
        return OpenAiFault::RateLimited;
    if (isAnyOf(text.code, {"server_is_overloaded"_L1, "overloaded"_L1}) || text.type == "overloaded_error"_L1)
        return OpenAiFault::Overloaded;
    const OpenAiFault fault = faultOfBadRequest(text);
    // What cannot be placed is the service's own trouble.
    return fault == OpenAiFault::BadRequest ? OpenAiFault::ServerFault : fault;
}

OpenAiFault faultOf(int status, const OpenAiErrorText &text)
{
    if (isBilling(text))
        return OpenAiFault::Billing;
    switch (status) {
    case 401:
        return OpenAiFault::Authentication;
    case 402:
        return OpenAiFault::Billing;
    case 403:
        return OpenAiFault::Permission;
    case 404:
        return isMissingModel(text) ? OpenAiFault::ModelMissing : OpenAiFault::EndpointMissing;
    case 405:
    case 501:
        return OpenAiFault::EndpointMissing;
    case 408:
    case 409:
    case 425:
        return OpenAiFault::ServerFault;
    case 413:
        return OpenAiFault::TooLong;
    case 429:
        return isLargerThanTheLimit(text.message) ? OpenAiFault::TooLong : OpenAiFault::RateLimited;
    case 503:
    case 529:
        return OpenAiFault::Overloaded;
    default:
        break;
    }
    if (status >= 500)
        return OpenAiFault::ServerFault;
    if (status >= 400)
        return faultOfBadRequest(text);
    const int codeAsStatus = text.code.toInt();
    return codeAsStatus >= 400 && codeAsStatus < 600 ? faultOf(codeAsStatus, text) : faultOfWords(text);
}

QString ownMessage(int status)
{
    return u"The service answered with status %1"_s.arg(status);
}

} // namespace

bool stopsTheJob(OpenAiFault fault)
{
    using enum OpenAiFault;
    return fault == Billing || fault == Authentication || fault == Permission || fault == ModelMissing ||
           fault == EndpointMissing;
}

bool asksToSplit(OpenAiFault fault)
{
    return fault == OpenAiFault::TooLong;
}

Trouble troubleOf(OpenAiFault fault)
{
    switch (fault) {
    case OpenAiFault::RateLimited:
        return Trouble::RateLimited;
    case OpenAiFault::Overloaded:
        return Trouble::Overloaded;
    case OpenAiFault::ServerFault:
        return Trouble::ServerFault;
    case OpenAiFault::LineFault:
        return Trouble::LineFault;
    default:
        return Trouble::Final;
    }
}

Error asError(const OpenAiFailure &failure)
{
    ErrorKind kind = ErrorKind::Service;
    if (failure.fault == OpenAiFault::Cancelled)
        kind = ErrorKind::Cancelled;
    else if (stopsTheJob(failure.fault) || failure.fault == OpenAiFault::ContentPolicy)
        kind = ErrorKind::Refused;
    else if (failure.fault == OpenAiFault::LineFault)
        kind = ErrorKind::Network;
    const QString suffix = failure.requestId.isEmpty() ? QString() : u" (request %1)"_s.arg(failure.requestId);
    return {kind, failure.message + suffix};
}

std::optional<OpenAiErrorText> readErrorText(const JsonValue &value)
{
    if (value.isArray()) {
        std::optional<OpenAiErrorText> first;
        value.forEachElement([&](std::size_t index, const JsonValue &element) {
            if (index == 0 && element.isObject())
                first = readErrorText(element);
        });
        return first;
    }
    if (const auto error = value.member(u"error"); error && !error->isNull()) {
        if (const auto text = error->asString())
            return OpenAiErrorText{.message = cleanMessage(*text)};
        return error->isObject() ? std::optional(errorObject(*error)) : std::nullopt;
    }
    if (const auto detail = value.member(u"detail"); detail && !detail->isNull()) {
        const QString text = detail->asString().value_or(QString::fromUtf8(detail->rawText()));
        return OpenAiErrorText{.message = cleanMessage(text)};
    }
    const bool isFlat = value.member(u"message").has_value() && !value.member(u"choices") && !value.member(u"output");
    return isFlat ? std::optional(errorObject(value)) : std::nullopt;
}

OpenAiFailure classify(int status, const OpenAiErrorText &text)
{
    OpenAiFailure failure{.fault = faultOf(status, text), .message = text.message, .status = status, .code = text.code};
    if (failure.message.isEmpty())
        failure.message = text.code.isEmpty() ? ownMessage(status) : text.code;
    if (failure.fault == OpenAiFault::ParameterRefused)
        failure.parameter = refusedParameter(text);
    return failure;
}

OpenAiFailure readFailure(const HttpResponse &response, const QDateTime &now)
{
    std::optional<OpenAiErrorText> text;
    if (const auto document = JsonDocument::parse(response.body))
        text = readErrorText(document->root());
    OpenAiFailure failure = classify(response.status, text.value_or(OpenAiErrorText{}));
    failure.wish = serverWish(response.headers, now);
    failure.requestId = cleanMessage(QString::fromUtf8(headerValue(response.headers, "x-request-id")));
    return failure;
}

OpenAiFailure readFailure(const HttpError &error)
{
    switch (error.fault) {
    case HttpFault::Cancelled:
        return {.fault = OpenAiFault::Cancelled, .message = error.message};
    case HttpFault::BadRequest:
        return {.fault = OpenAiFault::BadRequest, .message = error.message};
    default:
        return {.fault = OpenAiFault::LineFault, .message = error.message};
    }
}

} // namespace Viral
