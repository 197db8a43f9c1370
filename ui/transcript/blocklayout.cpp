// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/blocklayout.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Viral {

namespace {

/// Every line break and control character becomes a space, so that places in the text stay what they are.
QString oneParagraph(QString text)
{
    for (QChar &character : text) {
        if (character < u' ' || character == QChar::LineSeparator || character == QChar::ParagraphSeparator)
            character = u' ';
    }
    return text;
}

bool hasBothDirections(const QString &text)
{
    bool fromLeft = false;
    bool fromRight = false;
    for (const QChar character : text) {
        const QChar::Direction direction = character.direction();
        fromLeft = fromLeft || direction == QChar::DirL || direction == QChar::DirEN;
        fromRight = fromRight || direction == QChar::DirR || direction == QChar::DirAL;
    }
    return fromLeft && fromRight;
}

} // namespace

BlockLayout::BlockLayout(const QString &text, std::vector<CharRange> words, const QFont &font, int width,
                         int leastLineHeight)
    : m_layout(oneParagraph(text), font)
    , m_words(std::move(words))
    , m_isMixed(hasBothDirections(text))
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(text.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    m_layout.beginLayout();
    m_tops.push_back(0);
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        const int room = std::max(leastLineHeight, int(std::ceil(line.height())));
        line.setPosition({0, m_tops.back() + std::floor((room - line.height()) / 2)});
        m_tops.push_back(m_tops.back() + room);
    }
    m_layout.endLayout();
    // No text is an empty line.
    if (m_tops.size() == 1)
        m_tops.push_back(leastLineHeight);
}

int BlockLayout::lineOf(int character) const
{
    for (int i = 1; i < m_layout.lineCount(); ++i) {
        if (m_layout.lineAt(i).textStart() > character)
            return i - 1;
    }
    return m_layout.lineCount() - 1;
}

int BlockLayout::characterAt(const QPointF &place) const
{
    if (m_layout.lineCount() == 0)
        return 0;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, place.y());
    const int line = std::clamp(int(after - m_tops.begin()) - 1, 0, m_layout.lineCount() - 1);
    return m_layout.lineAt(line).xToCursor(place.x(), QTextLine::CursorOnCharacter);
}

int BlockLayout::wordAt(int character) const
{
    const auto after = std::ranges::upper_bound(m_words, character, {}, &CharRange::start);
    int word = int(after - m_words.begin()) - 1;
    // Words that were not found have no length and stand at the same place: the found one is meant.
    while (word > 0 && m_words[std::size_t(word)].isEmpty() && m_words[std::size_t(word) - 1].end > character)
        --word;
    return std::max(word, m_words.empty() ? -1 : 0);
}

CharRange BlockLayout::lineAt(int character) const
{
    const int line = lineOf(character);
    if (line < 0)
        return {};
    const QTextLine found = m_layout.lineAt(line);
    return {found.textStart(), found.textStart() + found.textLength()};
}

std::vector<QRectF> BlockLayout::rectsOf(const CharRange &range) const
{
    std::vector<QRectF> rects;
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const CharRange own{std::max(range.start, line.textStart()),
                            std::min(range.end, line.textStart() + line.textLength())};
        if (!own.isEmpty())
            addRects(i, own, rects);
    }
    return rects;
}

void BlockLayout::addRects(int number, const CharRange &range, std::vector<QRectF> &rects) const
{
    const QTextLine line = m_layout.lineAt(number);
    const int top = m_tops[std::size_t(number)];
    const int height = m_tops[std::size_t(number) + 1] - top;
    const std::size_t first = rects.size();
    // Where both directions meet, each character tells its own place and what touches is joined.
    for (int start = range.start; start < range.end; start = m_isMixed ? start + 1 : range.end) {
        const double one = line.cursorToX(start);
        const double other = m_isMixed ? line.cursorToX(start, QTextLine::Trailing) : line.cursorToX(range.end);
        const QRectF rect(std::min(one, other), top, std::abs(other - one), height);
        if (m_isMixed && rect.width() <= 0)
            continue;
        QRectF *last = rects.size() > first ? &rects.back() : nullptr;
        if (last && rect.left() <= last->right() + 0.5 && rect.right() >= last->left() - 0.5)
            *last |= rect;
        else
            rects.push_back(rect);
    }
}

QLineF BlockLayout::edgeOf(int character, QTextLine::Edge edge) const
{
    const int line = lineOf(character);
    if (line < 0)
        return {0, 0, 0, double(height())};
    const double x = m_layout.lineAt(line).cursorToX(character, edge);
    return {x, double(m_tops[std::size_t(line)]), x, double(m_tops[std::size_t(line) + 1])};
}

void BlockLayout::draw(QPainter &painter, const QPointF &place, const QList<QTextLayout::FormatRange> &formats) const
{
    m_layout.draw(&painter, place, formats);
}

} // namespace Viral
