// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/edge.h"
#include "ui/style/palette.h"
#include "ui/style/timedisplay.h"
#include "ui/transcript/blocklayout.h"
#include "ui/transcript/heightindex.h"
#include "ui/transcript/momentcover.h"
#include "ui/transcript/transcriptsearch.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QHash>
#include <QPointer>

#include <memory>
#include <optional>
#include <unordered_map>

namespace Viral {

/// The transcript to read, to search and to choose from: goes along with the playhead, seeks where a word is clicked,
/// tells which words were drawn over. Only what can be seen is laid out, so its length does not matter.
///
/// Who comes by Tab (or startCaret()) gets a caret: arrows go by word and line, with Ctrl by sentence, Home, End and
/// the page keys as in any text, Shift draws over words, Enter and N ask for a moment of them (Enter seeks where
/// nothing is drawn over), Escape gives the keys back to the window. Playing goes on meanwhile. With the mouse alone
/// there is no caret and the arrows stay the window's.
class TranscriptView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;

    /// \a names are those of setSpeakerNames(): both together lay it out once.
    void setTranscript(TranscriptIndex index, const QHash<QString, QString> &names = {});
    /// What to call the speakers; an id without a name is shown itself.
    void setSpeakerNames(const QHash<QString, QString> &names);
    /// Tinted, the kept ones with a line of their colour; rejected ones are not shown.
    void setMoments(const QList<TranscriptMoment> &moments);
    /// The selected moment: tinted stronger, with edges that can be dragged. Words of \a proposed (where the model put
    /// it) that the rules left out are struck through, those they took in are dotted.
    void setSelected(std::optional<TimeSpan> span, std::optional<TimeSpan> proposed = {});
    /// Shortest and longest right length of a clip, shown while an edge is dragged; 40–90 s at the beginning.
    void setLimits(const TimeSpan &limits) { m_limits = limits; }
    /// How times are written; \a display is the window's and outlives the view. Without one: "12:30".
    void setTimeDisplay(const TimeDisplay &display);
    QString timeText(Milliseconds time) const;
    /// The words drawn over, as whole words.
    void setRange(std::optional<TimeSpan> span);
    std::optional<TimeSpan> range() const;
    QString selectedText() const;

    /// Paints one or two sentences; the view follows, unless the user has scrolled away while it plays.
    void setPlayhead(Milliseconds time);
    void setPlaying(bool isPlaying);
    void setFollowing(bool isOn);
    bool isFollowSuspended() const { return m_isFollowSuspended; }

    /// Marks every place of \a text and shows the first at or after what is on the screen; returns how many there are.
    int find(const QString &text);
    void findNext();
    void findPrevious();
    int matchCount() const { return int(m_matches.size()); }
    /// Number of the shown place, -1 without one.
    int currentMatch() const { return m_currentMatch; }

    /// Scrolls so that \a time is in the upper third, if it cannot be seen.
    void reveal(Milliseconds time);

    /// Shows the caret: where it was, else at what was clicked last, is playing, or stands on top.
    void startCaret();
    void leaveCaret();
    bool isCaretShown() const { return m_isCaretShown; }
    /// The word the caret is on; nothing without a caret or where there are no words.
    std::optional<int> caretWord() const;

    const TranscriptIndex &index() const { return m_index; }
    const QString &speakerName(int sentence) const { return m_speakerNames[m_index.speakerOf(sentence)]; }
    /// Sentence \a sentence in the viewport; empty when it cannot be seen.
    QRect sentenceRect(int sentence) const;
    /// Word \a word in the viewport, the first line of it; empty when it cannot be seen.
    QRect wordRect(int word) const;
    /// The line at the first or last word of the selected moment, where it can be dragged; null when it cannot be seen.
    QLineF edgeLine(Edge edge) const;
    /// The time of what lies at \a place of the viewport.
    std::optional<Milliseconds> timeAt(const QPoint &place) const;
    /// First and one past the last sentence on the screen.
    std::pair<int, int> visibleSentences() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void seekRequested(Viral::Milliseconds time);
    void rangeSelected(const Viral::TimeSpan &span);
    /// A moment of range() is wanted.
    void momentRequested();
    /// The edge of the selected moment is drawn to \a time: the start of a first or the end of a last word.
    void edgeDragMoved(Viral::Edge edge, Viral::Milliseconds time);
    void edgeDragFinished(Viral::Edge edge, Viral::Milliseconds time);
    /// Escape, or another moment: the edge is to be where it was.
    void edgeDragCancelled(Viral::Edge edge);
    void menuRequested(const QPoint &screenPlace);
    void matchesChanged(int current, int count);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    /// A word of a block, or the whole block where there are no words (word is -1 then).
    struct Place
    {
        int block = 0;
        int word = -1;
        auto operator<=>(const Place &) const = default;
    };
    /// From one word drawn over to another, either way round.
    struct Selection
    {
        Place anchor;
        Place end;
        bool operator==(const Selection &) const = default;
    };
    struct Columns
    {
        int timeRight = 0;
        int bar = 0;
        int text = 0;
        int textWidth = 0;
    };
    struct BlockPaint;

