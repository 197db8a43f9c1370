// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"

#include "core/library/answertable.h"
#include "core/library/database.h"
#include "core/library/journaltable.h"
#include "core/library/opening.h"
#include "core/library/outboxtable.h"
#include "core/library/runtable.h"
#include "core/library/servedtable.h"

namespace Viral {

struct Library::Private
{
    Private(std::unique_ptr<Database> opened, QStringList messages)
        : database(std::move(opened))
        , notices(std::move(messages))
        , answers(*database)
        , runs(*database)
        , served(*database)
        , outbox(*database)
        , journal(*database)
        , recent(*database)
    {}

    std::unique_ptr<Database> database;
    QStringList notices;
    AnswerTable answers;
    RunTable runs;
    ServedTable served;
    OutboxTable outbox;
    JournalTable journal;
    RecentWorks recent;
};

Library::Library(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{}

Library::~Library() = default;

Result<std::unique_ptr<Library>> Library::open(const QString &folder, Access access)
{
    QStringList notices;
    Result<std::unique_ptr<Database>> database =
        access == Access::ReadOnly ? openForReading(folder) : openForWriting(folder, notices);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<Library>(new Library(std::make_unique<Private>(std::move(*database), std::move(notices))));
}

AnswerStore &Library::answers()
{
    return d->answers;
}

RunStore &Library::runs()
{
    return d->runs;
}

ServedRuns &Library::served()
{
    return d->served;
}

Outbox &Library::outbox()
{
    return d->outbox;
}

ReviewJournal &Library::journal()
{
    return d->journal;
}

RecentWorks &Library::recent()
{
    return d->recent;
}

Result<void> Library::leaveLogToOthers()
{
    return d->database->leaveLogToOthers();
}

Result<void> Library::takeInLog()
{
    return d->database->takeInLog();
}

QString Library::filePath() const
{
    return d->database->path();
}

const QStringList &Library::notices() const
{
    return d->notices;
}

} // namespace Viral
