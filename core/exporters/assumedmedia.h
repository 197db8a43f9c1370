// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/mediafacts.h"

#include <QStringList>

namespace Viral {

/// Facts of a media file with nothing left open that a hand-over cannot leave out.
struct AssumedMedia
{
    MediaFacts facts = {};
    /// A sentence for each thing that had to be assumed or may surprise.
    QStringList warnings = {};

    bool operator==(const AssumedMedia &) const = default;
};

/// Without a size a picture is taken for 1920 × 1080, without a rate sound for 48 kHz, and where nothing at all is
/// known both for there. \a describesPicture: the size is written.
AssumedMedia assumedMedia(const MediaFacts &facts, bool describesPicture);

} // namespace Viral
