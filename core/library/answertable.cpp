// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/answertable.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qsizetype keysInOneQuery = 500;

constexpr QLatin1StringView columns =
    "key, attempt, run_id, chunk_index, text, usage, model, end_reason, response_time_ms, received"_L1;

StoredAnswer readAnswer(const QSqlQuery &row)
{
    StoredAnswer answer{.key = row.value(0).toByteArray(),
                        .attempt = row.value(1).toInt(),
                        .run = {row.value(2).toString()},
                        .chunkIndex = row.value(3).toInt(),
                        .text = row.value(4).toString(),
                        .usage = row.value(5).toByteArray(),
                        .model = row.value(6).toString(),
                        .endReason = row.value(7).toString(),
                        .receivedAt = timeFrom(row.value(9))};
    if (!row.value(8).isNull())
        answer.responseTime = Milliseconds{row.value(8).toLongLong()};
    return answer;
}

QVariant durationValue(const std::optional<Milliseconds> &duration)
{
    return duration ? QVariant(qint64{duration->count()}) : QVariant(QMetaType::fromType<qint64>());
}

} // namespace

Result<QList<StoredAnswer>> AnswerTable::answersFor(const QList<QByteArray> &keys)
{
    QList<QByteArray> sorted = keys;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    QList<StoredAnswer> answers;
    for (qsizetype i = 0; i < sorted.size(); i += keysInOneQuery) {
        const Result<QList<StoredAnswer>> some = answersForSome(sorted.mid(i, keysInOneQuery));
        if (!some)
            return some;
        answers += *some;
    }
    return answers;
}

Result<QList<StoredAnswer>> AnswerTable::answersForSome(const QList<QByteArray> &keys)
{
    QVariantList values;
    for (const QByteArray &key : keys)
        values.append(bytesOrEmpty(key));
    const QString marks = QStringList(keys.size(), u"?"_s).join(u',');
    return m_database.select(u"SELECT %1 FROM answers WHERE key IN (%2) ORDER BY key, attempt"_s.arg(columns, marks),
                             values, readAnswer);
}

Result<QList<StoredAnswer>> AnswerTable::answersOf(const RunId &run)
{
    return m_database.select(u"SELECT %1 FROM answers WHERE run_id = ? ORDER BY number"_s.arg(columns),
                             {textOrEmpty(run.value)}, readAnswer);
}

Result<int> AnswerTable::keepAnswer(const StoredAnswer &answer)
{
    return m_database.obligingTransaction([&] { return insertNext(answer); });
}

Result<bool> AnswerTable::claim(const QByteArray &key, const RunId &owner, const QDateTime &now)
{
    return m_claims.claim(key, owner, now);
}

Result<void> AnswerTable::renewClaims(const RunId &owner, const QDateTime &now)
{
    return m_claims.renew(owner, now);
}

Result<void> AnswerTable::release(const QByteArray &key, const RunId &owner)
{
    return m_claims.release(key, owner);
}

Result<int> AnswerTable::insertNext(const StoredAnswer &answer)
{
    const QByteArray key = bytesOrEmpty(answer.key);
    const Result<QVariant> count =
        m_database.single(u"SELECT coalesce(max(attempt) + 1, 0) FROM answers WHERE key = ?"_s, {key});
    if (!count)
        return tl::unexpected(count.error());
    const Result<void> inserted = m_database.change(
        u"INSERT INTO answers (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns),
        {key, count->toInt(), textOrEmpty(answer.run.value), answer.chunkIndex, textOrEmpty(answer.text),
         bytesOrEmpty(answer.usage), textOrEmpty(answer.model), textOrEmpty(answer.endReason),
         durationValue(answer.responseTime), timeValue(answer.receivedAt)});
    if (!inserted)
        return tl::unexpected(inserted.error());
    return count->toInt();
}

} // namespace Viral
