// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/cliptext.h"

#include <algorithm>

namespace Viral::Offline {

namespace {

/// Speech of ninety seconds stays far below.
constexpr std::size_t mostUnits = 4000;

QStringView unitText(const SpokenText::Unit &unit, const Transcript &transcript)
{
    return unit.word >= 0 ? QStringView(transcript.words[unit.word].text).trimmed()
                          : QStringView(transcript.sentences[unit.sentence].text).trimmed();
}

TimeSpan unitSpan(const SpokenText::Unit &unit, const TranscriptIndex &index)
{
    return unit.word >= 0 ? index.transcript().words[unit.word].span : index.spokenSpan(unit.sentence);
}

void append(ClipLine &line, const SpokenText::Unit &unit, const TranscriptIndex &index)
{
    const TimeSpan span = unitSpan(unit, index);
    if (line.places.empty())
        line.span = span;
    else if (unit.followsSpace)
        line.text += u' ';
    line.places.push_back({static_cast<int>(line.text.size()), span});
    line.text += unitText(unit, index.transcript());
    line.span.end = std::max(line.span.end, span.end);
}

} // namespace

TimeSpan ClipLine::spanOf(int begin, int end) const
{
    const auto placeAt = [this](int offset) {
        const auto after = std::partition_point(places.begin(), places.end(),
                                                [offset](const Place &place) { return place.textBegin <= offset; });
        return after == places.begin() ? after : after - 1;
    };
    if (places.empty())
        return span;
    return {placeAt(begin)->span.start, placeAt(std::max(begin, end - 1))->span.end};
}

std::vector<ClipLine> clipLines(const TimeSpan &span, const TranscriptIndex &index, const Lexicon &lexicon)
{
    const SpokenText &spoken = index.spoken();
    SpokenText::UnitRange units = spoken.unitsIn(span);
    units.end = std::min(units.end, units.first + mostUnits);
    std::vector<ClipLine> lines;
    for (std::size_t number = units.first; number < units.end; ++number) {
        const SpokenText::Unit &unit = spoken.unit(number);
        if (unit.sentence < 0 || unit.sentence >= index.transcript().sentences.size())
            continue;
        if (lines.empty() || lines.back().sentence != unit.sentence) {
            lines.push_back({.sentence = unit.sentence});
            lines.back().startsInside = unit.word > index.wordsOfSentence(unit.sentence).first;
        }
        append(lines.back(), unit, index);
        lines.back().endsInside = unit.word >= 0 && unit.word + 1 < index.wordsOfSentence(unit.sentence).end;
    }
    for (ClipLine &line : lines)
        line.scan = scanned(line.text, lexicon);
    return lines;
}

std::size_t phraseEnd(const ScannedText &scan, std::size_t first, Marks marks, const Lexicon &lexicon)
{
    const Token &token = scan.tokens[first];
    const std::size_t longest = std::min(scan.tokens.size(), first + longestPhrase);
    for (std::size_t end = longest; (token.marks & BeginsPhrase) && end > first + 1; --end) {
        const Token &last = scan.tokens[end - 1];
        const QStringView phrase = QStringView(scan.folded).sliced(token.begin, last.begin + last.length - token.begin);
        if (lexicon.find(phrase).marks & marks)
            return end;
    }
    return first + 1;
}

std::size_t openingToken(const ScannedText &scan, const Lexicon &lexicon)
{
    constexpr Marks leads = LeadIn | LeadInComma | LooseOpener;
    std::size_t opening = 0;
    while (opening < scan.tokens.size() && (scan.tokens[opening].marks & leads))
        opening = phraseEnd(scan, opening, leads, lexicon);
    return opening;
}

} // namespace Viral::Offline
