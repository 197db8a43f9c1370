// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/lines.h"

#include "core/analysis/offline/phrasing.h"
#include "core/base/text.h"

#include <algorithm>

namespace Viral::Offline {

namespace {

constexpr int mostLines = 80;
/// Longer ones are cut before anything else looks at them.
constexpr qsizetype longestLine = 1'000;

/// Counts of the words of one clip.
class Subject
{
public:
    Subject(const Reading &reading, const Clip &clip)
        : m_reading(reading)
    {
        const int first = reading.unit(clip.firstUnit).firstToken;
        const int end = reading.unit(clip.lastUnit).endToken;
        for (int token = first; token < end; ++token)
            ++m_counts[reading.wordId(token)];
    }

    /// How much token number \a token belongs to this clip: often here, seldom elsewhere.
    double weight(int token, const Token &word) const
    {
        if ((word.marks & (FunctionWord | Number)) || word.length < 2)
            return 0;
        const double here = m_counts.value(m_reading.wordId(token));
        return here * here / m_reading.frequency(token);
    }

private:
    const Reading &m_reading;
    QHash<int, int> m_counts;
};

double subjectOf(const Reading &reading, const Subject &subject, const Unit &unit)
{
    double sum = 0;
    int number = unit.firstToken;
    for (const Token &token : reading.tokens(unit))
        sum += subject.weight(number++, token);
    // Long sentences have more of everything.
    return std::min(1.0, sum / (4.0 + 0.6 * unit.words));
}

double weightOf(const Unit &unit)
{
    const auto some = [&unit](Feature feature, double most) { return std::min(most, value(unit.features, feature)); };
    return 0.5 * some(Feature::Emotion, 2) + 0.35 * some(Feature::Numbers, 2) + 0.4 * some(Feature::Superlatives, 1) +
           0.4 * some(Feature::Unexpected, 2) + 0.4 * some(Feature::Contrast, 1) + 0.5 * some(Feature::Advice, 2) +
           0.3 * some(Feature::SecondPerson, 1) + 0.3 * some(Feature::Exclamations, 1) +
           0.7 * some(Feature::Laughter, 1);
}

double quotabilityOf(const Line &line, const Unit &unit, double place)
{
    double worth = line.weight + line.subject;
    worth -= line.asks ? 1.8 : 0;
    worth -= line.pointsBack ? 0.45 : 0;
    worth -= unit.standing == Standing::Loose ? 0.2 : 0;
    worth -= unit.standing == Standing::Continuation ? 0.6 : 0;
    worth -= line.isUnfinished || line.breaksOff ? 0.8 : 0;
    worth -= unit.words < 5 ? 0.9 : 0;
    worth -= unit.words > 24 ? 0.05 * (unit.words - 24) : 0;
    worth += unit.words >= 6 && unit.words <= 18 ? 0.3 : 0;
    worth += 0.3 * place;
    return worth;
}

bool opensPointingBack(const Reading &reading, const Unit &unit)
{
    const std::span<const Token> tokens = reading.tokens(unit);
    return unit.standing == Standing::PointsBack || (!tokens.empty() && (tokens.front().marks & PointsBack));
}

std::vector<Line> collect(const Reading &reading, const Clip &clip, bool withListening)
{
    std::vector<Line> lines;
    const Subject subject(reading, clip);
    for (int number = clip.firstUnit; number <= clip.lastUnit && static_cast<int>(lines.size()) < mostLines; ++number) {
        const Unit &unit = reading.unit(number);
        if (!unit.isSpoken() || (unit.isListening && !withListening))
            continue;
        Line line{.text = spokenText(leftCodePoints(unit.text, longestLine)), .unit = number, .speaker = unit.speaker};
        if (line.text.isEmpty())
            continue;
        line.asks = unit.asks;
        line.length = static_cast<int>(codePointCount(line.text));
        line.subject = subjectOf(reading, subject, unit);
        line.weight = weightOf(unit);
        line.isUnfinished = reading.isPunctuated() && !unit.marks.ended;
        line.pointsBack = opensPointingBack(reading, unit);
        line.breaksOff = unit.endToken > unit.firstToken && (reading.tokens(unit).back().marks & DanglingEnd);
        const double place = static_cast<double>(number - clip.firstUnit) / (clip.lastUnit - clip.firstUnit + 1);
        line.quotability = quotabilityOf(line, unit, place);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

std::vector<Line> linesOf(const Reading &reading, const Clip &clip)
{
    std::vector<Line> lines = collect(reading, clip, false);
    return lines.empty() ? collect(reading, clip, true) : lines;
}

const Line *strongestLine(const std::vector<Line> &lines)
{
    const auto strongest = std::max_element(lines.cbegin(), lines.cend(),
                                            [](const Line &a, const Line &b) { return a.quotability < b.quotability; });
    return strongest == lines.cend() ? nullptr : &*strongest;
}

QString subjectWord(const Reading &reading, const Clip &clip)
{
    const Subject subject(reading, clip);
    QString word;
    double most = 0;
    for (int number = clip.firstUnit; number <= clip.lastUnit; ++number) {
        const Unit &unit = reading.unit(number);
        int tokenNumber = unit.firstToken;
        for (const Token &token : reading.tokens(unit)) {
            const double weight = subject.weight(tokenNumber++, token) * std::min(token.length, 8);
            if (weight > most && token.length <= 24) {
                most = weight;
                word = unit.text.sliced(token.textBegin, token.textEnd - token.textBegin);
            }
        }
    }
    return word;
}

} // namespace Viral::Offline
