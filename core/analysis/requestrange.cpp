// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/requestrange.h"

namespace Viral {

namespace {

constexpr int leftOut = -1;

/// Takes the sentences in \a range over to \a part; the new number of each, or leftOut.
QList<int> takeSentences(const Transcript &whole, TimeSpan range, Transcript &part)
{
    QList<int> numbers(whole.sentences.size(), leftOut);
    for (qsizetype i = 0; i < whole.sentences.size(); ++i) {
        if (!range.contains(whole.sentences.at(i).span))
            continue;
        numbers[i] = static_cast<int>(part.sentences.size());
        part.sentences.append(whole.sentences.at(i));
    }
    return numbers;
}

void takeWords(const Transcript &whole, const QList<int> &numbers, Transcript &part)
{
    for (const Word &word : whole.words) {
        const int number = numbers.value(word.sentenceIndex, leftOut);
        if (number == leftOut)
            continue;
        part.words.append(word);
        part.words.last().sentenceIndex = number;
    }
}

} // namespace

Request requestWithin(const Request &request, TimeSpan range)
{
    Request part = request;
    part.transcript.sentences.clear();
    part.transcript.words.clear();
    const QList<int> numbers = takeSentences(request.transcript, range, part.transcript);
    takeWords(request.transcript, numbers, part.transcript);
    return part;
}

} // namespace Viral
