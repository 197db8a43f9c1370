// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/calibration.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace Viral {

namespace {

/// How far off a single chunk may be where runs agree; closes in with the root of the number of chunks.
constexpr double inputSpread = 0.10;
constexpr double outputSpread = 0.60;
/// Never taken for surer than this: the next talk is another one.
constexpr double smallestInputSpread = 0.02;
constexpr double smallestOutputSpread = 0.10;
/// What no honest service reports: a ratio beyond these says that something else was counted.
constexpr double leastRatio = 0.1;
constexpr double mostRatio = 10.0;

using Part = std::int64_t UsageSample::*;

std::optional<double> ratioOf(const UsageSample &sample, Part estimated, Part reported)
{
    if (sample.chunks <= 0 || sample.*estimated <= 0 || sample.*reported <= 0)
        return std::nullopt;
    const double ratio = static_cast<double>(sample.*reported) / static_cast<double>(sample.*estimated);
    return ratio < leastRatio || ratio > mostRatio ? std::nullopt : std::optional(ratio);
}

struct Learnt
{
    Factor factor = {};
    int chunks = 0;
};

Learnt learnt(const QList<UsageSample> &samples, Part estimated, Part reported, double spread, double smallestSpread)
{
    double weighted = 0;
    double lowest = mostRatio;
    double highest = leastRatio;
    int chunks = 0;
    for (const UsageSample &sample : samples) {
        const std::optional<double> ratio = ratioOf(sample, estimated, reported);
        if (!ratio)
            continue;
        weighted += *ratio * sample.chunks;
        chunks += sample.chunks;
        lowest = std::min(lowest, *ratio);
        highest = std::max(highest, *ratio);
    }
    if (chunks == 0)
        return {};
    const double margin = std::max(smallestSpread, spread / std::sqrt(static_cast<double>(chunks)));
    return {{lowest * (1 - margin), weighted / chunks, highest * (1 + margin)}, chunks};
}

QList<UsageSample> those(const QList<UsageSample> &samples, const std::function<bool(const UsageSample &)> &wanted)
{
    QList<UsageSample> found;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(found), wanted);
    return found;
}

/// The closest samples there are: of model and language, else of the model.
QList<UsageSample> closest(const QList<UsageSample> &samples, const QString &model, const QString &language)
{
    const QList<UsageSample> ofModel = those(
        samples, [&](const UsageSample &sample) { return sample.model.compare(model, Qt::CaseInsensitive) == 0; });
    const QList<UsageSample> ofBoth =
        those(ofModel, [&](const UsageSample &sample) { return sample.language == language; });
    return ofBoth.isEmpty() ? ofModel : ofBoth;
}

std::optional<TimeRange> usualTimes(const QList<UsageSample> &samples)
{
    QList<Milliseconds> times;
    for (const UsageSample &sample : samples)
        times += sample.responseTimes;
    if (times.isEmpty())
        return std::nullopt;
    std::sort(times.begin(), times.end());
    const qsizetype tenth = times.size() / 10;
    return TimeRange{times.at(tenth), times.at(times.size() - 1 - tenth)};
}

std::optional<double> cachedShare(const QList<UsageSample> &samples)
{
    std::int64_t cached = 0;
    std::int64_t input = 0;
    for (const UsageSample &sample : samples) {
        cached += sample.reportedCached;
        input += sample.reportedInput;
    }
    if (input <= 0)
        return std::nullopt;
    return std::clamp(static_cast<double>(cached) / static_cast<double>(input), 0.0, 1.0);
}

} // namespace

Expectation expectationFrom(const QList<UsageSample> &samples, const QString &model, const QString &language)
{
    Expectation expectation;
    const QList<UsageSample> own = closest(samples, model, language);
    const QList<UsageSample> ofLanguage =
        those(samples, [&](const UsageSample &sample) { return sample.language == language; });
    Learnt input =
        learnt(own, &UsageSample::estimatedInput, &UsageSample::reportedInput, inputSpread, smallestInputSpread);
    expectation.chunks = input.chunks;
    // Another model's tokens are near, not the same.
    if (input.chunks == 0)
        input = learnt(ofLanguage, &UsageSample::estimatedInput, &UsageSample::reportedInput, inputSpread, inputSpread);
    if (input.chunks > 0)
        expectation.input = input.factor;
    const Learnt output =
        learnt(own, &UsageSample::estimatedOutput, &UsageSample::reportedOutput, outputSpread, smallestOutputSpread);
    if (output.chunks > 0)
        expectation.output = output.factor;
    expectation.cachedShare = cachedShare(own);
    expectation.chunkTime = usualTimes(own).value_or(expectation.chunkTime);
    return expectation;
}

} // namespace Viral
