// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/claimtable.h"
#include "core/library/database.h"
#include "core/run/answerstore.h"

namespace Viral {

/// The paid answers of a library.
class AnswerTable final : public AnswerStore
{
public:
    explicit AnswerTable(Database &database)
        : m_database(database)
        , m_claims(database)
    {}

    Result<QList<StoredAnswer>> answersFor(const QList<QByteArray> &keys) override;
    Result<QList<StoredAnswer>> answersOf(const RunId &run) override;
    Result<int> keepAnswer(const StoredAnswer &answer) override;
    Result<bool> claim(const QByteArray &key, const RunId &owner, const QDateTime &now) override;
    Result<void> renewClaims(const RunId &owner, const QDateTime &now) override;
    Result<void> release(const QByteArray &key, const RunId &owner) override;

private:
    Result<QList<StoredAnswer>> answersForSome(const QList<QByteArray> &keys);
    Result<int> insertNext(const StoredAnswer &answer);

    Database &m_database;
    ClaimTable m_claims;
};

} // namespace Viral
