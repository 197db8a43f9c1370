// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/pixelaspect.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int largestPart = 1000;

struct NamedShape
{
    int width;
    int height;
    QLatin1StringView name;
    /// Wider pixels than these make the picture anamorphic.
    double narrow;
};

constexpr double never = 100;
constexpr std::array namedShapes{
    NamedShape{720, 576, "PAL-601"_L1, 1.25},           NamedShape{720, 480, "NTSC-601"_L1, 1.05},
    NamedShape{720, 486, "NTSC-601"_L1, 1.05},          NamedShape{960, 720, "HD-(960x720)"_L1, never},
    NamedShape{1280, 1080, "HD-(1280x1080)"_L1, never}, NamedShape{1440, 1080, "HD-(1440x1080)"_L1, never},
};

} // namespace

PixelShape pixelShape(const MediaFacts &facts)
{
    PixelShape best;
    double bestDistance = std::abs(facts.pixelAspect - 1);
    for (int high = 1; high <= largestPart; ++high) {
        const int wide = static_cast<int>(std::lround(facts.pixelAspect * high));
        const double distance = std::abs(static_cast<double>(wide) / high - facts.pixelAspect);
        // Not the last digit of a quotient but the smallest numbers that mean it.
        if (wide > 0 && distance < bestDistance - 1e-9) {
            best = {wide, high};
            bestDistance = distance;
        }
    }
    return best;
}

std::optional<PixelName> pixelName(const MediaFacts &facts)
{
    if (pixelShape(facts).isSquare())
        return PixelName{.name = "square"_L1};
    for (const NamedShape &shape : namedShapes) {
        if (shape.width == facts.width && shape.height == facts.height)
            return PixelName{.name = shape.name, .isAnamorphic = facts.pixelAspect > shape.narrow};
    }
    return std::nullopt;
}

} // namespace Viral
