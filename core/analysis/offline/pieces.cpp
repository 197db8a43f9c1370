// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/pieces.h"

#include "core/base/text.h"

namespace Viral::Offline {

namespace {

constexpr Milliseconds goodPiece{6'000};
constexpr Milliseconds longestPiece{14'000};
constexpr Milliseconds audiblePause{300};
/// Words of other sentences that are passed over in one; keeps sentences that all run through each other linear.
constexpr int mostForeignWords = 500;

bool endsWithMark(const QString &word)
{
    return !word.isEmpty() && word.back().isPunct() && word.back() != u'-' && word.back() != u'\'';
}

bool cutsAfter(const Piece &piece, const Word &last, const Word &next)
{
    const Milliseconds length = piece.span.duration();
    if (length >= longestPiece)
        return true;
    return length >= goodPiece && (endsWithMark(last.text) || next.span.start - last.span.end >= audiblePause);
}

void append(Piece &piece, const Word &word)
{
    const bool spaced =
        !piece.text.isEmpty() && !(isUnspacedScript(piece.text.back().unicode()) ||
                                   (!word.text.isEmpty() && isUnspacedScript(word.text.front().unicode())));
    if (spaced)
        piece.text += u' ';
    piece.text += word.text;
    piece.span.end = std::max(piece.span.end, word.span.end);
}

} // namespace

std::vector<Piece> piecesOf(const TranscriptIndex &index, int sentence)
{
    std::vector<Piece> pieces;
    const Word *last = nullptr;
    int foreign = 0;
    const TranscriptIndex::Range range = index.wordsOfSentence(sentence);
    for (int number = range.first; number < range.end; ++number) {
        const Word &word = index.transcript().words[number];
        if (word.sentenceIndex != sentence) {
            if (++foreign > mostForeignWords)
                break;
            continue;
        }
        if (!last || cutsAfter(pieces.back(), *last, word))
            pieces.push_back({{}, {word.span.start, word.span.start}});
        append(pieces.back(), word);
        last = &word;
    }
    return pieces;
}

} // namespace Viral::Offline
