// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sentencebuilder.h"

#include "core/ingest/abbreviations.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool isClosing(QChar character)
{
    return QStringView(u"\"'\u201D\u2019\u00BB\u203A)]\u300D\u300F\uFF09\u3011").contains(character);
}

bool isTerminator(QChar character, QStringView language)
{
    constexpr QStringView terminators =
        u".!?\u2026\u203D\u3002\uFF01\uFF1F\uFF61\uFF0E\u061F\u06D4\u0964\u0965\u17D4\u104B\u1362\u055E\u0589";
    return terminators.contains(character) || (language == u"el" && (character == u';' || character == u'\u037E'));
}

/// A word's end looked at: what stands before closing quotes and brackets.
struct WordEnd
{
    QStringView bare;
    bool isClosed = false;
};

WordEnd endOf(QStringView word)
{
    WordEnd end{word};
    while (!end.bare.isEmpty() && (isClosing(end.bare.back()) || end.bare.back().isSpace())) {
        end.isClosed = end.isClosed || isClosing(end.bare.back());
        end.bare.chop(1);
    }
    return end;
}

bool endsWithTerminator(QStringView word, QStringView language)
{
    const QStringView bare = endOf(word).bare;
    return !bare.isEmpty() && isTerminator(bare.back(), language);
}

