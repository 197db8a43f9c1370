// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/waveformseam.h"

#include <cstdlib>

namespace Viral {

namespace {

constexpr int enoughSound = 2 * PeakPyramid::peaksPerSecond;
constexpr int quietest = 4;
// Measured with speech: a millisecond off makes 2 or 3 hundredths, ten milliseconds make 18.
constexpr int mostPercent = 6;

} // namespace

void WaveformSeam::compare(std::span<const Peak> one, std::span<const Peak> other)
{
    const std::size_t count = std::min(one.size(), other.size());
    for (std::size_t i = 0; i < count && verdict() == Verdict::Unknown; ++i) {
        const int size = std::max(one[i].high - one[i].low, other[i].high - other[i].low);
        if (size < quietest)
            continue;
        ++m_sounding;
        m_size += size;
        m_difference += std::abs(one[i].high - other[i].high) + std::abs(one[i].low - other[i].low);
    }
}

WaveformSeam::Verdict WaveformSeam::verdict() const
{
    if (m_sounding < enoughSound)
        return Verdict::Unknown;
    return m_difference * 100 <= m_size * mostPercent ? Verdict::Same : Verdict::Other;
}

} // namespace Viral
