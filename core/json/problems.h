// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>

namespace Viral {

/// One thing that is wrong or odd in a JSON document.
struct Problem
{
    enum class Severity
    {
        Warning, ///< read all the same
        Error,   ///< the document is refused
    };

    Severity severity = Severity::Error;
    /// RFC 6901 pointer, empty for the whole document.
    QString pointer;
    QString message;

    bool operator==(const Problem &) const = default;
};

/// All problems of one document, so that its author sees every one at once (interface.md section 3).
class Problems
{
public:
    void addError(const QString &pointer, const QString &message);
    void addWarning(const QString &pointer, const QString &message);

    bool hasErrors() const { return m_errorCount > 0; }
    /// Problems kept; after maximumKept further ones are only counted.
    const QList<Problem> &all() const { return m_all; }
    qsizetype errorCount() const { return m_errorCount; }
    qsizetype warningCount() const { return m_warningCount; }

    /// One line per problem, "pointer: message"; the last line counts what was not kept.
    QString text() const;
    /// All errors as one Input error for callers that need a Result.
    Error asError() const;

    static constexpr qsizetype maximumKept = 1000;

private:
    void add(Problem problem);

    QList<Problem> m_all;
    qsizetype m_errorCount = 0;
    qsizetype m_warningCount = 0;
};

} // namespace Viral
