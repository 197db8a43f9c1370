// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/jsonreader.h"
#include "core/net/retrypolicy.h"

namespace Viral {

/// Why a service did not answer, by what can be done about it.
enum class OpenAiFault
{
    RateLimited,      ///< too many requests or tokens for now
    Overloaded,       ///< the service has too much to do
    ServerFault,      ///< the service failed
    LineFault,        ///< the line failed, or what came is no answer of such a service
    Billing,          ///< quota, credit or a spending limit
    Authentication,   ///< the key is not accepted
    Permission,       ///< the key, organisation or country may not
    ModelMissing,     ///< no such model for this key
    EndpointMissing,  ///< the server does not know this interface
    TooLong,          ///< the chunk does not fit the model or the account
    ParameterRefused, ///< one field of the request
    ContentPolicy,    ///< the service does not want to deal with this text
    BadRequest,       ///< something else in the request
    Cancelled,
};

struct OpenAiFailure
{
    OpenAiFault fault = OpenAiFault::LineFault;
    /// For people: the service's own words where it has any, without secrets.
    QString message = {};
    /// 0 when there was no answer.
    int status = 0;
    QString code = {};
    /// ParameterRefused: which one, as the service calls it.
    QString parameter = {};
    /// How long the service wants to be left alone, when it said so.
    std::optional<Milliseconds> wish = {};
    /// The service's name for the request, for its support.
    QString requestId = {};

    bool operator==(const OpenAiFailure &) const = default;
};

/// No other chunk can fare better: the whole job ends.
bool stopsTheJob(OpenAiFault fault);
/// Two smaller chunks may work.
bool asksToSplit(OpenAiFault fault);
/// What it means for asking the same again.
Trouble troubleOf(OpenAiFault fault);
/// The failure as an error of the program.
Error asError(const OpenAiFailure &failure);

/// What an error object says, whatever types its members have.
struct OpenAiErrorText
{
    QString message = {};
    QString type = {};
    QString code = {};
    QString parameter = {};

    bool operator==(const OpenAiErrorText &) const = default;
};

/// Reads {"error": {…}}, {"error": "…"}, a flat {"message", "code", …}, {"detail": …} or a list with one of them.
/// Nothing when \a value holds no error.
std::optional<OpenAiErrorText> readErrorText(const JsonValue &value);

/// Sorts an error by status and words. \a status is 200 for an error inside a good answer.
OpenAiFailure classify(int status, const OpenAiErrorText &text);

/// The failure of an answer with a status other than 2xx, with wish (a date is compared with \a now) and request
/// id from its headers.
OpenAiFailure readFailure(const HttpResponse &response, const QDateTime &now);
/// The failure of a call without an answer.
OpenAiFailure readFailure(const HttpError &error);

} // namespace Viral
