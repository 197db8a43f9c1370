// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/outbox.h"
#include "core/run/runstore.h"

#include <QLatin1StringView>

namespace Viral {

// Words for enumerations in the library file and in what the command line prints: others hold them, so they never
// change.

QLatin1StringView word(RunKind kind);
QLatin1StringView word(RunState state);
QLatin1StringView word(WebhookKind kind);

/// The value among \a all that \a text stands for; \a otherwise for a word of a later version.
template <typename Values, typename Value>
Value fromWord(const Values &all, const QString &text, Value otherwise)
{
    for (const Value value : all) {
        if (text == word(value))
            return value;
    }
    return otherwise;
}

} // namespace Viral
