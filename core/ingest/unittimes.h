// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ingest/rawunits.h"
#include "core/ingest/spokenword.h"

#include <vector>

namespace Viral {

/// A unit whose times can be trusted to be there, not negative and in order.
struct TimedUnit
{
    QString text;
    TimeSpan span;
    QString speaker;
    QList<RawWord> words;
};

/// Mends the times of units: negative ones become 0, missing ones are filled in between neighbours by length, ends in
/// front of their start are estimated, units are sorted by start, exact duplicates dropped. Fails when no unit has a
/// time, and when times jump far back again and again: several files in one.
Result<std::vector<TimedUnit>> withMendedTimes(QList<RawUnit> units, Repairs &repairs);

/// Mends the times of a unit's words in the same way, inside \a unit: starts never go back, each word ends where the
/// next begins at the latest. \a words and \a raw have equal sizes.
void mendWordTimes(std::span<SpokenWord> words, const QList<RawWord> &raw, const TimeSpan &unit, Repairs &repairs);

} // namespace Viral
