// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/clipscores.h"

#include "core/analysis/offline/ranks.h"

#include <algorithm>
#include <cmath>

namespace Viral::Offline {

namespace {

/// Share of a score that comes from the whole transcript; the rest from the other clips, so that scores spread.
constexpr double transcriptShare = 0.5;
constexpr int pointsLostByHook = 2;
constexpr int pointsLostBySharing = 1;

double evidence(const Features &sums, Metric metric)
{
    const auto of = [&sums](Feature feature) { return value(sums, feature); };
    switch (metric) {
    case Metric::Shareability:
        return 0.3 * of(Feature::SecondPerson) + 0.8 * of(Feature::Quotable) + 1.2 * of(Feature::Advice);
    case Metric::EmotionalImpact:
        return of(Feature::Emotion) + 0.15 * of(Feature::FirstPerson) + 0.6 * of(Feature::Exclamations);
    case Metric::SurpriseFactor:
        return 0.5 * of(Feature::Numbers) + 0.4 * of(Feature::Contrast) + of(Feature::Unexpected);
    case Metric::Rewatchability:
        return 2.0 * of(Feature::Laughter) + 0.5 * of(Feature::Turns) + 0.25 * of(Feature::ShortUnits);
    case Metric::HookStrength:
        break;
    }
    return 0;
}

/// Evidence by the minute.
double density(const Reading &reading, Metric metric, int firstUnit, int endUnit, Milliseconds length)
{
    const double minutes = std::max(0.25, static_cast<double>(length.count()) / 60'000.0);
    return evidence(reading.sum(firstUnit, endUnit), metric) / minutes;
}

/// The hook of a unit as an amount above nothing.
double hookOf(const Unit &unit)
{
    return std::max(0.0, unit.hook + 1.0);
}

std::vector<double> clipValues(const Reading &reading, const std::vector<Clip> &clips, Metric metric)
{
    std::vector<double> values;
    for (const Clip &clip : clips) {
        values.push_back(metric == Metric::HookStrength
                             ? hookOf(reading.unit(clip.firstUnit))
                             : density(reading, metric, clip.firstUnit, clip.lastUnit + 1, clip.span.duration()));
    }
    return values;
}

std::vector<double> transcriptValues(const Reading &reading, const std::vector<Window> &windows, Metric metric)
{
    std::vector<double> values;
    if (metric == Metric::HookStrength) {
        for (const Unit &unit : reading.units()) {
            if (unit.isSpoken())
                values.push_back(hookOf(unit));
        }
        return values;
    }
    for (const Window &window : windows)
        values.push_back(density(reading, metric, window.firstUnit, window.endUnit, window.span.duration()));
    return values;
}

} // namespace

std::vector<std::array<int, allMetrics.size()>> scoreClips(const Reading &reading, const std::vector<Window> &windows,
                                                           const std::vector<Clip> &clips)
{
    std::vector<std::array<int, allMetrics.size()>> scores(clips.size());
    for (const Metric metric : allMetrics) {
        const std::vector<double> values = clipValues(reading, clips, metric);
        const Population transcript(transcriptValues(reading, windows, metric));
        const Population others(values);
        for (std::size_t clip = 0; clip < clips.size(); ++clip) {
            const double standing = transcriptShare * transcript.standing(values[clip]) +
                                    (1 - transcriptShare) * others.standing(values[clip]);
            int score = 1 + static_cast<int>(std::lround(9 * standing));
            if (reading.unit(clips[clip].firstUnit).standing >= Standing::PointsBack) {
                score -= metric == Metric::HookStrength ? pointsLostByHook : 0;
                score -= metric == Metric::Shareability ? pointsLostBySharing : 0;
            }
            scores[clip][static_cast<std::size_t>(metric)] = std::clamp(score, 1, 10);
        }
    }
    return scores;
}

} // namespace Viral::Offline
