// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

QString csvField(const QString &text)
{
    const bool looksLikeFormula = !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
    return csvLiteralField(looksLikeFormula ? u'\'' + text : text);
}

QString csvLiteralField(const QString &text)
{
    const bool wantsQuotes =
        std::ranges::any_of(text, [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    return wantsQuotes ? u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace Viral
