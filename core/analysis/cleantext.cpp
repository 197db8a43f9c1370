// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/cleantext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control && !c.isSpace();
}

} // namespace

QString cleanLine(QStringView text)
{
    QString line = text.toString();
    line.removeIf(isControl);
    return line.simplified();
}

QString cleanParagraphs(QStringView text)
{
    QString lines = text.toString();
    lines.replace("\r\n"_L1, "\n"_L1);
    lines.replace(u'\r', u'\n');
    lines.removeIf(isControl);
    return lines.trimmed();
}

bool hasVisibleText(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return !c.isSpace() && c.category() != QChar::Other_Control && c.category() != QChar::Other_Format;
    });
}

} // namespace Viral
