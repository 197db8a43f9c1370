// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Viral {

/// What decides between two clips of the same stretch, the most important first.
struct RankedClip
{
    TimeSpan span;
    /// Sum of the five scores.
    int scoreSum = 0;
    /// Fields filled, and one more for a verbatim quote.
    int richness = 0;
    /// Number of the candidate; decides between clips that are equal in everything else.
    int number = 0;

    bool operator==(const RankedClip &) const = default;
};

/// How much two clips are the same.
struct Sameness
{
    /// "duplicate-iou" or "duplicate-overlap".
    QString rule;
    /// "IoU 0.62" or "0.75 of the shorter".
    QString measured;

    bool operator==(const Sameness &) const = default;
};

/// Two clips are the same when IoU >= 0.5 or the overlap is >= 0.6 of the shorter (interface.md section 5); nothing
/// when they are not. Exact: no floating point.
std::optional<Sameness> sameness(const TimeSpan &a, const TimeSpan &b);

/// The better clip that another one gives way to.
struct DuplicateOf
{
    std::size_t winner = 0;
    Sameness sameness;

    bool operator==(const DuplicateOf &) const = default;
};

/// For each clip the one that stays in its place, nothing for clips that stay: the best score first, then the richest,
/// then the earliest; only clips that stay push others out. The order of \a clips does not matter. n log n.
std::vector<std::optional<DuplicateOf>> findDuplicates(std::span<const RankedClip> clips);

} // namespace Viral
