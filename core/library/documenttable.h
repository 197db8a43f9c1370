// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/library/database.h"

#include <optional>

namespace Viral {

/// Documents of runs: requests, results, funnels. A large one is kept in parts, each a short change of its own with a
/// pause behind it, so that whoever wants to keep something meanwhile does not wait for all of it. It is there as a
/// whole with the last change, or not at all.
class DocumentTable
{
public:
    /// Longer documents are parted into pieces of this size, in bytes.
    static constexpr qsizetype largestPart = 256 * 1024;

    explicit DocumentTable(Database &database)
        : m_database(database)
    {}

    /// Overwrites the earlier one of its kind. Inside a transaction it is one change with the others.
    Result<void> keep(const RunId &run, const QString &kind, const QByteArray &json);
    /// Nothing when none was kept; an error when a part of it was lost with a damaged file.
    Result<std::optional<QByteArray>> read(const RunId &run, const QString &kind);
    /// Removes the parts of documents that will never be whole: their programs have ended, or began a day ago.
    Result<void> removeIncomplete(const QDateTime &now);

private:
    Result<QString> partsOf(const RunId &run, const QString &kind);
    Result<void> write(const RunId &run, const QString &kind, const QByteArray &json, const QString &parts,
                       qsizetype size);
    Result<void> writeParts(const RunId &run, const QString &parts, const QByteArray &json);
    Result<void> complete(const RunId &run, const QString &kind, const QString &parts, qsizetype size);
    Result<void> removeParts(const QString &parts);

    Database &m_database;
};

} // namespace Viral
