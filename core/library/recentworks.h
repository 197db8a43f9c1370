// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timespan.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Viral {

class Database;

/// A file that was opened, and where its user left off.
struct RecentWork
{
    QString path = {};
    QString title = {};
    QDateTime openedAt = {};
    Milliseconds position{0};

    bool operator==(const RecentWork &) const = default;
};

/// What was opened lately.
class RecentWorks
{
public:
    explicit RecentWorks(Database &database)
        : m_database(database)
    {}

    /// Adds the work or overwrites the one with its path.
    Result<void> note(const RecentWork &work);
    /// Where its user is now; does nothing for an unknown path.
    Result<void> setPosition(const QString &path, Milliseconds position);
    Result<void> forget(const QString &path);
    /// Last opened first, at most \a limit.
    Result<QList<RecentWork>> all(int limit);

private:
    Database &m_database;
};

} // namespace Viral
