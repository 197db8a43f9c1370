// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/servedtable.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Served runs that have ended, are older than the first value, and owe nobody a webhook.
constexpr QLatin1StringView endedRuns =
    "FROM served JOIN runs ON runs.id = served.run_id WHERE runs.state NOT IN ('queued', 'running') "
    "AND coalesce(runs.updated, 0) < ? "
    "AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.run_id = runs.id AND outbox.state = 'waiting') "_L1;

/// Of these the ones whose answers were delivered, by themselves or by a later run of the same job, or that paid for
/// none.
constexpr QLatin1StringView delivered =
    "AND (runs.state = 'succeeded' "
    "OR NOT EXISTS (SELECT 1 FROM answers WHERE answers.run_id = runs.id) "
    "OR EXISTS (SELECT 1 FROM runs AS later WHERE later.job_id = runs.job_id AND later.state = 'succeeded' "
    "AND later.number > runs.number)) "_L1;

QString readText(const QSqlQuery &row)
{
    return row.value(0).toString();
}

} // namespace

Result<void> ServedTable::markServed(const RunId &run)
{
    // A mark that is lost keeps a run for ever, which is no harm worth waiting for the disk.
    return m_database.briefTransaction([&] {
        return m_database.change(u"INSERT OR IGNORE INTO served (run_id) VALUES (?)"_s, {textOrEmpty(run.value)});
    });
}

Result<int> ServedTable::prune(const ServedRunRules &rules, const QDateTime &now, int most)
{
    return m_database.transaction([&]() -> Result<int> {
        const QDateTime young = now.addMSecs(-rules.youth.count());
        if (rules.keep) {
            const QDateTime old = now.addMSecs(-std::max(*rules.keep, rules.youth).count());
            if (const auto removed = removeOld(old, most); !removed || *removed > 0)
                return removed;
            if (const auto stripped = stripFailed(old, most); !stripped || *stripped > 0)
                return stripped;
            if (const auto strays = removeStrayWebhooks(old); !strays)
                return tl::unexpected(strays.error());
        }
        return removeForSpace(rules.mostBytes, young, most);
    });
}

Result<int> ServedTable::removeOld(const QDateTime &before, int most)
{
    const auto ids =
        m_database.select(u"SELECT runs.id "_s + endedRuns + delivered + u"ORDER BY served.number LIMIT ?"_s,
                          {timeValue(before), most}, readText);
    if (!ids)
        return tl::unexpected(ids.error());
    const auto removed = removeRuns(*ids);
    if (!removed)
        return tl::unexpected(removed.error());
    return static_cast<int>(ids->size());
}

Result<int> ServedTable::removeForSpace(qint64 mostBytes, const QDateTime &before, int most)
{
    const Result<QVariant> bytes =
        m_database.single(u"SELECT sum(max(length(json), size)) FROM run_documents JOIN served USING (run_id)"_s);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return bytes->toLongLong() > mostBytes ? removeOld(before, most) : 0;
}

/// Webhooks about requests that never became a run.
Result<void> ServedTable::removeStrayWebhooks(const QDateTime &before)
{
    return m_database.change(u"DELETE FROM outbox WHERE state <> 'waiting' AND coalesce(next, 0) < ? "
                             "AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.id = outbox.run_id)"_s,
                             {timeValue(before)});
}

/// Documents of runs whose answers have to stay.
Result<int> ServedTable::stripFailed(const QDateTime &before, int most)
{
    const auto ids =
        m_database.select(u"SELECT runs.id "_s + endedRuns +
                              u"AND EXISTS (SELECT 1 FROM run_documents WHERE run_documents.run_id = runs.id) "
                              u"ORDER BY served.number LIMIT ?"_s,
                          {timeValue(before), most}, readText);
    if (!ids)
        return tl::unexpected(ids.error());
    for (const QString &id : *ids) {
        for (const QString &table : {u"run_documents"_s, u"document_parts"_s}) {
            if (const auto done = m_database.change(u"DELETE FROM %1 WHERE run_id = ?"_s.arg(table), {id}); !done)
                return tl::unexpected(done.error());
        }
    }
    return static_cast<int>(ids->size());
}

Result<void> ServedTable::removeRuns(const QStringList &ids)
{
    for (const QString &id : ids) {
        for (const QString &table : {u"outbox WHERE run_id"_s, u"answers WHERE run_id"_s, u"runs WHERE id"_s}) {
            if (const auto done = m_database.change(u"DELETE FROM %1 = ?"_s.arg(table), {id}); !done)
                return done;
        }
    }
    return {};
}

} // namespace Viral
