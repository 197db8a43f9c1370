// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/unittimes.h"

#include "core/ingest/wordspreader.h"

#include <QSet>

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Time = std::optional<Milliseconds>;

QString textOf(const RawUnit &unit)
{
    if (unit.words.isEmpty())
        return unit.text;
    QStringList words;
    for (const RawWord &word : unit.words)
        words.append(word.text);
    return words.join(u' ');
}

/// A unit without times of its own takes those of its words.
void takeTimesOfWords(RawUnit &unit)
{
    if (unit.words.isEmpty())
        return;
    if (!unit.start)
        unit.start = unit.words.constFirst().start;
    if (!unit.end)
        unit.end = unit.words.constLast().end;
}

void clampNegative(Time &time, Repairs &repairs)
{
    if (time && *time < 0ms) {
        time = 0ms;
        repairs.add(Repair::NegativeTime);
    }
}

/// Fills a run of units without a start, [first, end), into the gap between its neighbours.
void fillRun(QList<RawUnit> &units, qsizetype first, qsizetype end)
{
    std::vector<qint64> weights;
    Milliseconds expected{0};
    for (qsizetype i = first; i < end; ++i) {
        const Milliseconds length = expectedDuration(textOf(units.at(i)));
        weights.push_back(length.count() + 1);
        expected += length;
    }
    TimeSpan gap;
    if (end < units.size())
        gap.end = *units.at(end).start;
    if (first > 0)
        gap.start = units.at(first - 1).end.value_or(*units.at(first - 1).start);
    else
        gap.start = std::max(0ms, gap.end - expected);
    if (end == units.size())
        gap.end = gap.start + expected;
    gap.end = std::max(gap.end, gap.start);
    const std::vector<TimeSpan> spans = sharedOut(gap, weights);
    for (qsizetype i = first; i < end; ++i) {
        units[i].start = spans[static_cast<std::size_t>(i - first)].start;
        units[i].end = spans[static_cast<std::size_t>(i - first)].end;
    }
}

void fillMissingStarts(QList<RawUnit> &units, Repairs &repairs)
{
    for (qsizetype first = 0; first < units.size(); ++first) {
        if (units.at(first).start)
            continue;
        qsizetype end = first;
        while (end < units.size() && !units.at(end).start)
            ++end;
        fillRun(units, first, end);
        repairs.add(Repair::MissingTime, end - first);
        first = end;
    }
}

/// True when starts fall back by more than a minute again and again.
bool isPastedTogether(const QList<RawUnit> &units)
{
    constexpr int mostJumps = 2;
    int jumps = 0;
    for (qsizetype i = 1; i < units.size(); ++i)
        jumps += *units.at(i).start + 60s < *units.at(i - 1).start ? 1 : 0;
    return jumps > mostJumps;
}

void sortByStart(QList<RawUnit> &units, Repairs &repairs)
{
    Milliseconds latest = Milliseconds::min();
    qsizetype outOfOrder = 0;
    for (const RawUnit &unit : std::as_const(units)) {
        outOfOrder += *unit.start < latest ? 1 : 0;
        latest = std::max(latest, *unit.start);
    }
    if (outOfOrder == 0)
        return;
    repairs.add(Repair::OutOfOrder, outOfOrder);
    std::stable_sort(units.begin(), units.end(),
                     [](const RawUnit &a, const RawUnit &b) { return *a.start < *b.start; });
}

/// Walks back from the last unit so that the next later start is at hand.
void fillEnds(QList<RawUnit> &units, Repairs &repairs)
{
    Time laterStart;
    Time sameStart;
    for (qsizetype i = units.size(); i-- > 0;) {
        RawUnit &unit = units[i];
        if (sameStart && *sameStart > *unit.start)
            laterStart = sameStart;
        sameStart = unit.start;
        if (unit.end && *unit.end >= *unit.start)
            continue;
        const Milliseconds expected = *unit.start + expectedDuration(textOf(unit));
        if (unit.end) {
            repairs.add(Repair::EndBeforeStart);
            unit.end = laterStart ? std::min(*laterStart, expected) : expected;
        } else {
            unit.end = laterStart.value_or(expected);
        }
    }
}

