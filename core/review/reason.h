// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace Viral {

/// The usual reasons for a decision; any other text is a reason as well.
enum class Reason
{
    LateStart,
    EarlyEnd,
    NeedsContext,
    Duplicate,
    OffBrand,
    WeakHook,
    Legal,
};

inline constexpr std::array allReasons{Reason::LateStart, Reason::EarlyEnd, Reason::NeedsContext, Reason::Duplicate,
                                       Reason::OffBrand,  Reason::WeakHook, Reason::Legal};

/// Word for files: "late-start".
QLatin1StringView reasonKey(Reason reason);
/// Nothing for a reason in the editor's own words.
std::optional<Reason> reasonFromKey(QStringView key);

} // namespace Viral
