// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/marks.h"

#include <QPainter>

#include <array>
#include <cmath>
#include <vector>

namespace Viral {

namespace {

constexpr double stripeDistance = 6;
constexpr double dotSide = 2;

QPen roundPen(const QColor &colour, double width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPointF at(const QRectF &rect, double x, double y)
{
    return {rect.x() + rect.width() * x, rect.y() + rect.height() * y};
}

void paintTick(QPainter &painter, const QRectF &rect, const QColor &colour, const QColor &ground)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(rect);
    painter.setPen(roundPen(ground, rect.width() / 7));
    const std::array points{at(rect, 0.28, 0.52), at(rect, 0.44, 0.68), at(rect, 0.73, 0.34)};
    painter.drawPolyline(points.data(), int(points.size()));
}

void paintDiamond(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const std::array points{at(rect, 0.5, 0), at(rect, 1, 0.5), at(rect, 0.5, 1), at(rect, 0, 0.5)};
    painter.drawConvexPolygon(points.data(), int(points.size()));
}

void paintCross(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.setPen(roundPen(colour, rect.width() / 5.5));
    painter.drawLine(at(rect, 0.17, 0.17), at(rect, 0.83, 0.83));
    painter.drawLine(at(rect, 0.83, 0.17), at(rect, 0.17, 0.83));
}

void paintRing(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    const double width = rect.width() / 7;
    painter.setPen(roundPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

/// Lines at 45 degrees clipped by arithmetic (a clip region would cost more than the lines). \a lean is 1 or -1.
void addStripes(std::vector<QLineF> &lines, const QRectF &rect, int lean)
{
    const double height = rect.height();
    // Anchored to the surface, not to the area: neighbours meet without a seam and nothing crawls.
    const double first = std::floor((rect.left() - height) / stripeDistance) * stripeDistance;
    for (double x = first; x < rect.right(); x += stripeDistance) {
        const double from = std::max(x, rect.left());
        const double to = std::min(x + height, rect.right());
        if (from >= to)
            continue;
        const double startDepth = from - x;
        const double endDepth = to - x;
        if (lean > 0)
            lines.emplace_back(from, rect.bottom() - startDepth, to, rect.bottom() - endDepth);
        else
            lines.emplace_back(from, rect.top() + startDepth, to, rect.top() + endDepth);
    }
}

/// Squares in a row through the middle, anchored like the stripes.
void paintDots(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    const double top = rect.top() + std::floor((rect.height() - dotSide) / 2);
    const double first = std::ceil((rect.left() + dotSide) / stripeDistance) * stripeDistance;
    for (double x = first; x + dotSide < rect.right(); x += stripeDistance)
        painter.fillRect(QRectF(x, top, dotSide, dotSide), colour);
}

} // namespace

void paintDecision(QPainter &painter, const QRectF &rect, Decision decision, const Colours &colours,
                   const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = colours.decision(decision);
    switch (shapeOf(decision)) {
    case Shape::Tick:
        paintTick(painter, rect, colour, ground);
        break;
    case Shape::Diamond:
        paintDiamond(painter, rect, colour);
        break;
    case Shape::Cross:
        paintCross(painter, rect, colour);
        break;
    case Shape::Ring:
        paintRing(painter, rect, colour);
        break;
    }
    painter.restore();
}

void paintTextured(QPainter &painter, const QRectF &rect, Texture texture, const QColor &colour)
{
    if (texture == Texture::Solid) {
        painter.fillRect(rect, colour);
        return;
    }
    std::vector<QLineF> lines;
    if (texture == Texture::Stripes || texture == Texture::Cross)
        addStripes(lines, rect, 1);
    if (texture == Texture::Cross)
        addStripes(lines, rect, -1);
    QPen pen(colour, 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawLines(lines.data(), int(lines.size()));
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    if (texture == Texture::Dots)
        paintDots(painter, rect, colour);
    if (texture == Texture::Halved)
        painter.fillRect(rect.adjusted(0, std::floor(rect.height() / 2), 0, 0), colour);
}

} // namespace Viral
