// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/spokentext.h"
#include "core/contract/transcript.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Viral {

/// Finds words and sentences of one transcript by time or number in logarithmic time. Holds its own copy of the
/// transcript (implicitly shared lists, so that costs nothing); words out of order are put in order of start.
class TranscriptIndex
{
public:
    TranscriptIndex() = default;
    explicit TranscriptIndex(Transcript transcript);

    const Transcript &transcript() const { return m_transcript; }

    /// Half-open numbers of words or sentences.
    struct Range
    {
        int first = 0;
        int end = 0;
        bool isEmpty() const { return end <= first; }
        bool operator==(const Range &) const = default;
    };
    /// From the first to the last word of one sentence; empty when it has none. Where two people speak at once, words
    /// of another sentence may stand between.
    Range wordsOfSentence(int sentence) const;
    /// Words that begin in \a span.
    Range wordsIn(const TimeSpan &span) const;
    /// Sentences that overlap \a span (or begin in it when they have no length).
    Range sentencesIn(const TimeSpan &span) const;
    /// The last sentence or word that begins at or before \a time; nothing before the first.
    std::optional<int> sentenceAt(Milliseconds time) const;
    std::optional<int> wordAt(Milliseconds time) const;

    /// Start and end of sentence \a sentence read from its words where there are words that take time, else from the
    /// sentence.
    Milliseconds sentenceStart(int sentence) const { return spokenSpan(sentence).start; }
    Milliseconds sentenceEnd(int sentence) const { return spokenSpan(sentence).end; }
    /// Both; an empty span for a sentence that does not exist.
    TimeSpan spokenSpan(int sentence) const;

    /// What is said, for finding hooks and quotes.
    const SpokenText &spoken() const { return *m_spoken; }

private:
    void indexWords();
    void indexSentences();

    Transcript m_transcript;
    std::vector<Range> m_wordsOfSentence;
    std::vector<TimeSpan> m_spokenSpans;
    /// Latest end of any sentence up to here: sentences may overlap.
    std::vector<Milliseconds> m_latestSentenceEnd;
    std::shared_ptr<const SpokenText> m_spoken = std::make_shared<const SpokenText>();
};

} // namespace Viral
