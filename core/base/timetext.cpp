// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timetext.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QString padded(qint64 number, int digits)
{
    return QString::number(number).rightJustified(digits, u'0');
}

} // namespace

QString clockText(Milliseconds time)
{
    const qint64 seconds = std::max<qint64>(0, time.count()) / 1000;
    const QString tail = padded(seconds % 60, 2);
    if (seconds < 3600)
        return QString::number(seconds / 60) + u':' + tail;
    return QString::number(seconds / 3600) + u':' + padded(seconds / 60 % 60, 2) + u':' + tail;
}

QString exactTimeText(Milliseconds time)
{
    const qint64 ms = std::max<qint64>(0, time.count());
    return padded(ms / 3'600'000, 2) + u':' + padded(ms / 60'000 % 60, 2) + u':' + padded(ms / 1000 % 60, 2) + u'.' +
           padded(ms % 1000, 3);
}

QString secondsText(Milliseconds duration)
{
    const qint64 tenths = (std::max<qint64>(0, duration.count()) + 50) / 100;
    return QString::number(tenths / 10) + u'.' + QString::number(tenths % 10) + u" s"_s;
}

QString isoUtcText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
}

} // namespace Viral
