// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/mediafacts.h"

#include <QLatin1StringView>

#include <optional>

namespace Viral {

/// How wide and how high a pixel is shown, in small whole numbers: 64 to 45.
struct PixelShape
{
    int wide = 1;
    int high = 1;

    bool isSquare() const { return wide == high; }
    bool operator==(const PixelShape &) const = default;
};

PixelShape pixelShape(const MediaFacts &facts);

/// What Final Cut Pro 7 calls a shape of pixels; known for the sizes that cameras and tapes had.
struct PixelName
{
    QLatin1StringView name = {};
    /// A wide picture in a size that also carries narrow ones.
    bool isAnamorphic = false;

    bool operator==(const PixelName &) const = default;
};

/// Nothing for pixels that are not square in a size without such a name.
std::optional<PixelName> pixelName(const MediaFacts &facts);

} // namespace Viral
