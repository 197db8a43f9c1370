// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/spillstore.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Viral {

namespace {

QString noLibraryText()
{
    return QCoreApplication::translate("Viral::SpillStore",
                                       "There is no library to keep it in: it lives as long as the program does.");
}

/// A run that the library has not numbered yet is newer than all that it has.
bool isNewer(const RunRecord &one, const RunRecord &other)
{
    if (one.number == other.number)
        return one.createdAt > other.createdAt;
    return one.number == 0 || (other.number != 0 && one.number > other.number);
}

bool isEarlier(const StoredAnswer &one, const StoredAnswer &other)
{
    return one.key == other.key ? one.attempt < other.attempt : one.key < other.key;
}

} // namespace

Result<QList<StoredAnswer>> SpillAnswers::answersFor(const QList<QByteArray> &keys)
{
    Result<QList<StoredAnswer>> found = m_inner ? m_inner->answersFor(keys) : Result<QList<StoredAnswer>>();
    if (!found && m_held.isEmpty())
        return found;
    QList<StoredAnswer> all = found.value_or(QList<StoredAnswer>());
    const QSet<QByteArray> wanted(keys.begin(), keys.end());
    for (const StoredAnswer &held : std::as_const(m_held)) {
        if (wanted.contains(held.key))
            all.append(held);
    }
    std::stable_sort(all.begin(), all.end(), isEarlier);
    return all;
}

Result<QList<StoredAnswer>> SpillAnswers::answersOf(const RunId &run)
{
    Result<QList<StoredAnswer>> found = m_inner ? m_inner->answersOf(run) : Result<QList<StoredAnswer>>();
    if (!found && m_held.isEmpty())
        return found;
    QList<StoredAnswer> all = found.value_or(QList<StoredAnswer>());
    std::copy_if(m_held.cbegin(), m_held.cend(), std::back_inserter(all),
                 [&run](const StoredAnswer &held) { return held.run == run; });
    return all;
}

Result<int> SpillAnswers::keepAnswer(const StoredAnswer &answer)
{
    Result<int> kept = m_inner ? m_inner->keepAnswer(answer) : failure(ErrorKind::Storage, noLibraryText());
    if (kept) {
        flush();
        return kept;
    }
    const Result<QList<StoredAnswer>> earlier = answersFor({answer.key});
    m_held.append(answer);
    m_held.last().attempt = earlier && !earlier->isEmpty() ? earlier->constLast().attempt + 1 : 0;
    return kept;
}

bool SpillAnswers::holds(const RunId &run) const
{
    return std::any_of(m_held.cbegin(), m_held.cend(),
                       [&run](const StoredAnswer &answer) { return answer.run == run; });
}

Result<bool> SpillAnswers::claim(const QByteArray &key, const RunId &owner, const QDateTime &now)
{
    // Between runs of this program memory decides, also where the library cannot note it.
    if (m_claims.value(key, owner) != owner)
        return false;
    const Result<bool> noted = m_inner ? m_inner->claim(key, owner, now) : Result<bool>(true);
    if (!noted)
        qCWarning(runLog).noquote() << "a question is claimed in memory only:" << noted.error().text();
    if (!noted.value_or(true))
        return false;
    m_claims.insert(key, owner);
    return true;
}

Result<void> SpillAnswers::renewClaims(const RunId &owner, const QDateTime &now)
{
    return m_inner ? m_inner->renewClaims(owner, now) : Result<void>();
}

Result<void> SpillAnswers::release(const QByteArray &key, const RunId &owner)
{
    if (m_claims.value(key) == owner)
        m_claims.remove(key);
    return m_inner ? m_inner->release(key, owner) : Result<void>();
}

void SpillAnswers::flush()
{
    while (m_inner && !m_held.isEmpty() && m_inner->keepAnswer(m_held.constFirst()))
        m_held.removeFirst();
}

SpillRuns::SpillRuns(RunStore *inner, std::function<void(const Error &)> troubled)
    : m_inner(inner)
    , m_troubled(std::move(troubled))
{}

Error SpillRuns::noLibrary() const
{
    return {ErrorKind::Storage, noLibraryText()};
}

