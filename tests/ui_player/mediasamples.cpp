// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_player/mediasamples.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace ViralTest {

namespace {

constexpr int fields = 12;
constexpr int fieldWidth = 16;

} // namespace

bool makeVideo(const QString &path, const MediaSample &sample)
{
    const QString seconds = QString::number(sample.seconds);
    const QString pictures = u"color=black:size=%1x64:rate=%2:duration=%3,"
                             "geq=lum='16+219*mod(floor(N/pow(2,floor(X/%4))),2)':cb=128:cr=128"_s
                                 .arg(QString::number(fields * fieldWidth), sample.rate, seconds)
                                 .arg(fieldWidth);
    QStringList arguments{u"-v"_s, u"error"_s, u"-nostdin"_s, u"-y"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, pictures};
    if (sample.hasSound)
        arguments += {u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=frequency=300:duration="_s + seconds, u"-c:a"_s, u"aac"_s};
    arguments += {u"-c:v"_s, u"libx264"_s, u"-preset"_s,  u"ultrafast"_s,
                  u"-crf"_s, u"12"_s,      u"-g"_s,       QString::number(sample.group),
                  u"-bf"_s,  u"2"_s,       u"-pix_fmt"_s, u"yuv420p"_s};
    return QProcess::execute(u"ffmpeg"_s, arguments + sample.more + QStringList{path}) == 0;
}

int numberIn(const QImage &picture)
{
    if (picture.isNull())
        return -1;
    int number = 0;
    for (int field = 0; field < fields; ++field) {
        const int x = picture.width() * (2 * field + 1) / (2 * fields);
        if (qGray(picture.pixel(x, picture.height() / 2)) > 128)
            number |= 1 << field;
    }
    return number;
}

} // namespace ViralTest
