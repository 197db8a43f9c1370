// SPDX-License-Identifier: GPL-3.0-or-later
// Where the sentences lie: guessed and exact heights, scrolling.
#include "ui/style/metrics.h"
#include "ui/transcript/transcriptview.h"

#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Viral {

namespace {

constexpr int barWidth = 4;
/// Longer lines are hard to read.
constexpr int widestText = 760;
constexpr int narrowestText = 80;
constexpr int gapBetweenSentences = smallGap;
constexpr int gapBetweenSpeakers = largeGap;
constexpr int endGap = largeGap;
/// Layouts kept beside the visible ones, so that scrolling back and forth costs nothing.
constexpr std::size_t mostLayouts = 400;

} // namespace

int TranscriptView::spaceAbove(int block) const
{
    const TranscriptBlock &shown = m_blocks[block];
    if (!shown.startsSentence)
        return 0;
    const bool isFirst = block == 0;
    if (!shown.startsSpeaker)
        return isFirst ? endGap : gapBetweenSentences;
    const bool isNamed = !speakerName(shown.sentence).isEmpty();
    return (isFirst ? endGap : gapBetweenSpeakers) + (isNamed ? m_speakerLine : 0);
}

int TranscriptView::guessedHeight(int block, int textWidth) const
{
    const QString &text = m_index.transcript().sentences[m_blocks[block].sentence].text;
    const CharRange range = m_blocks[block].text;
    // Signs from the Hangul letters on are about twice as wide as Latin ones.
    const bool isWide = !range.isEmpty() && text[range.start] >= QChar(0x1100);
    const double width = range.length() * m_letterWidth * (isWide ? 2 : 1);
    const int lines = std::max(1, int(std::ceil(width / textWidth)));
    return spaceAbove(block) + lines * m_lineHeight + (block == m_blocks.count() - 1 ? endGap : 0);
}

int TranscriptView::exactHeight(int block)
{
    const int height = spaceAbove(block) + layoutOf(block).height() + (block == m_blocks.count() - 1 ? endGap : 0);
    m_heights.setHeight(block, height);
    return height;
}

QString TranscriptView::textOf(int block) const
{
    const TranscriptBlock &shown = m_blocks[block];
    return m_index.transcript().sentences[shown.sentence].text.mid(shown.text.start, shown.text.length());
}

BlockLayout &TranscriptView::layoutOf(int block)
{
    std::unique_ptr<BlockLayout> &layout = m_layouts[block];
    if (!layout) {
        const TranscriptBlock &shown = m_blocks[block];
        const QString text = textOf(block);
        const std::span words(m_index.transcript().words.constData() + shown.words.first,
                              std::size_t(shown.words.end - shown.words.first));
        layout = std::make_unique<BlockLayout>(text, wordRanges(text, words, shown.sentence), m_textFont,
                                               columns().textWidth, m_lineHeight);
    }
    return *layout;
}

void TranscriptView::forgetFarLayouts()
{
    if (m_layouts.size() <= mostLayouts)
        return;
    std::erase_if(m_layouts,
                  [this](const auto &entry) { return std::abs(entry.first - m_topBlock) > int(mostLayouts) / 4; });
}

void TranscriptView::moveBy(qint64 pixels)
{
    if (m_blocks.count() == 0)
        return;
    qint64 offset = m_topOffset + pixels;
    while (offset < 0 && m_topBlock > 0)
        offset += exactHeight(--m_topBlock);
    while (m_topBlock < m_blocks.count() - 1 && offset >= exactHeight(m_topBlock))
        offset -= m_heights.height(m_topBlock++);
    m_topOffset = int(std::clamp<qint64>(offset, 0, exactHeight(m_topBlock)));
    keepWithinEnds();
    viewport()->update();
}

void TranscriptView::moveTo(int block, int pixelsFromTop)
{
    m_topBlock = block;
    m_topOffset = 0;
    moveBy(-pixelsFromTop);
}

