// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

#include <span>

namespace Viral {

/// Our own line drawings, resources/icons/<name>.svg, on a grid of 16 by 16.
enum class Icon
{
    Play,
    Pause,
    Stop,
    StepBack,
    StepForward,
    Loop,
    Keep,
    Reject,
    Hold,
    Undecided,
    Star,
    Open,
    Save,
    Export,
    Undo,
    Redo,
    Run,
    Search,
    Settings,
    Warning,
    Error,
    Info,
    Copy,
    ZoomIn,
    ZoomOut,
    ZoomFit,
    Transcript,
    Cost,
    Funnel,
    Jobs,
    ChevronRight,
    ChevronUp,
    ChevronDown,
    Close,
    Link,
    Plus,
};

std::span<const Icon> allIcons();

/// Drawn in the colour of the application's text (inactive where disabled) at the moment of painting, so it follows a
/// change of theme; sharp at any scale of the screen.
QIcon icon(Icon name);
/// The same in one colour, for decisions and severities.
QIcon icon(Icon name, const QColor &colour);

} // namespace Viral
