// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/quote.h"

#include "core/analysis/chunk.h"
#include "core/run/measure.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Viral {

RunQuote quoteFor(const Request &request, const AnalysisSettings &settings, const PromptTemplates &templates,
                  const PriceTable &prices)
{
    RunQuote quote;
    for (const ChunkMeasure &chunk : measureChunks(request, makeChunks(request.transcript, settings), templates)) {
        ++quote.chunks;
        quote.inputTokens += chunk.input;
        quote.outputTokens += chunk.output;
    }

    QSet<QString> seen;
    for (const ModelPrice &entry : prices.models) {
        if (seen.contains(entry.model))
            continue;
        seen.insert(entry.model);
        const std::int64_t output = quote.outputTokens + quote.chunks * thinkingTokens(entry.model);
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
