// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/stampedtextreader.h"

#include "core/contract/fields.h"
#include "core/ingest/cueclock.h"
#include "core/ingest/cueparser.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// Where a line has its time.
enum class Place
{
    Brackets,
    Front,
    Behind,
};

inline constexpr std::size_t places = 3;

struct StampLine
{
    Place place = Place::Front;
    Milliseconds start{0};
    std::optional<Milliseconds> end = {};
    QStringView speaker = {};
    QStringView text = {};
};

/// "1:02", "1:02:03.5"; of "01:02:03:12" the pictures are left out, since nobody says how many make a second.
std::optional<Milliseconds> clockIn(QStringView text)
{
    const qsizetype colons = text.count(u':');
    const qsizetype last = text.lastIndexOf(u':');
    if (colons == 3 && text.size() - last <= 3)
        text = text.left(last);
    const auto clock = colons > 0 ? parseClock(text) : std::nullopt;
    if (!clock || clock->time < Milliseconds(0) || clock->time.count() > latestTime)
        return std::nullopt;
    return clock->time;
}

std::optional<Milliseconds> secondsIn(QStringView text)
{
    const bool isPlain = !text.isEmpty() && (text.front().isDigit() || text.front() == u'.');
    bool isNumber = false;
    const double milliseconds = isPlain ? text.toDouble(&isNumber) * 1000 : 0;
    if (!isNumber || !std::isfinite(milliseconds) || milliseconds > double(latestTime))
        return std::nullopt;
    return Milliseconds(std::llround(milliseconds));
}

bool isDash(QChar character)
{
    return character == u'-' || character == u'\u2013' || character == u'\u2014' || character == u'>';
}

struct Range
{
    Milliseconds start{0};
    std::optional<Milliseconds> end = {};
};

/// "start", "start - end" or "start --> end"; bare seconds only where \a allowsSeconds.
std::optional<Range> rangeIn(QStringView text, bool allowsSeconds)
{
    qsizetype dash = 0;
    while (dash < text.size() && !isDash(text[dash]))
        ++dash;
    qsizetype behind = dash;
    while (behind < text.size() && (isDash(text[behind]) || text[behind].isSpace()))
        ++behind;
    const bool isPair = dash < text.size();
    const auto timeIn = [&](QStringView part) {
        const auto clock = clockIn(part);
        const bool mayBeSeconds = allowsSeconds && (isPair || part.contains(u'.'));
        return clock || !mayBeSeconds ? clock : secondsIn(part);
    };
    const auto start = timeIn(text.left(dash).trimmed());
    const auto end = start && isPair ? timeIn(text.sliced(behind).trimmed()) : std::nullopt;
    return start && (end || !isPair) ? std::optional(Range{*start, end}) : std::nullopt;
}

/// What follows a time: separators are no speech.
QStringView textBehind(QStringView rest)
{
    rest = rest.trimmed();
    while (!rest.isEmpty() && (isDash(rest.front()) || rest.front() == u':' || rest.front() == u'|'))
        rest = rest.sliced(1).trimmed();
    return rest;
}

std::optional<StampLine> bracketLine(QStringView line)
{
    constexpr qsizetype longest = 60;
    if (!line.startsWith(u'[') && !line.startsWith(u'('))
        return std::nullopt;
    const QChar closing = line.front() == u'[' ? u']' : u')';
    const qsizetype end = line.left(longest).indexOf(closing);
    const auto range = end > 0 ? rangeIn(line.sliced(1, end - 1), true) : std::nullopt;
    if (!range)
        return std::nullopt;
    return StampLine{Place::Brackets, range->start, range->end, {}, textBehind(line.sliced(end + 1))};
}

