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

/// A stretch of peaks by their numbers, half-open.
struct PeakRange
{
    std::size_t first = 0;
    std::size_t end = 0;

    bool operator==(const PeakRange &) const = default;
};

/// The waveform of a source in levels, each half as fine as the one before, so that any zoom reads a few values per
/// pixel. Grows at several places while the sound is being read; what is not known yet is told apart from silence.
class PeakPyramid
{
public:
    static constexpr int peaksPerSecond = 100;
    static constexpr Milliseconds peakLength{1000 / peaksPerSecond};
    /// A hundred hours, the longest source of the timeline; what lies behind is left out.
    static constexpr std::size_t mostPeaks = std::size_t{100} * 3600 * peaksPerSecond;

    void reserve(Milliseconds duration);
    void append(std::span<const Peak> peaks) { put(finest().size(), peaks); }
    /// \a peaks from number \a first on, in place of what was there.
    void put(std::size_t first, std::span<const Peak> peaks);
    /// This stretch is unknown again.
    void erase(const PeakRange &range);

    bool isEmpty() const { return m_known.empty(); }
    /// Every peak up to the last one known, silence where nothing is known; good until the next change.
    std::span<const Peak> finest() const
    {
        return m_levels.empty() ? std::span<const Peak>() : std::span<const Peak>(m_levels.front());
    }
    /// How far the waveform is known without a gap from its beginning.
    Milliseconds covered() const;
    /// What is known, in order and with a gap between any two.
    const std::vector<PeakRange> &known() const { return m_known; }
    bool knows(double position) const;
    /// Lowest and highest over the stretch from peak \a first to peak \a end (half-open, may be fractions): from the
    /// level where that is two to three values, so the cost does not depend on the stretch.
    Peak over(double first, double end) const;
    /// Between two peaks, for zooms where a pixel is less than one of them.
    Peak at(double position) const;

private:
    void setKnown(const PeakRange &range);
    void setUnknown(const PeakRange &range);
    void remakeAbove(const PeakRange &range);

    std::vector<std::vector<Peak>> m_levels;
    std::vector<PeakRange> m_known;
};

} // namespace Viral
