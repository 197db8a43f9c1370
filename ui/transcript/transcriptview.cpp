// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "core/base/timetext.h"
#include "ui/style/metrics.h"
#include "ui/style/oklab.h"
#include "ui/transcript/transcriptaccessible.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Viral {

TranscriptView::TranscriptView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installTranscriptAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The bar is always there: were it to come and go, every line would be broken anew.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setAccessibleName(tr("Transcript"));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { suspendFollowing(m_isPlaying); });
    setLook();
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setTranscript(TranscriptIndex index, const QHash<QString, QString> &names)
{
    m_index = std::move(index);
    nameSpeakers(names);
    m_blocks = TranscriptBlocks(m_index);
    m_cover = {};
    m_moments.clear();
    m_draggedEdge.reset();
    setSelected({});
    m_selection.reset();
    m_pressed.reset();
    m_caret.reset();
    m_isCaretShown = false;
    m_matches.clear();
    m_currentMatch = -1;
    m_playingBlock = -1;
    m_playingWord = -1;
    m_topBlock = 0;
    m_topOffset = 0;
    relayout();
    if (!m_wanted.isEmpty())
        find(m_wanted);
    // The playhead may have gone to its place before the text came.
    setPlayhead(std::exchange(m_playhead, Milliseconds{-1}));
    tellTranscriptReset(*this);
}

void TranscriptView::setSpeakerNames(const QHash<QString, QString> &names)
{
    nameSpeakers(names);
    relayout();
}

void TranscriptView::nameSpeakers(const QHash<QString, QString> &names)
{
    m_speakerNames.clear();
    for (const QString &id : m_index.speakers())
        m_speakerNames.append(names.value(id, id));
}

void TranscriptView::setMoments(const QList<TranscriptMoment> &moments)
{
    // The current moment changes often, what covers the words seldom.
    if (moments == m_moments)
        return;
    m_cover.change(m_index, m_moments, moments);
    m_moments = moments;
    viewport()->update();
}

void TranscriptView::setRange(std::optional<TimeSpan> span)
{
    m_selection.reset();
    viewport()->update();
    if (!span || m_blocks.count() == 0)
        return;
    const TranscriptIndex::Range words = m_index.wordsIn(*span);
    const QList<Word> &all = m_index.transcript().words;
    if (!words.isEmpty()) {
        m_selection = Selection{placeOfWord(words.first), placeOfWord(words.end - 1)};
        return;
    }
    const TranscriptIndex::Range sentences = m_index.sentencesIn(*span);
    if (!all.isEmpty() || sentences.isEmpty())
        return;
    m_selection = Selection{Place{m_blocks.blockAt(sentences.first, 0)},
                            Place{m_blocks.blockAt(sentences.end - 1, std::numeric_limits<int>::max())}};
}

TimeSpan TranscriptView::spanOf(const Place &place) const
{
    const Transcript &transcript = m_index.transcript();
    return place.word < 0 ? transcript.sentences[m_blocks[place.block].sentence].span
                          : transcript.words[place.word].span;
}

std::optional<TimeSpan> TranscriptView::range() const
{
    if (!m_selection)
        return {};
    const TimeSpan one = spanOf(std::min(m_selection->anchor, m_selection->end));
    const TimeSpan other = spanOf(std::max(m_selection->anchor, m_selection->end));
    return TimeSpan{std::min(one.start, other.start), std::max(one.end, other.end)};
}

QString TranscriptView::selectedText() const
{
    if (!m_selection)
        return {};
    const Place from = std::min(m_selection->anchor, m_selection->end);
    const Place to = std::max(m_selection->anchor, m_selection->end);
    auto *self = const_cast<TranscriptView *>(this);
    QString text;
    for (int block = from.block; block <= to.block; ++block) {
        const QString whole = textOf(block);
        const int start = block == from.block ? self->charactersOf(from).start : 0;
        const int end = block == to.block ? self->charactersOf(to).end : int(whole.size());
        if (block > from.block && m_blocks[block].startsSentence)
            text += u' ';
        text += QStringView(whole).mid(start, end - start);
    }
    return text.simplified();
}

CharRange TranscriptView::charactersOf(const Place &place)
{
    const BlockLayout &layout = layoutOf(place.block);
    if (place.word < 0)
        return {0, int(textOf(place.block).size())};
    return layout.words()[std::size_t(place.word - m_blocks[place.block].words.first)];
}

void TranscriptView::setPlayhead(Milliseconds time)
{
    if (time == m_playhead)
        return;
    m_playhead = time;
    const int word = playingWord(time);
    const int block = blockAtTime(time);
    if (block == m_playingBlock && word == m_playingWord)
        return;
    updateBlock(m_playingBlock);
    m_playingBlock = block;
    m_playingWord = word;
    updateBlock(m_playingBlock);
    follow();
}

