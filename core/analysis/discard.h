// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/funnel.h"
#include "core/base/result.h"

namespace Viral {

/// Why a rule let a candidate go, in the words of FunnelEntry.
struct Discard
{
    FunnelStage stage = FunnelStage::Kept;
    QString rule = {};
    QString measured = {};
    QString reason = {};

    bool operator==(const Discard &) const = default;
};

/// What a rule made of its input, or why the candidate goes.
template <typename Value>
using Judged = tl::expected<Value, Discard>;

/// Builds the failing side of a Judged.
inline tl::unexpected<Discard> discarded(FunnelStage stage, QString rule, QString measured, QString reason)
{
    return tl::unexpected<Discard>(Discard{stage, std::move(rule), std::move(measured), std::move(reason)});
}

/// "94 200 ms": groups of three digits.
QString millisecondsText(Milliseconds duration);

} // namespace Viral
