// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/timespan.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Viral {

/// One answer of a model that was paid for, as it came.
struct StoredAnswer
{
    /// SHA-256 over what was really sent, 32 bytes: the same question has the same key in any run.
    QByteArray key = {};
    /// Number among the answers to this key, from 0; given by keepAnswer().
    int attempt = 0;
    RunId run = {};
    int chunkIndex = 0;
    QString text = {};
    /// Usage as the service reported it, verbatim JSON; empty when it reported none.
    QByteArray usage = {};
    /// The model that the service says answered; empty when it does not say.
    QString model = {};
    /// Why the answer ended, in the service's word ("completed", "max_output_tokens"); empty when unknown.
    QString endReason = {};
    /// Time to the whole answer; nothing when not measured.
    std::optional<Milliseconds> responseTime = {};
    QDateTime receivedAt = {};

    bool operator==(const StoredAnswer &) const = default;
};

/// A claim whose owner has given no sign of life for this long is anybody's.
inline constexpr Milliseconds claimLife{90'000};

/// Where answers are kept so that nothing is paid for twice. All calls block; failures are Storage errors.
class AnswerStore
{
public:
    virtual ~AnswerStore() = default;

    /// Every answer to any of \a keys, ordered by key and attempt.
    virtual Result<QList<StoredAnswer>> answersFor(const QList<QByteArray> &keys) = 0;
    /// Every answer that \a run paid for, in the order in which they were kept.
    virtual Result<QList<StoredAnswer>> answersOf(const RunId &run) = 0;
    /// Keeps an answer as the next attempt of its key and returns that number; returns only when it is on disk.
    virtual Result<int> keepAnswer(const StoredAnswer &answer) = 0;

    /// Takes the right to ask the question \a key, so that of all runs in all programs only one pays for the answer.
    /// True: \a owner has it, from now or already. False: a run that lives asks it, and its answer is worth waiting
    /// for. Who gets it looks for a kept answer once more, as one may have come in between.
    virtual Result<bool> claim(const QByteArray &key, const RunId &owner, const QDateTime &now) = 0;
    /// A sign of life for every claim of \a owner, wanted several times in claimLife.
    virtual Result<void> renewClaims(const RunId &owner, const QDateTime &now) = 0;
    /// Gives the right back; nothing when \a owner does not have it.
    virtual Result<void> release(const QByteArray &key, const RunId &owner) = 0;
};

} // namespace Viral
