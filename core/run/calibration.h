// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace Viral {

/// What a service reported for one run, against what had been estimated for the same chunks.
struct UsageSample
{
    QString model = {};
    /// BCP 47 primary subtag; empty when unknown.
    QString language = {};
    int chunks = 0;
    std::int64_t estimatedInput = 0;
    std::int64_t reportedInput = 0;
    std::int64_t reportedCached = 0;
    std::int64_t estimatedOutput = 0;
    std::int64_t reportedOutput = 0;
    /// Of each chunk whose time was measured.
    QList<Milliseconds> responseTimes = {};

    bool operator==(const UsageSample &) const = default;
};

/// From an estimate to what is to be expected: multiply by these.
struct Factor
{
    double low = 1.0;
    double likely = 1.0;
    double high = 1.0;

    bool operator==(const Factor &) const = default;
};

/// A stretch of time that something takes.
struct TimeRange
{
    Milliseconds low{0};
    Milliseconds high{0};

    bool operator==(const TimeRange &) const = default;
};

/// What is expected of one model and language.
struct Expectation
{
    Factor input = {0.9, 1.0, 1.15};
    Factor output = {0.4, 1.0, 1.6};
    /// Share of the input that came from the cache; nothing when never seen.
    std::optional<double> cachedShare = {};
    /// One chunk, from request to answer.
    TimeRange chunkTime = {Milliseconds{4'000}, Milliseconds{30'000}};
    /// Chunks that this rests on; 0 for the defaults.
    int chunks = 0;

    bool operator==(const Expectation &) const = default;
};

/// What \a samples teach about \a model and \a language: those of both count, else those of the model, else of the
/// language (for the input only, since models of one maker count alike). The range closes in as more chunks are known.
/// Samples without estimate or report are passed over. Pure.
Expectation expectationFrom(const QList<UsageSample> &samples, const QString &model, const QString &language);

} // namespace Viral
