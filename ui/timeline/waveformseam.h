// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/peakpyramid.h"

namespace Viral {

/// Compares two readings of the same stretch of sound, to see whether both have it at the same place: a file may lead a
/// reader that begins in its middle astray. Silence tells nothing, so it asks for two seconds of sound.
class WaveformSeam
{
public:
    enum class Verdict
    {
        Unknown, ///< not enough sound yet
        Same,    ///< they agree, but for what a tenth of a peak's length changes
        Other,
    };

    void compare(std::span<const Peak> one, std::span<const Peak> other);
    Verdict verdict() const;

private:
    int m_sounding = 0;
    qint64 m_size = 0;
    qint64 m_difference = 0;
};

} // namespace Viral