void TranscriptView::keepWithinEnds()
{
    if (m_blocks.count() == 0) {
        updateScrollBar();
        return;
    }
    // What is missing below the last block comes from above.
    int missing = viewport()->height() + m_topOffset;
    for (int block = m_topBlock; block < m_blocks.count() && missing > 0; ++block)
        missing -= exactHeight(block);
    m_topOffset -= std::max(0, missing);
    while (m_topOffset < 0 && m_topBlock > 0)
        m_topOffset += exactHeight(--m_topBlock);
    m_topOffset = std::max(0, m_topOffset);
    forgetFarLayouts();
    updateScrollBar();
}

void TranscriptView::updateScrollBar()
{
    const QScopedValueRollback guard(m_isSettingScrollBar, true);
    QScrollBar *bar = verticalScrollBar();
    const qint64 most = std::max<qint64>(0, m_heights.total() - viewport()->height());
    bar->setRange(0, int(std::min<qint64>(most, std::numeric_limits<int>::max() / 2)));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(m_lineHeight * 2);
    bar->setValue(m_blocks.count() == 0 ? 0 : int(m_heights.top(m_topBlock) + m_topOffset));
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (m_isSettingScrollBar || m_blocks.count() == 0)
        return;
    const QScrollBar *bar = verticalScrollBar();
    const qint64 distance = bar->value() - (m_heights.top(m_topBlock) + m_topOffset);
    if (std::abs(distance) <= 2LL * viewport()->height() && bar->value() < bar->maximum())
        return moveBy(distance);
    // Far away the guesses decide: laying out everything in between would be felt.
    m_topBlock = m_heights.rowAt(bar->value());
    m_topOffset = int(bar->value() - m_heights.top(m_topBlock));
    moveBy(0);
}

std::optional<int> TranscriptView::topOf(int block) const
{
    if (block < m_topBlock || block >= m_blocks.count())
        return {};
    int top = -m_topOffset;
    for (int above = m_topBlock; above < block && top < viewport()->height(); ++above)
        top += m_heights.height(above);
    return top < viewport()->height() ? std::optional(top) : std::nullopt;
}

void TranscriptView::updateBlock(int block)
{
    if (block < 0)
        return;
    if (const std::optional<int> top = topOf(block))
        viewport()->update(0, *top, viewport()->width(), m_heights.height(block));
}

QRect TranscriptView::sentenceRect(int sentence) const
{
    QRect rect;
    const int first = m_blocks.blockAt(sentence, 0);
    for (int block = first; block < m_blocks.count() && m_blocks[block].sentence == sentence; ++block) {
        if (const std::optional<int> top = topOf(block))
            rect |= QRect(0, *top, viewport()->width(), m_heights.height(block));
    }
    return rect;
}

std::pair<int, int> TranscriptView::visibleSentences() const
{
    if (m_blocks.count() == 0)
        return {0, 0};
    int block = m_topBlock;
    while (block + 1 < m_blocks.count() && topOf(block + 1))
        ++block;
    return {m_blocks[m_topBlock].sentence, m_blocks[block].sentence + 1};
}

TranscriptView::Columns TranscriptView::columns() const
{
    Columns columns;
    columns.timeRight = normalGap + m_timeWidth;
    columns.bar = columns.timeRight + normalGap;
    columns.text = columns.bar + barWidth + 3 * gridStep;
    columns.textWidth = std::clamp(viewport()->width() - columns.text - largeGap, narrowestText, widestText);
    return columns;
}

void TranscriptView::relayout()
{
    m_layouts.clear();
    const int textWidth = columns().textWidth;
    std::vector<int> heights;
    heights.reserve(std::size_t(m_blocks.count()));
    for (int block = 0; block < m_blocks.count(); ++block)
        heights.push_back(guessedHeight(block, textWidth));
    m_heights = HeightIndex(std::move(heights));
    keepWithinEnds();
    viewport()->update();
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    if (event->size().width() != event->oldSize().width())
        return relayout();
    keepWithinEnds();
    viewport()->update();
}

} // namespace Viral
