// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/problems.h"

#include "core/json/jsonreader.h"
#include "core/json/jsonscanner.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QString line(const Problem &problem)
{
    return problem.pointer.isEmpty() ? problem.message : problem.pointer + u": "_s + problem.message;
}

QString countText(qsizetype count)
{
    return count == 1 ? u"and one more problem"_s : u"and %1 more problems"_s.arg(count);
}

} // namespace

void Problems::addError(const QString &pointer, const QString &message)
{
    add({Problem::Severity::Error, pointer, message});
}

void Problems::addWarning(const QString &pointer, const QString &message)
{
    add({Problem::Severity::Warning, pointer, message});
}

void Problems::addError(const JsonValue &value, const QString &message)
{
    addError(isFull() ? QString() : value.pointer(), message);
}

void Problems::addWarning(const JsonValue &value, const QString &message)
{
    addWarning(isFull() ? QString() : value.pointer(), message);
}

void Problems::addMissing(const JsonValue &parent, std::string_view name)
{
    addError(isFull() ? QString() : parent.pointer() + u'/' + pointerStep(name), u"is missing"_s);
}

void Problems::addBelow(const QString &base, const Problems &inner)
{
    for (const Problem &problem : inner.m_all)
        add({problem.severity, base + problem.pointer, problem.message});
    for (const Problem &problem : inner.m_all) {
        (problem.severity == Problem::Severity::Error ? m_errorCount : m_warningCount) -= 1;
    }
    m_errorCount += inner.m_errorCount;
    m_warningCount += inner.m_warningCount;
}

void Problems::add(Problem problem)
{
    (problem.severity == Problem::Severity::Error ? m_errorCount : m_warningCount) += 1;
    if (!isFull())
        m_all.append(std::move(problem));
}

QString Problems::text() const
{
    QStringList lines;
    for (const Problem &problem : m_all)
        lines.append(line(problem));
    const qsizetype dropped = m_errorCount + m_warningCount - m_all.size();
    if (dropped > 0)
        lines.append(countText(dropped));
    return lines.join(u'\n');
}

Error Problems::asError() const
{
    QList<Problem> errors;
    for (const Problem &problem : m_all) {
        if (problem.severity == Problem::Severity::Error)
            errors.append(problem);
    }
    if (m_errorCount == 1 && errors.size() == 1)
        return {ErrorKind::Input, errors.constFirst().message, errors.constFirst().pointer};
    QStringList lines;
    for (const Problem &problem : std::as_const(errors))
        lines.append(line(problem));
    if (m_errorCount > errors.size())
        lines.append(countText(m_errorCount - errors.size()));
    return {ErrorKind::Input, lines.join(u'\n')};
}

} // namespace Viral
