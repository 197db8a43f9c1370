// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// "VIRM", so that another program's database is not taken for a library.
constexpr int applicationId = 0x5649524d;

Result<void> runAll(Database &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const Result<void> done = database.change(statement); !done)
            return done;
    }
    return {};
}

// Every table has a whole number as its key, so that rows lie in the order of writing and a damaged file can be read
// from both ends. Answers stand without a run on purpose: one that was paid for is kept whatever else is missing.

Result<void> createFirstSchema(Database &database)
{
    return runAll(
        database,
        {u"PRAGMA application_id=%1"_s.arg(applicationId),
         u"CREATE TABLE runs (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, "
         u"state TEXT NOT NULL, created INTEGER, updated INTEGER, title TEXT NOT NULL, job_id TEXT NOT NULL, "
         u"model TEXT NOT NULL, source TEXT NOT NULL, endpoint_id TEXT NOT NULL, remote_job_id TEXT NOT NULL, "
         u"total_chunks INTEGER NOT NULL, finished_chunks INTEGER NOT NULL, moment_count INTEGER NOT NULL, "
         u"price INTEGER, result_gone INTEGER, error TEXT NOT NULL, notes TEXT NOT NULL, "
         u"deleted INTEGER NOT NULL DEFAULT 0)"_s,
         u"CREATE INDEX runs_listed ON runs (created, number) WHERE deleted = 0"_s,
         u"CREATE INDEX runs_unfinished ON runs (number) WHERE state IN ('queued', 'running')"_s,
         u"CREATE TABLE run_documents (number INTEGER PRIMARY KEY, "
         u"run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, kind TEXT NOT NULL, json BLOB NOT NULL, "
         u"UNIQUE (run_id, kind))"_s,
         u"CREATE TABLE answers (number INTEGER PRIMARY KEY, key BLOB NOT NULL, attempt INTEGER NOT NULL, "
         u"run_id TEXT NOT NULL, chunk_index INTEGER NOT NULL, text TEXT NOT NULL, usage BLOB NOT NULL, "
         u"model TEXT NOT NULL, end_reason TEXT NOT NULL, response_time_ms INTEGER, received INTEGER, "
         u"UNIQUE (key, attempt))"_s,
         u"CREATE INDEX answers_of_run ON answers (run_id)"_s,
         u"CREATE TABLE outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, run_id TEXT NOT NULL, kind TEXT NOT NULL, "
         u"url TEXT NOT NULL, body BLOB NOT NULL, attempts INTEGER NOT NULL, next INTEGER, last_error TEXT NOT NULL, "
         u"state TEXT NOT NULL)"_s,
         u"CREATE INDEX outbox_waiting ON outbox (run_id, number) WHERE state = 'waiting'"_s,
         u"CREATE TABLE journal (number INTEGER PRIMARY KEY, review_id TEXT NOT NULL, sequence INTEGER NOT NULL, "
         u"entry BLOB NOT NULL, UNIQUE (review_id, sequence))"_s,
         u"CREATE TABLE recent (number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, title TEXT NOT NULL, "
         u"opened INTEGER, position_ms INTEGER NOT NULL)"_s});
}

/// Since 2: who asks which question at the moment. A file that lost these rows has lost nothing.
Result<void> addClaims(Database &database)
{
    return runAll(database,
                  {u"CREATE TABLE claims (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, owner TEXT NOT NULL, "
                   u"program TEXT NOT NULL, renewed INTEGER)"_s,
                   u"CREATE INDEX claims_of_owner ON claims (owner)"_s});
}

/// Since 3: which runs were done for others, so that they may go when they are old.
Result<void> addServed(Database &database)
{
    return runAll(database, {u"CREATE TABLE IF NOT EXISTS served (number INTEGER PRIMARY KEY, "
                             u"run_id TEXT NOT NULL UNIQUE REFERENCES runs (id) ON DELETE CASCADE)"_s,
                             u"CREATE INDEX IF NOT EXISTS runs_of_job ON runs (job_id)"_s,
                             u"CREATE INDEX IF NOT EXISTS outbox_of_run ON outbox (run_id)"_s});
}

