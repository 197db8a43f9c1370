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
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    /// In the direction of its own letters.
    void drawItemText(QPainter *painter, const QRect &area, int flags, const QPalette &palette, bool isEnabled,
                      const QString &text, QPalette::ColorRole role) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    /// A header with its words and its mark; false for one that Fusion draws.
    bool drawColumnHeader(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawChoice(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    /// Icon and words of a button in a mirrored window; false for others.
    bool drawMirroredButton(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    /// The title of a menu that is not open; false for one that is.
    bool drawMenuTitle(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;

    int m_movementTime;
};

} // namespace Viral
