// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/runtable.h"

#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "core/library/documenttable.h"
#include "core/library/words.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr QLatin1StringView columns =
    "id, kind, state, created, updated, title, job_id, model, source, endpoint_id, remote_job_id, total_chunks, "
    "finished_chunks, moment_count, price, result_gone, error, notes, fresh_chunks, took_ms"_L1;

/// "3,17"; never null.
QString textOfNumbers(const QList<int> &numbers)
{
    QStringList parts;
    for (const int number : numbers)
        parts.append(QString::number(number));
    return textOrEmpty(parts.join(u','));
}

QList<int> numbersIn(const QString &text)
{
    QList<int> numbers;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        if (const int number = part.toInt(&isNumber); isNumber)
            numbers.append(number);
    }
    return numbers;
}

QVariantList valuesOf(const RunRecord &run)
{
    const QVariant took = run.took ? QVariant(qint64{run.took->count()}) : QVariant(QMetaType::fromType<qint64>());
    const QVariant price = run.price ? QVariant(qint64{run.price->value}) : QVariant(QMetaType::fromType<qint64>());
    return {textOrEmpty(run.id.value),
            QString(word(run.kind)),
            QString(word(run.state)),
            timeValue(run.createdAt),
            timeValue(run.updatedAt),
            textOrEmpty(run.title),
            textOrEmpty(run.jobId),
            textOrEmpty(run.model),
            textOrEmpty(run.source),
            textOrEmpty(run.endpointId),
            textOrEmpty(run.remoteJobId),
            run.totalChunks,
            run.finishedChunks,
            run.momentCount,
            price,
            timeValue(run.resultGoneAt),
            textOrEmpty(run.error),
            textOrEmpty(run.notes),
            textOfNumbers(run.freshChunks),
            took};
}

RunRecord readRun(const QSqlQuery &row)
{
    RunRecord run{.id = {row.value(0).toString()},
                  .number = row.value(20).toLongLong(),
                  .kind = fromWord(allRunKinds, row.value(1).toString(), RunKind::Offline),
                  .state = fromWord(allRunStates, row.value(2).toString(), RunState::Interrupted),
                  .createdAt = timeFrom(row.value(3)),
                  .updatedAt = timeFrom(row.value(4)),
                  .title = row.value(5).toString(),
                  .jobId = row.value(6).toString(),
                  .model = row.value(7).toString(),
                  .source = row.value(8).toString(),
                  .endpointId = row.value(9).toString(),
                  .remoteJobId = row.value(10).toString(),
                  .totalChunks = row.value(11).toInt(),
                  .finishedChunks = row.value(12).toInt(),
                  .momentCount = row.value(13).toInt(),
                  .resultGoneAt = timeFrom(row.value(15)),
                  .error = row.value(16).toString(),
                  .notes = row.value(17).toString(),
                  .freshChunks = numbersIn(row.value(18).toString())};
    if (!row.value(19).isNull())
        run.took = Milliseconds{row.value(19).toLongLong()};
    if (!row.value(14).isNull())
        run.price = MicroDollars{row.value(14).toLongLong()};
    return run;
}

/// "title = excluded.title, …" for all columns but the id.
QString overwriting()
{
    QStringList parts;
    for (const QString &column : QString(columns).split(u", "_s)) {
        if (column != "id"_L1)
            parts.append(u"%1 = excluded.%1"_s.arg(column));
    }
    return parts.join(u", "_s);
}

} // namespace

Result<qint64> RunTable::saveRun(const RunRecord &run)
{
    return m_database.obligingTransaction([&] { return upsert(run); });
}

