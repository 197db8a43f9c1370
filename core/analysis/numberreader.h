// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/textpieces.h"

namespace Viral {

/// What numbers are counted in here, so that 1.5 is one.
inline constexpr qint64 thousandthsOfOne = 1'000;

/// A number made of one or more pieces, in thousandths.
struct ReadNumber
{
    qint64 thousandths = 0;
    std::size_t first = 0;
    std::size_t end = 0;
    bool hasFigures = false;
    bool isOrdinalWord = false;
};

/// The numbers that \a pieces say in figures or in words of \a language (BCP 47 primary subtag): "1.2 million", "two
/// hundred and fifty", "nineteen ninety-four".
std::vector<ReadNumber> readNumbers(const std::vector<TextPiece> &pieces, QStringView language);

} // namespace Viral
