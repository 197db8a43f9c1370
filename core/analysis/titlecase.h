// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace Viral {

/// \a text in title case: words begin with a capital, the small words of the language (articles, short conjunctions and
/// prepositions) only at the start, at the end and behind a colon. Acronyms, numbers, addresses and words with capitals
/// inside (iPhone) stay; a headline all in capitals is taken as shouting. \a language is a BCP 47 primary subtag;
/// without one English is assumed. Scripts without case come back unchanged.
QString titleCase(QStringView text, QStringView language);

/// A category: facets in title case joined with " / ", each named once. The model may have parted them with a slash, a
/// bar, a comma or a semicolon.
QString categoryCase(QStringView text, QStringView language);

} // namespace Viral
