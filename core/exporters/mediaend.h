// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/selects.h"

#include <QStringList>

namespace Viral {

/// Whether \a span, cut in whole pictures where the rate is known, ends behind the media; never where the media's
/// length is not known.
bool reachesBehindTheEnd(const TimeSpan &span, const MediaFacts &facts);

/// Whether nothing of \a span is in the media.
bool isBehindTheEnd(const TimeSpan &span, const MediaFacts &facts);

/// "2 moments reach behind the end of the media at 1:00:00: …"; nothing when none does.
QStringList behindTheEndWarnings(const Selects &selects);

} // namespace Viral
