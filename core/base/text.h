// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace Viral {

/// Number of code points, as PHP's mb_strlen counts a UTF-8 text (interface.md section 5).
qsizetype codePointCount(QStringView text);

/// The longest start of \a text with at most \a count code points; never cuts a surrogate pair.
QStringView leftCodePoints(QStringView text, qsizetype count);

/// Leading and trailing white space off, runs of white space and line breaks to one space.
QString simplified(QStringView text);

/// The word without case, punctuation, accents' composition and quotes' shape, for comparing; empty for pure
/// punctuation.
QString foldedWord(QStringView word);

/// White-space separated words of \a text, folded, without the empty ones.
QStringList foldedWords(QStringView text);

/// True for scripts written without spaces between words (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar).
bool isUnspacedScript(char32_t codePoint);

} // namespace Viral
