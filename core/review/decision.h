// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace Viral {

/// What the editor decided about a moment.
enum class Decision
{
    Undecided,
    Kept,
    Held,
    Rejected,
};

inline constexpr std::array allDecisions{Decision::Undecided, Decision::Kept, Decision::Held, Decision::Rejected};

/// Word for files: "kept".
QLatin1StringView decisionKey(Decision decision);
std::optional<Decision> decisionFromKey(QStringView key);

} // namespace Viral
