// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QVideoFrame>

namespace Viral {

/// \a frame as an image no larger than \a most (empty: as large as it is), turned upright, its pixels \a
/// pixelAspect times as wide as high. Touches no graphics device,
/// so it may run on any thread. Null for a format it does not know: such a frame is for QVideoFrame::toImage().
QImage pictureOf(QVideoFrame frame, const QSize &most, double pixelAspect = 1);

} // namespace Viral
