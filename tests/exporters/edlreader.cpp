// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/edlreader.h"

#include "core/exporters/sourcelabel.h"

#include <QRegularExpression>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace ViralTest {

namespace {

/// -1 for a label that is none at this rate.
qint64 frameOf(const QString &label, const FrameRate &rate, bool dropsFrames)
{
    const auto frame = frameFromLabel(label, rate);
    // Labels that are left out come back as others.
    return frame && frameLabel(*frame, rate, dropsFrames) == label ? *frame : -1;
}

bool takeEvent(EditList &list, const QString &line, const FrameRate &rate)
{
    static const QRegularExpression form(
        u"^(\\d{3})  ([A-Z0-9]{1,8}) {0,7} (AA/V|AA|A|B|V) {0,3}  C        (\\S{11}) (\\S{11}) (\\S{11}) (\\S{11})$"_s);
    const auto match = form.match(line);
    constexpr qsizetype allColumns = 3 + 8 + 65;
    if (!match.hasMatch() || line.size() != allColumns)
        return false;
    QList<qint64> frames;
    for (int i = 4; i < 8; ++i)
        frames.append(frameOf(match.captured(i), rate, list.dropsFrames));
    list.events.append({.number = match.captured(1).toInt(),
                        .reel = match.captured(2),
                        .channels = match.captured(3),
                        .source = {frames[0], frames[1]},
                        .record = {frames[2], frames[3]}});
    return !frames.contains(-1) && list.events.constLast().number == list.events.size();
}

bool takeLine(EditList &list, const QString &line, const FrameRate &rate)
{
    static const QRegularExpression marker(u" \\|C:ResolveColor[A-Z][a-z]+ \\|M:[^|]+ \\|D:[1-9]\\d*$"_s);
    static const QRegularExpression event(u"^\\d"_s);
    if (line.isEmpty())
        return true;
    if (event.match(line).hasMatch())
        return takeEvent(list, line, rate);
    const bool isComment = line.startsWith("* "_L1);
    if (list.events.isEmpty() || (!isComment && !marker.match(line).hasMatch()))
        return false;
    list.events.last().comments.append(isComment ? line.sliced(2) : line);
    return true;
}

bool isPlain(const QString &line)
{
    for (const QChar c : line) {
        if (c.unicode() < 0x20 || c == QChar::LineSeparator || c == QChar::ParagraphSeparator || c == QChar(0xfffe))
            return false;
    }
    return true;
}

} // namespace

EditList readEditList(const QByteArray &bytes, const FrameRate &rate)
{
    EditList list;
    QStringList lines = QString::fromUtf8(bytes).split(u"\r\n"_s);
    if (lines.size() < 4 || !lines[0].startsWith("TITLE: "_L1) || !lines.takeLast().isEmpty()) {
        list.wrongLine = u"no head, or no end of line: "_s + lines.constFirst();
        return list;
    }
    list.title = lines[0].sliced(7);
    list.dropsFrames = lines[1] == "FCM: DROP FRAME"_L1;
    if (!list.dropsFrames && lines[1] != "FCM: NON-DROP FRAME"_L1)
        list.wrongLine = lines[1];
    for (qsizetype i = 2; i < lines.size() && list.wrongLine.isEmpty(); ++i) {
        if (!isPlain(lines[i]) || !takeLine(list, lines[i], rate))
            list.wrongLine = lines[i] + u'.';
    }
    return list;
}

} // namespace ViralTest
