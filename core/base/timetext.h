// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QDateTime>
#include <QString>

namespace Viral {

/// "0:07", "12:30", "1:02:03": whole seconds, rounded down; for lists and cards.
QString clockText(Milliseconds time);
/// "00:12:30.512": always hours and milliseconds; for exact places.
QString exactTimeText(Milliseconds time);
/// "52.4 s": one decimal, rounded half up; for lengths of clips.
QString secondsText(Milliseconds duration);
/// ISO 8601 UTC with milliseconds and Z, as events carry it (interface.md section 6).
QString isoUtcText(const QDateTime &time);

} // namespace Viral
