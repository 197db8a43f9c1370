// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and choosing words with the keyboard.
#include "ui/transcript/transcriptaccessible.h"
#include "ui/transcript/transcriptview.h"

#include <QFocusEvent>
#include <QKeyEvent>

#include <algorithm>

namespace Viral {

namespace {

/// The window or a menu was in front for a while; nothing was chosen.
bool isPassing(Qt::FocusReason reason)
{
    return reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason;
}

/// Part of the view that a page key goes.
constexpr double pageShare = 0.9;

} // namespace

bool TranscriptView::event(QEvent *event)
{
    // While the caret is there its keys are not the window's.
    if (event->type() == QEvent::ShortcutOverride && m_isCaretShown && isCaretKey(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return QAbstractScrollArea::event(event);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    const bool isByKey =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    m_isCaretShown = m_isCaretShown && isPassing(reason);
    m_showsFocus = isByKey || m_isCaretShown;
    if (isByKey)
        startCaret();
    viewport()->update();
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_isCaretShown = m_isCaretShown && isPassing(event->reason());
    m_showsFocus = false;
    viewport()->update();
}

void TranscriptView::startCaret()
{
    if (m_blocks.count() == 0)
        return;
    if (!m_caret && m_selection)
        m_caret = m_selection->end;
    if (!m_caret && m_playingWord >= 0)
        m_caret = placeOfWord(m_playingWord);
    if (!m_caret)
        m_caret = placeOn(std::max(m_playingBlock, m_topBlock), 0);
    m_isCaretShown = true;
    revealPlace(*m_caret);
    viewport()->update();
    tellTranscriptCaret(*this);
}

void TranscriptView::leaveCaret()
{
    m_isCaretShown = false;
    viewport()->update();
}

std::optional<int> TranscriptView::caretWord() const
{
    return m_isCaretShown && m_caret && m_caret->word >= 0 ? std::optional(m_caret->word) : std::nullopt;
}

TranscriptView::Place TranscriptView::placeOfWord(int word) const
{
    return {m_blocks.blockOfWord(m_index.transcript().words[word].sentenceIndex, word), word};
}

TranscriptView::Place TranscriptView::placeOn(int block, int character)
{
    const int word = layoutOf(block).wordAt(character);
    return {block, word < 0 ? -1 : m_blocks[block].words.first + word};
}

bool TranscriptView::isCaretKey(const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return (modifiers & ~(Qt::ShiftModifier | Qt::ControlModifier)) == Qt::NoModifier;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        return modifiers == Qt::NoModifier;
    default:
        return false;
    }
}

bool TranscriptView::pressCaretKey(const QKeyEvent &event)
{
    if (!m_isCaretShown || !m_caret)
        return false;
    if (event.key() == Qt::Key_N && event.modifiers() == Qt::NoModifier) {
        Q_EMIT momentRequested();
        return true;
    }
    if (!isCaretKey(event))
        return false;
    if (event.key() == Qt::Key_Escape) {
        leaveCaret();
        return true;
    }
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        useCaret();
        return true;
    }
    if (const std::optional<Place> target = caretTarget(event))
        moveCaret(*target, event.modifiers().testFlag(Qt::ShiftModifier));
    return true;
}

void TranscriptView::useCaret()
{
    if (m_selection)
        Q_EMIT momentRequested();
    else
        Q_EMIT seekRequested(spanOf(*m_caret).start);
}

std::optional<TranscriptView::Place> TranscriptView::caretTarget(const QKeyEvent &event)
{
    const bool isControl = event.modifiers().testFlag(Qt::ControlModifier);
    // Left is where the text comes from, or goes to where it runs from the right.
    const int towards = layoutOf(m_caret->block).isRightToLeft() ? -1 : 1;
    if (event.key() != Qt::Key_Up && event.key() != Qt::Key_Down)
        m_caretColumn.reset();
    switch (event.key()) {
    case Qt::Key_Left:
        return isControl ? besideSentence(-towards) : neighbour(*m_caret, -towards);
    case Qt::Key_Right:
        return isControl ? besideSentence(towards) : neighbour(*m_caret, towards);
    case Qt::Key_Up:
        return isControl ? besideSentence(-1) : besideLine(-1);
    case Qt::Key_Down:
        return isControl ? besideSentence(1) : besideLine(1);
    case Qt::Key_Home:
        return isControl ? outermost(-1) : endOfLine(-1);
    case Qt::Key_End:
        return isControl ? outermost(1) : endOfLine(1);
    case Qt::Key_PageUp:
        return besidePage(-1);
    default:
        return besidePage(1);
    }
}

std::optional<TranscriptView::Place> TranscriptView::neighbour(Place place, int step)
{
    int block = place.block;
    int word = place.word + step;
    bool hasWords = place.word >= 0;
    while (true) {
        const TranscriptIndex::Range words = m_blocks[block].words;
        // What is spoken by another at the same time stands elsewhere and has no characters here.
        for (; hasWords && word >= words.first && word < words.end; word += step) {
            if (!charactersOf({block, word}).isEmpty())
                return Place{block, word};
        }
        block += step;
        if (block < 0 || block >= m_blocks.count())
            return {};
        const TranscriptIndex::Range next = m_blocks[block].words;
        hasWords = !next.isEmpty();
        if (!hasWords)
            return Place{block, -1};
        word = step > 0 ? next.first : next.end - 1;
    }
}

std::optional<TranscriptView::Place> TranscriptView::sentencePlace(int sentence)
{
    if (sentence < 0 || sentence >= m_index.transcript().sentences.size())
        return {};
    return placeOn(m_blocks.blockAt(sentence, 0), 0);
}

std::optional<TranscriptView::Place> TranscriptView::besideSentence(int step)
{
    const int sentence = m_blocks[m_caret->block].sentence;
    const std::optional<Place> own = sentencePlace(sentence);
    if (step < 0 && own != m_caret)
        return own;
    const std::optional<Place> other = sentencePlace(sentence + step);
    return other || step < 0 ? other : outermost(1);
}

QRectF TranscriptView::caretRect(const Place &place)
{
    const std::vector<QRectF> rects = layoutOf(place.block).rectsOf(charactersOf(place));
    return rects.empty() ? QRectF(0, 0, 1, m_lineHeight) : rects.front();
}

std::optional<TranscriptView::Place> TranscriptView::besideLine(int step)
{
    const QRectF rect = caretRect(*m_caret);
    const double x = m_caretColumn.value_or(rect.center().x());
    m_caretColumn = x;
    const double y = rect.center().y() + step * m_lineHeight;
    int block = m_caret->block;
    if (y >= 0 && y < layoutOf(block).height())
        return placeOn(block, layoutOf(block).characterAt({x, y}));
    block += step;
    if (block < 0 || block >= m_blocks.count())
        return outermost(step);
    return placeOn(block, layoutOf(block).characterAt({x, step > 0 ? 0.0 : layoutOf(block).height() - 1.0}));
}

std::optional<TranscriptView::Place> TranscriptView::endOfLine(int step)
{
    const BlockLayout &layout = layoutOf(m_caret->block);
    const CharRange line = layout.lineAt(charactersOf(*m_caret).start);
    const Place place = placeOn(m_caret->block, step < 0 ? line.start : std::max(line.start, line.end - 1));
    // A word that is broken over two lines belongs to the line it begins in.
    const bool beginsBefore = charactersOf(place).start < line.start;
    return step < 0 && beginsBefore ? neighbour(place, 1) : place;
}

std::optional<TranscriptView::Place> TranscriptView::besidePage(int step)
{
    revealPlace(*m_caret);
    const QRectF rect = caretRect(*m_caret);
    const QPoint seen(columns().text + int(rect.center().x()),
                      topOf(m_caret->block).value_or(0) + spaceAbove(m_caret->block) + int(rect.center().y()));
    const int topBlock = m_topBlock;
    const int topOffset = m_topOffset;
    moveBy(qint64(step * pageShare * viewport()->height()));
    // At the end the page does not turn; the caret goes all the way.
    return topBlock == m_topBlock && topOffset == m_topOffset ? outermost(step) : placeAt(seen);
}

std::optional<TranscriptView::Place> TranscriptView::outermost(int step)
{
    const int block = step < 0 ? 0 : m_blocks.count() - 1;
    return placeOn(block, step < 0 ? 0 : m_blocks[block].text.length());
}

void TranscriptView::moveCaret(const Place &place, bool isSelecting)
{
    const Place before = *m_caret;
    m_caret = place;
    if (isSelecting)
        m_selection = Selection{m_selection ? m_selection->anchor : before, place};
    else
        m_selection.reset();
    suspendFollowing(m_isPlaying);
    revealPlace(place);
    viewport()->update();
    tellTranscriptCaret(*this);
    if (isSelecting)
        Q_EMIT rangeSelected(*range());
}

void TranscriptView::revealPlace(const Place &place)
{
    const std::optional<int> top = topOf(place.block);
    if (!top)
        return moveTo(place.block, viewport()->height() / 3);
    const QRectF rect = caretRect(place).translated(0, *top + spaceAbove(place.block));
    if (rect.top() < m_lineHeight)
        moveBy(qint64(rect.top()) - m_lineHeight);
    else if (rect.bottom() > viewport()->height() - m_lineHeight)
        moveBy(qint64(rect.bottom()) - viewport()->height() + m_lineHeight);
}

QRect TranscriptView::wordRect(int word) const
{
    const Place place = placeOfWord(word);
    const std::optional<int> top = topOf(place.block);
    if (!top)
        return {};
    return const_cast<TranscriptView *>(this)
        ->caretRect(place)
        .translated(columns().text, *top + spaceAbove(place.block))
        .toAlignedRect();
}

} // namespace Viral
