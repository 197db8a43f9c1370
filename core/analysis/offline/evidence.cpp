// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/evidence.h"

#include <algorithm>

namespace Viral {

using namespace Offline;

namespace {

constexpr std::size_t wordsAround = 3;
constexpr std::size_t shortLine = 8;
constexpr std::size_t longestOpening = 14;
constexpr std::size_t longestQuotable = 18;
constexpr std::size_t longestQuote = 24;

/// A kind of marked words and the score it speaks for; weights as the offline engine's own scores have them.
struct CueRule
{
    Mark mark;
    Cue cue;
    Metric metric;
    double weight;
};

constexpr CueRule rules[] = {
    {Offline::Advice, Cue::Advice, Metric::Shareability, 1.2},
    {Offline::SecondPerson, Cue::ListenerAddressed, Metric::Shareability, 0.3},
    {Offline::Emotion, Cue::Feeling, Metric::EmotionalImpact, 1.0},
    {Offline::Intensity, Cue::Intensity, Metric::EmotionalImpact, 0.5},
    {Offline::FirstPerson, Cue::FirstPerson, Metric::EmotionalImpact, 0.15},
    {Offline::Unexpected, Cue::Unexpected, Metric::SurpriseFactor, 1.0},
    {Offline::Number, Cue::Number, Metric::SurpriseFactor, 0.5},
    {Offline::Contrast, Cue::Contrast, Metric::SurpriseFactor, 0.4},
};

constexpr CueRule openingRules[] = {
    {Offline::Number, Cue::Number, Metric::HookStrength, 0.8},
    {Offline::Superlative, Cue::Superlative, Metric::HookStrength, 0.8},
    {Offline::SecondPerson, Cue::ListenerAddressed, Metric::HookStrength, 0.6},
    {Offline::Contrast, Cue::Contrast, Metric::HookStrength, 0.5},
};

class Collector
{
public:
    explicit Collector(const ClipReader &reader)
        : m_lexicon(reader.lexicon())
    {}

    void readLine(const ClipLine &line);
    void readOpening(const ClipLine &line);
    void readExchange(const ClipLine &line);
    void readLaughter(const ClipLine &line, const ClipLine *before);

    std::array<QList<Evidence>, allMetrics.size()> result() const;

private:
    void readMarks(const ClipLine &line, std::span<const CueRule> rulesOfLine);
    void addWords(const ClipLine &line, const CueRule &rule, std::size_t first, std::size_t end);
    void addLine(const ClipLine &line, Metric metric, Cue cue, double weight);

