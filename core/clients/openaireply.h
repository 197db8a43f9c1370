// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/openaifailure.h"

namespace Viral {

/// What one request brought; which interface answered, and whether as a stream, is seen from the bytes alone.
struct OpenAiReply
{
    enum class Kind
    {
        Answer,        ///< text is the model's answer
        Refusal,       ///< text is why the model does not want to
        Truncated,     ///< the output limit was reached; text is a part and must not be parsed
        ContentFilter, ///< the service cut the answer for its content
        Empty,         ///< completed without a word
        Failed,        ///< see failure
    };

    Kind kind = Kind::Failed;
    QByteArray text = {};
    /// The usage object as the service wrote it; empty when it reports none.
    QByteArray usage = {};
    /// The model that the service says answered.
    QString model = {};
    QString responseId = {};
    /// The service's word for how it ended: "completed", "max_output_tokens", "stop", "length".
    QString endReason = {};
    OpenAiFailure failure = {};

    bool operator==(const OpenAiReply &) const = default;
};

/// Reads how a call ended: every outcome told apart, of Responses and of Chat Completions, as one JSON object or as a
/// stream, whatever content type it claims. Invalid UTF-8 is replaced rather than refused: it was paid for.
OpenAiReply readReply(const HttpOutcome &outcome, const QDateTime &now);

/// For RetryingTransport: failures inside good answers count, billing is not taken for a rate limit.
Trouble judgeReply(const HttpOutcome &outcome);

/// Output tokens by usage of either interface; nothing when it does not say.
std::optional<qint64> outputTokens(const QByteArray &usage);

} // namespace Viral
