// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/spokentext.h"

#include <optional>
#include <span>

namespace Viral {

/// A stretch of tokens, half-open.
struct TokenMatch
{
    std::size_t first = 0;
    std::size_t end = 0;
    /// Tokens that were changed, left out or put in between.
    int slips = 0;

    bool operator==(const TokenMatch &) const = default;
};

/// The stretch of \a said that is most like \a wanted when it needs at most \a mostSlips edits; of equals the first and
/// shortest. Takes wanted × said steps.
std::optional<TokenMatch> align(std::span<const SpokenToken> wanted, std::span<const SpokenToken> said, int mostSlips);

} // namespace Viral
