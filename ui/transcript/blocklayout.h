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
    /// One rectangle per line, as high as the line.
    std::vector<QRectF> rectsOf(const CharRange &range) const;
    /// Where the cursor would stand before \a character: from top to bottom of its line.
    QLineF edgeAt(int character) const;

    void draw(QPainter &painter, const QPointF &place, const QList<QTextLayout::FormatRange> &formats) const;

private:
    int lineOf(int character) const;

    QTextLayout m_layout;
    std::vector<CharRange> m_words;
    /// Tops of the lines, and the bottom of the last.
    std::vector<int> m_tops;
};

} // namespace Viral
