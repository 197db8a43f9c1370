// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptblocks.h"

#include <algorithm>

namespace Viral {

namespace {

/// Between two words stand a space and perhaps punctuation the words do not have.
constexpr qsizetype mostBetween = 16;

/// Not between the halves of a character.
int cutAt(QStringView text, int place)
{
    return place > 0 && place < text.size() && text[place].isLowSurrogate() ? place - 1 : place;
}

} // namespace

std::vector<CharRange> wordRanges(QStringView text, std::span<const Word> words, int sentence)
{
    std::vector<CharRange> ranges;
    ranges.reserve(words.size());
    qsizetype place = 0;
    for (const Word &word : words) {
        const QStringView wanted = QStringView(word.text).trimmed();
        const QStringView near = text.mid(place, mostBetween + wanted.size());
        const bool isOwn = word.sentenceIndex == sentence && !wanted.isEmpty();
        const qsizetype found = isOwn ? near.indexOf(wanted) : -1;
        const qsizetype start = found < 0 ? place : place + found;
        place = found < 0 ? place : start + wanted.size();
        ranges.push_back({int(start), int(place)});
    }
    return ranges;
}

TranscriptBlocks::TranscriptBlocks(const TranscriptIndex &index)
{
    const auto count = index.transcript().sentences.size();
    m_blocks.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        addSentence(index, i);
}

void TranscriptBlocks::addSentence(const TranscriptIndex &index, int number)
{
    const QList<Sentence> &sentences = index.transcript().sentences;
    const Sentence &sentence = sentences[number];
    TranscriptBlock whole{.sentence = number,
                          .text = {0, int(sentence.text.size())},
                          .words = index.wordsOfSentence(number),
                          .startsSpeaker = number == 0 || index.speakerOf(number - 1) != index.speakerOf(number)};
    if (whole.words.end - whole.words.first > mostWords || whole.text.end > 2 * mostCharacters)
        addLongSentence(index, whole);
    else
        m_blocks.push_back(whole);
}

void TranscriptBlocks::addLongSentence(const TranscriptIndex &index, TranscriptBlock whole)
{
    const Transcript &transcript = index.transcript();
    const QStringView text = transcript.sentences[whole.sentence].text;
    const std::span words(transcript.words.constData() + whole.words.first,
                          std::size_t(whole.words.end - whole.words.first));
    const std::vector<CharRange> ranges = wordRanges(text, words, whole.sentence);
    TranscriptBlock block = whole;
    while (block.text.start < whole.text.end || block.words.first < whole.words.end) {
        block.words.end = std::min(whole.words.end, block.words.first + mostWords);
        const std::size_t next = std::size_t(block.words.end - whole.words.first);
        int end = next < ranges.size() ? ranges[next].start : whole.text.end;
        // Where words say nothing about the place, or are a page long, the number of characters decides.
        if (end - block.text.start > 2 * mostCharacters) {
            end = cutAt(text, block.text.start + mostCharacters);
            while (block.words.end > block.words.first &&
                   ranges[std::size_t(block.words.end - whole.words.first) - 1].start >= end)
                --block.words.end;
        }
        block.text.end = std::max(end, block.text.start);
        m_blocks.push_back(block);
        block = {.sentence = whole.sentence,
                 .text = {block.text.end, block.text.end},
                 .words = {block.words.end, block.words.end},
                 .startsSentence = false};
    }
}

int TranscriptBlocks::blockAt(int sentence, int character) const
{
    const auto after = std::ranges::partition_point(m_blocks, [&](const TranscriptBlock &block) {
        return block.sentence < sentence || (block.sentence == sentence && block.text.start <= character);
    });
    return std::max(0, int(after - m_blocks.begin()) - 1);
}

int TranscriptBlocks::blockOfWord(int sentence, int word) const
{
    const auto after = std::ranges::partition_point(m_blocks, [&](const TranscriptBlock &block) {
        return block.sentence < sentence || (block.sentence == sentence && block.words.first <= word);
    });
    return std::max(0, int(after - m_blocks.begin()) - 1);
}

} // namespace Viral