void SpillRuns::hold(const Error &why)
{
    if (!m_inner || why == m_lastTrouble)
        return;
    m_lastTrouble = why;
    m_troubled(why);
}

Result<qint64> SpillRuns::saveRun(const RunRecord &run)
{
    RunRecord noted = run;
    noted.notes = m_notes.value(run.id, run.notes);
    if (holds(run.id)) {
        m_held[run.id].record = noted;
        flush();
    }
    if (holds(run.id))
        return run.number;
    const Result<qint64> saved = m_inner ? m_inner->saveRun(noted) : tl::unexpected(noLibrary());
    if (saved) {
        flush();
        return saved;
    }
    hold(saved.error());
    m_held[run.id].record = noted;
    return run.number;
}

Result<std::optional<RunRecord>> SpillRuns::run(const RunId &id)
{
    if (const auto held = m_held.constFind(id); held != m_held.cend() && held->record)
        return held->record;
    return m_inner ? m_inner->run(id) : Result<std::optional<RunRecord>>();
}

QList<RunRecord> SpillRuns::withHeld(QList<RunRecord> runs, int limit) const
{
    for (const Held &held : m_held) {
        if (!held.record)
            continue;
        runs.removeIf([&held](const RunRecord &run) { return run.id == held.record->id; });
        runs.append(*held.record);
    }
    if (!m_held.isEmpty())
        std::stable_sort(runs.begin(), runs.end(), isNewer);
    return runs.mid(0, limit);
}

Result<QList<RunRecord>> SpillRuns::runs(int limit)
{
    const Result<QList<RunRecord>> inner = m_inner ? m_inner->runs(limit) : Result<QList<RunRecord>>();
    return inner ? Result<QList<RunRecord>>(withHeld(*inner, limit)) : inner;
}

Result<QList<RunRecord>> SpillRuns::allRuns(int limit)
{
    const Result<QList<RunRecord>> inner = m_inner ? m_inner->allRuns(limit) : Result<QList<RunRecord>>();
    return inner ? Result<QList<RunRecord>>(withHeld(*inner, limit)) : inner;
}

Result<QList<RunRecord>> SpillRuns::unfinishedRuns()
{
    return m_inner ? m_inner->unfinishedRuns() : Result<QList<RunRecord>>();
}

Result<void> SpillRuns::setDeleted(const RunId &id, bool deleted)
{
    return m_inner ? m_inner->setDeleted(id, deleted) : tl::unexpected(noLibrary());
}

Result<void> SpillRuns::together(const std::function<Result<void>()> &changes)
{
    return m_inner ? m_inner->together(changes) : changes();
}

Result<void> SpillRuns::keepRequest(const RunId &id, const Request &request)
{
    const Result<void> kept = m_inner && !holds(id) ? m_inner->keepRequest(id, request) : tl::unexpected(noLibrary());
    if (kept)
        return kept;
    if (!holds(id))
        hold(kept.error());
    m_held[id].request = request;
    return {};
}

Result<void> SpillRuns::keepResult(const RunId &id, const ServiceResult &result)
{
    const Result<void> kept = m_inner && !holds(id) ? m_inner->keepResult(id, result) : tl::unexpected(noLibrary());
    if (kept)
        return kept;
    if (!holds(id))
        hold(kept.error());
    m_held[id].result = result;
    return {};
}

Result<void> SpillRuns::keepFunnel(const RunId &id, const QByteArray &json)
{
    const Result<void> kept = m_inner && !holds(id) ? m_inner->keepFunnel(id, json) : tl::unexpected(noLibrary());
    if (kept)
        return kept;
    if (!holds(id))
        hold(kept.error());
    m_held[id].funnel = json;
    return {};
}

Result<void> SpillRuns::keepQuote(const RunId &id, const QByteArray &json)
{
    const Result<void> kept = m_inner && !holds(id) ? m_inner->keepQuote(id, json) : tl::unexpected(noLibrary());
    if (kept)
        return kept;
    if (!holds(id))
        hold(kept.error());
    m_held[id].quote = json;
    return {};
}

