// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/standingalone.h"

#include "core/analysis/settings.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

using namespace Offline;

namespace {

/// How far back a question may lie, in sentences and in time.
constexpr int sentencesBack = 3;
constexpr Milliseconds longestGap{15'000};
constexpr int mostSentencesAdded = 6;
/// "Mm-hmm", "Yeah": somebody listens.
constexpr std::size_t listeningWords = 3;
constexpr std::size_t longestUnmarkedQuestion = 25;
constexpr std::size_t openerWords = 4;
constexpr int mostReferences = 3;

bool isAny(QStringView word, std::initializer_list<QStringView> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

class StandingCheck
{
public:
    StandingCheck(const TimeSpan &span, const ClipReader &reader)
        : m_span(span)
        , m_reader(reader)
        , m_lines(reader.lines(span))
    {
        m_lines.erase(std::remove_if(m_lines.begin(), m_lines.end(),
                                     [](const ClipLine &line) { return line.scan.tokens.empty(); }),
                      m_lines.end());
    }

    QList<StandingFinding> all() const;
    /// The flaws of the opening alone.
    QList<StandingFinding> opening() const;
    std::optional<StandingFinding> ending() const;
    bool isEmpty() const { return m_lines.empty(); }
    const ClipLine &first() const { return m_lines.front(); }
    const ClipLine &last() const { return m_lines.back(); }

private:
    bool beginsInside() const;
    std::optional<StandingFinding> unheardQuestion() const;
    std::optional<StandingFinding> opener() const;
    bool pointsBack(std::size_t token) const;
    QList<StandingFinding> references() const;
    bool asks(const ScannedText &scan) const;
    const Sentence &sentence(int number) const { return m_reader.index().transcript().sentences[number]; }
    QStringView word(std::size_t number) const
    {
        const ScannedText &scan = first().scan;
        return number < scan.tokens.size() ? foldedText(scan.tokens[number], scan.folded) : QStringView();
    }
    StandingFinding found(StandingFlaw flaw, const ClipLine &line, int begin, int end) const
    {
        return {flaw, line.text.mid(begin, end - begin), line.spanOf(begin, end)};
    }

    TimeSpan m_span;
    const ClipReader &m_reader;
    std::vector<ClipLine> m_lines;
};

bool StandingCheck::asks(const ScannedText &scan) const
{
    if (m_reader.isPunctuated())
        return scan.marks.asks;
    return !scan.tokens.empty() && (scan.tokens.front().marks & Asking) &&
           scan.tokens.size() <= longestUnmarkedQuestion;
}

/// True when words that matter stand before the clip in its first sentence, or that sentence goes on from one without
/// an end.
bool StandingCheck::beginsInside() const
{
    const int number = first().sentence;
    if (first().startsInside) {
        const TranscriptIndex &index = m_reader.index();
        const TranscriptIndex::Range words = index.wordsOfSentence(number);
        QString before;
        for (int word = words.first; word < words.end && index.transcript().words[word].span.start < m_span.start;
             ++word) {
            if (index.transcript().words[word].sentenceIndex == number)
                before += index.transcript().words[word].text + u' ';
        }
        const ScannedText scan = scanned(before, m_reader.lexicon());
        return openingToken(scan, m_reader.lexicon()) < scan.tokens.size();
    }
    if (number == 0 || !m_reader.isPunctuated() || sentence(number - 1).speakerId != sentence(number).speakerId)
        return false;
    const ScannedText before = scanned(sentence(number - 1).text, m_reader.lexicon());
    return !before.tokens.empty() && !before.marks.ended;
}

std::optional<StandingFinding> StandingCheck::unheardQuestion() const
{
    if (first().startsInside || asks(first().scan))
        return std::nullopt;
    const QString &speaker = sentence(first().sentence).speakerId;
    for (int number = first().sentence - 1; number >= std::max(0, first().sentence - sentencesBack); --number) {
        const Sentence &before = sentence(number);
        if (m_span.start - m_reader.index().sentenceEnd(number) > longestGap)
            break;
        const ScannedText scan = scanned(before.text, m_reader.lexicon());
        const bool isOther = speaker.isEmpty() || before.speakerId != speaker;
        if (isOther && asks(scan))
            return StandingFinding{StandingFlaw::AnswersUnheard, before.text, m_reader.index().spokenSpan(number)};
        if (scan.tokens.size() > listeningWords)
            break;
    }
    return std::nullopt;
}

/// "There was a man" and "which of them?" say nothing about what was said before.
bool StandingCheck::pointsBack(std::size_t token) const
{
    const QStringView next = word(token + 1);
    if (word(token) == u"there")
        return !isAny(next, {u"is", u"was", u"are", u"were", u"will", u"has", u"have", u"had", u"must", u"used"});
    return !(word(token) == u"which" && asks(first().scan));
}

std::optional<StandingFinding> StandingCheck::opener() const
{
    const ScannedText &scan = first().scan;
    const std::size_t opening = openingToken(scan, m_reader.lexicon());
    const std::size_t shown = std::min(scan.tokens.size(), opening + openerWords) - 1;
    const auto finding = [&](StandingFlaw flaw) { return found(flaw, first(), 0, scan.tokens[shown].textEnd); };
    const bool isExact = word(0) == u"exactly" || word(0) == u"genau";
    if (isExact || (opening < scan.tokens.size() && (scan.tokens[opening].marks & PointsBack) && pointsBack(opening)))
        return finding(StandingFlaw::PointsBack);
    const bool isMeasure = word(0) == u"so" && isAny(word(1), {u"many", u"much", u"few", u"far", u"long"});
    if ((scan.tokens.front().marks & LooseOpener) && !isMeasure)
        return finding(StandingFlaw::LooseOpener);
    return std::nullopt;
}

QList<StandingFinding> StandingCheck::references() const
{
    QList<StandingFinding> findings;
    for (const ClipLine &line : m_lines) {
        for (std::size_t token = 0; token < line.scan.tokens.size() && findings.size() < mostReferences; ++token) {
            if (!(line.scan.tokens[token].marks & RefersBack))
                continue;
            const std::size_t end = phraseEnd(line.scan, token, RefersBack, m_reader.lexicon());
            findings.append(found(StandingFlaw::RefersBack, line, line.scan.tokens[token].textBegin,
                                  line.scan.tokens[end - 1].textEnd));
        }
    }
    return findings;
}

QList<StandingFinding> StandingCheck::opening() const
{
    QList<StandingFinding> findings;
    if (isEmpty())
        return findings;
    const bool isInside = beginsInside();
    if (isInside)
        findings.append(found(StandingFlaw::StartsInSentence, first(), 0,
                              first().scan.tokens[std::min(openerWords, first().scan.tokens.size()) - 1].textEnd));
    if (const auto question = unheardQuestion())
        findings.append(*question);
    if (const auto leaning = isInside ? std::nullopt : opener())
        findings.append(*leaning);
    return findings;
}

std::optional<StandingFinding> StandingCheck::ending() const
{
    if (isEmpty())
        return std::nullopt;
    const std::vector<Token> &tokens = last().scan.tokens;
    const std::size_t from = tokens.size() - std::min(tokens.size(), openerWords);
    const auto finding = [&](StandingFlaw flaw) {
        return found(flaw, last(), tokens[from].textBegin, static_cast<int>(last().text.size()));
    };
    if (last().endsInside)
        return finding(StandingFlaw::EndsInSentence);
    const bool breaksOff =
        m_reader.isPunctuated() ? !last().scan.marks.ended : (tokens.back().marks & DanglingEnd) != 0;
    return breaksOff ? std::optional(finding(StandingFlaw::NotEnded)) : std::nullopt;
}

QList<StandingFinding> StandingCheck::all() const
{
    QList<StandingFinding> findings = opening() + references();
    if (const auto end = ending())
        findings.append(*end);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const StandingFinding &a, const StandingFinding &b) { return a.span.start < b.span.start; });
    return findings;
}

bool onlyLoose(const QList<StandingFinding> &findings)
{
    return std::all_of(findings.cbegin(), findings.cend(),
                       [](const StandingFinding &each) { return each.flaw == StandingFlaw::LooseOpener; });
}

/// The start behind "so" and "and", where the words have times; the start itself otherwise.
Milliseconds trimmedStart(const TimeSpan &span, const StandingCheck &check, const ClipReader &reader)
{
    const ScannedText &scan = check.first().scan;
    const std::size_t opening = openingToken(scan, reader.lexicon());
    if (reader.index().transcript().wordTimes != TimeOrigin::Exact || opening == 0 || opening >= scan.tokens.size())
        return span.start;
    const int begin = scan.tokens[opening].textBegin;
    const Milliseconds start = check.first().spanOf(begin, begin + 1).start;
    return span.end - start >= shortestMoment ? start : span.start;
}

/// The start that an opening needs; nothing when no sentence before it mends it.
std::optional<Milliseconds> mendedStart(const TimeSpan &span, const ClipReader &reader)
{
    TimeSpan tried = span;
    for (int added = 0; added <= mostSentencesAdded; ++added) {
        const StandingCheck check(tried, reader);
        const QList<StandingFinding> findings = check.opening();
        if (findings.isEmpty())
            return tried.start;
        if (onlyLoose(findings)) {
            const Milliseconds trimmed = trimmedStart(tried, check, reader);
            if (trimmed != tried.start || added > 0)
                return trimmed;
        }
        const int sentence = check.first().sentence;
        const int wanted = check.first().startsInside ? sentence : sentence - 1;
        if (wanted < 0)
            break;
        const Milliseconds start = std::min(tried.start, reader.index().sentenceStart(wanted));
        if (start == tried.start && wanted == 0)
            break;
        tried.start = start == tried.start ? start - Milliseconds{1} : start;
    }
    return std::nullopt;
}

std::optional<Milliseconds> mendedEnd(const TimeSpan &span, const ClipReader &reader)
{
    TimeSpan tried = span;
    const int count = static_cast<int>(reader.index().transcript().sentences.size());
    for (int added = 0; added <= mostSentencesAdded; ++added) {
        const StandingCheck check(tried, reader);
        const auto finding = check.ending();
        if (!finding)
            return tried.end;
        const int wanted = check.last().endsInside ? check.last().sentence : check.last().sentence + 1;
        if (wanted >= count)
            break;
        tried.end = std::max(tried.end + Milliseconds{1}, reader.index().sentenceEnd(wanted));
    }
    return std::nullopt;
}

} // namespace

QList<StandingFinding> standingAlone(const TimeSpan &span, const ClipReader &reader)
{
    return StandingCheck(span, reader).all();
}

StandingRepair repairStanding(const TimeSpan &span, const ClipReader &reader)
{
    if (StandingCheck(span, reader).isEmpty())
        return {};
    const Milliseconds start = mendedStart(span, reader).value_or(span.start);
    const Milliseconds end = mendedEnd(span, reader).value_or(span.end);
    // Both where they fit, else the start alone, which matters more, else the end alone.
    std::optional<Milliseconds> shortest;
    for (const TimeSpan &mended : {TimeSpan{start, end}, TimeSpan{start, span.end}, TimeSpan{span.start, end}}) {
        if (mended == span)
            continue;
        if (mended.duration() <= longestMoment)
            return {mended, std::nullopt};
        shortest = std::min(shortest.value_or(mended.duration()), mended.duration());
    }
    return {std::nullopt, shortest};
}

} // namespace Viral
