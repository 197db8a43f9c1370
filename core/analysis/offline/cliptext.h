// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/scanner.h"
#include "core/analysis/transcriptindex.h"

#include <vector>

namespace Viral::Offline {

/// One sentence of a clip, as much of it as the clip holds, scanned, with the time of each of its words.
struct ClipLine
{
    /// A word of the text and when it is said; a sentence without words is one place.
    struct Place
    {
        int textBegin = 0;
        TimeSpan span = {};
    };

    int sentence = 0;
    QString text = {};
    TimeSpan span = {};
    ScannedText scan = {};
    std::vector<Place> places = {};
    /// Words of the sentence stand before the clip, or after it.
    bool startsInside = false;
    bool endsInside = false;

    /// When the text from \a begin to \a end (not included) is said.
    TimeSpan spanOf(int begin, int end) const;
};

/// What is said in \a span, a line for each stretch of one sentence; only the first words of a clip with very many.
std::vector<ClipLine> clipLines(const TimeSpan &span, const TranscriptIndex &index, const Lexicon &lexicon);

/// Behind the last token of the word or phrase at \a first that carries one of \a marks.
std::size_t phraseEnd(const ScannedText &scan, std::size_t first, Marks marks, const Lexicon &lexicon);

/// The first token that adds something, past "well, so, you know"; the number of tokens when there is none.
std::size_t openingToken(const ScannedText &scan, const Lexicon &lexicon);

} // namespace Viral::Offline
