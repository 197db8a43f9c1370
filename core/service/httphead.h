// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/httpmessage.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace Viral {

/// The head of a request to one of our servers (RFC 9112), read strictly: what two readers could understand differently
/// is refused.
struct HttpHead
{
    QByteArray method = {};
    /// Path and query as they came; begins with '/'.
    QByteArray target = {};
    /// Names in small letters.
    QList<HttpHeader> headers = {};
    /// Of the body; 0 without one, and where it is chunked.
    qint64 length = 0;
    bool hasLength = false;
    bool isChunked = false;
    /// The connection ends with the answer.
    bool closes = false;
    /// The client waits for "100 Continue" before it sends the body.
    bool wantsLeave = false;

    /// The first header called \a name (in small letters); empty without one.
    QByteArray header(const QByteArray &name) const;
    bool hasBody() const { return isChunked || length > 0; }

    bool operator==(const HttpHead &) const = default;
};

/// Reads \a text up to, not including, the empty line. The error is the status to answer with.
tl::expected<HttpHead, int> readHttpHead(const QByteArray &text);

/// More headers than this are refused.
inline constexpr int mostHttpHeaders = 100;

/// RFC 9110's words for the statuses that our servers answer with.
QByteArray httpReason(int status);

} // namespace Viral
