// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exporttext.h"

#include <QChar>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

bool mayStand(char32_t c)
{
    const bool isControl = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool isLineSeparator = c == 0x2028 || c == 0x2029;
    return !isControl && !isLineSeparator && !QChar::isNonCharacter(c) && !QChar::isSurrogate(c) && c != 0xfeff;
}

} // namespace

QString oneLine(QStringView text)
{
    QString line;
    line.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            if (mayStand(QChar::surrogateToUcs4(unit, text[i + 1])))
                line += text.mid(i, 2);
            ++i;
        } else if (unit.isSpace() || unit == u'\0') {
            line += u' ';
        } else if (mayStand(unit.unicode())) {
            line += unit;
        }
    }
    return line.simplified();
}

QString cleanLines(QStringView text)
{
    QString whole = text.toString();
    whole.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar(QChar::LineSeparator), u'\n');
    QStringList lines = whole.split(u'\n');
    for (QString &line : lines)
        line = oneLine(line);
    return lines.join(u'\n').trimmed();
}

QString decimalSeconds(Milliseconds time)
{
    const qint64 ms = std::max<qint64>(0, time.count());
    return QString::number(ms / 1000) + u'.' + QString::number(ms % 1000).rightJustified(3, u'0');
}

} // namespace Viral
