// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/answerstore.h"
#include "core/run/outbox.h"
#include "core/run/runstore.h"

#include <QMap>
#include <QSet>

#include <functional>

namespace ViralTest {

inline tl::unexpected<Viral::Error> diskFull()
{
    return Viral::failure(Viral::ErrorKind::Storage, QStringLiteral("The disk is full"));
}

/// Answers in memory.
class MemoryAnswers final : public Viral::AnswerStore
{
public:
    Viral::Result<QList<Viral::StoredAnswer>> answersFor(const QList<QByteArray> &keys) override
    {
        ++lookups;
        QList<Viral::StoredAnswer> found;
        for (const QByteArray &key : keys) {
            for (const Viral::StoredAnswer &answer : kept) {
                if (answer.key == key)
                    found.append(answer);
            }
        }
        return found;
    }
    Viral::Result<QList<Viral::StoredAnswer>> answersOf(const Viral::RunId &run) override
    {
        QList<Viral::StoredAnswer> found;
        for (const Viral::StoredAnswer &answer : kept) {
            if (answer.run == run)
                found.append(answer);
        }
        return found;
    }
    Viral::Result<int> keepAnswer(const Viral::StoredAnswer &answer) override
    {
        if (fails)
            return diskFull();
        int attempt = 0;
        for (const Viral::StoredAnswer &earlier : kept)
            attempt += earlier.key == answer.key ? 1 : 0;
        kept.append(answer);
        kept.last().attempt = attempt;
        if (onKept)
            onKept(answer);
        return attempt;
    }

    Viral::Result<bool> claim(const QByteArray &key, const Viral::RunId &owner, const QDateTime &now) override
    {
        if (fails)
            return diskFull();
        const auto claim = claims.constFind(key);
        if (claim != claims.constEnd() && claim->owner != owner &&
            claim->renewedAt.msecsTo(now) < Viral::claimLife.count())
            return false;
        claims[key] = {owner, now};
        return true;
    }
    Viral::Result<void> renewClaims(const Viral::RunId &owner, const QDateTime &now) override
    {
        for (auto claim = claims.begin(); claim != claims.end(); ++claim) {
            if (claim->owner == owner)
                claim->renewedAt = now;
        }
        return {};
    }
    Viral::Result<void> release(const QByteArray &key, const Viral::RunId &owner) override
    {
        if (claims.value(key).owner == owner)
            claims.remove(key);
        return {};
    }

    struct Claim
    {
        Viral::RunId owner;
        QDateTime renewedAt;
    };
    QMap<QByteArray, Claim> claims;
    QList<Viral::StoredAnswer> kept;
    std::function<void(const Viral::StoredAnswer &)> onKept;
    int lookups = 0;
    bool fails = false;
};

/// Runs in memory.
class MemoryRuns final : public Viral::RunStore
{
public:
    Viral::Result<qint64> saveRun(const Viral::RunRecord &run) override
    {
        if (fails)
            return diskFull();
        if (!records.contains(run.id))
            order.append(run.id);
        records[run.id] = run;
        states.append(run.state);
        return order.indexOf(run.id) + 1;
    }
    Viral::Result<std::optional<Viral::RunRecord>> run(const Viral::RunId &id) override
    {
        return records.contains(id) ? std::optional(records.value(id)) : std::nullopt;
    }
    Viral::Result<QList<Viral::RunRecord>> runs(int) override { return records.values(); }
    Viral::Result<QList<Viral::RunRecord>> unfinishedRuns() override
    {
        QList<Viral::RunRecord> found;
        for (const Viral::RunId &id : std::as_const(order)) {
            if (!records.value(id).isFinished())
                found.append(records.value(id));
        }
        return found;
    }
    Viral::Result<void> setDeleted(const Viral::RunId &, bool) override { return {}; }
    Viral::Result<void> keepRequest(const Viral::RunId &id, const Viral::Request &request) override
    {
        requests[id] = request;
        return {};
    }
    Viral::Result<void> keepResult(const Viral::RunId &id, const Viral::ServiceResult &result) override
    {
        results[id] = result;
        return {};
    }
    Viral::Result<void> keepFunnel(const Viral::RunId &id, const QByteArray &json) override
    {
        funnels[id] = json;
        return {};
    }
    Viral::Result<void> keepQuote(const Viral::RunId &id, const QByteArray &json) override
    {
        quotes[id] = json;
        return {};
    }
    Viral::Result<std::optional<Viral::Request>> request(const Viral::RunId &) override { return std::nullopt; }
    Viral::Result<std::optional<Viral::ServiceResult>> result(const Viral::RunId &) override { return std::nullopt; }
    Viral::Result<std::optional<QByteArray>> funnel(const Viral::RunId &) override { return std::nullopt; }
    Viral::Result<std::optional<QByteArray>> quote(const Viral::RunId &) override { return std::nullopt; }