    // Layout and scrolling (transcriptview.cpp)
    void setColours();
    void setLook();
    void relayout();
    void nameSpeakers(const QHash<QString, QString> &names);
    Columns columns() const;
    int spaceAbove(int block) const;
    int guessedHeight(int block, int textWidth) const;
    int exactHeight(int block);
    BlockLayout &layoutOf(int block);
    QString textOf(int block) const;
    void forgetFarLayouts();
    void moveBy(qint64 pixels);
    void moveTo(int block, int pixelsFromTop);
    void keepWithinEnds();
    void updateScrollBar();
    void suspendFollowing(bool isSuspended);
    void follow();
    void showMatch(int match);
    std::optional<int> topOf(int block) const;
    void updateBlock(int block);
    int blockAtTime(Milliseconds time) const;
    int playingWord(Milliseconds time) const;
    TimeSpan spanOf(const Place &place) const;
    CharRange charactersOf(const Place &place);

    // Painting (transcriptviewpaint.cpp)
    void paintBlock(const BlockPaint &paint);
    void paintSpeaker(const BlockPaint &paint);
    void paintMargin(const BlockPaint &paint);
    void paintCover(const BlockPaint &paint);
    void paintSelected(const BlockPaint &paint);
    void paintText(const BlockPaint &paint);
    void paintEmpty(QPainter &painter);
    QList<QTextLayout::FormatRange> formatsOf(const BlockPaint &paint);
    void addMatches(const BlockPaint &paint, QList<QTextLayout::FormatRange> &formats) const;
    void addSelection(const BlockPaint &paint, QList<QTextLayout::FormatRange> &formats) const;
    void addPlayingWord(const BlockPaint &paint, QList<QTextLayout::FormatRange> &formats) const;
    void addSoftEdges(const BlockPaint &paint, QList<QTextLayout::FormatRange> &formats) const;
    void paintCaret(const BlockPaint &paint);
    void paintDragLength(QPainter &painter);

    // Mouse (transcriptviewinput.cpp)
    std::optional<Place> placeAt(const QPoint &place);
    void dragTo(const QPoint &place);
    void finishDrag();
    void copySelected();

    // The selected moment's edges (transcriptviewedges.cpp)
    void showSpan(const std::optional<TimeSpan> &span);
    std::optional<Edge> edgeAt(const QPoint &place) const;
    std::optional<Milliseconds> edgeTimeAt(const QPoint &place, Edge edge);
    void dragEdge(const QPoint &place);
    void finishEdgeDrag();
    void cancelEdgeDrag();
    QString edgeText(Edge edge) const;
    QString lengthText(Milliseconds length) const;

    // Caret (transcriptviewcaret.cpp)
    bool isCaretKey(const QKeyEvent &event) const;
    bool pressCaretKey(const QKeyEvent &event);
    std::optional<Place> caretTarget(const QKeyEvent &event);
    std::optional<Place> neighbour(Place place, int step);
    std::optional<Place> sentencePlace(int sentence);
    std::optional<Place> besideSentence(int step);
    std::optional<Place> besideLine(int step);
    std::optional<Place> besidePage(int step);
    std::optional<Place> endOfLine(int step);
    std::optional<Place> outermost(int step);
    Place placeOn(int block, int character);
    Place placeOfWord(int word) const;
    QRectF caretRect(const Place &place);
    void moveCaret(const Place &place, bool isSelecting);
    void revealPlace(const Place &place);
    void useCaret();

    TranscriptIndex m_index;
    TranscriptBlocks m_blocks;
    HeightIndex m_heights;
    /// One for each of the index's speakers.
    QStringList m_speakerNames;
    /// Those that m_cover is of.
    QList<TranscriptMoment> m_moments;
    MomentCover m_cover;
    std::optional<TimeSpan> m_selected;
    TranscriptIndex::Range m_proposedWords;
    std::optional<TimeSpan> m_proposed;
    TimeSpan m_limits{Milliseconds{40'000}, Milliseconds{90'000}};
    QPointer<const TimeDisplay> m_display;
    TranscriptIndex::Range m_selectedWords;
    TranscriptIndex::Range m_selectedSentences;
    std::optional<Selection> m_selection;
    std::vector<TranscriptMatch> m_matches;
    QString m_wanted;
    int m_currentMatch = -1;

    Colours m_colours;
    QColor m_momentTint;
    QColor m_keptTint;
    QFont m_textFont;
    QFont m_smallFont;
    QFont m_speakerFont;
    int m_lineHeight = 20;
    int m_timeWidth = 64;
    int m_speakerLine = 20;
    double m_letterWidth = 7;
    std::unordered_map<int, std::unique_ptr<BlockLayout>> m_layouts;

    /// The block at the top of the viewport, and how much of it is scrolled off: the truth of the position. The scroll
    /// bar only guesses it, because heights above are guessed.
    int m_topBlock = 0;
    int m_topOffset = 0;
    bool m_isSettingScrollBar = false;

    Milliseconds m_playhead{-1};
    int m_playingBlock = -1;
    int m_playingWord = -1;
    bool m_isPlaying = false;
    bool m_isFollowing = true;
    bool m_isFollowSuspended = false;

    std::optional<Place> m_pressed;
    QPoint m_pressPlace;
    QPoint m_lastPlace;
    bool m_isDragging = false;
    std::optional<Edge> m_draggedEdge;
    /// As it was before the edge was taken.
    TimeSpan m_spanBeforeDrag;

    std::optional<Place> m_caret;
    bool m_isCaretShown = false;
    bool m_showsFocus = false;
    /// Where the caret wants to be while it goes from line to line.
    std::optional<double> m_caretColumn;
    QBasicTimer m_autoScrollTimer;
};

} // namespace Viral