Result<qint64> RunTable::upsert(const RunRecord &run)
{
    static const QString sql = u"INSERT INTO runs (%1) VALUES (%2) ON CONFLICT (id) DO UPDATE SET %3"_s.arg(
        columns, QStringList(QString(columns).count(u',') + 1, u"?"_s).join(u','), overwriting());
    if (const Result<void> saved = m_database.change(sql, valuesOf(run)); !saved)
        return tl::unexpected(saved.error());
    const Result<QVariant> number =
        m_database.single(u"SELECT number FROM runs WHERE id = ?"_s, {textOrEmpty(run.id.value)});
    if (!number)
        return tl::unexpected(number.error());
    return number->toLongLong();
}

Result<std::optional<RunRecord>> RunTable::run(const RunId &id)
{
    const Result<QList<RunRecord>> found =
        m_database.select(u"SELECT %1, number FROM runs WHERE id = ?"_s.arg(columns), {textOrEmpty(id.value)}, readRun);
    if (!found)
        return tl::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->constFirst());
}

Result<QList<RunRecord>> RunTable::runs(int limit)
{
    return m_database.select(
        u"SELECT %1, number FROM runs WHERE deleted = 0 ORDER BY number DESC LIMIT ?"_s.arg(columns), {limit}, readRun);
}

Result<QList<RunRecord>> RunTable::allRuns(int limit)
{
    return m_database.select(u"SELECT %1, number FROM runs ORDER BY number DESC LIMIT ?"_s.arg(columns), {limit},
                             readRun);
}

Result<QList<RunRecord>> RunTable::unfinishedRuns()
{
    return m_database.select(
        u"SELECT %1, number FROM runs WHERE state IN ('queued', 'running') ORDER BY number"_s.arg(columns), {},
        readRun);
}

Result<void> RunTable::setDeleted(const RunId &id, bool deleted)
{
    return m_database.change(u"UPDATE runs SET deleted = ? WHERE id = ?"_s, {deleted ? 1 : 0, textOrEmpty(id.value)});
}

Result<void> RunTable::together(const std::function<Result<void>()> &changes)
{
    return m_database.transaction(changes);
}

Result<void> RunTable::keepRequest(const RunId &id, const Request &request)
{
    const QByteArray json = writeRequest(request, JsonWriter::Layout::Compact, false, KeyInPayload::LeaveOut);
    return keepDocument(id, u"request"_s, json);
}

Result<void> RunTable::keepResult(const RunId &id, const ServiceResult &result)
{
    return keepDocument(id, u"result"_s, writeServiceResult(result, JsonWriter::Layout::Compact));
}

Result<void> RunTable::keepFunnel(const RunId &id, const QByteArray &json)
{
    return keepDocument(id, u"funnel"_s, json);
}

Result<void> RunTable::keepQuote(const RunId &id, const QByteArray &json)
{
    return keepDocument(id, u"quote"_s, json);
}

Result<void> RunTable::keepDocument(const RunId &id, const QString &kind, const QByteArray &json)
{
    return DocumentTable(m_database).keep(id, kind, json);
}

Result<std::optional<QByteArray>> RunTable::document(const RunId &id, const QString &kind)
{
    return DocumentTable(m_database).read(id, kind);
}

Result<std::optional<Request>> RunTable::request(const RunId &id)
{
    const Result<std::optional<QByteArray>> json = document(id, u"request"_s);
    if (!json)
        return tl::unexpected(json.error());
    if (!*json)
        return std::nullopt;
    return parseRequest(**json).map([](Request &&request) { return std::optional(std::move(request)); });
}

Result<std::optional<ServiceResult>> RunTable::result(const RunId &id)
{
    const Result<std::optional<QByteArray>> json = document(id, u"result"_s);
    if (!json)
        return tl::unexpected(json.error());
    if (!*json)
        return std::nullopt;
    return parseServiceResult(**json).map([](ServiceResult &&result) { return std::optional(std::move(result)); });
}

Result<std::optional<QByteArray>> RunTable::funnel(const RunId &id)
{
    return document(id, u"funnel"_s);
}

Result<std::optional<QByteArray>> RunTable::quote(const RunId &id)
{
    return document(id, u"quote"_s);
}

} // namespace Viral
