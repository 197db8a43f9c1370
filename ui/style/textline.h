// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPainter;
class QRect;

namespace Viral {

/// Draws one line of text with the painter's font, where lines of a \a window of this direction begin (or end, with
/// Qt::AlignRight), elided to the area. It is written in the direction of its own letters, so that English in a
/// mirrored window keeps its full stop behind it.
void drawTextLine(QPainter &painter, const QRect &area, const QString &text, Qt::LayoutDirection window,
                  Qt::Alignment side = Qt::AlignLeft);

/// The direction in which \a text is written.
Qt::LayoutDirection directionOf(const QString &text);

/// \a text as others may draw it in a \a window of that direction: with a mark before it where its letters run the
/// other way, so that "3 chunks · 0:08–0:47" is not turned round.
QString inOwnDirection(const QString &text, Qt::LayoutDirection window);

} // namespace Viral
