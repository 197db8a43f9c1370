// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/outboxtable.h"

#include "core/library/words.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// The first waiting webhook of each run.
constexpr QLatin1StringView heads =
    "FROM outbox WHERE number IN (SELECT min(number) FROM outbox WHERE state = 'waiting' GROUP BY run_id)"_L1;

/// No pause between two tries is as long: a time further ahead comes from a clock that was set back since.
constexpr qint64 longestWaitSeconds = 6 * 3'600;

OutgoingWebhook readWebhook(const QSqlQuery &row)
{
    return {.number = row.value(0).toLongLong(),
            .run = {row.value(1).toString()},
            .kind = fromWord(allWebhookKinds, row.value(2).toString(), WebhookKind::Progress),
            .url = row.value(3).toString(),
            .body = row.value(4).toByteArray(),
            .attempts = row.value(5).toInt(),
            .nextAt = timeFrom(row.value(6)),
            .lastError = row.value(7).toString()};
}

} // namespace

Result<qint64> OutboxTable::post(const OutgoingWebhook &webhook)
{
    const Result<QSqlQuery> inserted = m_database.run(
        u"INSERT INTO outbox (run_id, kind, url, body, attempts, next, last_error, state) "
        u"VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')"_s,
        {textOrEmpty(webhook.run.value), QString(word(webhook.kind)), textOrEmpty(webhook.url),
         bytesOrEmpty(webhook.body), webhook.attempts, timeValue(webhook.nextAt), textOrEmpty(webhook.lastError)});
    if (!inserted)
        return tl::unexpected(inserted.error());
    return inserted->lastInsertId().toLongLong();
}

Result<void> OutboxTable::postAll(const QList<OutgoingWebhook> &webhooks)
{
    return m_database.transaction([&] { return Outbox::postAll(webhooks); });
}

Result<QList<OutgoingWebhook>> OutboxTable::take(const QDateTime &now, const QDateTime &busyUntil, int limit)
{
    return m_database.transaction([&]() -> Result<QList<OutgoingWebhook>> {
        Result<QList<OutgoingWebhook>> due =
            m_database.select(u"SELECT number, run_id, kind, url, body, attempts, next, last_error %1 "
                              u"AND (coalesce(next, 0) <= ? OR next > ?) ORDER BY number LIMIT ?"_s.arg(heads),
                              {timeValue(now), timeValue(now.addSecs(longestWaitSeconds)), limit}, readWebhook);
        if (!due)
            return due;
        for (const OutgoingWebhook &webhook : std::as_const(*due)) {
            const Result<void> reserved = m_database.change(u"UPDATE outbox SET next = ? WHERE number = ?"_s,
                                                            {timeValue(busyUntil), webhook.number});
            if (!reserved)
                return tl::unexpected(reserved.error());
        }
        return due;
    });
}

Result<QDateTime> OutboxTable::nextDue()
{
    const Result<QVariant> next = m_database.single(u"SELECT min(coalesce(next, 0)) "_s + heads);
    if (!next)
        return tl::unexpected(next.error());
    return timeFrom(*next);
}

Result<void> OutboxTable::markDelivered(qint64 number)
{
    return m_database.change(u"UPDATE outbox SET state = 'delivered', attempts = attempts + 1, last_error = '', "
                             u"body = zeroblob(0) WHERE number = ?"_s,
                             {number});
}

Result<void> OutboxTable::postpone(qint64 number, const QDateTime &nextAt, const QString &error)
{
    return m_database.change(u"UPDATE outbox SET next = ?, last_error = ?, attempts = attempts + 1 WHERE number = ?"_s,
                             {timeValue(nextAt), textOrEmpty(error), number});
}

Result<void> OutboxTable::giveUp(qint64 number, const QString &error)
{
    return m_database.change(
        u"UPDATE outbox SET state = 'given up', last_error = ?, attempts = attempts + 1 WHERE number = ?"_s,
        {textOrEmpty(error), number});
}

} // namespace Viral
