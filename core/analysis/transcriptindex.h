// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/spokentext.h"
#include "core/contract/transcript.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Viral {

/// Finds words and sentences of one transcript by time or number in logarithmic time; words out of order are put in
/// order of start. Made once, on a thread that has the time; a copy shares it all and costs nothing.
class TranscriptIndex
{
public:
    TranscriptIndex();
    explicit TranscriptIndex(Transcript transcript);
    // Nothing is moved out of one: there is always a transcript, if an empty one.
    TranscriptIndex(const TranscriptIndex &) = default;
    TranscriptIndex &operator=(const TranscriptIndex &) = default;

    const Transcript &transcript() const { return m_parts->transcript; }
    /// True for copies of one index; two made of the same transcript are different.
    bool isSharedWith(const TranscriptIndex &other) const { return m_parts == other.m_parts; }

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

    /// Ids of the speakers in order of their first sentence; an unknown speaker has an empty one.
    const QStringList &speakers() const { return m_parts->speakers; }
    /// Place in speakers() of who says sentence \a sentence, which must exist.
    int speakerOf(int sentence) const { return m_parts->speakerOfSentence[static_cast<std::size_t>(sentence)]; }

    /// What is said, for finding hooks and quotes.
    const SpokenText &spoken() const { return m_parts->spoken; }

private:
    struct Parts
    {
        explicit Parts(Transcript transcript);
        void indexWords();
        void indexSentences();
        void indexSpeakers();

        Transcript transcript;
        /// When each word begins: close together, because they are searched for every moment.
        std::vector<Milliseconds> wordStarts;
        std::vector<Range> wordsOfSentence;
        std::vector<TimeSpan> spokenSpans;
        /// Latest end of any sentence up to here: sentences may overlap.
        std::vector<Milliseconds> latestSentenceEnd;
        QStringList speakers;
        std::vector<int> speakerOfSentence;
        SpokenText spoken;
    };

    std::shared_ptr<const Parts> m_parts;
};

} // namespace Viral
