// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>

#include <string_view>

namespace Viral {

class JsonValue;

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
    QString pointer = {};
    QString message = {};

    bool operator==(const Problem &) const = default;
};

/// All problems of one document, so that its author sees every one at once (interface.md section 3).
class Problems
{
public:
    void addError(const QString &pointer, const QString &message);
    void addWarning(const QString &pointer, const QString &message);
    /// The same for a value at hand; its pointer is worked out only while problems are still kept.
    void addError(const JsonValue &value, const QString &message);
    void addWarning(const JsonValue &value, const QString &message);
    /// An error for a member called \a name that \a parent should have.
    void addMissing(const JsonValue &parent, std::string_view name);
    /// Adds all of \a inner, whose pointers are relative to \a base.
    void addBelow(const QString &base, const Problems &inner);

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
    bool isFull() const { return m_all.size() >= maximumKept; }

    QList<Problem> m_all;
    qsizetype m_errorCount = 0;
    qsizetype m_warningCount = 0;
};

} // namespace Viral
