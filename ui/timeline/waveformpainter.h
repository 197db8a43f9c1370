// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/peakpyramid.h"
#include "ui/timeline/timelinegeometry.h"

#include <QColor>
#include <QImage>

#include <optional>

namespace Viral {

/// What a picture of the sound needs to know.
struct WaveformLook
{
    QColor ground = {};
    QColor line = {};
    /// Ground and line within the marked span.
    QColor markedGround = {};
    QColor markedLine = {};
    std::optional<TimeSpan> marked = {};
    /// Louder than 1: quiet sound is drawn larger.
    double gain = 1;
};

/// The visible sound, one vertical line per pixel of the screen, \a scale screen pixels to one of the geometry. Beyond
/// what is known only the ground is drawn; known silence is a thin line.
QImage waveformImage(const PeakPyramid &peaks, const TimelineGeometry &geometry, int height, double scale,
                     const WaveformLook &look);

} // namespace Viral
