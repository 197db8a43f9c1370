// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/quoterule.h"

#include "core/analysis/cleantext.h"
#include "core/analysis/tokenalignment.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Longest quote, and most of a clip, that are laid against each other; speech of 90 s stays far below.
constexpr std::size_t longestQuote = 256;
constexpr std::size_t longestAligned = 2048;

/// One slip in four words; quotes of up to three words must stand exactly.
int allowedSlips(std::size_t words)
{
    return static_cast<int>(words / 4);
}

class QuoteFinder
{
public:
    QuoteFinder(const TimeSpan &span, const TranscriptIndex &index)
        : m_index(index)
        , m_spoken(index.spoken())
        , m_units(m_spoken.unitsIn(span))
        , m_said(m_spoken.tokens(m_units))
    {}

    std::optional<QString> words(std::span<const SpokenToken> wanted) const
    {
        const auto match = exactOrClose(wanted);
        if (!match)
            return std::nullopt;
        return m_spoken.verbatim(m_index.transcript(), m_units, match->first, match->end);
    }

    std::optional<QString> sentence(std::vector<SpokenToken> wanted, std::vector<SpokenToken> hook) const;

private:
    std::optional<TokenMatch> exactOrClose(std::span<const SpokenToken> wanted) const
    {
        if (wanted.empty())
            return std::nullopt;
        const auto found = std::search(m_said.begin(), m_said.end(), wanted.begin(), wanted.end());
        if (found != m_said.end()) {
            const auto first = static_cast<std::size_t>(found - m_said.begin());
            return TokenMatch{first, first + wanted.size(), 0};
        }
        const auto close =
            align(wanted, m_said.first(std::min(m_said.size(), longestAligned)), allowedSlips(wanted.size()));
        return close ? std::optional(withChangedEnds(*close, wanted)) : std::nullopt;
    }

    /// A slip in the quote's first or last word leaves that word out; inside a sentence the transcript's word in its
    /// place belongs to the quote.
    TokenMatch withChangedEnds(TokenMatch match, std::span<const SpokenToken> wanted) const
    {
        const std::size_t last = wanted.size() - 1;
        if (match.first > 0 && last > 0 && m_said[match.first] == wanted[1] && !isParted(match.first))
            --match.first;
        if (match.end < m_said.size() && last > 0 && m_said[match.end - 1] == wanted[last - 1] && !isParted(match.end))
            ++match.end;
        return match;
    }

    /// True when a sentence ends before the token.
    bool isParted(std::size_t token) const { return sentenceOf(token) != sentenceOf(token - 1); }
    int sentenceOf(std::size_t token) const { return m_spoken.unit(m_spoken.unitOfToken(m_units, token)).sentence; }

    const TranscriptIndex &m_index;
    const SpokenText &m_spoken;
    SpokenText::UnitRange m_units;
    std::span<const SpokenToken> m_said;
};

/// How much of two texts is the same, as a fraction without rounding.
struct Likeness
{
    std::size_t common = 0;
    std::size_t total = 1;

    bool operator>(const Likeness &other) const { return common * other.total > other.common * total; }
};

Likeness likeness(const std::vector<SpokenToken> &sorted, std::span<const SpokenToken> sentence)
{
    const auto common = std::count_if(sentence.begin(), sentence.end(), [&sorted](SpokenToken token) {
        return std::binary_search(sorted.begin(), sorted.end(), token);
    });
    return {static_cast<std::size_t>(common), std::max<std::size_t>(1, sorted.size() + sentence.size())};
}

std::optional<QString> QuoteFinder::sentence(std::vector<SpokenToken> wanted, std::vector<SpokenToken> hook) const
{
    std::sort(wanted.begin(), wanted.end());
    std::sort(hook.begin(), hook.end());
    std::optional<SpokenText::UnitRange> best;
    Likeness bestQuote;
    Likeness bestHook;
    for (std::size_t first = m_units.first; first < m_units.end;) {
        SpokenText::UnitRange units{first, first + 1};
        while (units.end < m_units.end && m_spoken.unit(units.end).sentence == m_spoken.unit(first).sentence)
            ++units.end;
        first = units.end;
        const std::span<const SpokenToken> tokens = m_spoken.tokens(units);
        const Likeness toQuote = likeness(wanted, tokens);
        const Likeness toHook = likeness(hook, tokens);
        const bool isAsGood = !(bestQuote > toQuote) && toHook > bestHook;
        if (tokens.empty() || (best && !(toQuote > bestQuote) && !isAsGood))
            continue;
        best = units;
        bestQuote = toQuote;
        bestHook = toHook;
    }
    return best ? std::optional(m_spoken.verbatim(m_index.transcript(), *best)) : std::nullopt;
}

} // namespace

std::optional<Quote> findQuote(QStringView proposed, QStringView hook, const TimeSpan &span,
                               const TranscriptIndex &index)
{
    const QuoteFinder finder(span, index);
    const std::vector<SpokenToken> wanted = tokensOf(proposed, longestQuote);
    if (auto words = finder.words(wanted))
        return Quote{*words, QuoteSource::Words};
    if (auto sentence = finder.sentence(wanted, tokensOf(hook, longestQuote)))
        return Quote{*sentence, QuoteSource::Sentence};
    const QString own = cleanLine(proposed);
    return hasVisibleText(own) ? std::optional(Quote{own, QuoteSource::Model}) : std::nullopt;
}

} // namespace Viral
