// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clipcut.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// "12.345678"
QString secondsText(std::chrono::microseconds time)
{
    return QString::number(time.count() / 1'000'000) + u'.' +
           QString::number(time.count() % 1'000'000).rightJustified(6, u'0');
}

QStringList encoding(const ClipCut &cut)
{
    if (cut.style == CutStyle::Instant)
        return {u"-c"_s, u"copy"_s};
    const QStringList sound{u"-c:a"_s, u"aac"_s, u"-b:a"_s, u"192k"_s};
    if (!cut.hasVideo)
        return sound;
    // Players and platforms want even sizes and this one pixel format.
    return QStringList{u"-c:v"_s,      u"libx264"_s,   u"-preset"_s, u"fast"_s, u"-crf"_s,
                       u"18"_s,        u"-pix_fmt"_s,  u"yuv420p"_s, u"-vf"_s,  u"crop=trunc(iw/2)*2:trunc(ih/2)*2"_s,
                       u"-movflags"_s, u"+faststart"_s} +
           sound;
}

} // namespace

QString cutSuffix(const ClipCut &cut)
{
    const QString suffix = QFileInfo(cut.source).suffix().toLower();
    if (cut.style == CutStyle::Instant)
        return suffix.isEmpty() ? QString(cut.hasVideo ? u".mkv"_s : u".mka"_s) : u'.' + suffix;
    return cut.hasVideo ? u".mp4"_s : u".m4a"_s;
}

QStringList cutArguments(const ClipCut &cut, const QString &target)
{
    QStringList arguments{u"-v"_s, u"error"_s, u"-nostdin"_s, u"-y"_s, u"-progress"_s, u"pipe:1"_s};
    arguments += {u"-ss"_s, secondsText(cut.start), u"-i"_s, u"file:"_s + cut.source};
    arguments += {u"-t"_s, secondsText(cut.length)};
    // Covers of sound files are pictures, too; V leaves them out.
    arguments += cut.hasVideo ? QStringList{u"-map"_s, u"0:V:0"_s} : QStringList{u"-vn"_s};
    arguments += {u"-map"_s,          u"0:a:0?"_s, u"-map_metadata"_s, u"-1"_s,
                  u"-map_chapters"_s, u"-1"_s,     u"-metadata"_s,     u"title="_s + cut.title};
    return arguments + encoding(cut) + QStringList{u"file:"_s + target};
}

} // namespace Viral
