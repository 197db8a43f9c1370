// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/transcriptindex.h"

#include <optional>

namespace Viral {

/// How a quote came about.
enum class QuoteSource
{
    Words,    ///< the candidate's quote, found in the clip
    Sentence, ///< the sentence of the clip that is most like it
    Model,    ///< the transcript has nothing to quote: the model's own text
};

struct Quote
{
    QString text;
    QuoteSource source = QuoteSource::Model;

    bool operator==(const Quote &) const = default;
};

/// The quote of a clip word for word (interface.md section 5): \a proposed is looked for in what is said in \a span
/// with case, punctuation and small slips forgiven, and comes back in whole words as they stand in the transcript; when
/// it is not there, the sentence most like it, ties going to the one most like \a hook, then to the earliest. Nothing
/// when there is nothing to quote at all. The work is bounded for any length of quote and density of words.
std::optional<Quote> findQuote(QStringView proposed, QStringView hook, const TimeSpan &span,
                               const TranscriptIndex &index);

} // namespace Viral
