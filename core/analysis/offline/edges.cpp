// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/edges.h"

#include <algorithm>

namespace Viral::Offline {

namespace {

/// A question asked in more time than this is a speech of its own.
constexpr Milliseconds longestQuestion{20'000};
/// Silence under this is breath.
constexpr Milliseconds breath{350};
constexpr double shortPayoff = 8;
constexpr double longSetup = 13;

/// From each unit to the end of its turn: how much of a question is still asked, and where the turn ends.
struct TurnAhead
{
    double question = 0;
    Milliseconds end{0};
};

int contentWords(const Reading &reading, const Unit &unit)
{
    const std::span<const Token> tokens = reading.tokens(unit);
    return static_cast<int>(
        std::count_if(tokens.begin(), tokens.end(), [](const Token &token) { return !(token.marks & FunctionWord); }));
}

/// 1 for a question that says what it is about, less for "And the bread?", which goes on with the one before.
double questionWeight(const Reading &reading, const Unit &unit)
{
    if (!unit.asks)
        return 0;
    const std::span<const Token> tokens = reading.tokens(unit);
    const bool pointing =
        std::any_of(tokens.begin(), tokens.end(), [](const Token &t) { return t.marks & PointsBack; });
    const bool follows = !tokens.empty() && (tokens.front().marks & LooseOpener) && unit.words < 8;
    return (follows ? 0.2 : 1.0) * (unit.words < 4 ? 0.4 : 1.0) * (contentWords(reading, unit) < 1 ? 0.5 : 1.0) *
           (pointing ? 0.6 : 1.0);
}

/// True for what only makes sense after the sentence before it.
bool isFollowUp(const Unit &unit)
{
    return unit.asks && (unit.standing != Standing::Alone || unit.words <= 4);
}

std::vector<TurnAhead> turnsAhead(const Reading &reading)
{
    std::vector<TurnAhead> turns(reading.units().size());
    for (int number = reading.unitCount() - 1; number >= 0; --number) {
        const Unit &unit = reading.unit(number);
        TurnAhead &turn = turns[static_cast<std::size_t>(number)];
        turn = {questionWeight(reading, unit), unit.span.end};
        const bool lasts = number + 1 < reading.unitCount() && !reading.unit(number + 1).takesOver;
        if (lasts && reading.hasSpeakers()) {
            const TurnAhead &next = turns[static_cast<std::size_t>(number) + 1];
            turn = {std::max(turn.question, next.question), std::max(unit.span.end, next.end)};
        }
    }
    return turns;
}

/// 0 for no pause to speak of, 1 for a break.
double pauseWeight(const Reading &reading, const Unit &unit)
{
    const Milliseconds least = std::max(breath, reading.usualPause() + reading.usualPause() / 3);
    const auto over = static_cast<double>((unit.pause - least).count());
    return std::clamp(over / 700.0, 0.0, 1.0);
}

int wordsPointingBack(const Reading &reading, const Unit &unit)
{
    const std::span<const Token> tokens = reading.tokens(unit);
    return static_cast<int>(
        std::count_if(tokens.begin(), tokens.end(), [](const Token &token) { return token.marks & PointsBack; }));
}

double standingPenalty(Standing standing)
{
    switch (standing) {
    case Standing::Alone:
        return 0;
    case Standing::Loose:
        return 0.3;
    case Standing::PointsBack:
        return 1.0;
    case Standing::Answer:
        return 1.4;
    case Standing::Continuation:
        return 1.2;
    }
    return 0;
}

double openingOf(const Reading &reading, int number, const TurnAhead &turn)
{
    const Unit &unit = reading.unit(number);
    if (!unit.isSpoken() || unit.isListening)
        return -3;
    double worth = 0.3 * unit.hook - standingPenalty(unit.standing);
    worth += 0.8 * pauseWeight(reading, unit);
    worth -= 0.2 * std::min(2, wordsPointingBack(reading, unit));
    const bool begins = number == 0 || unit.takesOver || pauseWeight(reading, unit) > 0.4;
    if (reading.hasSpeakers())
        worth += begins ? 0.6 : -0.4;
    const bool prompts = unit.speaker >= 0 && unit.speaker == reading.asker();
    if (turn.end - unit.span.start <= longestQuestion)
        worth += turn.question * (begins ? 1.2 : 0.7) + (prompts && begins ? 0.4 : 0);
    worth -= isFollowUp(unit) ? 0.8 : 0;
    if (value(unit.features, Feature::Story) > 0)
        worth += 0.4;
    if (unit.words < 3)
        worth -= 0.5;
    return worth;
}

double payoffOf(const Reading &reading, int number)
{
    const Unit &unit = reading.unit(number);
    const Unit *next = number + 1 < reading.unitCount() ? &reading.unit(number + 1) : nullptr;
    const Unit *before = number > 0 ? &reading.unit(number - 1) : nullptr;
    double worth = 0;
    if (unit.marks.laughs > 0)
        worth += 1.0;
    else if (next && next->marks.laughs > 0 && !next->isSpoken())
        worth -= 0.8;
    if (unit.marks.exclamations > 0)
        worth += 0.3;
    if (!next || next->takesOver)
        worth += 0.6;
    if (unit.isListening)
        worth -= 1.0;
    else if (unit.isSpoken() && unit.words <= 3 && contentWords(reading, unit) == 0)
        worth -= 0.3;
    if (!next || pauseWeight(reading, *next) > 0)
        worth += next ? 0.9 * pauseWeight(reading, *next) : 0.5;
    if (next && next->asks)
        worth += isFollowUp(*next) ? -0.4 : 0.2;
    if (unit.isSpoken() && unit.words <= shortPayoff && before && before->words >= longSetup)
        worth += 0.4;
    if (value(unit.features, Feature::Quotable) > 0)
        worth += 0.3;
    if (unit.asks)
        worth -= 1.5;
    if (unit.isSpoken() && reading.isPunctuated() && !unit.marks.ended)
        worth -= 1.0;
    if (next && !next->takesOver && next->standing != Standing::Alone)
        worth -= 0.4;
    return worth;
}

} // namespace

Edges judgeEdges(const Reading &reading)
{
    const std::vector<TurnAhead> turns = turnsAhead(reading);
    Edges edges;
    edges.openings.reserve(reading.units().size());
    edges.payoffs.reserve(reading.units().size());
    for (int number = 0; number < reading.unitCount(); ++number) {
        edges.openings.push_back(openingOf(reading, number, turns[static_cast<std::size_t>(number)]));
        edges.payoffs.push_back(payoffOf(reading, number));
    }
    return edges;
}

} // namespace Viral::Offline
