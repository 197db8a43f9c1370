// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/answerstore.h"
#include "core/run/outbox.h"
#include "core/run/runstore.h"

#include <QHash>

#include <functional>

namespace Viral {

/// The library's answers with memory behind them: what cannot be written (a full disk, a library that is read-only or
/// not there) is held until it can be, so that nothing is paid twice while the program lives.
class SpillAnswers final : public AnswerStore
{
public:
    /// \a inner, null where there is no library, outlives this.
    explicit SpillAnswers(AnswerStore *inner)
        : m_inner(inner)
    {}

    Result<QList<StoredAnswer>> answersFor(const QList<QByteArray> &keys) override;
    Result<QList<StoredAnswer>> answersOf(const RunId &run) override;
    /// Fails, although the answer is held, so that the run says that it is in memory only.
    Result<int> keepAnswer(const StoredAnswer &answer) override;
    Result<bool> claim(const QByteArray &key, const RunId &owner, const QDateTime &now) override;
    Result<void> renewClaims(const RunId &owner, const QDateTime &now) override;
    Result<void> release(const QByteArray &key, const RunId &owner) override;

    /// Answers that are in memory only.
    int heldCount() const { return static_cast<int>(m_held.size()); }
    /// Something that \a run paid for is in memory only.
    bool holds(const RunId &run) const;
    /// Writes what is held, as far as that works now.
    void flush();

private:
    AnswerStore *m_inner;
    QList<StoredAnswer> m_held;
    /// Who in this program asks what.
    QHash<QByteArray, RunId> m_claims;
};

/// The library's runs with memory behind them, by the same rule. Its calls succeed when memory has taken the change;
/// trouble is told by a call of its own.
class SpillRuns final : public RunStore
{
public:
    SpillRuns(RunStore *inner, std::function<void(const Error &)> troubled);

    Result<qint64> saveRun(const RunRecord &run) override;
    Result<std::optional<RunRecord>> run(const RunId &id) override;
    Result<QList<RunRecord>> runs(int limit) override;
    Result<QList<RunRecord>> allRuns(int limit) override;
    Result<QList<RunRecord>> unfinishedRuns() override;
    Result<void> setDeleted(const RunId &id, bool deleted) override;
    /// What memory takes stays there also where the whole fails.
    Result<void> together(const std::function<Result<void>()> &changes) override;
    Result<void> keepRequest(const RunId &id, const Request &request) override;
    Result<void> keepResult(const RunId &id, const ServiceResult &result) override;
    Result<void> keepFunnel(const RunId &id, const QByteArray &json) override;
    Result<void> keepQuote(const RunId &id, const QByteArray &json) override;
    Result<std::optional<Request>> request(const RunId &id) override;
    Result<std::optional<ServiceResult>> result(const RunId &id) override;
    Result<std::optional<QByteArray>> funnel(const RunId &id) override;
    Result<std::optional<QByteArray>> quote(const RunId &id) override;

    /// Whatever a run that goes on saves of itself, its notes are these from now on.
    void setNotes(const RunId &id, const QString &notes) { m_notes.insert(id, notes); }
    /// Something of \a id is in memory only.
    bool holds(const RunId &id) const { return m_held.contains(id); }
    /// Writes what is held, as far as that works now.
    void flush();

private:
    struct Held
    {
        std::optional<RunRecord> record = {};
        std::optional<Request> request = {};
        std::optional<ServiceResult> result = {};
        std::optional<QByteArray> funnel = {};
        std::optional<QByteArray> quote = {};
    };

    Error noLibrary() const;
    void hold(const Error &why);
    bool write(const RunId &id, Held &held);
    QList<RunRecord> withHeld(QList<RunRecord> runs, int limit) const;

    RunStore *m_inner;
    std::function<void(const Error &)> m_troubled;
    QHash<RunId, Held> m_held;
    QHash<RunId, QString> m_notes;
    Error m_lastTrouble;
};

/// Webhooks where there is no library to keep them in: delivered as long as the program lives.
class MemoryOutbox final : public Outbox
{
public:
    Result<qint64> post(const OutgoingWebhook &webhook) override;
    Result<QList<OutgoingWebhook>> take(const QDateTime &now, const QDateTime &busyUntil, int limit) override;
    Result<QDateTime> nextDue() override;
    Result<void> markDelivered(qint64 number) override;
    Result<void> postpone(qint64 number, const QDateTime &nextAt, const QString &error) override;
    Result<void> giveUp(qint64 number, const QString &error) override;

private:
    OutgoingWebhook *find(qint64 number);
    /// The oldest of each run.
    QList<qsizetype> heads() const;

    QList<OutgoingWebhook> m_waiting;
    qint64 m_lastNumber = 0;
};

} // namespace Viral
