// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/measure.h"

#include "core/analysis/tokenestimate.h"
#include "core/clients/openaicapabilities.h"
#include "core/clients/prompt.h"
#include "core/run/keptanswers.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Roles and marks around the two parts of a request.
constexpr std::int64_t tokensAround = 30;
/// A sentence's number, time and end of line.
constexpr std::int64_t tokensOfLine = 6;
/// A moment with its five posts in a language that takes four characters a token.
constexpr std::int64_t tokensOfMoment = 450;
/// What a model thinks about a chunk at low effort.
constexpr std::int64_t tokensOfThinking = 1'500;
constexpr Milliseconds speechPerMoment{75'000};
constexpr std::int64_t mostMoments = 8;

std::int64_t momentsIn(const Chunk &chunk)
{
    return std::clamp<std::int64_t>(chunk.span.duration() / speechPerMoment, 1, mostMoments);
}

/// Tokens of what the model writes: its texts are in the transcript's language and cost what that costs.
std::int64_t outputOf(const Chunk &chunk, const QString &text, std::int64_t tokens)
{
    const std::int64_t ifLatin = std::max<std::int64_t>(1, text.size() / 4);
    const std::int64_t plain = momentsIn(chunk) * tokensOfMoment;
    return std::max(plain, plain * tokens / ifLatin);
}

std::int64_t tokensOfSentences(const Transcript &transcript, int first, int end)
{
    std::int64_t tokens = 0;
    for (int i = first; i < end; ++i)
        tokens += estimateTokens(transcript.sentences.at(i).text) + tokensOfLine;
    return tokens;
}

} // namespace

std::int64_t ruleTokens(const PromptTemplates &templates)
{
    return estimateTokens(templates.rules) + estimateTokens(QString::fromUtf8(templates.schema)) + tokensAround;
}

QList<ChunkMeasure> measureChunks(const Request &request, const QList<Chunk> &chunks, const PromptTemplates &templates)
{
    const std::int64_t rules = ruleTokens(templates);
    QList<ChunkMeasure> measures;
    int covered = 0;
    for (const Chunk &chunk : chunks) {
        const Prompt prompt =
            buildPrompt(templates, request.metadata, request.transcript, {chunk.firstSentence, chunk.endSentence});
        const std::int64_t tokens = estimateTokens(prompt.chunk);
        const int repeatedEnd = std::min(covered, chunk.endSentence);
        measures.append({.index = chunk.index,
                         .input = rules + tokens,
                         .repeated = tokensOfSentences(request.transcript, chunk.firstSentence, repeatedEnd),
                         .output = outputOf(chunk, prompt.chunk, tokens)});
        covered = std::max(covered, chunk.endSentence);
    }
    return measures;
}

std::int64_t thinkingTokens(const QString &model)
{
    return traitsOf(model).efforts.isEmpty() ? 0 : tokensOfThinking;
}

UsageSample usageSample(const QList<ChunkMeasure> &measures, const QList<StoredAnswer> &answers, const QString &model,
                        const QString &language)
{
    QHash<int, QList<StoredAnswer>> byChunk;
    for (const StoredAnswer &answer : answers)
        byChunk[answer.chunkIndex].append(answer);
    UsageSample sample{.model = model, .language = language};
    for (const ChunkMeasure &measure : measures) {
        const QList<StoredAnswer> own = byChunk.value(measure.index);
        if (own.size() != 1)
            continue;
        const ChunkUsage usage = usageOf(own.constFirst(), measure.index);
        const std::int64_t input = tokenCount(usage.counts, u"input_tokens");
        if (input == 0)
            continue;
        ++sample.chunks;
        sample.estimatedInput += measure.input;
        sample.reportedInput += input;
        sample.reportedCached += tokenCount(usage.counts, u"input_cached_tokens");
        sample.estimatedOutput += measure.output + thinkingTokens(model);
        sample.reportedOutput += tokenCount(usage.counts, u"output_tokens");
        if (usage.responseTime)
            sample.responseTimes.append(*usage.responseTime);
    }
    return sample;
}

} // namespace Viral
