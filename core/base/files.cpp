// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/base/text.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <cstdio>
#include <string_view>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QString sizeText(qint64 bytes)
{
    return QString::number(bytes / (1024 * 1024)) + u" MiB"_s;
}

tl::unexpected<Error> tooLarge(const QString &path, qint64 limit)
{
    return failure(ErrorKind::Input, u"The file is larger than the limit of %1."_s.arg(sizeText(limit)), path);
}

Result<QByteArray> readDevice(QFile &file, const QString &path, qint64 limit)
{
    QByteArray bytes;
    constexpr qint64 step = 1024 * 1024;
    bytes.reserve(std::min(limit, std::max<qint64>(step, file.size())));
    while (true) {
        const QByteArray part = file.read(step);
        if (part.isEmpty())
            break;
        bytes += part;
        if (bytes.size() > limit)
            return tooLarge(path, limit);
    }
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::Io, u"The file could not be read: %1."_s.arg(file.errorString()), path);
    return bytes;
}

constexpr qsizetype longestName = 80;
/// Names may have 255 bytes; this leaves room for numbers, endings and the marks of unfinished files.
constexpr qsizetype longestNameBytes = 180;

bool isForbiddenInNames(char32_t codePoint)
{
    constexpr std::u32string_view separators = U"/\\:*?\"<>|";
    const QChar::Category category = QChar::category(codePoint);
    return separators.find(codePoint) != std::u32string_view::npos || category == QChar::Other_Control ||
           category == QChar::Other_Format || category == QChar::Other_Surrogate;
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    QFile file;
    if (path == "-"_L1) {
        if (!file.open(stdin, QIODevice::ReadOnly))
            return failure(ErrorKind::Io, u"Standard input could not be read."_s);
        return readDevice(file, u"standard input"_s, limit);
    }
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorKind::Input, u"There is no such file."_s, path);
    if (info.isDir())
        return failure(ErrorKind::Input, u"This is a folder, a file is wanted."_s, path);
    if (info.size() > limit)
        return tooLarge(path, limit);
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Io, u"The file could not be opened: %1."_s.arg(file.errorString()), path);
    return readDevice(file, path, limit);
}

namespace {

/// Renaming over a device or a pipe would replace it by a file.
Result<void> writeInto(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return failure(ErrorKind::Io, u"This could not be written: %1."_s.arg(file.errorString()), path);
    return {};
}

} // namespace

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    if (info.isDir())
        return failure(ErrorKind::Io, u"This is a folder, a file is wanted."_s, path);
    if (info.exists() && !info.isFile())
        return writeInto(path, bytes);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorKind::Io, u"The file could not be written: %1."_s.arg(file.errorString()), path);
    return {};
}

QString safeFileName(QStringView title, const QString &fallback)
{
    QString name;
    for (const char32_t codePoint : title.toString().toUcs4())
        name += isForbiddenInNames(codePoint) ? u" "_s : QString::fromUcs4(&codePoint, 1);
    name = leftCodePoints(name.simplified(), longestName).toString();
    // Bytes are what a file system counts; cut names hold whole characters.
    while (name.toUtf8().size() > longestNameBytes)
        name = leftCodePoints(name, codePointCount(name) - 1).toString();
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    static constexpr std::array reserved{"con"_L1, "prn"_L1, "aux"_L1, "nul"_L1};
    const QString stem = name.section(u'.', 0, 0).toLower();
    const bool isReserved = std::find(reserved.begin(), reserved.end(), stem) != reserved.end();
    return name.isEmpty() || isReserved ? fallback : name;
}

} // namespace Viral
