// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/selects.h"
#include "core/media/clipcutter.h"

namespace Viral {

/// The files that "clips" makes of \a selects in \a folder: numbered, named after the moments, cut at whole pictures
/// where the rate is known. \a handles are pictures more on both sides. Moments behind the end of the media, of which
/// ffmpeg would make something else, are left out; the others keep their numbers.
QList<ClipFile> clipFiles(const Selects &selects, const QString &folder, CutStyle style, int handles);

/// What may surprise about these clips: whole sentences for people.
QStringList clipWarnings(const Selects &selects);

} // namespace Viral
