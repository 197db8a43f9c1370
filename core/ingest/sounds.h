// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Viral {

/// Takes what is heard but not spoken out of \a text and adds it to \a sounds: "[laughter]", "(clock ticking)" where it
/// stands alone, brackets with a known sound or in capitals anywhere, note signs. The words of a song stay words.
/// Lines of \a text are separated by line breaks.
QString withoutSounds(const QString &text, QStringList &sounds);

/// True for the sign that stands for music in the list of sounds.
bool isNoteSign(QStringView sound);

/// True for a bracketed text that is certainly a sound ("[Applause]", "(laughs)", "【笑】").
bool isSoundMark(QStringView text);

} // namespace Viral
