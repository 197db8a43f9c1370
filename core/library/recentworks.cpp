// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/recentworks.h"

#include "core/library/database.h"

using namespace Qt::StringLiterals;

namespace Viral {

Result<void> RecentWorks::note(const RecentWork &work)
{
    return m_database.change(
        u"INSERT INTO recent (path, title, opened, position_ms) VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET "
        u"title = excluded.title, opened = excluded.opened, position_ms = excluded.position_ms"_s,
        {textOrEmpty(work.path), textOrEmpty(work.title), timeValue(work.openedAt), qint64{work.position.count()}});
}

Result<void> RecentWorks::setPosition(const QString &path, Milliseconds position)
{
    return m_database.change(u"UPDATE recent SET position_ms = ? WHERE path = ?"_s,
                             {qint64{position.count()}, textOrEmpty(path)});
}

Result<void> RecentWorks::forget(const QString &path)
{
    return m_database.change(u"DELETE FROM recent WHERE path = ?"_s, {textOrEmpty(path)});
}

Result<QList<RecentWork>> RecentWorks::all(int limit)
{
    return m_database.select(
        u"SELECT path, title, opened, position_ms FROM recent ORDER BY opened DESC, number DESC LIMIT ?"_s, {limit},
        [](const QSqlQuery &row) {
            return RecentWork{.path = row.value(0).toString(),
                              .title = row.value(1).toString(),
                              .openedAt = timeFrom(row.value(2)),
                              .position = Milliseconds{row.value(3).toLongLong()}};
        });
}

} // namespace Viral
