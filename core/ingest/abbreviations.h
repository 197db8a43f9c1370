// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace Viral {

/// False when the full stop at the end of \a word belongs to an abbreviation ("Dr.", "z. B."), an initial or an ordinal
/// number, so that \a next goes on with the sentence. \a language is a primary subtag or empty. Closing quotes and
/// brackets are already off \a word.
bool pointEndsSentence(QStringView word, QStringView next, QStringView language);

} // namespace Viral
