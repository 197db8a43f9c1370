// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QList>
#include <QString>

namespace Viral {

/// How the times of words came about; a cut on an estimated time can be off by a second.
enum class TimeOrigin
{
    Exact,     ///< given by the file
    Estimated, ///< spread over a cue or sentence by the length of the words
    None,      ///< there are no word times
};

/// One sentence (or what the file has in its place), times absolute.
struct Sentence
{
    QString text = {};
    TimeSpan span = {};
    /// Stable small id of the speaker; null string when unknown.
    QString speakerId = {};

    bool operator==(const Sentence &) const = default;
};

/// One word with its punctuation, times absolute; zero length is allowed.
struct Word
{
    QString text = {};
    TimeSpan span = {};
    /// Which sentence it belongs to.
    int sentenceIndex = 0;

    bool operator==(const Word &) const = default;
};

/// What was said and when. Sentences are in order of start; words in order of start and of sentence.
struct Transcript
{
    /// BCP 47 primary subtag ("en"), empty when unknown.
    QString language = {};
    QList<Sentence> sentences = {};
    QList<Word> words = {};
    TimeOrigin wordTimes = TimeOrigin::Exact;
    /// True when sentence ends were made from pauses because the text has no punctuation.
    bool lacksPunctuation = false;

    /// From the first start to the last end of the sentences; empty for an empty transcript.
    TimeSpan span() const
    {
        TimeSpan whole = sentences.isEmpty() ? TimeSpan{} : sentences.constFirst().span;
        for (const Sentence &sentence : sentences) {
            whole.start = std::min(whole.start, sentence.span.start);
            whole.end = std::max(whole.end, sentence.span.end);
        }
        return whole;
    }
    bool isEmpty() const { return sentences.isEmpty(); }

    bool operator==(const Transcript &) const = default;
};

} // namespace Viral
