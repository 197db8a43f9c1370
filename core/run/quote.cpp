// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/quote.h"

#include "core/analysis/chunk.h"
#include "core/analysis/tokenestimate.h"
#include "core/clients/openaicapabilities.h"
#include "core/clients/prompt.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Roles and marks around the two parts of a request.
constexpr std::int64_t tokensAround = 30;
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

} // namespace

RunQuote quoteFor(const Request &request, const AnalysisSettings &settings, const PromptTemplates &templates,
                  const PriceTable &prices)
{
    RunQuote quote;
    const QList<Chunk> chunks = makeChunks(request.transcript, settings);
    quote.chunks = static_cast<int>(chunks.size());
    const std::int64_t tokensOfRules =
        estimateTokens(templates.rules) + estimateTokens(QString::fromUtf8(templates.schema)) + tokensAround;
    for (const Chunk &chunk : chunks) {
        const Prompt prompt =
            buildPrompt(templates, request.metadata, request.transcript, {chunk.firstSentence, chunk.endSentence});
        const std::int64_t tokens = estimateTokens(prompt.chunk);
        quote.inputTokens += tokensOfRules + tokens;
        quote.outputTokens += outputOf(chunk, prompt.chunk, tokens);
    }

    QSet<QString> seen;
    for (const ModelPrice &entry : prices.models) {
        if (seen.contains(entry.model))
            continue;
        seen.insert(entry.model);
        const bool thinks = !traitsOf(entry.model).efforts.isEmpty();
        const std::int64_t output = quote.outputTokens + (thinks ? quote.chunks * tokensOfThinking : 0);
        const auto price =
            priceOf({{u"input_tokens"_s, quote.inputTokens}, {u"output_tokens"_s, output}}, entry.model, prices);
        quote.models.append({.model = entry.model,
                             .outputTokens = output,
                             .price = price ? price->totalCost : MicroDollars{},
                             .shutdownDate = entry.shutdownDate});
    }
    return quote;
}

} // namespace Viral
