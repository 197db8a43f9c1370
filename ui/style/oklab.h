// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace Viral {

/// A colour in the OKLab space, where equal steps look equal. Lightness runs from 0 to 1.
struct OkLab
{
    double lightness = 0;
    double a = 0;
    double b = 0;

    bool operator==(const OkLab &) const = default;
};

OkLab toOkLab(const QColor &colour);
/// The opaque sRGB colour; what the screen cannot show is pulled towards grey at the same lightness.
QColor fromOkLab(OkLab colour);
/// From lightness, chroma (0 is grey, about 0.3 the most vivid) and hue in degrees.
QColor fromOkLch(double lightness, double chroma, double hueDegrees);
/// The colour \a share (0…1) of the way from \a from to \a to, along a straight line in OKLab.
QColor mixed(const QColor &from, const QColor &to, double share);

/// Luminance and contrast as WCAG 2 defines them; contrast runs from 1 to 21.
double relativeLuminance(const QColor &colour);
double contrastRatio(const QColor &one, const QColor &other);

} // namespace Viral
