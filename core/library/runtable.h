// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/database.h"
#include "core/run/runstore.h"

namespace Viral {

/// The runs of a library. Their documents lie in a table of their own, so lists and progress never touch them.
class RunTable final : public RunStore
{
public:
    explicit RunTable(Database &database)
        : m_database(database)
    {}

    Result<qint64> saveRun(const RunRecord &run) override;
    Result<std::optional<RunRecord>> run(const RunId &id) override;
    Result<QList<RunRecord>> runs(int limit) override;
    Result<QList<RunRecord>> allRuns(int limit) override;
    Result<QList<RunRecord>> unfinishedRuns() override;
    Result<void> setDeleted(const RunId &id, bool deleted) override;

    Result<void> together(const std::function<Result<void>()> &changes) override;
    Result<void> keepRequest(const RunId &id, const Request &request) override;
    Result<void> keepResult(const RunId &id, const ServiceResult &result) override;
    Result<void> keepFunnel(const RunId &id, const QByteArray &json) override;
    Result<void> keepQuote(const RunId &id, const QByteArray &json) override;

    Result<std::optional<Request>> request(const RunId &id) override;
    Result<std::optional<ServiceResult>> result(const RunId &id) override;
    Result<std::optional<QByteArray>> funnel(const RunId &id) override;
    Result<std::optional<QByteArray>> quote(const RunId &id) override;

private:
    Result<void> keepDocument(const RunId &id, const QString &kind, const QByteArray &json);
    Result<std::optional<QByteArray>> document(const RunId &id, const QString &kind);
    Result<qint64> upsert(const RunRecord &run);

    Database &m_database;
};

} // namespace Viral
