// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/transcriptcodec.h"

#include "core/contract/fields.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::array<std::string_view, 4> sentenceFields{"text", "start", "end", "speaker_id"};
constexpr std::array<std::string_view, 4> wordFields{"text", "start", "end", "sentence_index"};
constexpr std::array<std::string_view, 3> transcriptFields{"language", "sentences", "words"};

Sentence readSentence(const JsonValue &value, Problems &problems)
{
    if (!requireObject(value, problems))
        return {};
    const auto [text, start, end, speaker] = value.pick(sentenceFields);
    Sentence sentence{.text = requiredText(value, text, "text", problems),
                      .span = requiredSpan(value, start, "start", end, "end", problems)};
    if (isGiven(speaker))
        sentence.speakerId = readText(*speaker, problems).value_or(QString());
    return sentence;
}

/// Remembers texts read lately, so that words that come again share one: most of a transcript's words do.
class RecentTexts
{
public:
    QString text(const JsonValue &parent, const Field &field, Problems &problems)
    {
        const auto utf8 = field ? field->asUtf8() : std::nullopt;
        if (!utf8)
            return requiredText(parent, field, "text", problems);
        Entry &entry = m_entries[std::hash<std::string_view>{}(*utf8) % m_entries.size()];
        if (entry.utf8 != *utf8)
            entry = {*utf8, *field->asString()};
        return entry.text;
    }

private:
    struct Entry
    {
        std::string_view utf8;
        QString text;
    };

    std::vector<Entry> m_entries = std::vector<Entry>(1024);
};

Word readWord(const JsonValue &value, RecentTexts &texts, Problems &problems)
{
    if (!requireObject(value, problems))
        return {};
    const auto [text, start, end, sentence] = value.pick(wordFields);
    Word word{.text = texts.text(value, text, problems),
              .span = requiredSpan(value, start, "start", end, "end", problems),
              .sentenceIndex = unassignedSentence};
    if (isGiven(sentence))
        word.sentenceIndex = static_cast<int>(readInteger(*sentence, 0, highestCount, problems).value_or(0));
    return word;
}

/// The primary subtag of a BCP 47 tag: "en" of "en-US".
QString primaryLanguage(const QString &tag)
{
    const QString trimmed = tag.trimmed();
    const auto end = std::find_if(trimmed.begin(), trimmed.end(), [](QChar c) { return c == u'-' || c == u'_'; });
    return trimmed.first(end - trimmed.begin()).toLower();
}

bool startsEarlier(const Sentence &a, const Sentence &b)
{
    return a.span.start < b.span.start;
}

/// Sorts the sentences; returns where each one went.
std::vector<int> sortSentences(QList<Sentence> &sentences, bool reportsOrder, Problems &problems)
{
    const auto count = static_cast<std::size_t>(sentences.size());
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    if (std::is_sorted(sentences.cbegin(), sentences.cend(), startsEarlier))
        return order;
    if (reportsOrder)
        problems.addWarning(u"/sentences"_s, u"were not in order of start and have been sorted"_s);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return startsEarlier(sentences.at(a), sentences.at(b)); });
    QList<Sentence> sorted;
    sorted.reserve(sentences.size());
    std::vector<int> movedTo(count);
    for (std::size_t to = 0; to < count; ++to) {
        sorted.append(std::move(sentences[order[to]]));
        movedTo[static_cast<std::size_t>(order[to])] = static_cast<int>(to);
    }
    sentences = std::move(sorted);
    return movedTo;
}

/// The last sentence that has begun in the middle of the word.
int sentenceAt(const QList<Sentence> &sentences, const TimeSpan &word)
{
    const auto next =
        std::upper_bound(sentences.cbegin(), sentences.cend(), word.middle(),
                         [](Milliseconds time, const Sentence &sentence) { return time < sentence.span.start; });
    return std::max(0, static_cast<int>(next - sentences.cbegin()) - 1);
}

void assignSentences(QList<Word> &words, const QList<Sentence> &sentences, const std::vector<int> &movedTo,
                     Problems &problems)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        Word &word = words[i];
        if (sentences.isEmpty()) {
            word.sentenceIndex = 0;
        } else if (word.sentenceIndex == unassignedSentence) {
            word.sentenceIndex = sentenceAt(sentences, word.span);
        } else if (word.sentenceIndex < static_cast<int>(sentences.size())) {
            word.sentenceIndex = movedTo[static_cast<std::size_t>(word.sentenceIndex)];
        } else {
            problems.addError(u"/words/%1/sentence_index"_s.arg(i),
                              u"must be below the number of sentences (%1)"_s.arg(sentences.size()));
            word.sentenceIndex = 0;
        }
    }
}

