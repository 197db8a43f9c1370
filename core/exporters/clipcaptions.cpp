// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/clipcaptions.h"

#include "core/exporters/exporttext.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds shortest = 40ms;
/// What stands between two words of a sentence at the most; further on nothing is looked for.
constexpr qsizetype longestBetween = 100;
/// More pieces than these stand in two lines only where none of them takes room.
constexpr qsizetype mostPieces = 2 * captionColumns;

/// A word where it stands in its sentence.
struct Piece
{
    QString text = {};
    TimeSpan span = {};
    bool followsSpace = true;
};

int columns(QStringView text)
{
    int count = 0;
    for (const char32_t c : text.toUcs4()) {
        const bool isWide = (c >= 0x1100 && c < 0x1160) || (c >= 0x2e80 && c < 0xa4d0) || (c >= 0xac00 && c < 0xd7a4) ||
                            (c >= 0xf900 && c < 0xfb00) || (c >= 0xff00 && c < 0xff61) || c >= 0x1f300;
        count += QChar::isMark(c) ? 0 : isWide ? 2 : 1;
    }
    return count;
}

bool endsPhrase(QStringView word)
{
    return !word.isEmpty() && QStringView(u",;:.!?…、。，！？").contains(word.back());
}

using WordNumbers = QList<int>;

/// The words of each of \a sentences, in one pass: those of sentences spoken at once stand mixed.
QHash<int, WordNumbers> wordsOf(const TranscriptIndex &index, const QList<int> &sentences)
{
    QHash<int, WordNumbers> words;
    TranscriptIndex::Range all{std::numeric_limits<int>::max(), 0};
    for (const int number : sentences) {
        words.insert(number, {});
        if (const TranscriptIndex::Range range = index.wordsOfSentence(number); !range.isEmpty())
            all = {std::min(all.first, range.first), std::max(all.end, range.end)};
    }
    for (int i = all.first; i < all.end; ++i) {
        if (const auto found = words.find(index.transcript().words.at(i).sentenceIndex); found != words.end())
            found->append(i);
    }
    return words;
}

/// Where \a word stands in \a text, from \a from on; negative when it does not.
qsizetype placeOf(const QString &word, const QString &text, qsizetype from)
{
    const QStringView part = QStringView(text).mid(from, word.size() + longestBetween);
    const qsizetype at = part.indexOf(word);
    return at < 0 ? at : from + at;
}

/// The words of a sentence; without any, the sentence itself.
QList<Piece> piecesOf(const Transcript &transcript, int number, const WordNumbers &words)
{
    const Sentence &sentence = transcript.sentences.at(number);
    QList<Piece> pieces;
    qsizetype from = 0;
    for (const int i : words) {
        const Word &word = transcript.words.at(i);
        const QString text = oneLine(word.text);
        const qsizetype at = placeOf(word.text, sentence.text, from);
        const bool followsSpace = at < 0 || at > from;
        from = at < 0 ? from : at + word.text.size();
        if (!text.isEmpty())
            pieces.append({.text = text, .span = word.span, .followsSpace = followsSpace});
    }
    return pieces.isEmpty() ? QList{Piece{.text = oneLine(sentence.text), .span = sentence.span}} : pieces;
}

QString joined(const Piece *begin, const Piece *end)
{
    QString text;
    for (const Piece *piece = begin; piece != end; ++piece)
        text += (piece != begin && piece->followsSpace ? u" "_s : QString()) + piece->text;
    return text;
}

/// Where the first line ends, so that both hold their columns and are about as long; \a end when one line is enough.
const Piece *lineBreak(const Piece *begin, const Piece *end)
{
    if (columns(joined(begin, end)) <= captionColumns)
        return end;
    const Piece *best = end;
    int bestLonger = std::numeric_limits<int>::max();
    for (const Piece *at = begin + 1; at < end; ++at) {
        const int longer = std::max(columns(joined(begin, at)), columns(joined(at, end)));
        if (longer < bestLonger) {
            bestLonger = longer;
            best = at;
        }
    }
    return best;
}

bool fits(const Piece *begin, const Piece *end)
{
    const Piece *at = lineBreak(begin, end);
    return columns(joined(begin, at)) <= captionColumns && columns(joined(at, end)) <= captionColumns;
}

/// The longest start of [begin, end) that two lines hold, at the end of a phrase where that leaves more than one line.
const Piece *captionEnd(const Piece *begin, const Piece *end)
{
    const Piece *last = begin + 1;
    const Piece *phrase = nullptr;
    for (; last < end && last - begin < mostPieces && fits(begin, last + 1); ++last) {
        if (endsPhrase((last - 1)->text) && columns(joined(begin, last)) > captionColumns)
            phrase = last;
    }
    return last == end || !phrase ? last : phrase;
}

class ClipCaptions
{
public:
    explicit ClipCaptions(const TimeSpan &cut)
        : m_cut(cut)
    {}

    void add(const QList<Piece> &pieces)
    {
        const Piece *end = pieces.constData() + pieces.size();
        for (const Piece *begin = pieces.constData(); begin != end;) {
            const Piece *next = captionEnd(begin, end);
            append(begin, next);
            begin = next;
        }
    }

    QList<Caption> take()
    {
        std::ranges::stable_sort(m_captions, {}, [](const Caption &caption) { return caption.span.start; });
        return std::move(m_captions);
    }

private:
    void append(const Piece *begin, const Piece *end)
    {
        TimeSpan shown{begin->span.start, begin->span.end};
        for (const Piece *piece = begin; piece != end; ++piece)
            shown.end = std::max(shown.end, piece->span.end);
        shown = {std::max(shown.start, m_cut.start), std::min(shown.end, m_cut.end)};
        const Piece *at = lineBreak(begin, end);
        QString text = joined(begin, at);
        if (shown.duration() < shortest || text.isEmpty())
            return;
        if (at != end)
            text += u'\n' + joined(at, end);
        m_captions.append({.span = {shown.start - m_cut.start, shown.end - m_cut.start}, .text = text});
    }

    TimeSpan m_cut;
    QList<Caption> m_captions;
};

} // namespace

QList<Caption> clipCaptions(const TranscriptIndex &index, const TimeSpan &cut)
{
    ClipCaptions captions(cut);
    const bool isExact = index.transcript().wordTimes == TimeOrigin::Exact;
    const TranscriptIndex::Range range = index.sentencesIn(cut);
    QList<int> sentences;
    for (int number = range.first; number < range.end; ++number) {
        if (index.transcript().sentences.at(number).span.overlaps(cut))
            sentences.append(number);
    }
    const QHash<int, WordNumbers> words = wordsOf(index, sentences);
    for (const int number : sentences) {
        QList<Piece> pieces = piecesOf(index.transcript(), number, words.value(number));
        // A word belongs to the clip that most of it is heard in.
        if (isExact && pieces.size() > 1)
            pieces.removeIf([&](const Piece &piece) { return !cut.contains(piece.span.middle()); });
        captions.add(pieces);
    }
    return captions.take();
}

} // namespace Viral