bool isRepeated(QSet<QString> &seen, const RawUnit &unit)
{
    const QString key = QString::number(unit.end->count()) + u'\n' + unit.speaker + u'\n' + textOf(unit);
    const qsizetype before = seen.size();
    seen.insert(key);
    return seen.size() == before;
}

std::vector<TimedUnit> withoutDuplicates(QList<RawUnit> units, Repairs &repairs)
{
    std::vector<TimedUnit> result;
    result.reserve(static_cast<std::size_t>(units.size()));
    QSet<QString> seenAtThisStart;
    for (RawUnit &unit : units) {
        const bool sameStart = !result.empty() && result.back().span.start == *unit.start;
        if (!sameStart)
            seenAtThisStart.clear();
        if (isRepeated(seenAtThisStart, unit)) {
            repairs.add(Repair::Duplicate);
            continue;
        }
        result.push_back(
            {std::move(unit.text), {*unit.start, *unit.end}, std::move(unit.speaker), std::move(unit.words)});
    }
    return result;
}

/// Where the words [first, end) without a start lie: behind the word before, whose own time they share when it has no
/// end.
void fillWordRun(std::span<SpokenWord> words, const QList<RawWord> &raw, std::size_t first, std::size_t end,
                 const TimeSpan &unit)
{
    std::size_t from = first;
    Milliseconds left = unit.start;
    if (first > 0) {
        const Time endBefore = raw.at(static_cast<qsizetype>(first) - 1).end;
        left = std::max(words[first - 1].span.start, endBefore.value_or(0ms));
        if (!endBefore)
            --from;
    }
    const Milliseconds right = end < words.size() ? words[end].span.start : unit.end;
    std::vector<qint64> weights;
    for (std::size_t i = from; i < end; ++i)
        weights.push_back(speakingWeight(words[i].text));
    const std::vector<TimeSpan> spans = sharedOut({left, std::max(left, right)}, weights);
    for (std::size_t i = from; i < end; ++i)
        words[i].span = spans[i - from];
}

} // namespace

Result<std::vector<TimedUnit>> withMendedTimes(QList<RawUnit> units, Repairs &repairs)
{
    bool hasTimes = units.isEmpty();
    for (RawUnit &unit : units) {
        takeTimesOfWords(unit);
        clampNegative(unit.start, repairs);
        clampNegative(unit.end, repairs);
        hasTimes = hasTimes || unit.start.has_value();
    }
    if (!hasTimes)
        return failure(ErrorKind::Input, u"The transcript has no times; export it with timestamps."_s);
    fillMissingStarts(units, repairs);
    if (isPastedTogether(units))
        return failure(ErrorKind::Input,
                       u"The times jump back again and again: this looks like several transcripts in one "
                       "file, or lines in random order. Split it, or export it again."_s);
    sortByStart(units, repairs);
    fillEnds(units, repairs);
    return withoutDuplicates(std::move(units), repairs);
}

void mendWordTimes(std::span<SpokenWord> words, const QList<RawWord> &raw, const TimeSpan &unit, Repairs &repairs)
{
    Milliseconds latest = unit.start;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Time start = raw.at(static_cast<qsizetype>(i)).start;
        if (!start)
            continue;
        if (*start < latest)
            repairs.add(Repair::WordOrder);
        words[i].span.start = latest = std::max(latest, *start);
    }
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (raw.at(static_cast<qsizetype>(first)).start)
            continue;
        std::size_t end = first;
        while (end < words.size() && !raw.at(static_cast<qsizetype>(end)).start)
            ++end;
        fillWordRun(words, raw, first, end, unit);
        repairs.add(Repair::MissingTime, static_cast<qsizetype>(end - first));
        first = end;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Milliseconds limit =
            i + 1 < words.size() ? words[i + 1].span.start : std::max(unit.end, words[i].span.start);
        const Milliseconds end = raw.at(static_cast<qsizetype>(i)).end.value_or(limit);
        words[i].span.end = end < words[i].span.start ? limit : std::min(end, limit);
    }
}

} // namespace Viral
