// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/database.h"
#include "core/run/servedruns.h"

namespace Viral {

/// Which runs of a library were done for others, and the removal of old ones. The file does not get smaller by it; what
/// is free is used again.
class ServedTable final : public ServedRuns
{
public:
    explicit ServedTable(Database &database)
        : m_database(database)
    {}

    Result<void> markServed(const RunId &run) override;
    Result<int> prune(const ServedRunRules &rules, const QDateTime &now, int most) override;

private:
    Result<int> removeOld(const QDateTime &before, int most);
    Result<int> removeForSpace(qint64 mostBytes, const QDateTime &before, int most);
    Result<void> removeRuns(const QStringList &ids);
    Result<void> removeStrayWebhooks(const QDateTime &before);
    Result<int> stripFailed(const QDateTime &before, int most);

    Database &m_database;
};

} // namespace Viral
