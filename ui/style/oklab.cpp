// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/oklab.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace Viral {

namespace {

double linearFromSrgb(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double srgbFromLinear(double value)
{
    return value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
}

std::array<double, 3> linearFromOkLab(const OkLab &colour)
{
    const double l = std::pow(colour.lightness + 0.3963377774 * colour.a + 0.2158037573 * colour.b, 3);
    const double m = std::pow(colour.lightness - 0.1055613458 * colour.a - 0.0638541728 * colour.b, 3);
    const double s = std::pow(colour.lightness - 0.0894841775 * colour.a - 1.2914855480 * colour.b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool canBeShown(const std::array<double, 3> &linear)
{
    return std::ranges::all_of(linear, [](double value) { return value > -0.0005 && value < 1.0005; });
}

QColor fromLinear(const std::array<double, 3> &linear)
{
    const auto channel = [](double value) {
        return int(std::lround(srgbFromLinear(std::clamp(value, 0.0, 1.0)) * 255));
    };
    return QColor(channel(linear[0]), channel(linear[1]), channel(linear[2]));
}

} // namespace

OkLab toOkLab(const QColor &colour)
{
    const double red = linearFromSrgb(colour.redF());
    const double green = linearFromSrgb(colour.greenF());
    const double blue = linearFromSrgb(colour.blueF());
    const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return {.lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            .a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            .b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QColor fromOkLab(OkLab colour)
{
    colour.lightness = std::clamp(colour.lightness, 0.0, 1.0);
    std::array<double, 3> linear = linearFromOkLab(colour);
    // Each step takes 4 % of the colour away, so that hue and lightness stay.
    for (int step = 0; step < 200 && !canBeShown(linear); ++step) {
        colour.a *= 0.96;
        colour.b *= 0.96;
        linear = linearFromOkLab(colour);
    }
    return fromLinear(linear);
}

QColor fromOkLch(double lightness, double chroma, double hueDegrees)
{
    const double hue = hueDegrees * std::numbers::pi / 180;
    return fromOkLab({.lightness = lightness, .a = chroma * std::cos(hue), .b = chroma * std::sin(hue)});
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const OkLab first = toOkLab(from);
    const OkLab second = toOkLab(to);
    const double part = std::clamp(share, 0.0, 1.0);
    return fromOkLab({.lightness = std::lerp(first.lightness, second.lightness, part),
                      .a = std::lerp(first.a, second.a, part),
                      .b = std::lerp(first.b, second.b, part)});
}

double relativeLuminance(const QColor &colour)
{
    return 0.2126 * linearFromSrgb(colour.redF()) + 0.7152 * linearFromSrgb(colour.greenF()) +
           0.0722 * linearFromSrgb(colour.blueF());
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double first = relativeLuminance(one);
    const double second = relativeLuminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace Viral
