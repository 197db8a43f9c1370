// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pricing.h"

namespace Viral {

/// The rates that are compiled in (resources/pricing.json).
PriceTable builtInPrices();

/// Where the user's own rates are kept: "pricing.json" beside the library.
QString userPricesPath(const QString &libraryFolder);

/// builtInPrices() with the user's own in front, in the same format; \a path need not exist. Fails when the file is
/// there and cannot be read.
Result<PriceTable> pricesWithUser(const QString &path);

/// What there is to say about the end of a model's life, in one sentence; empty when it does not end within 60 days.
QString shutdownWarning(const PriceTable &prices, const QString &model, const QDate &today);

} // namespace Viral