bool startsLower(QStringView word)
{
    const auto letter = std::find_if(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return letter != word.end() && letter->isLower();
}

/// The exceptions of the rule "a word with a full stop ends the sentence".
bool goesOn(const SpokenWord &word, const SpokenWord &next, QStringView language)
{
    const WordEnd end = endOf(word.text);
    if (end.bare.isEmpty())
        return false;
    const bool lowerNext = startsLower(next.text);
    if (end.isClosed && lowerNext)
        return true;
    if (end.bare.back() == u'\u2026' || end.bare.endsWith(".."_L1))
        return lowerNext;
    return end.bare.back() == u'.' && !pointEndsSentence(end.bare, next.text, language);
}

/// For each word whether the Unicode rules end a sentence behind it.
std::vector<bool> unicodeBreaks(std::span<const SpokenWord> turn)
{
    std::vector<qsizetype> starts;
    starts.reserve(turn.size());
    qsizetype position = 0;
    for (const SpokenWord &word : turn) {
        position += word.spaceBefore && !starts.empty() ? 1 : 0;
        starts.push_back(position);
        position += word.text.size();
    }
    std::vector<bool> breaks(turn.size(), false);
    const QString text = joinedText(turn);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    std::size_t word = 0;
    for (qsizetype edge = finder.toNextBoundary(); edge >= 0; edge = finder.toNextBoundary()) {
        while (word < starts.size() && starts[word] < edge)
            ++word;
        if (word > 0 && word < starts.size() && starts[word] == edge)
            breaks[word - 1] = true;
    }
    return breaks;
}

/// Follows brackets, so that a full stop inside them does not end the sentence around them.
class BracketDepth
{
public:
    void add(const QString &word)
    {
        for (const QChar character : word) {
            if (character == u'(')
                m_depth = 1;
            else if (character == u')')
                m_depth = 0;
        }
        // A bracket that stays open is a slip of the pen.
        m_wordsOpen = m_depth > 0 ? m_wordsOpen + 1 : 0;
        if (m_wordsOpen > longestBracket)
            m_depth = 0;
    }
    bool isOpen() const { return m_depth > 0; }

private:
    static constexpr int longestBracket = 30;
    int m_depth = 0;
    int m_wordsOpen = 0;
};

using Ends = std::vector<std::size_t>;

Milliseconds gapAfter(std::span<const SpokenWord> turn, std::size_t word)
{
    return turn[word + 1].span.start - turn[word].span.end;
}

/// Nobody pauses that long inside a sentence.
constexpr Milliseconds longestBreath = 4s;

Ends endsByPunctuation(std::span<const SpokenWord> turn, QStringView language)
{
    const std::vector<bool> unicode = unicodeBreaks(turn);
    BracketDepth brackets;
    Ends ends;
    for (std::size_t i = 0; i + 1 < turn.size(); ++i) {
        brackets.add(turn[i].text);
        const bool mayEnd = unicode[i] || endsWithTerminator(turn[i].text, language);
        const bool isEnd = mayEnd && !brackets.isOpen() && !goesOn(turn[i], turn[i + 1], language);
        if (isEnd || gapAfter(turn, i) >= longestBreath)
            ends.push_back(i + 1);
    }
    return ends;
}

Ends endsGiven(std::span<const SpokenWord> turn)
{
    Ends ends;
    for (std::size_t i = 0; i + 1 < turn.size(); ++i) {
        if (turn[i].endsSentence)
            ends.push_back(i + 1);
    }
    return ends;
}

/// Of the places behind the words [first, last] the one with the longest pause; a cue's end wins a tie.
std::size_t bestPause(std::span<const SpokenWord> turn, std::size_t first, std::size_t last)
{
    const auto rank = [turn](std::size_t word) { return std::pair(gapAfter(turn, word), turn[word].endsUnit); };
    std::size_t best = first;
    for (std::size_t word = first + 1; word <= last; ++word) {
        if (rank(word) > rank(best))
            best = word;
    }
    return best;
}

/// End of the stretch that begins at \a first: the first clear pause, else the longest one between 12 s or 30 words and
/// 20 s or 50 words.
std::size_t pauseEnd(std::span<const SpokenWord> turn, std::size_t first)
{
    constexpr Milliseconds clearPause = 700ms;
    const Milliseconds start = turn[first].span.start;
    std::size_t soonest = turn.size();
    std::size_t word = first;
    for (; word + 1 < turn.size(); ++word) {
        const Milliseconds length = turn[word].span.end - start;
        const std::size_t count = word + 1 - first;
        if (soonest == turn.size() && (length >= 12s || count >= 30))
            soonest = word;
        if (length > 20s || count > 50)
            break;
        if (gapAfter(turn, word) >= clearPause)
            return word + 1;
    }
    if (word + 1 >= turn.size())
        return turn.size();
    return bestPause(turn, soonest, soonest < word ? word - 1 : word) + 1;
}

Ends endsByPauses(std::span<const SpokenWord> turn)
{
    Ends ends;
    for (std::size_t first = 0; first < turn.size();) {
        first = pauseEnd(turn, first);
        if (first < turn.size())
            ends.push_back(first);
    }
    return ends;
}

constexpr Milliseconds longestSentence = 60s;
constexpr std::size_t mostWords = 120;

bool isTooLong(std::span<const SpokenWord> turn, std::size_t first, std::size_t end)
{
    return end - first > mostWords ||
           (end - first > 1 && turn[end - 1].span.end - turn[first].span.start > longestSentence);
}

bool endsWithComma(QStringView word)
{
    const QStringView bare = endOf(word).bare;
    return !bare.isEmpty() && QStringView(u",;:\u060C\u3001\uFF0C").contains(bare.back());
}

/// The best place to cut in the second half of what a sentence may hold: a long pause, else a comma, else any pause.
std::size_t capEnd(std::span<const SpokenWord> turn, std::size_t first, std::size_t end)
{
    std::size_t last = first + 1;
    while (last < end && !isTooLong(turn, first, last + 1))
        ++last;
    const std::size_t middle = first + (last - first) / 2;
    const std::size_t pause = bestPause(turn, std::min(middle, last - 1), last - 1);
    if (gapAfter(turn, pause) >= 300ms)
        return pause + 1;
    for (std::size_t word = last; word-- > middle;) {
        if (endsWithComma(turn[word].text))
            return word + 1;
    }
    return pause + 1;
}

/// Cuts what is too long; \a ends lacks the end of the turn and gets it.
Ends capped(std::span<const SpokenWord> turn, Ends ends, Repairs &repairs)
{
    Ends result;
    ends.push_back(turn.size());
    std::size_t first = 0;
    for (const std::size_t end : ends) {
        if (isTooLong(turn, first, end))
            repairs.add(Repair::LongSentence);
        while (isTooLong(turn, first, end)) {
            first = capEnd(turn, first, end);
            result.push_back(first);
        }
        result.push_back(end);
        first = end;
    }
    return result;
}

} // namespace

void PunctuationCount::add(std::span<const SpokenWord> words, QStringView language)
{
    m_words += static_cast<qint64>(words.size());
    m_ends += std::count_if(words.begin(), words.end(),
                            [language](const SpokenWord &word) { return endsWithTerminator(word.text, language); });
}

std::vector<std::size_t> sentenceEnds(std::span<const SpokenWord> turn, SentenceMarks marks, QStringView language,
                                      Repairs &repairs)
{
    if (turn.empty())
        return {};
    switch (marks) {
    case SentenceMarks::Punctuation:
        return capped(turn, endsByPunctuation(turn, language), repairs);
    case SentenceMarks::Pauses:
        return capped(turn, endsByPauses(turn), repairs);
    case SentenceMarks::Given:
        break;
    }
    Ends ends = endsGiven(turn);
    ends.push_back(turn.size());
    return ends;
}

} // namespace Viral
