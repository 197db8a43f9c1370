// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reason.h"

namespace Viral {

QLatin1StringView reasonKey(Reason reason)
{
    switch (reason) {
    case Reason::LateStart:
        return QLatin1StringView("late-start");
    case Reason::EarlyEnd:
        return QLatin1StringView("early-end");
    case Reason::NeedsContext:
        return QLatin1StringView("needs-context");
    case Reason::Duplicate:
        return QLatin1StringView("duplicate");
    case Reason::OffBrand:
        return QLatin1StringView("off-brand");
    case Reason::WeakHook:
        return QLatin1StringView("weak-hook");
    case Reason::Legal:
        return QLatin1StringView("legal");
    }
    return {};
}

std::optional<Reason> reasonFromKey(QStringView key)
{
    for (const Reason reason : allReasons) {
        if (key == reasonKey(reason))
            return reason;
    }
    return std::nullopt;
}

} // namespace Viral
