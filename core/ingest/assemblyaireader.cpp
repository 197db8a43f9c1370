// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/assemblyaireader.h"

#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/unitbuilder.h"

#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

void addWords(const Field &words, const QString &speaker, const JsonPieces &pieces, UnitBuilder &builder)
{
    pieces.forEachObject(words, [&](const JsonValue &word) {
        const auto [text, start, end, own] = word.pick(std::array{"text"sv, "start"sv, "end"sv, "speaker"sv});
        const QString label = pieces.speaker(own);
        builder.addWord({.text = pieces.text(text), .start = pieces.time(start), .end = pieces.time(end)},
                        label.isEmpty() ? speaker : label);
    });
}

void addUtterance(const JsonValue &utterance, const JsonPieces &pieces, UnitBuilder &builder)
{
    const auto [text, start, end, speaker, words] =
        utterance.pick(std::array{"text"sv, "start"sv, "end"sv, "speaker"sv, "words"sv});
    const QString label = pieces.speaker(speaker);
    if (words && words->size() > 0)
        addWords(words, label, pieces, builder);
    else
        builder.addUnit(
            {.text = pieces.text(text), .start = pieces.time(start), .end = pieces.time(end), .speaker = label});
}

Result<Content> read(const Source &source, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Millisecond, problems);
    const auto [words, utterances, language, status, error] =
        source.json->pick(std::array{"words"sv, "utterances"sv, "language_code"sv, "status"sv, "error"sv});
    const bool hasWords = words && words->size() > 0;
    const bool hasUtterances = utterances && utterances->size() > 0;
    if (!hasWords && !hasUtterances && isGiven(error))
        return failure(ErrorKind::Input, u"AssemblyAI could not transcribe this: %1"_s.arg(pieces.text(error)),
                       u"/error"_s);
    const QString state = pieces.text(status);
    if (!state.isEmpty() && state != u"completed")
        problems.addWarning(*status, u"The transcription was not completed: %1."_s.arg(state));
    UnitBuilder builder;
    if (hasWords)
        addWords(words, {}, pieces, builder);
    else
        pieces.forEachObject(utterances, [&](const JsonValue &value) { addUtterance(value, pieces, builder); });
    return RawTranscript{.language = pieces.text(language), .units = builder.takeSorted()};
}

} // namespace

FormatReader assemblyAiReader()
{
    return {"AssemblyAI JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::AssemblyAi>, read};
}

} // namespace Viral
