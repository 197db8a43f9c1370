// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/exporters/exportsamples.h"

#include <QTest>

#include <array>

namespace ViralTest {

/// A rate as media come with it, with a start timecode.
struct SampleRate
{
    const char *name;
    Viral::FrameRate rate;
    qint64 start;
    bool drops;
};

inline constexpr std::array sampleRates{
    SampleRate{"23.976", {24'000, 1001}, 86'400, false},
    SampleRate{"24", {24, 1}, 0, false},
    SampleRate{"25", {25, 1}, 25 * 86'399, false},
    SampleRate{"29.97 drop", {30'000, 1001}, 107'892, true},
    SampleRate{"29.97 non-drop", {30'000, 1001}, 108'000, false},
    SampleRate{"29.97", {30'000, 1001}, 0, true},
    SampleRate{"30", {30, 1}, 5, false},
    SampleRate{"50", {50, 1}, 50LL * 36'000, false},
    SampleRate{"59.94 drop", {60'000, 1001}, 215'784, true},
    SampleRate{"59.94 non-drop", {60'000, 1001}, 216'000, false},
    SampleRate{"60", {60, 1}, 0, false},
    SampleRate{"119.88", {120'000, 1001}, 0, false},
};

/// 150 moments at random places of an hour, no two of them alike.
inline Viral::Selects randomSelects(const SampleRate &sample)
{
    QRandomGenerator random(static_cast<quint32>(sample.rate.numerator));
    QList<Viral::ReviewedMoment> moments;
    for (int i = 0; i < 150; ++i) {
        const qint64 at = random.bounded(3'500'000);
        const qint64 end = at + 1 + random.bounded(90'000);
        moments.append(
            selectedMoment(QStringLiteral("Moment %1").arg(i + 1), at, end, Viral::allDecisions[random.bounded(3U)]));
    }
    return selectsOf(moments, sampleMedia(sample.rate, sample.start, sample.drops));
}

/// A row for each of them, in a column "index".
inline void addRateRows()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < sampleRates.size(); ++i)
        QTest::newRow(sampleRates[i].name) << static_cast<int>(i);
}

} // namespace ViralTest
