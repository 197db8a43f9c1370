// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/forecast.h"

#include <QByteArray>

namespace Viral {

/// The quote of a run as the library keeps it: one JSON object; money in micro-dollars, times in milliseconds.
QByteArray writeQuote(const ModelForecast &quote);

/// Reads what writeQuote() wrote; a range that is missing or odd is nothing, other members are passed over.
Result<ModelForecast> parseQuote(const QByteArray &json);

} // namespace Viral
