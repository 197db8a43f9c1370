// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/textline.h"

#include <QPainter>
#include <QStyle>

namespace Viral {

void drawTextLine(QPainter &painter, const QRect &area, const QString &text, Qt::LayoutDirection window,
                  Qt::Alignment side)
{
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(directionOf(text));
    const Qt::Alignment place = QStyle::visualAlignment(window, side | Qt::AlignVCenter) | Qt::AlignAbsolute;
    // Eliding reckons in fractions of a pixel: what fits to the pixel stays whole.
    const QFontMetrics metrics = painter.fontMetrics();
    const bool fits = metrics.horizontalAdvance(text) <= area.width();
    painter.drawText(area, int(place), fits ? text : metrics.elidedText(text, Qt::ElideRight, area.width()));
    painter.setLayoutDirection(before);
}

Qt::LayoutDirection directionOf(const QString &text)
{
    return text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
}

QString inOwnDirection(const QString &text, Qt::LayoutDirection window)
{
    // Never closed: it holds to the end of the line, for the dots of what was cut, too.
    constexpr QChar embedLeftToRight(0x202A);
    return window == Qt::RightToLeft && !text.isEmpty() && directionOf(text) == Qt::LeftToRight
               ? embedLeftToRight + text
               : text;
}

} // namespace Viral
