// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/library/database.h"

namespace Viral {

/// Who asks which question at the moment, so that nobody else asks the same (answerstore.h). A claim may be lost in a
/// power cut, as its owner is then too; so none of this waits for the disk.
class ClaimTable
{
public:
    explicit ClaimTable(Database &database);

    /// See AnswerStore::claim().
    Result<bool> claim(const QByteArray &key, const RunId &owner, const QDateTime &now);
    /// See AnswerStore::renewClaims().
    Result<void> renew(const RunId &owner, const QDateTime &now);
    /// See AnswerStore::release().
    Result<void> release(const QByteArray &key, const RunId &owner);

private:
    Result<bool> isTaken(const QByteArray &key, const RunId &owner, const QDateTime &now);
    Result<bool> claimNow(const QByteArray &key, const RunId &owner, const QDateTime &now);

    Database &m_database;
    QString m_program;
};

} // namespace Viral
