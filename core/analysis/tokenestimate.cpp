// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tokenestimate.h"

#include <QChar>

namespace Viral {

namespace {

/// Parts of one token, so that sums stay whole numbers.
constexpr std::int64_t wholeToken = 840;
constexpr std::int64_t latinShare = wholeToken / 4;
constexpr std::int64_t cyrillicShare = wholeToken * 10 / 35;
constexpr std::int64_t otherShare = wholeToken / 3;
constexpr std::int64_t hangulShare = wholeToken * 10 / 15;
constexpr std::int64_t hanShare = wholeToken * 10 / 12;
constexpr std::int64_t digitShare = wholeToken * 10 / 25;

std::int64_t shareOf(char32_t character)
{
    if (character < 0x80)
        return character >= U'0' && character <= U'9' ? digitShare : latinShare;
    switch (QChar::script(character)) {
    case QChar::Script_Latin:
    case QChar::Script_Common:
    case QChar::Script_Inherited:
        // Pictures stand outside the basic plane and cost a token or more each.
        return character > 0xFFFF ? wholeToken : latinShare;
    case QChar::Script_Cyrillic:
        return cyrillicShare;
    case QChar::Script_Hangul:
        return hangulShare;
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
        return hanShare;
    default:
        return otherShare;
    }
}

} // namespace

std::int64_t estimateTokens(QStringView text)
{
    std::int64_t shares = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        shares += shareOf(isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode());
        i += isPair ? 1 : 0;
    }
    return (shares + wholeToken - 1) / wholeToken;
}

} // namespace Viral
