// SPDX-License-Identifier: GPL-3.0-or-later
// How the transcript is painted.
#include "ui/style/metrics.h"
#include "ui/style/oklab.h"
#include "ui/transcript/transcriptview.h"

#include <QPaintEvent>
#include <QPainter>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 4;
constexpr int edgeWidth = 2;
constexpr int gripSide = 5;

QTextLayout::FormatRange formatOf(const CharRange &range, const QColor &ground, const QColor &ink = {})
{
    QTextLayout::FormatRange format;
    format.start = range.start;
    format.length = range.length();
    format.format.setBackground(ground);
    if (ink.isValid())
        format.format.setForeground(ink);
    return format;
}

/// An edge of \a clip lies inside the word.
bool isCutBy(const TimeSpan &word, const TimeSpan &clip)
{
    return (word.start < clip.start && clip.start < word.end) || (word.start < clip.end && clip.end < word.end);
}

} // namespace

/// One block on its way to the screen.
struct TranscriptView::BlockPaint
{
    QPainter &painter;
    int block;
    const TranscriptBlock &shown;
    const BlockLayout &layout;
    Columns columns;
    /// Top of the block and of its text.
    int top;
    int textTop;

    QPoint textPlace() const { return {columns.text, textTop}; }
};

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_colours.base);
    if (m_blocks.count() == 0)
        return paintEmpty(painter);
    int top = -m_topOffset;
    for (int block = m_topBlock; block < m_blocks.count() && top <= event->rect().bottom(); ++block) {
        const int height = exactHeight(block);
        if (top + height > event->rect().top())
            paintBlock({painter, block, m_blocks[block], layoutOf(block), columns(), top, top + spaceAbove(block)});
        top += height;
    }
    paintDragLength(painter);
    if (!m_showsFocus)
        return;
    painter.setPen(m_colours.accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
}

void TranscriptView::paintEmpty(QPainter &painter)
{
    painter.setFont(m_textFont);
    painter.setPen(m_colours.textSecondary);
    painter.drawText(viewport()->rect().adjusted(largeGap, largeGap, -largeGap, -largeGap),
                     Qt::AlignCenter | Qt::TextWordWrap, tr("Open a transcript to read it here."));
}

void TranscriptView::paintBlock(const BlockPaint &paint)
{
    if (paint.shown.startsSpeaker && paint.shown.startsSentence)
        paintSpeaker(paint);
    paintCover(paint);
    paintSelected(paint);
    paintMargin(paint);
    paintText(paint);
    paintCaret(paint);
}

void TranscriptView::paintSpeaker(const BlockPaint &paint)
{
    const QString name = speakerName(paint.shown.sentence);
    if (name.isEmpty())
        return;
    QPainter &painter = paint.painter;
    painter.setFont(m_speakerFont);
    painter.setPen(m_colours.textSecondary);
    const QRect place(paint.columns.text, paint.textTop - m_speakerLine, paint.columns.textWidth, m_speakerLine);
    const QFontMetrics metrics(m_speakerFont);
    // A name is a label of the column: it stays on the left also where the speech runs from the right.
    painter.drawText(place, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter,
                     metrics.elidedText(name, Qt::ElideRight, place.width()));
}