int TranscriptView::playingWord(Milliseconds time) const
{
    // An estimated time would point at the wrong word with certainty; the sentence is right.
    if (m_index.transcript().wordTimes != TimeOrigin::Exact)
        return -1;
    return m_index.wordAt(time).value_or(-1);
}

int TranscriptView::blockAtTime(Milliseconds time) const
{
    if (const std::optional<int> word = m_index.wordAt(time))
        return m_blocks.blockOfWord(m_index.transcript().words[*word].sentenceIndex, *word);
    const std::optional<int> sentence = m_index.sentenceAt(time);
    return sentence ? m_blocks.blockAt(*sentence, 0) : -1;
}

void TranscriptView::setPlaying(bool isPlaying)
{
    m_isPlaying = isPlaying;
    if (!isPlaying)
        return;
    suspendFollowing(false);
    follow();
}

void TranscriptView::setFollowing(bool isOn)
{
    m_isFollowing = isOn;
    suspendFollowing(false);
    follow();
}

void TranscriptView::suspendFollowing(bool isSuspended)
{
    m_isFollowSuspended = isSuspended;
}

void TranscriptView::follow()
{
    if (m_isFollowing && !m_isDragging && m_playingBlock >= 0 && !(m_isPlaying && m_isFollowSuspended))
        reveal(m_playhead);
}

void TranscriptView::reveal(Milliseconds time)
{
    const int block = blockAtTime(time);
    if (block < 0)
        return;
    const std::optional<int> top = topOf(block);
    if (top && *top >= 0 && *top + m_heights.height(block) <= viewport()->height())
        return;
    moveTo(block, viewport()->height() / 3);
}

int TranscriptView::find(const QString &text)
{
    m_wanted = text;
    m_matches = findInTranscript(m_index.transcript(), text);
    m_currentMatch = -1;
    viewport()->update();
    if (m_matches.empty()) {
        Q_EMIT matchesChanged(-1, 0);
        return 0;
    }
    const int sentence = m_blocks[m_topBlock].sentence;
    const auto first = std::ranges::lower_bound(m_matches, sentence, {}, &TranscriptMatch::sentence);
    showMatch(first == m_matches.end() ? 0 : int(first - m_matches.begin()));
    return int(m_matches.size());
}

void TranscriptView::findNext()
{
    if (!m_matches.empty())
        showMatch((m_currentMatch + 1) % matchCount());
}

void TranscriptView::findPrevious()
{
    if (!m_matches.empty())
        showMatch((m_currentMatch + matchCount() - 1) % matchCount());
}

void TranscriptView::showMatch(int match)
{
    m_currentMatch = match;
    const TranscriptMatch &shown = m_matches[std::size_t(match)];
    const int block = m_blocks.blockAt(shown.sentence, shown.start);
    const std::optional<int> top = topOf(block);
    if (!top || *top < 0 || *top + m_heights.height(block) > viewport()->height())
        moveTo(block, viewport()->height() / 3);
    suspendFollowing(m_isPlaying);
    viewport()->update();
    Q_EMIT matchesChanged(match, matchCount());
}

void TranscriptView::setTimeDisplay(const TimeDisplay &display)
{
    m_display = &display;
    connect(&display, &TimeDisplay::changed, this, &TranscriptView::setLook);
    setLook();
}

QString TranscriptView::timeText(Milliseconds time) const
{
    return m_display ? m_display->shortText(time) : clockText(time);
}

QSize TranscriptView::sizeHint() const
{
    return {640, 320};
}

void TranscriptView::setColours()
{
    m_colours = coloursFor(palette());
    m_momentTint = mixed(m_colours.base, m_colours.raised, 0.75);
    m_keptTint = mixed(m_colours.base, m_colours.good, 0.16);
    viewport()->update();
}

void TranscriptView::setLook()
{
    setColours();
    m_textFont = font();
    m_smallFont = tabular(sized(font(), TextSize::Small));
    m_speakerFont = sized(font(), TextSize::Small, TextWeight::Strong);
    const QFontMetricsF metrics(m_textFont);
    m_lineHeight = (int(std::ceil(metrics.height())) + 4 + gridStep - 1) / gridStep * gridStep;
    m_letterWidth = std::max(1.0, metrics.averageCharWidth());
    const QFontMetricsF small(m_smallFont);
    const auto onGrid = [](double pixels) { return (int(std::ceil(pixels)) + gridStep - 1) / gridStep * gridStep; };
    m_timeWidth = std::max(16 * gridStep, onGrid(small.horizontalAdvance(u'≈' + timeText(std::chrono::hours{10}))));
    m_speakerLine = std::max(5 * gridStep, onGrid(QFontMetricsF(m_speakerFont).height() + 2));
    relayout();
}

void TranscriptView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
        setColours();
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
        setLook();
        break;
    case QEvent::LanguageChange:
        setAccessibleName(tr("Transcript"));
        break;
    default:
        break;
    }
}

} // namespace Viral
