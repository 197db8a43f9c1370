// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/reading.h"

#include "core/analysis/offline/languageguess.h"
#include "core/analysis/offline/pieces.h"
#include "core/analysis/settings.h"

#include <algorithm>

namespace Viral::Offline {

namespace {

/// Units of at most this many words are short.
constexpr double shortUnit = 8;
/// A mark counts at most this often in one unit, so that no unit of exclamation marks alone wins.
constexpr int mostOfOneMark = 2;
/// Less punctuation than this share of units counts as none.
constexpr double leastPunctuated = 0.1;

int countMarks(std::span<const Token> tokens, Marks wanted)
{
    return static_cast<int>(
        std::count_if(tokens.begin(), tokens.end(), [wanted](const Token &token) { return token.marks & wanted; }));
}

/// The first word that adds something, past "well, so, you know".
const Token *openingToken(std::span<const Token> tokens)
{
    for (const Token &token : tokens) {
        if (!(token.marks & (LeadIn | LeadInComma | LooseOpener)))
            return &token;
    }
    return nullptr;
}

double wordCount(std::span<const Token> tokens, const TextMarks &marks)
{
    if (marks.unspaced == 0)
        return static_cast<double>(tokens.size());
    const auto spaced = std::count_if(tokens.begin(), tokens.end(), [](const Token &t) { return t.marks & Number; });
    return marks.unspaced / 2.0 + static_cast<double>(spaced);
}

} // namespace

Reading::Reading(const TranscriptIndex &index)
    : m_language(languageOf(index.transcript()))
    , m_lexicon(languageFor(m_language))
{
    split(index);
    scan();
    lookUp();
    m_isPunctuated = !index.transcript().lacksPunctuation;
    count();
    findAsker();
    addUp();
}

std::span<const Token> Reading::tokens(const Unit &unit) const
{
    return std::span<const Token>(m_tokens).subspan(static_cast<std::size_t>(unit.firstToken),
                                                    static_cast<std::size_t>(unit.endToken - unit.firstToken));
}

int Reading::frequency(int token) const
{
    return m_frequencies[static_cast<std::size_t>(wordId(token))];
}

void Reading::split(const TranscriptIndex &index)
{
    const QList<Sentence> &sentences = index.transcript().sentences;
    m_units.reserve(static_cast<std::size_t>(sentences.size()));
    QHash<QStringView, int> speakers;
    for (int number = 0; const Sentence &sentence : sentences) {
        int speaker = -1;
        if (!sentence.speakerId.isEmpty()) {
            const auto known = speakers.constFind(sentence.speakerId);
            speaker = known != speakers.cend() ? *known : static_cast<int>(speakers.size());
            speakers.insert(sentence.speakerId, speaker);
        }
        splitSentence(index, number++, speaker);
    }
    m_speakerCount = static_cast<int>(speakers.size());
}

void Reading::splitSentence(const TranscriptIndex &index, int sentence, int speaker)
{
    const Milliseconds start = index.sentenceStart(sentence);
    const TimeSpan span{start, std::max(start, index.sentenceEnd(sentence))};
    if (span.duration() > longestMoment) {
        for (Piece &piece : piecesOf(index, sentence))
            m_units.push_back({std::move(piece.text), piece.span, sentence, false, speaker});
        if (!m_units.empty() && m_units.back().sentence == sentence)
            return;
    }
    m_units.push_back({index.transcript().sentences[sentence].text, span, sentence, true, speaker});
}

void Reading::scan()
{
    qsizetype length = 0;
    for (const Unit &unit : m_units)
        length += unit.text.size() + 1;
    m_folded.reserve(length + length / 8);
    m_tokens.reserve(static_cast<std::size_t>(length / 5));
    for (Unit &unit : m_units) {
        unit.firstToken = static_cast<int>(m_tokens.size());
        unit.marks = scanText(unit.text, m_folded, m_tokens);
        unit.endToken = static_cast<int>(m_tokens.size());
    }
}

void Reading::lookUp()
{
    QHash<QStringView, int> ids;
    ids.reserve(static_cast<qsizetype>(m_tokens.size() / 8));
    std::vector<Lexicon::Entry> entries;
    m_wordIds.reserve(m_tokens.size());
    for (Token &token : m_tokens) {
        const QStringView word = folded(token);
        const auto known = ids.constFind(word);
        const int id = known != ids.cend() ? *known : static_cast<int>(entries.size());
        if (known == ids.cend()) {
            ids.insert(word, id);
            entries.push_back(m_lexicon.find(word));
            m_frequencies.push_back(0);
        }
        const Lexicon::Entry &entry = entries[static_cast<std::size_t>(id)];
        token.marks |= entry.marks;
        token.topic = entry.topic;
        m_wordIds.push_back(id);
        ++m_frequencies[static_cast<std::size_t>(id)];
    }
    for (const Unit &unit : m_units) {
        markPhrases(m_lexicon, m_folded,
                    std::span<Token>(m_tokens).subspan(static_cast<std::size_t>(unit.firstToken),
                                                       static_cast<std::size_t>(unit.endToken - unit.firstToken)));
    }
}

void Reading::count()
{
    int ended = 0;
    std::vector<Milliseconds> pauses;
    Milliseconds latest = m_units.empty() ? Milliseconds{0} : m_units.front().span.start;
    for (Unit &unit : m_units) {
        unit.words = wordCount(tokens(unit), unit.marks);
        unit.pause = std::max(Milliseconds{0}, unit.span.start - latest);
        latest = std::max(latest, unit.span.end);
        pauses.push_back(unit.pause);
        ended += unit.marks.ended ? 1 : 0;
    }
    if (!pauses.empty()) {
        const auto middle = pauses.begin() + static_cast<std::ptrdiff_t>(pauses.size() / 2);
        std::nth_element(pauses.begin(), middle, pauses.end());
        m_usualPause = *middle;
    }
    m_isPunctuated = m_isPunctuated && ended >= leastPunctuated * unitCount();
    for (int number = 0; number < unitCount(); ++number)
        countUnit(number);
    followTurns();
    for (int number = 0; number < unitCount(); ++number)
        judgeOpening(number);
}

void Reading::followTurns()
{
    int holder = -1;
    for (int number = 0; number < unitCount(); ++number) {
        Unit &unit = m_units[static_cast<std::size_t>(number)];
        const bool isLast = number + 1 == unitCount() || m_units[static_cast<std::size_t>(number) + 1].beginsTurn;
        const std::span<const Token> words = tokens(unit);
        const bool says = std::any_of(words.begin(), words.end(), [](const Token &token) {
            return !(token.marks & (FunctionWord | LeadIn | LeadInComma | LooseOpener));
        });
        const bool answers = number > 0 && m_units[static_cast<std::size_t>(number) - 1].asks;
        const bool plain = !unit.asks && unit.marks.exclamations == 0 && countMarks(words, FirstPerson) == 0;
        unit.isListening = unit.beginsTurn && isLast && !says && unit.words <= 3 && plain && !answers;
        unit.takesOver = unit.beginsTurn && !unit.isListening && unit.speaker != holder;
        if (!unit.isListening)
            holder = unit.speaker;
    }
}

void Reading::countUnit(int number)
{
    Unit &unit = m_units[static_cast<std::size_t>(number)];
    const std::span<const Token> words = tokens(unit);
    const Token *opening = openingToken(words);
    const bool opensAsking = !words.empty() && (words.front().marks & Asking);
    unit.asks = m_isPunctuated ? unit.marks.asks : opensAsking && unit.words <= 25;
    // "…, right?" asks nothing.
    const bool isTag = !words.empty() && unit.words > 2 && (words.back().marks & (LooseOpener | LeadInComma));
    unit.asks = unit.asks && !isTag;
    unit.isAdvert = countMarks(words, Advert) > 0;
    const int before = number > 0 ? m_units[static_cast<std::size_t>(number - 1)].speaker : -1;
    unit.beginsTurn = before >= 0 && unit.speaker >= 0 && unit.speaker != before;

    const auto set = [&unit](Feature feature, double amount) {
        unit.features[static_cast<std::size_t>(feature)] = amount;
    };
    set(Feature::Laughter, std::min(unit.marks.laughs, mostOfOneMark));
    if (!unit.isSpoken())
        return;
    const bool commands = opening && (opening->marks & Imperative) && !unit.asks && unit.words >= 4;
    set(Feature::Units, 1);
    set(Feature::Words, unit.words);
    set(Feature::Exclamations, std::min(unit.marks.exclamations, mostOfOneMark));
    set(Feature::Turns, unit.beginsTurn ? 1 : 0);
    set(Feature::Emotion, countMarks(words, Emotion) + 0.5 * countMarks(words, Intensity));
    set(Feature::FirstPerson, countMarks(words, FirstPerson));
    set(Feature::Story, countMarks(words, Story));
    set(Feature::SecondPerson, countMarks(words, SecondPerson));
    set(Feature::ShortUnits, unit.words <= shortUnit ? 1 : 0);
    set(Feature::Questions, unit.asks ? 1 : 0);
    set(Feature::Contrast, countMarks(words, Contrast));
    set(Feature::Numbers, countMarks(words, Number));
    set(Feature::Superlatives, countMarks(words, Superlative));
    set(Feature::Unexpected, countMarks(words, Unexpected));
    set(Feature::Advice, countMarks(words, Advice) + (commands ? 1 : 0));
    set(Feature::Adverts, unit.isAdvert ? 1 : 0);

    set(Feature::RareWords, rareWords(unit));
    set(Feature::Quotable, isQuotable(unit) ? 1 : 0);
}

double Reading::rareWords(const Unit &unit) const
{
    double rare = 0;
    for (int token = unit.firstToken; token < unit.endToken; ++token) {
        const bool plain = !(m_tokens[static_cast<std::size_t>(token)].marks & (FunctionWord | Number));
        rare += plain && frequency(token) == 1 ? 1 : 0;
    }
    return rare;
}

bool Reading::isQuotable(const Unit &unit) const
{
    const std::span<const Token> words = tokens(unit);
    const bool statement = !unit.asks && (unit.marks.ended || !m_isPunctuated) && unit.words >= 4 && unit.words <= 18;
    if (!statement || words.empty() || (words.front().marks & PointsBack))
        return false;
    // Without lists nothing is known of the words, so every short statement counts.
    return !m_lexicon.language() ||
           countMarks(words, Emotion | Contrast | Superlative | Unexpected | Advice | Number) > 0;
}

void Reading::judgeOpening(int number)
{
    Unit &unit = m_units[static_cast<std::size_t>(number)];
    if (!unit.isSpoken())
        return;
    const std::span<const Token> words = tokens(unit);
    const Unit *before = number > 0 ? &m_units[static_cast<std::size_t>(number - 1)] : nullptr;
    const Token *opening = openingToken(words);
    const bool sameSpeaker = before && before->speaker == unit.speaker && unit.speaker >= 0;
    if (before && before->isSpoken() && before->asks && !unit.asks && !sameSpeaker)
        unit.standing = Standing::Answer;
    else if (before && !before->isWhole && before->sentence == unit.sentence)
        unit.standing = Standing::Continuation;
    else if (before && before->isSpoken() && m_isPunctuated && !before->marks.ended && !unit.takesOver)
        unit.standing = Standing::Continuation;
    else if (words.empty())
        unit.standing = Standing::Alone;
    else if (countMarks(words, RefersBack) > 0 || !opening || (opening->marks & PointsBack))
        unit.standing = Standing::PointsBack;
    else if (words.front().marks & LooseOpener)
        unit.standing = Standing::Loose;

    const auto has = [&unit](Feature feature) { return value(unit.features, feature) > 0 ? 1.0 : 0.0; };
    unit.hook = 1.5 * has(Feature::Questions) + 0.8 * has(Feature::Numbers) + 0.5 * has(Feature::Contrast) +
                0.8 * has(Feature::Superlatives) + 0.6 * has(Feature::SecondPerson);
    unit.hook += unit.words >= 3 && unit.words <= 14 ? 0.6 : 0.0;
    unit.hook -= unit.words < 3 || unit.words > 30 ? 0.6 : 0.0;
    if (unit.standing == Standing::Loose)
        unit.hook -= 0.4;
    else if (unit.standing != Standing::Alone)
        unit.hook -= 1.2;
    unit.hook -= unit.isAdvert ? 1.0 : 0.0;
}

void Reading::findAsker()
{
    std::vector<int> questions(static_cast<std::size_t>(m_speakerCount));
    int all = 0;
    for (const Unit &unit : m_units) {
        if (unit.asks && unit.speaker >= 0) {
            ++questions[static_cast<std::size_t>(unit.speaker)];
            ++all;
        }
    }
    const auto most = std::max_element(questions.cbegin(), questions.cend());
    if (most != questions.cend() && hasSpeakers() && *most * 2 > all)
        m_asker = static_cast<int>(most - questions.cbegin());
}

void Reading::addUp()
{
    m_sums.resize(m_units.size() + 1);
    for (std::size_t number = 0; number < m_units.size(); ++number) {
        for (std::size_t feature = 0; feature < featureCount; ++feature)
            m_sums[number + 1][feature] = m_sums[number][feature] + m_units[number].features[feature];
    }
}

Features Reading::sum(int first, int end) const
{
    Features difference;
    for (std::size_t feature = 0; feature < featureCount; ++feature)
        difference[feature] =
            m_sums[static_cast<std::size_t>(end)][feature] - m_sums[static_cast<std::size_t>(first)][feature];
    return difference;
}

} // namespace Viral::Offline
