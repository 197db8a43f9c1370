// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/windows.h"

#include "core/analysis/offline/ranks.h"

#include <algorithm>

namespace Viral::Offline {

namespace {

/// Weight of a feature's rank in the sum. The first twelve were measured against moments that people marked in
/// recorded meetings and talks; sponsor reads are put down because nobody posts them.
struct Weight
{
    Feature feature;
    double weight;
    /// True for what can only be counted where the text has punctuation.
    bool needsPunctuation = false;
};
constexpr Weight weights[] = {
    {Feature::Units, 1.0, true}, {Feature::Laughter, 1.2},     {Feature::Exclamations, 1.0},
    {Feature::Turns, 0.8},       {Feature::Emotion, 0.6},      {Feature::FirstPerson, 0.5},
    {Feature::Story, 0.4},       {Feature::SecondPerson, 0.4}, {Feature::ShortUnits, 0.4, true},
    {Feature::Questions, 0.3},   {Feature::Contrast, 0.3},     {Feature::RareWords, -1.0},
    {Feature::Adverts, -1.2},
};
constexpr double speakersWeight = 0.3;

/// Grid times that hold no unit are left out, so that an hour of silence costs nothing.
std::vector<Window> placedWindows(const Reading &reading)
{
    std::vector<Window> windows;
    const int count = reading.unitCount();
    if (count == 0)
        return windows;
    const Milliseconds origin = reading.unit(0).span.start;
    Milliseconds last = origin;
    for (const Unit &unit : reading.units())
        last = std::max(last, unit.span.end);
    int first = 0;
    int end = 0;
    for (Milliseconds start = origin;; start += windowStep) {
        while (first < count && reading.unit(first).span.start < start)
            ++first;
        if (first == count)
            break;
        const Milliseconds ahead = reading.unit(first).span.start - start;
        if (ahead >= windowLength)
            start += ahead / windowStep * windowStep;
        end = std::max(end, first);
        while (end < count && reading.unit(end).span.start < start + windowLength)
            ++end;
        windows.push_back({{start, std::min(start + windowLength, last)}, first, end});
        if (end == count)
            break;
    }
    return windows;
}

double share(const Features &features, Feature part, Feature whole)
{
    return value(features, whole) > 0 ? value(features, part) / value(features, whole) : 0;
}

double amount(const Features &features, Feature feature)
{
    switch (feature) {
    case Feature::ShortUnits:
        return share(features, feature, Feature::Units);
    case Feature::RareWords:
        return share(features, feature, Feature::Words);
    default:
        return value(features, feature);
    }
}

/// Number of different speakers in each window, with two moving ends.
std::vector<double> speakersOf(const Reading &reading, const std::vector<Window> &windows)
{
    std::vector<int> present(static_cast<std::size_t>(reading.speakerCount()));
    std::vector<double> result;
    int different = 0;
    int first = 0;
    int end = 0;
    const auto change = [&](int unit, int by) {
        const int speaker = reading.unit(unit).speaker;
        if (speaker < 0)
            return;
        int &units = present[static_cast<std::size_t>(speaker)];
        different += by > 0 ? (units == 0 ? 1 : 0) : (units == 1 ? -1 : 0);
        units += by;
    };
    for (const Window &window : windows) {
        while (end < window.endUnit)
            change(end++, 1);
        while (first < window.firstUnit)
            change(first++, -1);
        result.push_back(different);
    }
    return result;
}

void addRanks(std::vector<double> &sums, const std::vector<double> &values, double weight)
{
    // A feature that is the same everywhere, such as turns with one speaker, says nothing.
    if (std::adjacent_find(values.cbegin(), values.cend(), std::not_equal_to<>()) == values.cend())
        return;
    const std::vector<double> ranks = meanRanks(values);
    for (std::size_t window = 0; window < sums.size(); ++window)
        sums[window] += weight * ranks[window];
}

} // namespace

std::vector<Window> scoredWindows(const Reading &reading)
{
    std::vector<Window> windows = placedWindows(reading);
    std::vector<Features> features;
    features.reserve(windows.size());
    for (const Window &window : windows)
        features.push_back(reading.sum(window.firstUnit, window.endUnit));

    std::vector<double> sums(windows.size());
    std::vector<double> values(windows.size());
    for (const Weight &weight : weights) {
        if (weight.needsPunctuation && !reading.isPunctuated())
            continue;
        for (std::size_t window = 0; window < windows.size(); ++window)
            values[window] = amount(features[window], weight.feature);
        addRanks(sums, values, weight.weight);
    }
    addRanks(sums, speakersOf(reading, windows), speakersWeight);

    if (windows.empty())
        return windows;
    const auto [least, most] = std::minmax_element(sums.cbegin(), sums.cend());
    const double low = *least;
    const double range = *most - low;
    for (std::size_t window = 0; window < windows.size(); ++window)
        windows[window].score = range > 0 ? (sums[window] - low) / range : 0;
    return windows;
}

std::vector<double> unitScores(const Reading &reading, const std::vector<Window> &windows)
{
    std::vector<double> scores;
    scores.reserve(reading.units().size());
    std::size_t right = 0;
    for (const Unit &unit : reading.units()) {
        const Milliseconds middle = unit.span.middle();
        while (right < windows.size() && windows[right].span.middle() <= middle)
            ++right;
        if (right == 0 || right == windows.size()) {
            scores.push_back(windows[right == 0 ? 0 : right - 1].score);
            continue;
        }
        const Window &before = windows[right - 1];
        const Window &after = windows[right];
        const auto whole = static_cast<double>((after.span.middle() - before.span.middle()).count());
        const double part = static_cast<double>((middle - before.span.middle()).count()) / std::max(1.0, whole);
        scores.push_back(before.score + std::clamp(part, 0.0, 1.0) * (after.score - before.score));
    }
    return scores;
}

} // namespace Viral::Offline