bool comesEarlier(const Word &a, const Word &b)
{
    return a.sentenceIndex != b.sentenceIndex ? a.sentenceIndex < b.sentenceIndex : a.span.start < b.span.start;
}

void sortWords(QList<Word> &words, bool reportsOrder, Problems &problems)
{
    if (std::is_sorted(words.cbegin(), words.cend(), comesEarlier))
        return;
    if (reportsOrder)
        problems.addWarning(u"/words"_s, u"were not in order of sentence and start and have been sorted"_s);
    std::stable_sort(words.begin(), words.end(), comesEarlier);
}

template <typename Item, typename Read>
QList<Item> readList(const JsonValue &array, Problems &problems, Read read)
{
    QList<Item> items;
    if (!requireArray(array, problems))
        return items;
    items.reserve(static_cast<qsizetype>(array.size()));
    array.forEachElement([&](std::size_t, const JsonValue &value) { items.append(read(value, problems)); });
    return items;
}

Transcript join(QList<Sentence> sentences, QList<Word> words, bool reportsOrder, Problems &problems)
{
    const std::vector<int> movedTo = sortSentences(sentences, reportsOrder, problems);
    assignSentences(words, sentences, movedTo, problems);
    sortWords(words, reportsOrder, problems);
    const TimeOrigin wordTimes = words.isEmpty() ? TimeOrigin::None : TimeOrigin::Exact;
    return {.language = {}, .sentences = std::move(sentences), .words = std::move(words), .wordTimes = wordTimes};
}

} // namespace

QList<Sentence> readSentences(const JsonValue &array, Problems &problems)
{
    return readList<Sentence>(array, problems, readSentence);
}

QList<Word> readWords(const JsonValue &array, Problems &problems)
{
    RecentTexts texts;
    return readList<Word>(array, problems,
                          [&texts](const JsonValue &value, Problems &found) { return readWord(value, texts, found); });
}

Transcript joinTranscript(QList<Sentence> sentences, QList<Word> words, Problems &problems)
{
    return join(std::move(sentences), std::move(words), true, problems);
}

Transcript readTranscript(const JsonValue &value, Problems &problems)
{
    if (!requireObject(value, problems))
        return {};
    const auto [language, sentences, words] = value.pick(transcriptFields);
    if (!isGiven(sentences) && !isGiven(words)) {
        problems.addError(value, u"needs sentences or words"_s);
        return {};
    }
    const qsizetype before = problems.errorCount();
    QList<Sentence> sentenceList;
    if (isGiven(sentences))
        sentenceList = readSentences(*sentences, problems);
    QList<Word> wordList;
    if (isGiven(words))
        wordList = readWords(*words, problems);
    // What could not be read has no time, so its order says nothing.
    const bool reportsOrder = problems.errorCount() == before;
    Problems order;
    Transcript transcript = join(std::move(sentenceList), std::move(wordList), reportsOrder, order);
    if (!order.all().isEmpty())
        problems.addBelow(value.pointer(), order);
    if (isGiven(language))
        transcript.language = primaryLanguage(readText(*language, problems).value_or(QString()));
    return transcript;
}

void writeTranscript(JsonWriter &writer, const Transcript &transcript)
{
    writer.beginObject();
    if (!transcript.language.isEmpty())
        writer.member("language"_L1, transcript.language);
    writer.key("sentences"_L1).beginArray();
    for (const Sentence &sentence : transcript.sentences) {
        writer.beginObject();
        writer.member("text"_L1, sentence.text);
        writer.member("start"_L1, sentence.span.start.count());
        writer.member("end"_L1, sentence.span.end.count());
        if (!sentence.speakerId.isNull())
            writer.member("speaker_id"_L1, sentence.speakerId);
        writer.endObject();
    }
    writer.endArray();
    writer.key("words"_L1).beginArray();
    for (const Word &word : transcript.words) {
        writer.beginObject();
        writer.member("text"_L1, word.text);
        writer.member("start"_L1, word.span.start.count());
        writer.member("end"_L1, word.span.end.count());
        writer.member("sentence_index"_L1, word.sentenceIndex);
        writer.endObject();
    }
    writer.endArray().endObject();
}

} // namespace Viral