    QMap<Viral::RunId, Viral::RunRecord> records;
    QMap<Viral::RunId, Viral::Request> requests;
    QMap<Viral::RunId, Viral::ServiceResult> results;
    QMap<Viral::RunId, QByteArray> funnels;
    QMap<Viral::RunId, QByteArray> quotes;
    QList<Viral::RunId> order;
    /// Every state that was saved, in order.
    QList<Viral::RunState> states;
    bool fails = false;
};

/// Webhooks in memory, by the rules of the real outbox.
class MemoryOutbox final : public Viral::Outbox
{
public:
    enum class State
    {
        Waiting,
        Delivered,
        GivenUp,
    };
    struct Entry
    {
        Viral::OutgoingWebhook webhook;
        State state = State::Waiting;
    };

    Viral::Result<qint64> post(const Viral::OutgoingWebhook &webhook) override
    {
        if (fails)
            return diskFull();
        entries.append({webhook});
        entries.last().webhook.number = entries.size();
        return entries.size();
    }
    Viral::Result<QList<Viral::OutgoingWebhook>> take(const QDateTime &now, const QDateTime &busyUntil,
                                                      int limit) override
    {
        if (fails)
            return diskFull();
        QList<Viral::OutgoingWebhook> due;
        for (Entry *head : heads()) {
            if (head->webhook.nextAt > now || due.size() >= limit)
                continue;
            due.append(head->webhook);
            head->webhook.nextAt = busyUntil;
        }
        return due;
    }
    Viral::Result<QDateTime> nextDue() override
    {
        if (fails)
            return diskFull();
        QDateTime earliest;
        for (const Entry *head : heads()) {
            if (!earliest.isValid() || head->webhook.nextAt < earliest)
                earliest = head->webhook.nextAt;
        }
        return earliest;
    }
    Viral::Result<void> markDelivered(qint64 number) override
    {
        entries[number - 1].state = State::Delivered;
        return {};
    }
    Viral::Result<void> postpone(qint64 number, const QDateTime &nextAt, const QString &error) override
    {
        Viral::OutgoingWebhook &webhook = entries[number - 1].webhook;
        webhook.nextAt = nextAt;
        webhook.lastError = error;
        ++webhook.attempts;
        return {};
    }
    Viral::Result<void> giveUp(qint64 number, const QString &error) override
    {
        entries[number - 1].state = State::GivenUp;
        entries[number - 1].webhook.lastError = error;
        return {};
    }

    int count(State state) const
    {
        return static_cast<int>(std::count_if(entries.cbegin(), entries.cend(),
                                              [state](const Entry &entry) { return entry.state == state; }));
    }

    QList<Entry> entries;
    bool fails = false;

private:
    QList<Entry *> heads()
    {
        QList<Entry *> found;
        QSet<QString> seen;
        for (Entry &entry : entries) {
            if (entry.state != State::Waiting || seen.contains(entry.webhook.run.value))
                continue;
            seen.insert(entry.webhook.run.value);
            found.append(&entry);
        }
        return found;
    }
};

} // namespace ViralTest
