// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/claimtable.h"

#include "core/library/programid.h"
#include "core/run/answerstore.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

struct Row
{
    QString owner;
    QString program;
    QDateTime renewedAt;
};

bool lives(const Row &row, const QDateTime &now)
{
    // A sign of life from the future comes from a clock that was set back since; it counts for as long.
    const qint64 silence = qAbs(row.renewedAt.msecsTo(now));
    return row.renewedAt.isValid() && silence < claimLife.count() && !hasSurelyEnded(row.program);
}

} // namespace

ClaimTable::ClaimTable(Database &database)
    : m_database(database)
    , m_program(thisProgram())
{}

Result<bool> ClaimTable::claim(const QByteArray &key, const RunId &owner, const QDateTime &now)
{
    return m_database.briefTransaction([&] { return claimNow(key, owner, now); });
}

Result<bool> ClaimTable::claimNow(const QByteArray &key, const RunId &owner, const QDateTime &now)
{
    const Result<bool> taken = isTaken(key, owner, now);
    if (!taken)
        return taken;
    if (*taken)
        return false;
    const Result<void> written =
        m_database.change(u"INSERT OR REPLACE INTO claims (key, owner, program, renewed) VALUES (?, ?, ?, ?)"_s,
                          {bytesOrEmpty(key), textOrEmpty(owner.value), m_program, timeValue(now)});
    if (!written)
        return tl::unexpected(written.error());
    return true;
}

Result<bool> ClaimTable::isTaken(const QByteArray &key, const RunId &owner, const QDateTime &now)
{
    const Result<QList<Row>> rows = m_database.select(
        u"SELECT owner, program, renewed FROM claims WHERE key = ?"_s, {bytesOrEmpty(key)}, [](const QSqlQuery &row) {
            return Row{row.value(0).toString(), row.value(1).toString(), timeFrom(row.value(2))};
        });
    if (!rows)
        return tl::unexpected(rows.error());
    return !rows->isEmpty() && rows->constFirst().owner != owner.value && lives(rows->constFirst(), now);
}

Result<void> ClaimTable::renew(const RunId &owner, const QDateTime &now)
{
    return m_database.briefTransaction([&] {
        return m_database.change(u"UPDATE claims SET renewed = ? WHERE owner = ?"_s,
                                 {timeValue(now), textOrEmpty(owner.value)});
    });
}

Result<void> ClaimTable::release(const QByteArray &key, const RunId &owner)
{
    return m_database.briefTransaction([&] {
        return m_database.change(u"DELETE FROM claims WHERE key = ? AND owner = ?"_s,
                                 {bytesOrEmpty(key), textOrEmpty(owner.value)});
    });
}

} // namespace Viral
