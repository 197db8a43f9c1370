// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/inlinestamps.h"

#include "core/ingest/cueclock.h"
#include "core/ingest/markup.h"
#include "core/ingest/spokenword.h"

#include <algorithm>

namespace Viral {

using namespace std::chrono_literals;

namespace {

/// Text between two times of a line.
struct Piece
{
    Milliseconds start{0};
    QString text = {};
};

std::optional<Milliseconds> stampAt(QStringView line, qsizetype position, qsizetype length)
{
    if (length < 3 || line[position] != u'<' || !(line[position + 1] >= u'0' && line[position + 1] <= u'9'))
        return std::nullopt;
    const auto clock = parseClock(line.sliced(position + 1, length - 2));
    return clock ? std::optional(clock->time) : std::nullopt;
}

std::vector<Piece> piecesOf(QStringView line, Milliseconds start)
{
    std::vector<Piece> pieces{{start}};
    for (qsizetype position = 0; position < line.size();) {
        const qsizetype length = tagLength(line, position);
        const std::optional<Milliseconds> stamp = stampAt(line, position, length);
        if (stamp)
            pieces.push_back({*stamp});
        else if (length == 0)
            pieces.back().text += line[position];
        position += std::max<qsizetype>(length, 1);
    }
    for (Piece &piece : pieces)
        piece.text = withEntitiesDecoded(piece.text);
    std::erase_if(pieces, [](const Piece &piece) { return piece.text.isEmpty(); });
    return pieces;
}

StampedLine::Evenness evennessOf(const std::vector<Piece> &pieces)
{
    if (pieces.size() < 4)
        return StampedLine::Evenness::TooShort;
    Milliseconds shortest = Milliseconds::max();
    Milliseconds longest{0};
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const Milliseconds step = pieces[i].start - pieces[i - 1].start;
        shortest = std::min(shortest, step);
        longest = std::max(longest, step);
    }
    return longest - shortest <= 2ms ? StampedLine::Evenness::Even : StampedLine::Evenness::Uneven;
}

/// Words of a piece; only its first one has a time. A piece that touches the one before goes on with its word, or
/// stands beside it in scripts without spaces.
void appendWords(QList<RawWord> &words, const Piece &piece, bool touchesBefore)
{
    const QString text = piece.text.simplified();
    bool isFirst = true;
    for (const QStringView token : QStringView(text).tokenize(u' ', Qt::SkipEmptyParts)) {
        const bool touches = isFirst && touchesBefore && !words.isEmpty();
        if (touches && needsSpaceBetween(words.constLast().text, token)) {
            words.last().text += token;
        } else {
            words.append({.text = token.toString(), .spaceBefore = !touches});
            if (isFirst)
                words.last().start = piece.start;
        }
        isFirst = false;
    }
}

} // namespace

bool hasInlineStamps(QStringView line)
{
    for (qsizetype open = line.indexOf(u'<'); open >= 0; open = line.indexOf(u'<', open + 1)) {
        if (stampAt(line, open, tagLength(line, open)))
            return true;
    }
    return false;
}

std::optional<StampedLine> readStampedLine(QStringView line, const TimeSpan &cue)
{
    const std::vector<Piece> pieces = piecesOf(line, cue.start);
    StampedLine result{.words = {}, .evenness = evennessOf(pieces)};
    bool endsInSpace = true;
    Milliseconds latest = cue.start;
    for (const Piece &piece : pieces) {
        if (piece.start < latest || piece.start > cue.end)
            return std::nullopt;
        latest = piece.start;
        appendWords(result.words, piece, !endsInSpace && !piece.text.front().isSpace());
        endsInSpace = piece.text.back().isSpace();
    }
    return result;
}

} // namespace Viral
