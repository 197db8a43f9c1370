// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonforms.h"

#include "core/ingest/contractreader.h"
#include "core/ingest/jsonpieces.h"

#include <algorithm>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

using Names = std::initializer_list<QStringView>;

bool has(const Field &value, QStringView name)
{
    return memberOf(value, name).has_value();
}

bool hasAll(const Field &value, Names names)
{
    return std::all_of(names.begin(), names.end(), [&value](QStringView name) { return has(value, name); });
}

bool hasAny(const Field &value, Names names)
{
    return std::any_of(names.begin(), names.end(), [&value](QStringView name) { return has(value, name); });
}

bool isListIn(const Field &value, QStringView name)
{
    const Field list = memberOf(value, name);
    return list && list->isArray();
}

Field firstIn(const Field &value, QStringView name)
{
    return firstOf(memberOf(value, name));
}

bool isWhisperPhrase(const Field &value)
{
    return hasAll(value, {u"start", u"end", u"text"}) || hasAll(value, {u"text", u"timestamp"}) ||
           hasAll(value, {u"word", u"start"}) || hasAll(value, {u"start", u"words"});
}

/// ["word", 1.5, 1.75], or a segment written without its names: [0, 0, 1.5, 4.2, " text", ...].
bool isTuple(const Field &value)
{
    if (!value || !value->isArray())
        return false;
    std::string shape;
    value->forEachElement([&shape](std::size_t index, const JsonValue &element) {
        if (index < 5)
            shape += element.isString() ? 's' : element.isNumber() ? 'n' : '?';
    });
    return shape == "snn" || shape == "nnnns";
}

JsonForm formOfList(const Field &first)
{
    if (hasAll(first, {u"start_ms", u"end_ms", u"text"}))
        return JsonForm::PodcastJson;
    if (hasAll(first, {u"text", u"startMs"}))
        return JsonForm::WhisperCpp;
    if (isWhisperPhrase(first) || isTuple(first) || hasAll(first, {u"text", u"start", u"duration"}))
        return JsonForm::Whisper;
    return JsonForm::Unknown;
}

/// Forms with a list called results, or an object of that name.
JsonForm formOfResults(const Field &root)
{
    const Field results = memberOf(root, u"results");
    if (isListIn(results, u"channels"))
        return JsonForm::Deepgram;
    if (hasAny(results, {u"transcripts", u"channel_labels"}) && isListIn(results, u"items"))
        return JsonForm::Aws;
    const Field first = firstOf(results);
    if (has(root, u"format") && results && results->isArray() && (!first || hasAll(first, {u"type", u"alternatives"})))
        return JsonForm::Speechmatics;
    return JsonForm::Unknown;
}

JsonForm formOfWords(const Field &root)
{
    const Field first = firstIn(root, u"words");
    if (hasAll(first, {u"text", u"type"}) || has(root, u"language_probability"))
        return JsonForm::ElevenLabs;
    const bool isAssemblyAi = hasAny(root, {u"acoustic_model", u"utterances", u"audio_duration", u"audio_url"});
    if (isAssemblyAi || (has(root, u"status") && hasAll(first, {u"text", u"start", u"end"})))
        return JsonForm::AssemblyAi;
    if (isListIn(root, u"paragraphs"))
        return JsonForm::PaperEdit;
    return isWhisperPhrase(first) ? JsonForm::Whisper : JsonForm::Unknown;
}

JsonForm formOfSegments(const Field &root)
{
    const Field segments = memberOf(root, u"segments");
    const Field first = firstOf(segments);
    if (hasAll(first, {u"startTime", u"body"}))
        return JsonForm::PodcastJson;
    const bool isEmptyWhisper = !first && hasAny(root, {u"text", u"language", u"word_segments"});
    return isEmptyWhisper || isWhisperPhrase(first) || isTuple(first) ? JsonForm::Whisper : JsonForm::Unknown;
}

JsonForm formOfObject(const Field &root)
{
    if (isListIn(root, u"monologues"))
        return JsonForm::Rev;
    if (isListIn(root, u"recognizedPhrases") || isListIn(root, u"RecognizedPhrases"))
        return JsonForm::Azure;
    if (has(firstIn(root, u"Transcript"), u"BeginOffsetMillis"))
        return JsonForm::Aws;
    if (has(root, u"results"))
        return formOfResults(root);
    if (isListIn(root, u"transcription"))
        return JsonForm::WhisperCpp;
    if (isListIn(firstIn(root, u"transcripts"), u"words"))
        return JsonForm::ElevenLabs;
    if (isListIn(root, u"segments"))
        return formOfSegments(root);
    if (has(firstIn(root, u"chunks"), u"timestamp"))
        return JsonForm::Whisper;
    if (isListIn(root, u"words"))
        return formOfWords(root);
    if (isListIn(root, u"utterances") || hasAll(root, {u"acoustic_model", u"status"}))
        return JsonForm::AssemblyAi;
    return JsonForm::Unknown;
}

} // namespace

JsonForm jsonFormOf(const Source &source)
{
    const Field root = *source.json;
    for (const FormatReader &own : {serviceResultReader(), requestReader(), contractTranscriptReader()}) {
        if (own.recognises(source))
            return JsonForm::Unknown;
    }
    return root->isArray() ? formOfList(firstOf(root)) : formOfObject(root);
}

} // namespace Viral
