// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/whisperreader.h"

#include "core/base/text.h"
#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/spokenword.h"
#include "core/ingest/unitbuilder.h"

#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

struct Times
{
    std::optional<Milliseconds> start = {};
    std::optional<Milliseconds> end = {};
};

/// Start and end as two members, as the pair "timestamp", or as a start and a duration.
Times timesOf(const JsonPieces &pieces, const Field &start, const Field &end, const Field &pair, const Field &duration)
{
    if (!pair) {
        Times times{pieces.time(start), pieces.time(end)};
        const auto length = times.start && !times.end ? pieces.time(duration) : std::nullopt;
        if (length)
            times.end = *times.start + *length;
        return times;
    }
    std::array<Field, 2> both;
    pair->forEachElement([&both](std::size_t index, const JsonValue &element) {
        if (index < both.size())
            both[index] = element;
    });
    return {pieces.time(both[0]), pieces.time(both[1])};
}

/// A word or a segment: they have the same members in the many forms.
struct Phrase
{
    QString text = {};
    Times times = {};
    QString speaker = {};
    Field words = {};
};

Phrase phraseOf(const JsonValue &value, const JsonPieces &pieces)
{
    const auto [word, text, start, end, pair, duration, speaker, words] = value.pick(
        std::array{"word"sv, "text"sv, "start"sv, "end"sv, "timestamp"sv, "duration"sv, "speaker"sv, "words"sv});
    return {pieces.text(word ? word : text), timesOf(pieces, start, end, pair, duration), pieces.speaker(speaker),
            words};
}

/// A phrase written without names; the text is behind four numbers, or in front of two.
Phrase phraseOfTuple(const JsonValue &value, const JsonPieces &pieces)
{
    std::array<Field, 5> fields;
    value.forEachElement([&fields](std::size_t index, const JsonValue &element) {
        if (index < fields.size())
            fields[index] = element;
    });
    const std::size_t first = fields[0] && fields[0]->isString() ? 1 : 2;
    return {pieces.text(fields[first == 1 ? 0 : 4]), {pieces.time(fields[first]), pieces.time(fields[first + 1])}};
}

/// All phrases of a list; what is neither object nor tuple is warned of.
QList<Phrase> phrasesOf(const Field &list, const JsonPieces &pieces)
{
    QList<Phrase> phrases;
    if (!list)
        return phrases;
    list->forEachElement([&](std::size_t, const JsonValue &value) {
        if (value.isObject())
            phrases.append(phraseOf(value, pieces));
        else if (value.isArray())
            phrases.append(phraseOfTuple(value, pieces));
        else
            pieces.problems().addWarning(value, u"This is no segment and no word; it was left out."_s);
    });
    return phrases;
}

/// Gives words that were written without punctuation that of the running text.
class PunctuationFinder
{
public:
    explicit PunctuationFinder(const QString &text)
        : m_words(text.split(u' ', Qt::SkipEmptyParts))
    {}

    /// \a word as it stands in the text, or as it is when it is not among the next few words there.
    QString punctuated(const QString &word)
    {
        constexpr qsizetype look = 6;
        const QString folded = foldedWord(word);
        for (qsizetype i = m_next; !folded.isEmpty() && i < std::min(m_next + look, m_words.size()); ++i) {
            if (foldedWord(m_words.at(i)) == folded) {
                m_next = i + 1;
                return m_words.at(i);
            }
        }
        return word;
    }

private:
    QStringList m_words;
    qsizetype m_next = 0;
};

class WhisperReader
{
public:
    explicit WhisperReader(const JsonPieces &pieces)
        : m_pieces(pieces)
    {}

    QList<RawUnit> units(const JsonValue &root);

private:
    QList<RawUnit> unitsOfSegments(QList<Phrase> segments);
    QList<RawUnit> unitsOfWords(const Field &words, const QString &text);
    void addSegment(const Phrase &segment, UnitBuilder &builder);
    bool wordsAreSpaced(const QList<Phrase> &segments) const;