void TranscriptView::paintMargin(const BlockPaint &paint)
{
    QPainter &painter = paint.painter;
    const int speaker = m_index.speakerOf(paint.shown.sentence);
    const bool isPlaying = paint.block == m_playingBlock;
    // The bar joins the sentences of one speaker.
    const bool joins = paint.shown.startsSentence && !paint.shown.startsSpeaker;
    const int from = joins ? paint.top : paint.textTop;
    const int bottom = paint.textTop + paint.layout.height();
    painter.fillRect(paint.columns.bar, from, barWidth, bottom - from, m_colours.speaker(speaker));
    if (!paint.shown.startsSentence)
        return;
    const Transcript &transcript = m_index.transcript();
    QString time = timeText(transcript.sentences[paint.shown.sentence].span.start);
    if (transcript.wordTimes == TimeOrigin::Estimated)
        time.prepend(u'≈');
    painter.setFont(m_smallFont);
    painter.setPen(isPlaying ? m_colours.accent : m_colours.textSecondary);
    const QRect place(0, paint.textTop, paint.columns.timeRight, paint.layout.firstLineHeight());
    painter.drawText(place, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, time);
    if (isPlaying) {
        const int middle = place.center().y();
        const QPoint tip(paint.columns.bar - 2, middle);
        const std::array corners{tip, QPoint(tip.x() - 4, middle - 4), QPoint(tip.x() - 4, middle + 4)};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colours.accent);
        painter.drawConvexPolygon(corners.data(), int(corners.size()));
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

void TranscriptView::paintCover(const BlockPaint &paint)
{
    const std::vector<CharRange> &words = paint.layout.words();
    const auto paintRange = [&](const CharRange &range, Cover cover) {
        if (cover == Cover::None)
            return;
        const QColor &tint = cover == Cover::Kept ? m_keptTint : m_momentTint;
        for (const QRectF &rect : paint.layout.rectsOf(range)) {
            const QRectF line = rect.translated(paint.textPlace());
            paint.painter.fillRect(line, tint);
            // Beside the text, so that the words are not underlined like links.
            if (cover == Cover::Kept)
                paint.painter.fillRect(QRectF(paint.columns.bar + barWidth + 4, line.top(), 2, line.height()),
                                       m_colours.good);
        }
    };
    if (words.empty())
        return paintRange({0, paint.shown.text.length()}, m_cover.ofSentence(paint.shown.sentence));
    // Runs of words with the same cover, each up to the beginning of the next word, so that no gap shows.
    std::size_t first = 0;
    while (first < words.size()) {
        const Cover cover = m_cover.ofWord(paint.shown.words.first + int(first));
        std::size_t end = first + 1;
        while (end < words.size() && m_cover.ofWord(paint.shown.words.first + int(end)) == cover)
            ++end;
        paintRange({words[first].start, end < words.size() ? words[end].start : paint.shown.text.length()}, cover);
        first = end;
    }
}

void TranscriptView::paintSelected(const BlockPaint &paint)
{
    if (!m_selected)
        return;
    const std::vector<CharRange> &words = paint.layout.words();
    const TranscriptIndex::Range own = paint.shown.words;
    CharRange range{0, paint.shown.text.length()};
    bool hasStart = paint.shown.sentence == m_selectedSentences.first && paint.shown.startsSentence;
    bool hasEnd = paint.shown.sentence == m_selectedSentences.end - 1;
    if (!words.empty()) {
        const int first = std::max(own.first, m_selectedWords.first);
        const int end = std::min(own.end, m_selectedWords.end);
        if (first >= end)
            return;
        hasStart = m_selectedWords.first >= own.first && m_selectedWords.first < own.end;
        hasEnd = m_selectedWords.end > own.first && m_selectedWords.end <= own.end;
        range.start = words[std::size_t(first - own.first)].start;
        range.end = hasEnd ? words[std::size_t(end - own.first) - 1].end : range.end;
    } else if (paint.shown.sentence < m_selectedSentences.first || paint.shown.sentence >= m_selectedSentences.end) {
        return;
    }
    for (const QRectF &rect : paint.layout.rectsOf(range))
        paint.painter.fillRect(rect.translated(paint.textPlace()), m_colours.accentArea);
    const auto paintEdge = [&](const QLineF &place, bool isStart) {
        const QLineF edge = place.translated(paint.textPlace());
        paint.painter.fillRect(QRectF(edge.x1() - 1, edge.y1(), edgeWidth, edge.dy()), m_colours.accent);
        // A grip on the side away from the moment's words.
        const double left = isStart == paint.layout.isRightToLeft() ? edge.x1() + 1 : edge.x1() - 1 - gripSide;
        const double top = isStart ? edge.y1() : edge.y2() - gripSide;
        paint.painter.fillRect(QRectF(left, top, gripSide, gripSide), m_colours.accent);
    };
    if (hasStart)
        paintEdge(paint.layout.startOf(range), true);
    if (hasEnd)
        paintEdge(paint.layout.endOf(range), false);
}

void TranscriptView::paintText(const BlockPaint &paint)
{
    QPainter &painter = paint.painter;
    painter.setPen(m_colours.text);
    paint.layout.draw(painter, paint.textPlace(), formatsOf(paint));
    if (m_currentMatch < 0)
        return;
    const TranscriptMatch &match = m_matches[std::size_t(m_currentMatch)];
    if (match.sentence != paint.shown.sentence)
        return;
    const CharRange range{match.start - paint.shown.text.start, match.start + match.length - paint.shown.text.start};
    painter.setPen(QPen(m_colours.accent, 1));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &rect : paint.layout.rectsOf(range))
        painter.drawRect(rect.translated(paint.textPlace()).toAlignedRect().adjusted(-1, 0, 0, -1));
}

QList<QTextLayout::FormatRange> TranscriptView::formatsOf(const BlockPaint &paint)
{
    QList<QTextLayout::FormatRange> formats;
    addSoftEdges(paint, formats);
    addMatches(paint, formats);
    addSelection(paint, formats);
    addPlayingWord(paint, formats);
    return formats;
}

