// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/rawjson.h"

#include <QLatin1StringView>

#include <array>

namespace Viral {

/// The five core metrics in the contract's order (ViralMomentResponse.md section 2.2).
enum class Metric
{
    Shareability,
    EmotionalImpact,
    SurpriseFactor,
    Rewatchability,
    HookStrength,
};

inline constexpr std::array allMetrics{Metric::Shareability, Metric::EmotionalImpact, Metric::SurpriseFactor,
                                       Metric::Rewatchability, Metric::HookStrength};

/// Word on the wire: "emotionalImpact".
QLatin1StringView metricKey(Metric metric);

/// Five whole scores from 1 to 10 and whatever else the model measured.
struct Scorecard
{
    std::array<int, allMetrics.size()> core{1, 1, 1, 1, 1};
    /// Further metrics, kept as they came.
    RawMembers further = {};

    int score(Metric metric) const { return core[static_cast<std::size_t>(metric)]; }
    void setScore(Metric metric, int score) { core[static_cast<std::size_t>(metric)] = score; }
    /// Sum of the five core scores; the average is a fifth of it. Whole numbers compare exactly.
    int sum() const
    {
        int total = 0;
        for (const int value : core)
            total += value;
        return total;
    }
    double average() const { return sum() / static_cast<double>(core.size()); }

    bool operator==(const Scorecard &) const = default;
};

} // namespace Viral