std::optional<StampLine> frontLine(QStringView line)
{
    constexpr qsizetype longest = 40;
    if (line.isEmpty() || !line.front().isDigit())
        return std::nullopt;
    qsizetype length = 0;
    const auto belongs = [](QChar character) {
        return character.isDigit() || character.isSpace() || isDash(character) || character == u':' ||
               character == u'.' || character == u',';
    };
    while (length < std::min(line.size(), longest) && belongs(line[length]))
        ++length;
    const auto pair = rangeIn(line.left(length).trimmed(), false);
    if (pair && pair->end)
        return StampLine{Place::Front, pair->start, pair->end, {}, textBehind(line.sliced(length))};
    qsizetype word = 0;
    while (word < line.size() && !line[word].isSpace())
        ++word;
    const auto clock = clockIn(line.left(word));
    return clock ? std::optional(StampLine{Place::Front, *clock, {}, {}, textBehind(line.sliced(word))}) : std::nullopt;
}

/// "Name  12:34": nothing is said in such a line.
std::optional<StampLine> behindLine(QStringView line)
{
    constexpr qsizetype longest = 80;
    if (line.size() > longest || line.isEmpty())
        return std::nullopt;
    if (line.endsWith(u':'))
        line.chop(1);
    const qsizetype space =
        line.lastIndexOf(u' ') > line.lastIndexOf(u'\t') ? line.lastIndexOf(u' ') : line.lastIndexOf(u'\t');
    QStringView name = space < 1 ? QStringView() : line.left(space).trimmed();
    QStringView time = line.sliced(space + 1);
    const bool isBracketed =
        (time.startsWith(u'[') && time.endsWith(u']')) || (time.startsWith(u'(') && time.endsWith(u')'));
    if (isBracketed)
        time = time.sliced(1, time.size() - 2);
    const auto clock = clockIn(time);
    if (name.endsWith(u':'))
        name.chop(1);
    const bool isName = !name.isEmpty() && name.size() <= 40 && name.count(u' ') <= 5 && !name.contains(u"? ");
    return clock && isName ? std::optional(StampLine{Place::Behind, *clock, {}, name, {}}) : std::nullopt;
}

std::optional<StampLine> stampOf(QStringView line)
{
    line = line.trimmed();
    if (const auto stamp = bracketLine(line))
        return stamp;
    if (const auto stamp = frontLine(line))
        return stamp;
    return behindLine(line);
}

/// The place where most of the times near the beginning are, when there are at least three that mostly go forward.
std::optional<Place> placeOfStamps(QStringView text)
{
    constexpr int fewest = 3;
    std::array<int, places> counts{};
    std::array<int, places> backward{};
    std::array<Milliseconds, places> latest{};
    for (LineCursor lines(text.left(64 * 1024)); !lines.atEnd();) {
        const auto stamp = stampOf(lines.next());
        if (!stamp)
            continue;
        const auto place = static_cast<std::size_t>(stamp->place);
        ++counts[place];
        backward[place] += stamp->start < latest[place] ? 1 : 0;
        latest[place] = stamp->start;
    }
    const auto most = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    const bool isClock = counts[most] >= fewest && backward[most] * 3 <= counts[most];
    return isClock ? std::optional(static_cast<Place>(most)) : std::nullopt;
}

bool recognises(const Source &source)
{
    return !source.text.trimmed().startsWith(u'<') && placeOfStamps(source.text).has_value();
}

Result<Content> read(const Source &source, Problems &problems)
{
    const auto place = placeOfStamps(source.text);
    RawTranscript transcript;
    qsizetype before = 0;
    for (LineCursor lines(source.text); !lines.atEnd();) {
        const QStringView line = lines.next().trimmed();
        const auto stamp = stampOf(line);
        if (stamp && stamp->place == place)
            transcript.units.append({.text = stamp->text.toString(),
                                     .start = stamp->start,
                                     .end = stamp->end,
                                     .speaker = stamp->speaker.toString()});
        else if (!line.isEmpty() && !transcript.units.isEmpty())
            transcript.units.last().text += u'\n' + line.toString();
        else
            before += line.isEmpty() ? 0 : 1;
    }
    if (before > 0)
        problems.addWarning({}, u"Lines in front of the first time were left out: %1."_s.arg(before));
    return transcript;
}

} // namespace

FormatReader stampedTextReader()
{
    return {"text with times"_L1, SourceKind::Text, recognises, read};
}

} // namespace Viral
