// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QString>
#include <QStringView>

namespace Viral {

/// Human text as it may stand in any file of an editing program: one line, runs of white space as one blank, without
/// control characters, characters that XML forbids, and halves of surrogate pairs. Marks of writing direction stay.
QString oneLine(QStringView text);

/// The same, but line breaks stay (as '\n').
QString cleanLines(QStringView text);

/// "52.400": thousandths of a second with a point, whatever the country; 0 for times before 0.
QString decimalSeconds(Milliseconds time);

} // namespace Viral
