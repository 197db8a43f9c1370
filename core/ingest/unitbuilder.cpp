// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/unitbuilder.h"

#include "core/base/text.h"
#include "core/ingest/wordspreader.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds longestPause = 2s;

bool beginsWithSpace(const QString &text)
{
    return !text.isEmpty() && text.front().isSpace();
}

/// One word of a script with spaces, or few characters of one without.
bool isSingleWord(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool isUnspaced = std::any_of(trimmed.begin(), trimmed.end(),
                                        [](QChar character) { return isUnspacedScript(character.unicode()); });
    const bool hasSpace =
        std::any_of(trimmed.begin(), trimmed.end(), [](QChar character) { return character.isSpace(); });
    return !hasSpace && trimmed.size() <= (isUnspaced ? 6 : 40);
}

QString textOfWords(const QList<RawWord> &words, qsizetype first, qsizetype end)
{
    QString text;
    for (qsizetype i = first; i < end; ++i)
        text += u' ' + words.at(i).text;
    return text;
}

} // namespace

bool UnitBuilder::breaksBefore(const RawWord &word, const QString &speaker) const
{
    if (m_unit.words.isEmpty())
        return false;
    if (speaker != m_unit.speaker)
        return true;
    if (!word.start || !m_latestStart)
        return false;
    const RawWord &last = m_unit.words.constLast();
    const bool isBack = *word.start + longestPause < *m_latestStart;
    const bool isLater = last.start && *word.start > std::max(last.end.value_or(0ms), *last.start) + longestPause;
    return isBack || isLater;
}

void UnitBuilder::addWord(RawWord word, const QString &speaker)
{
    word.text = m_prefix + word.text.trimmed();
    m_prefix.clear();
    if (word.text.isEmpty()) {
        // Whoever cleans counts the parts without text.
        m_units.append(RawUnit{});
        return;
    }
    if (breaksBefore(word, speaker))
        endUnit();
    if (!m_unit.words.isEmpty())
        word.spaceBefore =
            word.spaceBefore && !m_joinsNext && needsSpaceBetween(m_unit.words.constLast().text, word.text);
    m_joinsNext = false;
    m_unit.speaker = speaker;
    if (word.start)
        m_latestStart = std::max(*word.start, m_latestStart.value_or(*word.start));
    m_unit.words.append(std::move(word));
}

void UnitBuilder::addPiece(RawWord piece, const QString &speaker)
{
    const bool opens = beginsWithSpace(piece.text);
    const QString text = piece.text.trimmed();
    const bool goesOn = !opens && !text.isEmpty() && !m_unit.words.isEmpty() && speaker == m_unit.speaker &&
                        needsSpaceBetween(m_unit.words.constLast().text, text);
    if (!goesOn) {
        addWord(std::move(piece), speaker);
        return;
    }
    RawWord &last = m_unit.words.last();
    last.text += text;
    last.start = last.start ? last.start : piece.start;
    last.end = piece.end ? piece.end : last.end;
}

void UnitBuilder::addMark(const QString &mark, bool endsSentence)
{
    const QString trimmed = mark.trimmed();
    QList<RawWord> &words = m_unit.words.isEmpty() && !m_units.isEmpty() ? m_units.last().words : m_unit.words;
    if (words.isEmpty()) {
        m_prefix += trimmed;
        return;
    }
    words.last().text += trimmed;
    words.last().endsSentence |= endsSentence;
}

void UnitBuilder::addSound(const QString &name, std::optional<Milliseconds> start, std::optional<Milliseconds> end)
{
    QString bare = name.simplified();
    while (!bare.isEmpty() && !bare.front().isLetterOrNumber())
        bare.remove(0, 1);
    while (!bare.isEmpty() && !bare.back().isLetterOrNumber())
        bare.chop(1);
    const QString speaker = m_unit.words.isEmpty() ? QString() : m_unit.speaker;
    endUnit();
    if (!bare.isEmpty())
        addWord({.text = u"[%1]"_s.arg(bare), .start = start, .end = end}, speaker);
    endUnit();
}

void UnitBuilder::addUnit(RawUnit unit)
{
    endUnit();
    m_endBefore = unit.end.value_or(unit.start.value_or(m_endBefore));
    m_units.append(std::move(unit));
}

