// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"

#include <QString>

namespace Viral {

/// How a ruler is divided: a label every \a step, \a parts small divisions between two labels.
struct RulerScale
{
    Milliseconds step{1000};
    int parts = 1;

    bool operator==(const RulerScale &) const = default;
};

/// The finest scale whose labels are at least \a leastDistance pixels apart.
RulerScale rulerScaleFor(double millisecondsPerPixel, int leastDistance = 90);
/// "12:30", "1:02:03", and with as many decimals as the step needs: "12:30.25".
QString rulerLabel(Milliseconds time, Milliseconds step);

/// The divisions of the ruler in the chosen way of writing times: round clock times, or round picture numbers of a
/// timecode. Divisions are numbered over the whole labelled time; part() finds the first to draw.
class Ruler
{
public:
    /// Labels are at least \a leastDistance pixels apart.
    explicit Ruler(const TimecodeFormat &format = {}, double millisecondsPerPixel = 1, int leastDistance = 90);

    /// The last small division at or before \a time.
    qint64 partAt(Milliseconds time) const;
    /// The source time of a small division.
    Milliseconds timeOf(qint64 part) const;
    /// Carries a label and a longer line.
    bool isLabelled(qint64 part) const { return part % m_parts == 0; }
    QString label(qint64 part) const;
    /// Small divisions between two labels.
    int parts() const { return m_parts; }

private:
    bool countsFrames() const { return m_frames > 0; }
    qint64 labelNumberOf(qint64 frame) const;
    qint64 frameOf(qint64 labelNumber) const;

    TimecodeFormat m_format;
    /// Of the first picture, where clock times are written.
    Milliseconds m_offset{0};
    /// Between two labels: clock time, or pictures when not 0.
    Milliseconds m_step{1000};
    qint64 m_frames = 0;
    int m_parts = 1;
    /// Numbers left out each minute but every tenth; 0 where none are.
    qint64 m_dropped = 0;
};

} // namespace Viral
