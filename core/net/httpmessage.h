// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/base/timespan.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>
#include <tl/expected.hpp>

namespace Viral {

/// One header line.
struct HttpHeader
{
    QByteArray name;
    QByteArray value;

    bool operator==(const HttpHeader &) const = default;
};

using HttpHeaders = QList<HttpHeader>;

/// The value of the first header called \a name (compared without case), empty when there is none.
QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);

/// A header whose value is a secret: it becomes text only in the moment in which the request is handed to the network.
struct SecretHeader
{
    QByteArray name;
    /// Stands in front of the secret: "Bearer ".
    QByteArray prefix;
    Secret secret;

    bool operator==(const SecretHeader &) const = default;
};

/// Longest waits of one HTTP call. A limit that is zero or less means its default, never "no limit".
struct HttpDeadlines
{
    /// Until the request is on its way: name, connection, TLS.
    Milliseconds connect{10'000};
    /// From there to the first byte of the answer.
    Milliseconds firstByte{30'000};
    /// Between two bytes of the answer.
    Milliseconds silence{30'000};
    /// From sending to the last byte.
    Milliseconds total{600'000};

    bool operator==(const HttpDeadlines &) const = default;
};

/// The deadlines that follow from REQUEST_TIMEOUT_SECONDS (interface.md section 2): \a longestSilence for every wait, a
/// total of twenty times that.
HttpDeadlines deadlinesFor(Milliseconds longestSilence);

/// What is to be asked.
struct HttpRequest
{
    QByteArray method = QByteArrayLiteral("POST");
    QUrl url;
    HttpHeaders headers = {};
    QList<SecretHeader> secretHeaders = {};
    QByteArray body = {};
    HttpDeadlines deadlines = {};
    /// An answer with a longer body is an error.
    qint64 largestBody = 16LL * 1024 * 1024;

    bool operator==(const HttpRequest &) const = default;
};

/// What came back; any status but a redirection.
struct HttpResponse
{
    int status = 0;
    HttpHeaders headers = {};
    QByteArray body = {};
    /// From sending to the last byte of this one attempt.
    Milliseconds elapsed{0};

    bool isSuccess() const { return status >= 200 && status < 300; }
    bool operator==(const HttpResponse &) const = default;
};

/// Why there is no answer.
enum class HttpFault
{
    Cancelled,      ///< by cancel()
    BadRequest,     ///< the URL or the method cannot be used; nothing was sent
    Unreachable,    ///< no such host, refused, no way there
    ConnectTimeout, ///< not connected in time
    Tls,            ///< the certificate or the handshake was not acceptable
    ConnectionLost, ///< closed before the first byte of the answer
    AnswerCut,      ///< closed within the answer
    NoAnswer,       ///< no first byte in time
    Silence,        ///< the answer stopped flowing
    TotalTimeout,   ///< not finished in time
    TooLarge,       ///< more than HttpRequest::largestBody
    Redirected,     ///< the server sends elsewhere; that is never followed, the key would go along
    Protocol,       ///< what came is not HTTP
};

struct HttpError
{
    HttpFault fault = HttpFault::Protocol;
    /// For people, without secrets.
    QString message = {};
    /// The line had served an earlier request: when such a one dies before the first byte, it was merely stale.
    bool reusedConnection = false;

    bool operator==(const HttpError &) const = default;
};

/// How a call ended: an answer of whatever status, or none.
using HttpOutcome = tl::expected<HttpResponse, HttpError>;

/// How long the server wants to be left alone: retry-after-ms, else Retry-After in seconds or as an HTTP date (compared
/// with the answer's own Date where it has one, else with \a now). Nothing when it does not say or says nonsense.
std::optional<Milliseconds> serverWish(const HttpHeaders &headers, const QDateTime &now);

/// \a error as an error of the program; the place is the host, without path or query.
Error asError(const HttpError &error, const QUrl &url);

} // namespace Viral
