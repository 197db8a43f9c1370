// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/palette.h"

#include <QRectF>

class QPainter;

namespace Viral {

/// The shape of a decision in its colour, filling the square \a rect; its middle shows \a ground through.
void paintDecision(QPainter &painter, const QRectF &rect, Decision decision, const Colours &colours,
                   const QColor &ground);
/// An area in \a colour with its texture and border; lines keep a width of one pixel of the screen.
void paintTextured(QPainter &painter, const QRectF &rect, Texture texture, const QColor &colour);

} // namespace Viral
