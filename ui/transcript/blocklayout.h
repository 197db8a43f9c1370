// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/transcriptblocks.h"

#include <QTextLayout>

class QPainter;

namespace Viral {

/// The text of one block broken into lines.
class BlockLayout
{
public:
    /// \a words are characters of \a text; \a leastLineHeight in pixels.
    BlockLayout(const QString &text, std::vector<CharRange> words, const QFont &font, int width, int leastLineHeight);

    int height() const { return m_tops.back(); }
    int firstLineHeight() const { return m_tops[1]; }
    const std::vector<CharRange> &words() const { return m_words; }

    /// The character under a point, the nearest one beside the text.
    int characterAt(const QPointF &place) const;
    /// The word at a character: the one it belongs to, else the one before; nothing without words.
    int wordAt(int character) const;
    bool isRightToLeft() const { return m_layout.textOption().textDirection() == Qt::RightToLeft; }
    /// The characters of the line with \a character.
    CharRange lineAt(int character) const;
    /// One rectangle per line, as high as the line; more where writing of both directions stands in one.
    std::vector<QRectF> rectsOf(const CharRange &range) const;
    /// The edge of \a range on the side it begins or ends on: from top to bottom of its line.
    QLineF startOf(const CharRange &range) const { return edgeOf(range.start, QTextLine::Leading); }
    QLineF endOf(const CharRange &range) const
    {
        return range.isEmpty() ? startOf(range) : edgeOf(range.end - 1, QTextLine::Trailing);
    }

    void draw(QPainter &painter, const QPointF &place, const QList<QTextLayout::FormatRange> &formats) const;

private:
    int lineOf(int character) const;
    QLineF edgeOf(int character, QTextLine::Edge edge) const;
    void addRects(int line, const CharRange &range, std::vector<QRectF> &rects) const;

    QTextLayout m_layout;
    std::vector<CharRange> m_words;
    /// Writing of both directions is in it.
    bool m_isMixed = false;
    /// Tops of the lines, and the bottom of the last.
    std::vector<int> m_tops;
};

} // namespace Viral
