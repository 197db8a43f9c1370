// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pricing.h"

namespace Viral {

/// The editor's own rates from the file of core/run/pricebook.h; an empty list when there is no such file.
Result<QList<ModelPrice>> readUserPrices(const QString &path);

/// The bytes of such a file, in the format of resources/pricing.json.
QByteArray userPricesJson(const QList<ModelPrice> &prices);

/// Replaces the file; one without prices is removed.
Result<void> writeUserPrices(const QString &path, const QList<ModelPrice> &prices);

} // namespace Viral