/// Since 4: large documents in parts, what a run was to ask anew, and how long it took.
Result<void> addDocumentParts(Database &database)
{
    return runAll(database, {u"CREATE TABLE document_parts (number INTEGER PRIMARY KEY, "
                             u"run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, document TEXT NOT NULL, "
                             u"part INTEGER NOT NULL, writer TEXT NOT NULL, written INTEGER, bytes BLOB NOT NULL, "
                             u"UNIQUE (document, part))"_s,
                             u"CREATE INDEX document_parts_of_run ON document_parts (run_id)"_s,
                             u"CREATE INDEX document_parts_first ON document_parts (document) WHERE part = 0"_s,
                             u"ALTER TABLE run_documents ADD COLUMN parts TEXT NOT NULL DEFAULT ''"_s,
                             u"ALTER TABLE run_documents ADD COLUMN size INTEGER NOT NULL DEFAULT 0"_s,
                             u"CREATE INDEX run_documents_parted ON run_documents (parts) WHERE parts <> ''"_s,
                             u"ALTER TABLE runs ADD COLUMN fresh_chunks TEXT NOT NULL DEFAULT ''"_s,
                             u"ALTER TABLE runs ADD COLUMN took_ms INTEGER"_s});
}

/// The step at i leads from schema i to schema i + 1.
constexpr std::array steps{&createFirstSchema, &addClaims, &addServed, &addDocumentParts};

Result<int> pragma(Database &database, const QString &name)
{
    const Result<QVariant> value = database.single(u"PRAGMA "_s + name);
    if (!value)
        return tl::unexpected(value.error());
    return value->toInt();
}

/// The file's schema; refuses what this program cannot know.
Result<int> knownSchema(Database &database)
{
    const Result<int> schema = pragma(database, u"user_version"_s);
    const Result<int> application = pragma(database, u"application_id"_s);
    const Result<QVariant> tables = database.single(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!schema)
        return schema;
    if (!application)
        return application;
    if (!tables)
        return tl::unexpected(tables.error());
    if (*application != applicationId && tables->toInt() > 0) {
        return failure(ErrorKind::Storage,
                       u"This file belongs to another program. Move it away or choose another folder."_s,
                       database.path());
    }
    if (*schema > currentSchema()) {
        return failure(ErrorKind::Storage,
                       u"A newer version of Viral Moments wrote this library (schema %1, this version knows %2). "
                       u"Install that version, or choose another folder with --library."_s.arg(*schema)
                           .arg(currentSchema()),
                       database.path());
    }
    return *schema;
}

Result<void> takeStep(Database &database, int from)
{
    return database.transaction([&]() -> Result<void> {
        if (const Result<void> done = steps[static_cast<std::size_t>(from)](database); !done)
            return done;
        return database.change(u"PRAGMA user_version=%1"_s.arg(from + 1));
    });
}

} // namespace

int currentSchema()
{
    return static_cast<int>(steps.size());
}

Result<void> migrate(Database &database)
{
    const Result<int> schema = knownSchema(database);
    if (!schema)
        return tl::unexpected(schema.error());
    for (int from = *schema; from < currentSchema(); ++from) {
        if (const Result<void> done = takeStep(database, from); !done)
            return done;
    }
    return {};
}

Result<void> checkReadable(Database &database)
{
    const Result<int> schema = pragma(database, u"user_version"_s);
    if (!schema)
        return tl::unexpected(schema.error());
    if (*schema > currentSchema())
        return {};
    const Result<int> known = knownSchema(database);
    if (!known)
        return tl::unexpected(known.error());
    if (*known < currentSchema()) {
        return failure(ErrorKind::Storage, u"This library must be opened for writing once before it can be read."_s,
                       database.path());
    }
    return {};
}

const QStringList &libraryTables()
{
    static const QStringList tables{u"runs"_s,    u"run_documents"_s, u"answers"_s,       u"outbox"_s,
                                    u"journal"_s, u"recent"_s,        u"document_parts"_s};
    return tables;
}

} // namespace Viral