void UnitBuilder::beginPhrase(std::optional<Milliseconds> start, std::optional<Milliseconds> end)
{
    endUnit();
    m_phraseStart = start;
    m_phraseEnd = end;
}

void UnitBuilder::endSentence()
{
    if (!m_unit.words.isEmpty())
        m_unit.words.last().endsSentence = true;
}

/// Words without times at the edges of a unit get room beside those that have one.
void UnitBuilder::setUnitTimes()
{
    const QList<RawWord> &words = m_unit.words;
    const auto isTimed = [](const RawWord &word) { return word.start.has_value(); };
    const auto first = std::find_if(words.begin(), words.end(), isTimed);
    if (first == words.end()) {
        m_unit.start = m_phraseStart;
        m_unit.end = m_phraseEnd;
        return;
    }
    m_unit.start = first->start;
    if (first != words.begin()) {
        const Milliseconds room = expectedDuration(textOfWords(words, 0, first - words.begin()));
        const Milliseconds earliest = std::max(m_endBefore, m_phraseStart.value_or(0ms));
        m_unit.start = std::min(*first->start, std::max(earliest, *first->start - room));
    }
    const qsizetype timedEnd = std::find_if(words.rbegin(), words.rend(), isTimed).base() - words.begin();
    const RawWord &last = words.at(timedEnd - 1);
    m_unit.end = last.end;
    if (!last.end || timedEnd < words.size()) {
        const qsizetype untimed = last.end ? timedEnd : timedEnd - 1;
        m_unit.end = last.end.value_or(*last.start) + expectedDuration(textOfWords(words, untimed, words.size()));
    }
}

void UnitBuilder::endUnit()
{
    if (m_unit.words.isEmpty())
        return;
    setUnitTimes();
    m_endBefore = m_unit.end.value_or(m_unit.start.value_or(m_endBefore));
    m_units.append(std::move(m_unit));
    m_unit = {};
    m_latestStart.reset();
    m_joinsNext = false;
}

QList<RawUnit> UnitBuilder::take()
{
    endUnit();
    return std::exchange(m_units, {});
}

QList<RawUnit> UnitBuilder::takeSorted()
{
    QList<RawUnit> units = take();
    // A unit without a time stays behind the one in front of it.
    std::vector<std::pair<Milliseconds, qsizetype>> order;
    Milliseconds start{0};
    for (qsizetype i = 0; i < units.size(); ++i) {
        start = units.at(i).start.value_or(start);
        order.emplace_back(start, i);
    }
    std::sort(order.begin(), order.end());
    QList<RawUnit> sorted;
    sorted.reserve(units.size());
    for (const auto &[time, number] : order)
        sorted.append(std::move(units[number]));
    return sorted;
}

QList<RawUnit> unitsOfPhrases(QList<RawUnit> phrases)
{
    constexpr qsizetype sampleSize = 200;
    qsizetype single = 0;
    QStringList firstPieces;
    for (const RawUnit &phrase : std::as_const(phrases)) {
        single += isSingleWord(phrase.text) ? 1 : 0;
        if (firstPieces.size() < sampleSize)
            firstPieces.append(phrase.text);
    }
    constexpr qsizetype fewest = 5;
    if (phrases.size() < fewest || single * 10 < phrases.size() * 9)
        return phrases;
    const bool areSpaced = usesLeadingSpaces(firstPieces);
    UnitBuilder builder;
    for (RawUnit &phrase : phrases) {
        if (!isSingleWord(phrase.text))
            builder.addUnit(std::move(phrase));
        else if (areSpaced)
            builder.addPiece({.text = phrase.text, .start = phrase.start, .end = phrase.end}, phrase.speaker);
        else
            builder.addWord({.text = phrase.text, .start = phrase.start, .end = phrase.end}, phrase.speaker);
    }
    return builder.take();
}

bool usesLeadingSpaces(const QStringList &firstPieces)
{
    const auto spaced = std::count_if(firstPieces.begin(), firstPieces.end(), beginsWithSpace);
    return spaced > 0 && spaced * 2 >= firstPieces.size();
}

} // namespace Viral