void TranscriptView::addMatches(const BlockPaint &paint, QList<QTextLayout::FormatRange> &formats) const
{
    auto match = std::ranges::lower_bound(m_matches, paint.shown.sentence, {}, &TranscriptMatch::sentence);
    for (; match != m_matches.end() && match->sentence == paint.shown.sentence; ++match) {
        const CharRange range{std::max(match->start, paint.shown.text.start) - paint.shown.text.start,
                              std::min(match->start + match->length, paint.shown.text.end) - paint.shown.text.start};
        if (!range.isEmpty())
            formats.append(formatOf(range, m_colours.findArea));
    }
}

void TranscriptView::addSelection(const BlockPaint &paint, QList<QTextLayout::FormatRange> &formats) const
{
    if (!m_selection)
        return;
    const Place from = std::min(m_selection->anchor, m_selection->end);
    const Place to = std::max(m_selection->anchor, m_selection->end);
    if (paint.block < from.block || paint.block > to.block)
        return;
    const auto wordRange = [&paint](int word) {
        return paint.layout.words()[std::size_t(word - paint.shown.words.first)];
    };
    CharRange range{0, paint.shown.text.length()};
    if (paint.block == from.block && from.word >= 0)
        range.start = wordRange(from.word).start;
    if (paint.block == to.block && to.word >= 0)
        range.end = wordRange(to.word).end;
    formats.append(formatOf(range, mixed(m_colours.base, m_colours.accent, 0.35), m_colours.text));
}

void TranscriptView::addPlayingWord(const BlockPaint &paint, QList<QTextLayout::FormatRange> &formats) const
{
    const int word = m_playingWord - paint.shown.words.first;
    if (paint.block != m_playingBlock || m_playingWord < 0 || word < 0 || word >= int(paint.layout.words().size()))
        return;
    const CharRange range = paint.layout.words()[std::size_t(word)];
    if (!range.isEmpty())
        formats.append(formatOf(range, m_colours.accent, m_colours.accentText));
}

void TranscriptView::addSoftEdges(const BlockPaint &paint, QList<QTextLayout::FormatRange> &formats) const
{
    const std::vector<CharRange> &words = paint.layout.words();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const int number = paint.shown.words.first + int(i);
        const bool isIn = number >= m_selectedWords.first && number < m_selectedWords.end;
        const bool wasIn = number >= m_proposedWords.first && number < m_proposedWords.end;
        const bool isCut = m_selected && isCutBy(m_index.transcript().words[number].span, *m_selected);
        if (words[i].isEmpty() || (!isCut && (isIn == wasIn || m_proposedWords.isEmpty())))
            continue;
        QTextLayout::FormatRange format{words[i].start, words[i].length(), {}};
        if (isCut) {
            format.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            format.format.setUnderlineColor(m_colours.caution);
        } else if (isIn) {
            format.format.setUnderlineStyle(QTextCharFormat::DotLine);
            format.format.setUnderlineColor(m_colours.accent);
        } else {
            format.format.setFontStrikeOut(true);
            format.format.setForeground(m_colours.textSecondary);
        }
        formats.append(format);
    }
}

void TranscriptView::paintCaret(const BlockPaint &paint)
{
    if (!m_isCaretShown || !m_caret || m_caret->block != paint.block)
        return;
    paint.painter.setPen(QPen(m_colours.text, 2));
    paint.painter.setBrush(Qt::NoBrush);
    for (const QRectF &rect : paint.layout.rectsOf(charactersOf(*m_caret)))
        paint.painter.drawRect(rect.translated(paint.textPlace()).adjusted(-2, 1, 2, -1));
}

void TranscriptView::paintDragLength(QPainter &painter)
{
    if (!m_draggedEdge || !m_selected)
        return;
    const QLineF edge = edgeLine(*m_draggedEdge);
    if (edge.isNull())
        return;
    const Milliseconds length = m_selected->duration();
    const bool isRight = length >= m_limits.start && length <= m_limits.end;
    const QString text = lengthText(length);
    painter.setFont(m_smallFont);
    const QFontMetrics metrics(m_smallFont);
    QRect pill(0, 0, metrics.horizontalAdvance(text) + 2 * normalGap, metrics.height() + smallGap);
    pill.moveTopLeft({int(edge.x1()) + normalGap, int(edge.y1()) - pill.height() - smallGap});
    pill.moveLeft(std::min(pill.left(), viewport()->width() - pill.width()));
    if (pill.top() < 0)
        pill.moveTop(int(edge.y2()) + smallGap);
    painter.fillRect(pill, m_colours.window);
    painter.setPen(isRight ? m_colours.line : m_colours.caution);
    painter.drawRect(pill.adjusted(0, 0, -1, -1));
    painter.setPen(isRight ? m_colours.text : m_colours.caution);
    painter.drawText(pill, Qt::AlignCenter, text);
}

} // namespace Viral
