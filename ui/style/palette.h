// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decision.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace Viral {

/// What is happening to a chunk of the transcript.
enum class ChunkState
{
    Queued,
    Running,
    Retrying, ///< waits for its next try
    Done,
    Kept, ///< done without asking: the answer of an earlier run was there
    Failed,
};

inline constexpr std::array allChunkStates{ChunkState::Queued, ChunkState::Running, ChunkState::Retrying,
                                           ChunkState::Done,   ChunkState::Kept,    ChunkState::Failed};

/// How a coloured area is filled, so that a state can be told without its colour.
enum class Texture
{
    Outline, ///< only the border
    Stripes, ///< diagonal lines
    Dots,    ///< small squares apart
    Solid,
    Halved, ///< only the lower half is filled
    Cross,  ///< diagonal lines both ways
};

/// The shape that goes with a decision.
enum class Shape
{
    Ring,    ///< undecided
    Tick,    ///< kept: a tick on a disc
    Diamond, ///< held
    Cross,   ///< rejected
};

/// Every colour of the interface. Text stands at 4.5 : 1 or better on window, base and raised; lines, marks and
/// inactive things at 3 : 1 (design, "The look"); only `hairline` is fainter: it separates, it never informs.
struct Colours
{
    bool isDark = true;

    // Surfaces, from the frame of the window to what lies on top.
    QColor window = {};
    QColor base = {};
    QColor raised = {};

    QColor text = {};
    QColor textSecondary = {};
    QColor textInactive = {};
    /// Borders of controls, ticks of a ruler.
    QColor line = {};
    QColor hairline = {};

    /// What is selected and what is playing.
    QColor accent = {};
    /// Text on a full accent area.
    QColor accentText = {};
    /// The accent as a quiet area under normal text.
    QColor accentArea = {};

    QColor good = {};
    QColor caution = {};
    QColor danger = {};
    /// Under found text; the current find is told apart by an accent frame.
    QColor findArea = {};

    /// Lines of the waveform.
    QColor waveform = {};

    /// Ends of the score scale in OKLCh; see score().
    double scoreLowLightness = 0;
    double scoreHighLightness = 0;
    double scoreLowHue = 0;
    double scoreHighHue = 0;
    double tintLightness = 0;

    /// Colour of a score from 1 to 10 (clamped): lightness and hue run evenly away from the ground, so that the order
    /// survives every kind of colour blindness and a print in grey.
    QColor score(double average) const;
    QColor decision(Decision decision) const;
    QColor chunk(ChunkState state) const;
    /// A quiet colour for speaker number \a index (from 0); repeats after eight.
    QColor speaker(int index) const;

    bool operator==(const Colours &) const = default;
};

inline constexpr int speakerTintCount = 8;

Colours darkColours();
Colours lightColours();

/// The colours that go with a widget's palette: dark when its window is dark. Widgets ask again in changeEvent().
const Colours &coloursFor(const QPalette &palette);
/// Qt's palette made of these colours.
QPalette paletteOf(const Colours &colours);

Shape shapeOf(Decision decision);
Texture textureOf(ChunkState state);
/// Black or white, whichever is read better on \a fill (at least 4.5 : 1).
QColor inkOn(const QColor &fill);

} // namespace Viral
