// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace Viral {

/// What a word says as a number.
struct NumberWord
{
    enum class Kind
    {
        Value,   ///< three, twenty, third
        Scale,   ///< hundred, thousand, million
        Ordinal, ///< third, twice: joins the ones before it and ends the number
    };
    Kind kind = Kind::Value;
    qint64 value = 0;
};

/// \a folded (lower case) as a number word of \a language (BCP 47 primary subtag); nothing when it is none.
std::optional<NumberWord> numberWord(QStringView folded, QStringView language);

/// A run of Chinese and Japanese figures such as 三百五十; nothing when \a text is not all figures or too large.
std::optional<qint64> hanNumber(QStringView text);

/// True for one of these figures.
bool isHanFigure(QChar c);

} // namespace Viral
