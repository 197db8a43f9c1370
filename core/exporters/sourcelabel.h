// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/mediafacts.h"

#include <QString>

namespace Viral {

/// Picture \a frame of the media (from 0) as its own timecode: the start timecode is added, numbers are dropped where
/// the source drops them. The rate must be known.
QString sourceLabel(qint64 frame, const MediaFacts &facts);

/// Picture \a frame of a timeline that begins at \a startFrame, as a label of this rate.
QString frameLabel(qint64 frame, const FrameRate &rate, bool dropsFrames, qint64 startFrame = 0);

/// Whether times of this source are written with dropped numbers: as its start timecode is; without one, wherever the
/// rate drops them, as editing programs count such sources.
bool countsDropFrame(const MediaFacts &facts);

/// The same media counted at \a rate, as when it is given by hand: the start timecode keeps its label.
MediaFacts countedAt(const MediaFacts &facts, const FrameRate &rate);

/// The first picture of a timeline at 01:00:00:00 (01:00:00;00), where editing programs begin theirs.
qint64 hourFrame(const FrameRate &rate, bool dropsFrames);

} // namespace Viral
