// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/lexicon.h"

#include <QString>

namespace Viral::Offline {

/// \a text without tags, note signs and speakers' dashes at its start, white space made single.
QString spokenText(QStringView text);

/// \a sentence from the first word that adds something: without "So," "And", "I mean". Never empty unless \a sentence
/// is.
QStringView withoutLeadIn(QStringView sentence, const Lexicon &lexicon);

/// Without the marks at the end that a headline does not have; a question mark stays.
QStringView withoutEndMarks(QStringView text);

/// The longest start of \a text with at most \a limit code points that ends at a clause, else at a word; it never stops
/// after a word such as "the". An ellipsis is not added.
QString cutText(QStringView text, qsizetype limit, const Lexicon &lexicon);

/// The first letter in upper case.
QString capitalised(QStringView text);

/// True when quotes and brackets that open also close.
bool isBalanced(QStringView text);

/// Words, or half the characters of a script without spaces.
double lengthInWords(QStringView text);

} // namespace Viral::Offline
