// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <functional>
#include <optional>

namespace Viral {

/// Says whether a text that is short enough in code points fits all the same (a platform's own count).
using FitsRule = std::function<bool(QStringView)>;

/// \a text cut to at most \a limit code points that \a fits accepts: at the end of a sentence of at least two words,
/// else at the end of a word; never inside a word (interface.md section 5). Between the letters of scripts written
/// without spaces a cut is allowed. Nothing when even the first word is too long. Looks only at the first \a limit code
/// points, however long the text is.
std::optional<QString> shortened(QStringView text, int limit, const FitsRule &fits = {});

/// The same at words only, for headlines; a first word longer than the limit is cut inside as a last resort.
QString shortenedAtWord(QStringView text, int limit);

} // namespace Viral
