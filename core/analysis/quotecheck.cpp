// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/quotecheck.h"

#include "core/analysis/quoterule.h"
#include "core/base/text.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::size_t mostWords = 256;

struct DiffWord
{
    QString text = {};
    std::vector<SpokenToken> tokens = {};
    bool followsSpace = false;
};

/// Words with their marks; each letter of a script without spaces alone, marks going with what is before them.
std::vector<DiffWord> wordsOf(QStringView text)
{
    std::vector<DiffWord> words;
    bool space = true;
    bool joins = false;
    for (qsizetype at = 0; at < text.size() && words.size() <= mostWords; ++at) {
        const QChar c = text[at];
        if (c.isSpace()) {
            space = true;
            continue;
        }
        const bool isAlone = c.isLetterOrNumber() && isUnspacedScript(c.unicode());
        if (space || isAlone || !joins) {
            if (space || isAlone || c.isLetterOrNumber() || words.empty())
                words.push_back({.followsSpace = space && !words.empty()});
        }
        words.back().text += c;
        joins = !isAlone;
        space = false;
    }
    for (DiffWord &word : words)
        word.tokens = tokensOf(word.text, 8);
    if (words.size() > mostWords)
        words.pop_back();
    return words;
}

/// A mark that stands alone ("–") is no difference.
bool areSame(const DiffWord &a, const DiffWord &b)
{
    return a.tokens == b.tokens;
}

class Difference
{
public:
    Difference(std::vector<DiffWord> quote, std::vector<DiffWord> said)
        : m_quote(std::move(quote))
        , m_said(std::move(said))
        , m_common((m_quote.size() + 1) * (m_said.size() + 1))
    {}

    QList<DiffPiece> pieces()
    {
        for (std::size_t q = m_quote.size(); q-- > 0;) {
            for (std::size_t s = m_said.size(); s-- > 0;)
                common(q, s) = areSame(m_quote[q], m_said[s]) ? common(q + 1, s + 1) + 1
                                                              : std::max(common(q + 1, s), common(q, s + 1));
        }
        std::size_t q = 0;
        std::size_t s = 0;
        while (q < m_quote.size() || s < m_said.size()) {
            const bool hasBoth = q < m_quote.size() && s < m_said.size();
            if (hasBoth && areSame(m_quote[q], m_said[s])) {
                add(DiffKind::Same, m_quote[q++]);
                ++s;
            } else if (q < m_quote.size() && (!hasBoth || common(q + 1, s) >= common(q, s + 1))) {
                add(DiffKind::Added, m_quote[q++]);
            } else {
                add(DiffKind::Missing, m_said[s++]);
            }
        }
        return m_pieces;
    }

private:
    int &common(std::size_t q, std::size_t s) { return m_common[q * (m_said.size() + 1) + s]; }

    void add(DiffKind kind, const DiffWord &word)
    {
        // A mark that stands alone goes with the words around it.
        if (word.tokens.empty() && !m_pieces.isEmpty())
            kind = m_pieces.constLast().kind;
        if (m_pieces.isEmpty() || m_pieces.constLast().kind != kind)
            m_pieces.append({kind, {}});
        else if (word.followsSpace)
            m_pieces.last().text += u' ';
        m_pieces.last().text += word.text;
    }

    std::vector<DiffWord> m_quote;
    std::vector<DiffWord> m_said;
    std::vector<int> m_common;
    QList<DiffPiece> m_pieces;
};

} // namespace

QList<DiffPiece> wordDifference(QStringView quote, QStringView said)
{
    return Difference(wordsOf(quote), wordsOf(said)).pieces();
}

QuoteCheck checkQuote(QStringView quote, const TimeSpan &span, const TranscriptIndex &index)
{
    const std::optional<Quote> found = findQuote(quote, {}, span, index);
    if (!found || found->source == QuoteSource::Model || tokensOf(quote, 1).empty())
        return {.said = found && found->source != QuoteSource::Model ? found->text : QString()};
    QuoteCheck check{.said = found->text, .difference = wordDifference(quote, found->text)};
    const bool isSame = std::all_of(check.difference.cbegin(), check.difference.cend(),
                                    [](const DiffPiece &piece) { return piece.kind == DiffKind::Same; });
    check.state = found->source == QuoteSource::Sentence ? QuoteState::Absent
                  : isSame                               ? QuoteState::Verbatim
                                                         : QuoteState::Near;
    return check;
}

} // namespace Viral
