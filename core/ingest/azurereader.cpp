// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/azurereader.h"

#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/unitbuilder.h"

#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

/// A member that older versions write with a capital.
Field either(const Field &object, QStringView name)
{
    const Field field = memberOf(object, name);
    return field ? field : memberOf(object, name.first(1).toString().toUpper() + name.sliced(1).toString());
}

struct Times
{
    std::optional<Milliseconds> start = {};
    std::optional<Milliseconds> end = {};
};

class AzureReader
{
public:
    explicit AzureReader(Problems &problems)
        : m_ticks(TimeUnit::Tick, problems)
        , m_milliseconds(TimeUnit::Millisecond, problems)
    {}

    RawTranscript read(const Field &phrases);

private:
    void addPhrase(const JsonValue &phrase);
    void addWords(const JsonValue &words, const QStringList &written, const QString &speaker);
    Times timesOf(const JsonValue &value) const;
    QString speakerOf(const JsonValue &phrase) const;

    JsonPieces m_ticks;
    JsonPieces m_milliseconds;
    RawTranscript m_transcript;
    UnitBuilder m_builder;
};

/// The newest schema has milliseconds beside the ticks.
Times AzureReader::timesOf(const JsonValue &value) const
{
    const auto start = either(value, u"offsetMilliseconds") ? m_milliseconds.time(either(value, u"offsetMilliseconds"))
                                                            : m_ticks.time(either(value, u"offsetInTicks"));
    const auto length = either(value, u"durationMilliseconds")
                            ? m_milliseconds.time(either(value, u"durationMilliseconds"))
                            : m_ticks.time(either(value, u"durationInTicks"));
    return {start, start && length ? std::optional(*start + *length) : std::nullopt};
}

QString AzureReader::speakerOf(const JsonValue &phrase) const
{
    const QString speaker = m_ticks.speaker(either(phrase, u"speaker"));
    const Field channel = either(phrase, u"channel");
    const std::int64_t number = channel ? channel->asInteger().value_or(0) : 0;
    return speaker.isEmpty() && number != 0 ? u"Channel %1"_s.arg(number) : speaker;
}

/// Words that are written as they are said; without those, spoken words get the written ones where they are as many
/// ("zero zero" is written "00", and then only the phrase has a time).
void AzureReader::addPhrase(const JsonValue &phrase)
{
    const Times times = timesOf(phrase);
    const QString speaker = speakerOf(phrase);
    const Field best = firstOf(either(phrase, u"nBest"));
    const QString text = m_ticks.text(either(best, u"display"));
    if (m_transcript.language.isEmpty())
        m_transcript.language = m_ticks.text(either(phrase, u"locale"));
    const Field displayed = either(best, u"displayWords");
    const Field spoken = either(best, u"words");
    const QStringList written = text.simplified().split(u' ', Qt::SkipEmptyParts);
    m_builder.beginPhrase(times.start, times.end);
    if (displayed && displayed->size() > 0)
        addWords(*displayed, {}, speaker);
    else if (spoken && static_cast<qsizetype>(spoken->size()) == written.size())
        addWords(*spoken, written, speaker);
    else
        m_builder.addUnit({.text = text, .start = times.start, .end = times.end, .speaker = speaker});
    m_builder.endUnit();
}

/// \a written has a text for each word, or none.
void AzureReader::addWords(const JsonValue &words, const QStringList &written, const QString &speaker)
{
    qsizetype number = 0;
    m_ticks.forEachObject(words, [&](const JsonValue &word) {
        const Times times = timesOf(word);
        const Field displayed = either(word, u"displayText");
        const QString own = written.value(number++);
        m_builder.addWord({.text = own.isEmpty() ? m_ticks.text(displayed ? displayed : either(word, u"word")) : own,
                           .start = times.start,
                           .end = times.end},
                          speaker);
    });
}

RawTranscript AzureReader::read(const Field &phrases)
{
    m_ticks.forEachObject(phrases, [this](const JsonValue &phrase) { addPhrase(phrase); });
    m_transcript.units = m_builder.takeSorted();
    return std::move(m_transcript);
}

Result<Content> read(const Source &source, Problems &problems)
{
    return AzureReader(problems).read(either(*source.json, u"recognizedPhrases"));
}

} // namespace

FormatReader azureReader()
{
    return {"Azure Speech JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::Azure>, read};
}

} // namespace Viral
