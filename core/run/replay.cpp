// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/replay.h"

#include "core/analysis/candidateparser.h"
#include "core/analysis/chunksplit.h"
#include "core/analysis/usagetotals.h"
#include "core/clients/openairequest.h"
#include "core/clients/prompt.h"
#include "core/run/keptanswers.h"

#include <QMap>

namespace Viral {

namespace {

/// Answers that were cut are asked for in halves, once.
constexpr int mostCuts = 1;

IsReadable readable(int chunk)
{
    return [chunk](const QByteArray &text) { return parseAnswer(text, chunk).has_value(); };
}

void addText(ChunkAnswer &answer, const QByteArray &text)
{
    const Result<ChunkAnswer> part = parseAnswer(text, answer.chunkIndex);
    if (!part)
        return;
    const auto shift = static_cast<int>(answer.candidates.size() + answer.ended.size());
    for (Candidate candidate : part->candidates) {
        candidate.position += shift;
        answer.candidates.append(candidate);
    }
    for (FunnelEntry entry : part->ended) {
        entry.candidate.position += shift;
        answer.ended.append(entry);
    }
    answer.entriesBeyondLimit += part->entriesBeyondLimit;
}

/// Looks up one chunk or part of one.
class Lookup
{
public:
    Lookup(const Request &request, const OpenAiSettings &settings, const PromptTemplates &templates,
           AnswerStore &answers)
        : m_request(request)
        , m_settings(settings)
        , m_templates(templates)
        , m_answers(answers)
    {}

    /// False when something is missing.
    Result<bool> collect(const Chunk &part, int depth, ChunkAnswer &answer)
    {
        const Prompt prompt =
            buildPrompt(m_templates, m_request.metadata, m_request.transcript, {part.firstSentence, part.endSentence});
        const auto kept = m_answers.answersFor({answerKey(m_settings, prompt)});
        if (!kept)
            return tl::unexpected(kept.error());
        const KeptUse use = useOf(*kept, readable(part.index));
        if (use.kind == KeptUse::Kind::Nothing)
            return false;
        for (const StoredAnswer &paid : use.paid)
            addPaid(answer, paid, readable(part.index));
        if (use.kind == KeptUse::Kind::Cut)
            return collectHalves(part, depth, answer);
        if (use.kind == KeptUse::Kind::Answer)
            addText(answer, use.text);
        return true;
    }

private:
    Result<bool> collectHalves(const Chunk &part, int depth, ChunkAnswer &answer)
    {
        const auto halves = depth < mostCuts ? splitChunk(m_request.transcript, part) : std::nullopt;
        if (!halves)
            return false;
        const Result<bool> first = collect(halves->first, depth + 1, answer);
        if (!first || !*first)
            return first;
        return collect(halves->second, depth + 1, answer);
    }

    const Request &m_request;
    const OpenAiSettings &m_settings;
    const PromptTemplates &m_templates;
    AnswerStore &m_answers;
};

} // namespace

Result<QList<ChunkAnswer>> keptChunkAnswers(const Request &request, const QList<Chunk> &chunks,
                                            const OpenAiSettings &settings, const PromptTemplates &templates,
                                            AnswerStore &answers)
{
    QList<ChunkAnswer> found;
    Lookup lookup(request, settings, templates, answers);
    for (const Chunk &chunk : chunks) {
        ChunkAnswer answer{.chunkIndex = chunk.index};
        const Result<bool> isThere = lookup.collect(chunk, 0, answer);
        if (!isThere)
            return tl::unexpected(isThere.error());
        if (*isThere)
            found.append(answer);
    }
    return found;
}

QList<ChunkAnswer> paidChunkAnswers(const QList<StoredAnswer> &paid)
{
    QMap<int, ChunkAnswer> found;
    for (const StoredAnswer &one : paid) {
        ChunkAnswer &answer = found[one.chunkIndex];
        answer.chunkIndex = one.chunkIndex;
        addPaid(answer, one, readable(one.chunkIndex));
        addText(answer, one.text.toUtf8());
    }
    return found.values();
}

} // namespace Viral
