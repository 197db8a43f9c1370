// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/fileurl.h"

#include "core/exporters/exporttext.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

bool hasDrive(const QString &path)
{
    return path.size() > 2 && path[0].isLetter() && path[0].unicode() < 0x80 && path[1] == u':' &&
           (path[2] == u'\\' || path[2] == u'/');
}

bool isShare(const QString &path)
{
    return path.startsWith(u"\\\\"_s);
}

/// With our separators; a backslash is part of a name elsewhere.
QString withSlashes(const QString &path)
{
    return hasDrive(path) || isShare(path) ? QString(path).replace(u'\\', u'/') : path;
}

} // namespace

QString mediaFileName(const QString &path)
{
    return oneLine(withSlashes(path).section(u'/', -1));
}

QString fileUrl(const QString &path, const QString &host)
{
    QString plain = withSlashes(path);
    if (!plain.startsWith(u'/'))
        plain.prepend(u'/');
    const QByteArray kept = hasDrive(path) ? "/:" : "/";
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(plain, kept));
    return isShare(path) ? u"file:"_s + encoded : u"file://"_s + host + encoded;
}

} // namespace Viral
