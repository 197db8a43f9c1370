// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/reasons.h"

#include "core/analysis/offline/languagetexts.h"
#include "core/analysis/offline/lines.h"

#include <algorithm>

namespace Viral::Offline {

using namespace Qt::StringLiterals;

namespace {

/// From this many words on a clip is about a topic.
constexpr double leastTopicWords = 3;
constexpr int wordsShown = 3;

/// The counted facts of one clip.
struct Facts
{
    Features sums = {};
    bool opensAsking = false;
    bool opensPointingBack = false;
    bool endsOnLaughter = false;
    bool endsShort = false;

    int count(Feature feature) const { return static_cast<int>(value(sums, feature)); }
};

Facts factsOf(const Reading &reading, const Clip &clip)
{
    Facts facts{reading.sum(clip.firstUnit, clip.lastUnit + 1)};
    const Unit &first = reading.unit(clip.firstUnit);
    const Unit &last = reading.unit(clip.lastUnit);
    // The first sentence's own change of speaker lies before the clip.
    facts.sums[static_cast<std::size_t>(Feature::Turns)] -= first.beginsTurn ? 1 : 0;
    const int early = std::min(clip.firstUnit + 2, clip.lastUnit);
    for (int number = clip.firstUnit; number <= early; ++number)
        facts.opensAsking =
            facts.opensAsking || (reading.unit(number).asks && reading.unit(number).speaker == first.speaker);
    facts.opensPointingBack = first.standing >= Standing::PointsBack;
    facts.endsOnLaughter = last.marks.laughs > 0;
    facts.endsShort = last.words > 0 && last.words <= 7 && !last.asks;
    return facts;
}

QStringView formOf(const Facts &facts, const FormLabels &labels)
{
    if (facts.count(Feature::Laughter) >= 2)
        return labels.humour;
    if (facts.count(Feature::Advice) >= 4)
        return labels.lessons;
    if (facts.count(Feature::Turns) >= 8)
        return labels.exchange;
    if (facts.count(Feature::Story) >= 2)
        return labels.story;
    if (facts.count(Feature::Advice) >= 3)
        return labels.lessons;
    if (facts.opensAsking && facts.count(Feature::Turns) > 0)
        return labels.questionAndAnswer;
    return facts.count(Feature::Turns) >= 3 ? labels.exchange : labels.statement;
}

/// The label of the topic that the clip speaks of most; empty when it speaks of none.
QStringView topicOf(const Reading &reading, const Clip &clip)
{
    const Language *language = reading.lexicon().language();
    if (!language || language->topics.empty())
        return {};
    std::vector<double> hits(language->topics.size());
    for (int number = clip.firstUnit; number <= clip.lastUnit; ++number) {
        for (const Token &token : reading.tokens(reading.unit(number))) {
            if (token.topic >= 0)
                ++hits[static_cast<std::size_t>(token.topic)];
        }
    }
    const auto most = std::max_element(hits.cbegin(), hits.cend());
    return *most >= leastTopicWords ? language->topics[static_cast<std::size_t>(most - hits.cbegin())].label
                                    : QStringView();
}

/// Words of feeling in the clip, each once, in order.
QStringList feelingWords(const Reading &reading, const Clip &clip)
{
    QStringList words;
    for (int number = clip.firstUnit; number <= clip.lastUnit; ++number) {
        for (const Token &token : reading.tokens(reading.unit(number))) {
            const QString word = token.marks & Emotion ? reading.folded(token).toString() : QString();
            if (!word.isEmpty() && !words.contains(word))
                words.append(word);
            if (words.size() == wordsShown)
                return words;
        }
    }
    return words;
}

/// Numbers in the clip with what they count, as they were written: "eleven days", "38 percent".
QStringList numbersSaid(const Reading &reading, const Clip &clip)
{
    QStringList numbers;
    for (int number = clip.firstUnit; number <= clip.lastUnit && numbers.size() < wordsShown; ++number) {
        const Unit &unit = reading.unit(number);
        const std::span<const Token> tokens = reading.tokens(unit);
        for (std::size_t first = 0; first + 1 < tokens.size() && numbers.size() < wordsShown;) {
            std::size_t end = first;
            while (end < tokens.size() && end < first + 4 && (tokens[end].marks & Number))
                ++end;
            const bool counts = end > first && end < tokens.size() && !(tokens[end].marks & FunctionWord);
            if (counts) {
                const int begin = tokens[first].textBegin;
                const QString said = unit.text.sliced(begin, tokens[end].textEnd - begin).toLower();
                if (said.size() <= 30 && !said.contains(u',') && !numbers.contains(said))
                    numbers.append(said);
            }
            first = std::max(end, first + 1);
        }
    }
    return numbers;
}

QString counted(int count, QLatin1StringView one, QLatin1StringView many)
{
    static constexpr QLatin1StringView names[] = {"no"_L1,  "one"_L1,   "two"_L1,   "three"_L1, "four"_L1, "five"_L1,
                                                  "six"_L1, "seven"_L1, "eight"_L1, "nine"_L1,  "ten"_L1};
    const QString number = count >= 0 && count <= 10 ? QString(names[count]) : QString::number(count);
    return number + u' ' + (count == 1 ? one : many);
}

void addEnglishLaughter(QStringList &parts, const Facts &facts)
{
    const int laughs = facts.count(Feature::Laughter);
    if (laughs == 1)
        parts.append(facts.endsOnLaughter ? u"ends on a laugh"_s : u"a laugh on the way"_s);
    else if (laughs > 1)
        parts.append(u"laughter in "_s + counted(laughs, "place"_L1, "places"_L1) +
                     (facts.endsOnLaughter ? u", the last one at the end"_s : QString()));
}

void addEnglishWords(QStringList &parts, const QStringList &words, QStringView name)
{
    if (!words.isEmpty())
        parts.append(name.toString() + u" ("_s + words.join(u", "_s) + u')');
}

QString englishReason(const Reading &reading, const Clip &clip, const Facts &facts)
{
    QStringList parts;
    if (facts.opensAsking)
        parts.append(u"opens with a question"_s);
    const int turns = facts.count(Feature::Turns);
    if (turns >= 3)
        parts.append(counted(turns, "change of speaker"_L1, "changes of speaker"_L1));
    addEnglishLaughter(parts, facts);
    addEnglishWords(parts, feelingWords(reading, clip), u"words of feeling");
    addEnglishWords(parts, numbersSaid(reading, clip), u"numbers");
    if (facts.count(Feature::Advice) >= 3)
        parts.append(u"advice to the listener"_s);
    if (facts.endsShort && !facts.endsOnLaughter)
        parts.append(u"ends on a short line"_s);
    if (facts.opensPointingBack)
        parts.append(u"its first words lean on what was said before"_s);
    if (parts.isEmpty())
        parts.append(u"short sentences close together"_s);
    QString reason = parts.join(u"; "_s);
    reason[0] = reason[0].toUpper();
    return reason + u'.';
}

QString findingsReason(const Facts &facts, const Findings &words)
{
    QStringList parts;
    const auto add = [&parts](bool found, QStringView text) {
        if (found)
            parts.append(text.toString());
    };
    add(facts.opensAsking, words.question);
    add(facts.count(Feature::Turns) >= 3, words.exchange);
    add(facts.count(Feature::Laughter) > 0, words.laughter);
    add(facts.count(Feature::Numbers) >= 2, words.numbers);
    add(facts.count(Feature::Emotion) >= 2, words.feeling);
    add(facts.count(Feature::Unexpected) >= 2, words.surprise);
    add(facts.count(Feature::Advice) >= 3, words.advice);
    add(parts.isEmpty(), words.pace);
    QString reason = parts.join(u"; "_s);
    reason[0] = reason[0].toUpper();
    return reason;
}

/// Signs and figures only, for a language that has no words here.
QString signsReason(const Facts &facts)
{
    QStringList parts;
    const auto add = [&](Feature feature, QStringView sign) {
        if (facts.count(feature) > 0)
            parts.append(sign.toString() + u" × "_s + QString::number(facts.count(feature)));
    };
    add(Feature::Questions, u"?");
    add(Feature::Exclamations, u"!");
    add(Feature::Turns, u"⇄");
    add(Feature::Laughter, u"☺");
    add(Feature::Numbers, u"123");
    if (parts.isEmpty())
        add(Feature::Units, u"¶");
    return parts.join(u" · "_s);
}

} // namespace

QString categoryOf(const Reading &reading, const Clip &clip)
{
    const FormLabels *labels = formLabelsOf(reading.language());
    if (!labels) {
        const QString word = subjectWord(reading, clip);
        return word.isEmpty() ? u"¶"_s : word;
    }
    const QStringView form = formOf(factsOf(reading, clip), *labels);
    const QStringView topic = topicOf(reading, clip);
    return topic.isEmpty() ? form.toString() : topic.toString() + u" / "_s + form.toString();
}

QString reasonFor(const Reading &reading, const Clip &clip)
{
    const Facts facts = factsOf(reading, clip);
    if (reading.language() == "en"_L1)
        return englishReason(reading, clip, facts);
    const Findings *words = findingsOf(reading.language());
    return words ? findingsReason(facts, *words) : signsReason(facts);
}

} // namespace Viral::Offline
