// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/metrics.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace Viral {

namespace {

double factorOf(TextSize size)
{
    switch (size) {
    case TextSize::Small:
        return 0.85;
    case TextSize::Large:
        return 1.3;
    case TextSize::Normal:
        break;
    }
    return 1;
}

bool hasEvenFigures(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char figure = '1'; figure <= '9'; ++figure) {
        if (std::abs(metrics.horizontalAdvance(QLatin1Char(figure)) - width) > 0.01)
            return false;
    }
    return true;
}

} // namespace

QFont sized(const QFont &base, TextSize size, TextWeight weight)
{
    QFont font = base;
    if (base.pixelSize() > 0)
        font.setPixelSize(std::max(9, qRound(base.pixelSize() * factorOf(size))));
    else
        font.setPointSizeF(std::max(7.0, std::round(base.pointSizeF() * factorOf(size) * 2) / 2));
    font.setWeight(weight == TextWeight::Strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont tabular(const QFont &base)
{
    if (hasEvenFigures(base))
        return base;
    QFont font = base;
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
    if (hasEvenFigures(font))
        return font;
#endif
    font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    font.setFixedPitch(true);
    return font;
}

} // namespace Viral
