// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/transcriptbuilder.h"

#include "core/ingest/language.h"
#include "core/ingest/sentencebuilder.h"

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// Where a sentence's words are.
struct Draft
{
    std::size_t turn = 0;
    std::size_t first = 0;
    std::size_t end = 0;
    Milliseconds start{0};
};

/// Puts sentences into a transcript one after the other; words of cross-talk that would go back in time are moved up.
class Emitter
{
public:
    Emitter(Transcript &transcript, Repairs &repairs)
        : m_transcript(transcript)
        , m_repairs(repairs)
    {}

    void emitSentence(std::span<SpokenWord> words, const QString &speaker)
    {
        Sentence sentence{.text = joinedText(words), .span = {}, .speakerId = speaker};
        const auto index = static_cast<int>(m_transcript.sentences.size());
        for (SpokenWord &word : words) {
            if (word.span.start < m_latest) {
                word.span.start = m_latest;
                m_repairs.add(Repair::WordOrder);
            }
            m_latest = word.span.start;
            word.span.end = std::max(word.span.end, word.span.start);
            sentence.span.end = std::max(sentence.span.end, word.span.end);
            m_transcript.words.append({std::move(word.text), word.span, index});
        }
        sentence.span.start = words.front().span.start;
        m_transcript.sentences.append(std::move(sentence));
    }

private:
    Transcript &m_transcript;
    Repairs &m_repairs;
    Milliseconds m_latest{0};
};

SentenceMarks marksOf(const std::vector<SpokenTurn> &turns, const QString &language, bool wordsMarkSentences)
{
    if (wordsMarkSentences)
        return SentenceMarks::Given;
    PunctuationCount count;
    for (const SpokenTurn &turn : turns)
        count.add(turn.words, language);
    return count.isLacking() ? SentenceMarks::Pauses : SentenceMarks::Punctuation;
}

std::vector<Draft> drafts(const std::vector<SpokenTurn> &turns, SentenceMarks marks, const QString &language,
                          Repairs &repairs)
{
    std::vector<Draft> result;
    for (std::size_t number = 0; number < turns.size(); ++number) {
        const auto &words = turns[number].words;
        std::size_t first = 0;
        for (const std::size_t end : sentenceEnds(words, marks, language, repairs)) {
            result.push_back({number, first, end, words[first].span.start});
            first = end;
        }
    }
    std::stable_sort(result.begin(), result.end(), [](const Draft &a, const Draft &b) { return a.start < b.start; });
    return result;
}

/// Units that one person says one after the other become one turn.
std::vector<SpokenTurn> turnsOf(std::vector<SpokenUnit> units)
{
    std::vector<SpokenTurn> turns;
    int speaker = -1;
    for (SpokenUnit &unit : units) {
        if (turns.empty() || unit.opensTurn || unit.speaker != speaker)
            turns.push_back({{}, speakerId(unit.speaker)});
        speaker = unit.speaker;
        auto &words = turns.back().words;
        if (!words.empty())
            unit.words.front().spaceBefore = needsSpaceBetween(words.back().text, unit.words.front().text);
        std::move(unit.words.begin(), unit.words.end(), std::back_inserter(words));
    }
    return turns;
}

bool hasSentenceMarks(const std::vector<SpokenUnit> &units)
{
    return std::any_of(units.begin(), units.end(), [](const SpokenUnit &unit) {
        return std::any_of(unit.words.begin(), unit.words.end(),
                           [](const SpokenWord &word) { return word.endsSentence; });
    });
}

} // namespace

QString speakerId(int number)
{
    return number < 0 ? QString() : u"S%1"_s.arg(number);
}

Transcript transcriptOf(std::vector<SpokenTurn> turns, const QString &language, bool wordsMarkSentences,
                        Repairs &repairs)
{
    const SentenceMarks marks = marksOf(turns, language, wordsMarkSentences);
    Transcript transcript{.language = language, .lacksPunctuation = marks == SentenceMarks::Pauses};
    Emitter emitter(transcript, repairs);
    for (const Draft &draft : drafts(turns, marks, language, repairs)) {
        SpokenTurn &turn = turns[draft.turn];
        emitter.emitSentence(std::span(turn.words).subspan(draft.first, draft.end - draft.first), turn.speakerId);
    }
    return transcript;
}

Transcript builtTranscript(CleanTranscript &clean)
{
    LanguageEvidence evidence;
    for (SpokenUnit &unit : clean.units) {
        for (const SpokenWord &word : unit.words)
            evidence.add(word.text);
        if (clean.unitsAreSentences)
            unit.words.back().endsSentence = true;
    }
    const QString language = settledLanguage(clean.language, evidence, clean.repairs);
    const bool marked = hasSentenceMarks(clean.units);
    Transcript transcript = transcriptOf(turnsOf(std::move(clean.units)), language, marked, clean.repairs);
    transcript.wordTimes = clean.wordTimes;
    return transcript;
}

} // namespace Viral