Result<std::optional<Request>> SpillRuns::request(const RunId &id)
{
    if (const auto held = m_held.constFind(id); held != m_held.cend() && held->request)
        return held->request;
    return m_inner ? m_inner->request(id) : Result<std::optional<Request>>();
}

Result<std::optional<ServiceResult>> SpillRuns::result(const RunId &id)
{
    if (const auto held = m_held.constFind(id); held != m_held.cend() && held->result)
        return held->result;
    return m_inner ? m_inner->result(id) : Result<std::optional<ServiceResult>>();
}

Result<std::optional<QByteArray>> SpillRuns::funnel(const RunId &id)
{
    if (const auto held = m_held.constFind(id); held != m_held.cend() && held->funnel)
        return held->funnel;
    return m_inner ? m_inner->funnel(id) : Result<std::optional<QByteArray>>();
}

Result<std::optional<QByteArray>> SpillRuns::quote(const RunId &id)
{
    if (const auto held = m_held.constFind(id); held != m_held.cend() && held->quote)
        return held->quote;
    return m_inner ? m_inner->quote(id) : Result<std::optional<QByteArray>>();
}

bool SpillRuns::write(const RunId &id, Held &held)
{
    // A document belongs to a run that is there.
    if (held.record) {
        if (!m_inner->saveRun(*held.record))
            return false;
        held.record.reset();
    }
    if (held.request && !m_inner->keepRequest(id, *held.request))
        return false;
    if (held.funnel && !m_inner->keepFunnel(id, *held.funnel))
        return false;
    if (held.quote && !m_inner->keepQuote(id, *held.quote))
        return false;
    return !held.result || m_inner->keepResult(id, *held.result).has_value();
}

void SpillRuns::flush()
{
    if (!m_inner)
        return;
    for (auto held = m_held.begin(); held != m_held.end();) {
        if (!write(held.key(), *held))
            return;
        held = m_held.erase(held);
    }
    m_lastTrouble = {};
}

Result<qint64> MemoryOutbox::post(const OutgoingWebhook &webhook)
{
    m_waiting.append(webhook);
    m_waiting.last().number = ++m_lastNumber;
    return m_lastNumber;
}

QList<qsizetype> MemoryOutbox::heads() const
{
    QList<qsizetype> places;
    QSet<RunId> seen;
    for (qsizetype i = 0; i < m_waiting.size(); ++i) {
        if (seen.contains(m_waiting.at(i).run))
            continue;
        seen.insert(m_waiting.at(i).run);
        places.append(i);
    }
    return places;
}

Result<QList<OutgoingWebhook>> MemoryOutbox::take(const QDateTime &now, const QDateTime &busyUntil, int limit)
{
    QList<OutgoingWebhook> due;
    for (const qsizetype place : heads()) {
        OutgoingWebhook &webhook = m_waiting[place];
        if (due.size() >= limit || (webhook.nextAt.isValid() && webhook.nextAt > now))
            continue;
        due.append(webhook);
        webhook.nextAt = busyUntil;
    }
    return due;
}

Result<QDateTime> MemoryOutbox::nextDue()
{
    QDateTime earliest;
    for (const qsizetype place : heads()) {
        const QDateTime &next = m_waiting.at(place).nextAt;
        if (!earliest.isValid() || next < earliest)
            earliest = next;
    }
    return earliest;
}

OutgoingWebhook *MemoryOutbox::find(qint64 number)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [number](const OutgoingWebhook &webhook) { return webhook.number == number; });
    return found == m_waiting.end() ? nullptr : &*found;
}

Result<void> MemoryOutbox::markDelivered(qint64 number)
{
    m_waiting.removeIf([number](const OutgoingWebhook &webhook) { return webhook.number == number; });
    return {};
}

Result<void> MemoryOutbox::postpone(qint64 number, const QDateTime &nextAt, const QString &error)
{
    if (OutgoingWebhook *webhook = find(number)) {
        webhook->nextAt = nextAt;
        webhook->lastError = error;
        ++webhook->attempts;
    }
    return {};
}

Result<void> MemoryOutbox::giveUp(qint64 number, const QString &)
{
    return markDelivered(number);
}

} // namespace Viral
