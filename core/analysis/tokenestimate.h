// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cstdint>

namespace Viral {

/// How many tokens a model will count for \a text, by the scripts it is written in: characters per token are 4.0 for
/// Latin, 3.5 for Cyrillic, 3.0 for Arabic and the scripts of India, 1.5 for Hangul, 1.2 for Han and kana, 2.5 for
/// digits. Rounded up. Right to about a tenth for speech; good for a price beforehand, not for a limit.
std::int64_t estimateTokens(QStringView text);

} // namespace Viral
