// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Viral {

/// Fusion on our grid, in our colours and with our time for movements.
class GridStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    /// \a movementTime in milliseconds; 0 when nothing is to move.
    explicit GridStyle(int movementTime);

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override;
    /// Controls that stand in one row are equally high, whatever they are.
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    /// The title of a menu that is not open; false for one that is.
    bool drawMenuTitle(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;

    int m_movementTime;
};

} // namespace Viral
