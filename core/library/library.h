// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/recentworks.h"
#include "core/review/journal.h"
#include "core/run/answerstore.h"
#include "core/run/outbox.h"
#include "core/run/runstore.h"
#include "core/run/servedruns.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace Viral {

/// Everything that outlives the program, in one SQLite file (interface.md section 8): runs with their requests and
/// results, paid answers, webhooks on their way, decisions, recent files. Keys are never in it.
///
/// Each change is on disk, safe from a kill and a power cut, when its call returns. Used on the thread that opened it;
/// any number of Library objects, in any number of programs, may have the same folder open.
class Library
{
public:
    enum class Access
    {
        ReadWrite,
        ReadOnly, ///< also for a file of a newer version; every change fails
    };

    /// Opens the library in \a folder. For writing the folder and the file are made where they are missing, a file of
    /// an earlier version is brought up, one of a newer version is refused; a damaged file is kept beside a new one
    /// that holds what could be read, and notices() says so.
    static Result<std::unique_ptr<Library>> open(const QString &folder, Access access = Access::ReadWrite);
    ~Library();

    /// The parts live as long as the library.
    AnswerStore &answers();
    RunStore &runs();
    ServedRuns &served();
    Outbox &outbox();
    ReviewJournal &journal();
    RecentWorks &recent();

    /// Never brings the log into the file from now on, which takes as long as the disk does: for a thread that must
    /// not wait. Another connection has to do it.
    Result<void> leaveLogToOthers();
    /// Brings the log into the file, as far as that goes without waiting for anybody.
    Result<void> takeInLog();

    /// The SQLite file.
    QString filePath() const;
    /// What the user should know about the opening, in sentences; empty as a rule.
    const QStringList &notices() const;

private:
    struct Private;
    explicit Library(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Viral
