// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decision.h"

namespace Viral {

QLatin1StringView decisionKey(Decision decision)
{
    switch (decision) {
    case Decision::Undecided:
        return QLatin1StringView("undecided");
    case Decision::Kept:
        return QLatin1StringView("kept");
    case Decision::Held:
        return QLatin1StringView("held");
    case Decision::Rejected:
        return QLatin1StringView("rejected");
    }
    return {};
}

std::optional<Decision> decisionFromKey(QStringView key)
{
    for (const Decision decision : allDecisions) {
        if (key == decisionKey(decision))
            return decision;
    }
    return std::nullopt;
}

} // namespace Viral