    const Lexicon &m_lexicon;
    std::array<QList<Evidence>, allMetrics.size()> m_found;
};

/// A number with what it counts: "eleven days".
std::size_t numberEnd(const ScannedText &scan, std::size_t first)
{
    std::size_t end = first;
    while (end < scan.tokens.size() && end < first + 4 && (scan.tokens[end].marks & Offline::Number))
        ++end;
    const bool counts = end < scan.tokens.size() && !(scan.tokens[end].marks & FunctionWord);
    return counts ? end + 1 : end;
}

bool holds(const ScannedText &scan, Marks marks)
{
    return std::any_of(scan.tokens.begin(), scan.tokens.end(),
                       [marks](const Token &token) { return token.marks & marks; });
}

void Collector::addWords(const ClipLine &line, const CueRule &rule, std::size_t first, std::size_t end)
{
    const std::vector<Token> &tokens = line.scan.tokens;
    const std::size_t from = first - std::min(first, wordsAround);
    const std::size_t to = std::min(tokens.size(), end + wordsAround);
    const int quoteBegin = tokens[from].textBegin;
    // The marks behind the last word belong to a quote that reaches the end.
    const int quoteEnd = to == tokens.size() ? static_cast<int>(line.text.size()) : tokens[to - 1].textEnd;
    const int begin = tokens[first].textBegin;
    const int stop = tokens[end - 1].textEnd;
    m_found[static_cast<std::size_t>(rule.metric)].append({.cue = rule.cue,
                                                           .quote = line.text.mid(quoteBegin, quoteEnd - quoteBegin),
                                                           .begin = begin - quoteBegin,
                                                           .length = stop - begin,
                                                           .span = line.spanOf(begin, stop),
                                                           .weight = rule.weight});
}

void Collector::addLine(const ClipLine &line, Metric metric, Cue cue, double weight)
{
    const std::vector<Token> &tokens = line.scan.tokens;
    if (tokens.empty())
        return;
    const bool fits = tokens.size() <= longestQuote;
    const int end = fits ? static_cast<int>(line.text.size()) : tokens[longestQuote - 1].textEnd;
    m_found[static_cast<std::size_t>(metric)].append({cue, line.text.left(end), 0, end, line.spanOf(0, end), weight});
}

void Collector::readMarks(const ClipLine &line, std::span<const CueRule> rulesOfLine)
{
    for (const CueRule &rule : rulesOfLine) {
        for (std::size_t first = 0; first < line.scan.tokens.size();) {
            if (!(line.scan.tokens[first].marks & rule.mark)) {
                ++first;
                continue;
            }
            const std::size_t end = rule.mark == Offline::Number ? numberEnd(line.scan, first)
                                                                 : phraseEnd(line.scan, first, rule.mark, m_lexicon);
            addWords(line, rule, first, end);
            first = end;
        }
    }
}

void Collector::readLine(const ClipLine &line)
{
    readMarks(line, rules);
    const ScannedText &scan = line.scan;
    const bool isStatement = !scan.marks.asks && scan.tokens.size() >= 4 && scan.tokens.size() <= longestQuotable;
    const std::size_t opening = openingToken(scan, m_lexicon);
    if (isStatement && opening < scan.tokens.size() && (scan.tokens[opening].marks & Imperative))
        addLine(line, Metric::Shareability, Cue::Advice, 1.2);
    else if (isStatement && scan.marks.ended && !(scan.tokens.front().marks & PointsBack) &&
             holds(scan, Emotion | Contrast | Superlative | Unexpected | Number))
        addLine(line, Metric::Shareability, Cue::QuotableLine, 0.8);
    if (scan.marks.exclamations > 0)
        addLine(line, Metric::EmotionalImpact, Cue::Exclamation, 0.6);
}

void Collector::readOpening(const ClipLine &line)
{
    const std::size_t words = line.scan.tokens.size();
    if (line.scan.marks.asks)
        addLine(line, Metric::HookStrength, Cue::Question, 1.5);
    else if (words >= 3 && words <= longestOpening)
        addLine(line, Metric::HookStrength, Cue::ShortOpening, 0.6);
    readMarks(line, openingRules);
}

void Collector::readExchange(const ClipLine &line)
{
    if (!line.scan.tokens.empty() && line.scan.tokens.size() <= shortLine)
        addLine(line, Metric::Rewatchability, Cue::QuickExchange, line.scan.tokens.size() >= 3 ? 0.75 : 0.5);
}

void Collector::readLaughter(const ClipLine &line, const ClipLine *before)
{
    if (line.scan.marks.laughs == 0)
        return;
    // A line that is nothing but laughter: what it is about was said before.
    if (!line.scan.tokens.empty())
        addLine(line, Metric::Rewatchability, Cue::Laughter, 2.0);
    else if (before)
        addLine(*before, Metric::Rewatchability, Cue::Laughter, 2.0);
}

/// The weightiest, each words once, in order of time.
QList<Evidence> weightiest(QList<Evidence> found)
{
    std::stable_sort(found.begin(), found.end(),
                     [](const Evidence &a, const Evidence &b) { return a.weight > b.weight; });
    QList<Evidence> chosen;
    for (const Evidence &each : std::as_const(found)) {
        const auto says = [&](const Evidence &other) {
            return other.span == each.span ||
                   other.quote.mid(other.begin, other.length)
                           .compare(each.quote.mid(each.begin, each.length), Qt::CaseInsensitive) == 0;
        };
        if (chosen.size() < mostEvidence && std::none_of(chosen.cbegin(), chosen.cend(), says))
            chosen.append(each);
    }
    std::stable_sort(chosen.begin(), chosen.end(),
                     [](const Evidence &a, const Evidence &b) { return a.span.start < b.span.start; });
    return chosen;
}

std::array<QList<Evidence>, allMetrics.size()> Collector::result() const
{
    std::array<QList<Evidence>, allMetrics.size()> chosen;
    std::transform(m_found.begin(), m_found.end(), chosen.begin(), weightiest);
    return chosen;
}

} // namespace

std::array<QList<Evidence>, allMetrics.size()> evidenceOf(const TimeSpan &span, const ClipReader &reader)
{
    const std::vector<ClipLine> lines = reader.lines(span);
    const QList<Sentence> &sentences = reader.index().transcript().sentences;
    Collector collector(reader);
    const ClipLine *before = nullptr;
    bool opened = false;
    for (const ClipLine &line : lines) {
        collector.readLaughter(line, before);
        if (line.scan.tokens.empty())
            continue;
        if (!std::exchange(opened, true))
            collector.readOpening(line);
        const QString speaker = sentences[line.sentence].speakerId;
        if (before && !speaker.isEmpty() && speaker != sentences[before->sentence].speakerId)
            collector.readExchange(line);
        collector.readLine(line);
        before = &line;
    }
    return collector.result();
}

} // namespace Viral
