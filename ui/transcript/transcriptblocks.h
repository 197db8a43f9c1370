// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/transcriptindex.h"

#include <QStringView>

#include <span>
#include <vector>

namespace Viral {

/// A stretch of characters, half-open.
struct CharRange
{
    int start = 0;
    int end = 0;

    int length() const { return end - start; }
    bool isEmpty() const { return end <= start; }
    bool operator==(const CharRange &) const = default;
};

/// Where each of \a words stands in \a text, the text of sentence \a sentence, in order. A word of another sentence
/// (two people speak at once) or one that is not found where it is expected has no length. The search never looks
/// further ahead than a few characters, so the cost is linear in the text.
std::vector<CharRange> wordRanges(QStringView text, std::span<const Word> words, int sentence);

/// What is laid out at a time: a sentence, or a part of a very long one.
struct TranscriptBlock
{
    int sentence = 0;
    /// Characters of the sentence's text.
    CharRange text = {};
    /// Words of the transcript; none where words have no times.
    TranscriptIndex::Range words = {};
    /// The first of its sentence.
    bool startsSentence = true;
    /// Somebody else spoke before.
    bool startsSpeaker = false;

    bool operator==(const TranscriptBlock &) const = default;
};

/// The blocks of one transcript, in order.
class TranscriptBlocks
{
public:
    /// A sentence with more words, or characters where there are no words, is cut.
    static constexpr int mostWords = 80;
    static constexpr int mostCharacters = 800;

    TranscriptBlocks() = default;
    explicit TranscriptBlocks(const TranscriptIndex &index);

    int count() const { return int(m_blocks.size()); }
    const TranscriptBlock &operator[](int block) const { return m_blocks[std::size_t(block)]; }

    /// The block that holds character \a character of sentence \a sentence.
    int blockAt(int sentence, int character) const;
    /// The block that holds word \a word of sentence \a sentence.
    int blockOfWord(int sentence, int word) const;

private:
    void addSentence(const TranscriptIndex &index, int number);
    void addLongSentence(const TranscriptIndex &index, TranscriptBlock whole);

    std::vector<TranscriptBlock> m_blocks;
};

} // namespace Viral
