// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/programid.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <array>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Where numbers of processes mean something: one computer since its start, and on it one container.
QString placeOfProcesses()
{
    std::array<char, 64> target{};
    const ssize_t length = readlink("/proc/self/ns/pid", target.data(), target.size());
    const QByteArray space(target.data(), std::max<ssize_t>(0, length));
    return QString::fromLatin1(QSysInfo::bootUniqueId()) + u'/' + QString::fromLatin1(space);
}

/// When process \a id was started, in the system's own count; empty when there is no such process that still lives.
QByteArray startOf(const QString &id)
{
    QFile file(u"/proc/%1/stat"_s.arg(id));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readAll();
    // The name of the program, which may hold anything, is in brackets; behind it come the state and numbers.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype state = 0;
    constexpr qsizetype start = 19;
    const bool isDead = fields.value(state) == "Z" || fields.value(state) == "X";
    return isDead ? QByteArray() : fields.value(start);
}

} // namespace

QString thisProgram()
{
    const QString id = QString::number(QCoreApplication::applicationPid());
    return placeOfProcesses() + u' ' + id + u' ' + QString::fromLatin1(startOf(id));
}

bool hasSurelyEnded(const QString &name)
{
    const QStringList parts = name.split(u' ');
    if (parts.size() != 3 || parts.at(0) != placeOfProcesses() || parts.at(1).toLongLong() <= 0 ||
        parts.at(2).isEmpty())
        return false;
    return QString::fromLatin1(startOf(parts.at(1))) != parts.at(2);
}

} // namespace Viral
