// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/assembly.h"
#include "core/clients/openaiclient.h"
#include "core/contract/usage.h"
#include "core/run/answerstore.h"

namespace Viral {

/// What the answers kept under one key are good for.
struct KeptUse
{
    enum class Kind
    {
        Nothing,  ///< the model has to be asked
        Answer,   ///< text holds the moments
        Refusal,  ///< the model did not want to; text says why
        Filtered, ///< the service cut the answer for its content
        Cut,      ///< the answer did not fit: smaller chunks are to be asked for
    };

    Kind kind = Kind::Nothing;
    QByteArray text = {};
    /// What was paid for that: the attempt that counts and those in vain before it.
    QList<StoredAnswer> paid = {};

    bool operator==(const KeptUse &) const = default;
};

/// Looks through the answers to one key, in order of attempt. The latest that says something counts.
KeptUse useOf(const QList<StoredAnswer> &answers, const IsReadable &isReadable);

/// The answer to keep of what a service sent. Its end reason is the service's word, except where the text alone would
/// mislead: "refusal", "content_filter" and "empty".
StoredAnswer storedAnswer(const OpenAiReply &reply, Milliseconds responseTime);

/// Adds what was paid for \a paid to the usage and the payment of \a answer, whose chunk it is about.
void addPaid(ChunkAnswer &answer, const StoredAnswer &paid, const IsReadable &isReadable);

/// The usage of one kept answer; only the response time when the service reported none.
ChunkUsage usageOf(const StoredAnswer &answer, int chunkIndex);

} // namespace Viral
