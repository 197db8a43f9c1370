// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <span>
#include <vector>

namespace Viral {

/// Lowest and highest sample of a stretch of sound, -127…127.
struct Peak
{
    qint8 low = 0;
    qint8 high = 0;

    bool operator==(const Peak &) const = default;
};

/// The waveform of a source in levels, each half as fine as the one before, so that any zoom reads a few values per
/// pixel. Grows at the end while the sound is being read.
class PeakPyramid
{
public:
    static constexpr int peaksPerSecond = 100;
    static constexpr Milliseconds peakLength{1000 / peaksPerSecond};

    void reserve(Milliseconds duration);
    void append(std::span<const Peak> peaks);

    bool isEmpty() const { return m_levels.empty() || m_levels.front().empty(); }
    /// Every peak as it was appended; good until the next one.
    std::span<const Peak> finest() const
    {
        return m_levels.empty() ? std::span<const Peak>() : std::span<const Peak>(m_levels.front());
    }
    /// How far the waveform is known.
    Milliseconds covered() const;
    /// Lowest and highest over the stretch from peak \a first to peak \a end (half-open, may be fractions): from the
    /// level where that is two to three values, so the cost does not depend on the stretch.
    Peak over(double first, double end) const;
    /// Between two peaks, for zooms where a pixel is less than one of them.
    Peak at(double position) const;

private:
    std::vector<std::vector<Peak>> m_levels;
};

} // namespace Viral
