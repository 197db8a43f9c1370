// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/refinement.h"

#include "core/analysis/cleantext.h"
#include "core/analysis/edges.h"
#include "core/analysis/hookrule.h"
#include "core/analysis/placing.h"
#include "core/analysis/quoterule.h"
#include "core/analysis/scoring.h"
#include "core/analysis/shorten.h"
#include "core/analysis/socialcopy.h"
#include "core/analysis/titlecase.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Leads one candidate through the rules; the first that refuses ends its way.
class Refiner
{
public:
    Refiner(const Candidate &candidate, const TranscriptIndex &index)
        : m_candidate(candidate)
        , m_index(index)
    {
        m_refined.entry.candidate = candidate;
        m_refined.entry.proposed = proposedSpan(candidate, index);
    }

    RefinedCandidate run(const Chunk &chunk) &&
    {
        Moment moment;
        if (const auto refused = judge(chunk, moment))
            refuse(*refused);
        else
            m_refined.moment = std::move(moment);
        return std::move(m_refined);
    }

private:
    using Refusal = std::optional<Discard>;

    Refusal judge(const Chunk &chunk, Moment &moment)
    {
        m_hook = trimmedHook(m_candidate.hook);
        if (const auto refused = makeClip(chunk, moment))
            return refused;
        if (const auto refused = writeTexts(moment))
            return refused;
        if (const auto refused = writePosts(moment))
            return refused;
        const auto scores = judgeScores(m_candidate);
        if (!scores)
            return scores.error();
        moment.scorecard = *scores;
        moment.chunkIndex = m_candidate.chunkIndex;
        return std::nullopt;
    }

    Refusal makeClip(const Chunk &chunk, Moment &moment)
    {
        const auto placement = place(m_candidate, m_index, chunk);
        if (!placement)
            return placement.error();
        const auto fitted = fitEdges(*placement, m_index);
        if (!fitted)
            return fitted.error();
        take(*fitted);
        const auto landed = landHook(*fitted, m_hook, m_index);
        if (!landed)
            return landed.error();
        take(*landed);
        moment.span = landed->span;
        return std::nullopt;
    }

    void take(const Clip &clip)
    {
        m_refined.entry.refined = clip.span;
        m_refined.entry.adjustments = clip.adjustments;
    }

    Refusal writeTexts(Moment &moment)
    {
        const QString &language = m_index.transcript().language;
        const QString line = cleanLine(m_candidate.title);
        const QString title = shortenedAtWord(line, titleLimit);
        if (!hasVisibleText(title))
            return Discard{FunnelStage::Text, u"title-empty"_s, {}, u"The moment has no title."_s};
        if (!hasVisibleText(m_hook))
            return Discard{FunnelStage::Text, u"hook-empty"_s, {}, u"The moment has no hook."_s};
        moment.title = shortenedAtWord(titleCase(title, language), titleLimit);
        moment.hook = m_hook;
        moment.category = categoryCase(m_candidate.category, language);
        moment.engagementValue = cleanParagraphs(m_candidate.engagementValue);
        note(u"title"_s, title != line ? u"shortened"_s : u"put in title case"_s, m_candidate.title, moment.title);
        note(u"hook"_s, u"shortened or cleaned"_s, m_candidate.hook, moment.hook);
        note(u"category"_s, u"put in title case"_s, m_candidate.category, moment.category);
        writeQuote(moment);
        return std::nullopt;
    }

    void writeQuote(Moment &moment)
    {
        const auto quote = findQuote(m_candidate.quote, m_hook, moment.span, m_index);
        if (!quote)
            return;
        moment.quote = quote->text;
        m_refined.quoteIsVerbatim = quote->source == QuoteSource::Words;
        note(u"quote"_s,
             m_refined.quoteIsVerbatim ? u"taken word for word from the transcript"_s
                                       : u"not said in the clip, so the sentence most like it"_s,
             m_candidate.quote, quote->text);
    }

    Refusal writePosts(Moment &moment)
    {
        const auto copy = writeSocialCopy(m_candidate, m_hook);
        if (!copy)
            return copy.error();
        moment.platforms = copy->platforms;
        moment.socialCopy = copy->posts;
        m_refined.ownPosts = copy->ownPosts;
        m_refined.entry.adjustments += copy->adjustments;
        return std::nullopt;
    }

    void note(const QString &what, const QString &why, const QString &before, const QString &after)
    {
        if (before != after)
            m_refined.entry.adjustments.append({what, why});
    }

    void refuse(const Discard &why)
    {
        m_refined.entry.stage = why.stage;
        m_refined.entry.rule = why.rule;
        m_refined.entry.measured = why.measured;
        m_refined.entry.reason = why.reason;
    }

    const Candidate &m_candidate;
    const TranscriptIndex &m_index;
    QString m_hook;
    RefinedCandidate m_refined;
};

} // namespace

RefinedCandidate refine(const Candidate &candidate, const TranscriptIndex &index, const Chunk &chunk)
{
    return Refiner(candidate, index).run(chunk);
}

} // namespace Viral