    const JsonPieces &m_pieces;
    bool m_areSpaced = false;
};

/// Looks at the first words of all segments, the first of each left out: it may have lost its space alone.
bool WhisperReader::wordsAreSpaced(const QList<Phrase> &segments) const
{
    constexpr qsizetype sampleSize = 200;
    QStringList firstPieces;
    for (const Phrase &segment : segments) {
        if (!segment.words || firstPieces.size() >= sampleSize)
            continue;
        segment.words->forEachElement([&firstPieces](std::size_t index, const JsonValue &word) {
            const Field text = word.member(u"word");
            const auto piece = text ? text->asString() : std::nullopt;
            if (index > 0 && piece && firstPieces.size() < sampleSize)
                firstPieces.append(*piece);
        });
    }
    return usesLeadingSpaces(firstPieces);
}

void WhisperReader::addSegment(const Phrase &segment, UnitBuilder &builder)
{
    builder.beginPhrase(segment.times.start, segment.times.end);
    for (const Phrase &word : phrasesOf(segment.words, m_pieces)) {
        const RawWord raw{.text = word.text, .start = word.times.start, .end = word.times.end};
        const QString &speaker = word.speaker.isEmpty() ? segment.speaker : word.speaker;
        if (m_areSpaced)
            builder.addPiece(raw, speaker);
        else
            builder.addWord(raw, speaker);
    }
    builder.endUnit();
}

QList<RawUnit> WhisperReader::unitsOfSegments(QList<Phrase> segments)
{
    m_areSpaced = wordsAreSpaced(segments);
    UnitBuilder builder;
    QList<RawUnit> phrases;
    bool hasWords = false;
    for (Phrase &segment : segments) {
        RawUnit unit{
            .text = segment.text, .start = segment.times.start, .end = segment.times.end, .speaker = segment.speaker};
        if (segment.words && segment.words->size() > 0) {
            addSegment(segment, builder);
            hasWords = true;
        } else {
            builder.addUnit(unit);
        }
        phrases.append(std::move(unit));
    }
    return hasWords ? builder.take() : unitsOfPhrases(std::move(phrases));
}

QList<RawUnit> WhisperReader::unitsOfWords(const Field &words, const QString &text)
{
    const QList<Phrase> phrases = phrasesOf(words, m_pieces);
    PunctuationFinder finder(text);
    QList<RawUnit> units;
    for (const Phrase &phrase : phrases) {
        const bool opens = phrase.text.startsWith(u' ');
        units.append({.text = (opens ? u" "_s : QString()) + finder.punctuated(phrase.text.trimmed()),
                      .start = phrase.times.start,
                      .end = phrase.times.end,
                      .speaker = phrase.speaker});
    }
    return unitsOfPhrases(std::move(units));
}

QList<RawUnit> WhisperReader::units(const JsonValue &root)
{
    if (root.isArray())
        return unitsOfSegments(phrasesOf(root, m_pieces));
    const auto [segments, words, chunks, text] = root.pick(std::array{"segments"sv, "words"sv, "chunks"sv, "text"sv});
    const bool hasWordsInSegments = memberOf(firstOf(segments), u"words").has_value();
    if (words && words->size() > 0 && !hasWordsInSegments)
        return unitsOfWords(words, m_pieces.text(text));
    return unitsOfSegments(phrasesOf(segments ? segments : chunks, m_pieces));
}

Result<Content> read(const Source &source, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Second, problems);
    const auto [language, detected] = source.json->pick(std::array{"language"sv, "detected_language"sv});
    RawTranscript transcript{.language = pieces.text(language ? language : detected)};
    transcript.units = WhisperReader(pieces).units(*source.json);
    return transcript;
}

} // namespace

FormatReader whisperReader()
{
    return {"Whisper JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::Whisper>, read};
}

} // namespace Viral
