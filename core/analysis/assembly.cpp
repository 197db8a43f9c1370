// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/assembly.h"

#include "core/analysis/duplicates.h"
#include "core/analysis/refinement.h"
#include "core/analysis/usagetotals.h"
#include "core/contract/serviceresultcodec.h"

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// The answers in order of chunk.
std::vector<const ChunkAnswer *> ordered(const QList<ChunkAnswer> &answers)
{
    std::vector<const ChunkAnswer *> order;
    order.reserve(static_cast<std::size_t>(answers.size()));
    for (const ChunkAnswer &answer : answers)
        order.push_back(&answer);
    std::stable_sort(order.begin(), order.end(),
                     [](const ChunkAnswer *a, const ChunkAnswer *b) { return a->chunkIndex < b->chunkIndex; });
    return order;
}

const Chunk *chunkNumbered(const QList<Chunk> &chunks, int index)
{
    const auto found = std::find_if(chunks.begin(), chunks.end(), [index](const Chunk &c) { return c.index == index; });
    return found == chunks.end() ? nullptr : &*found;
}

RefinedCandidate withoutChunk(const Candidate &candidate)
{
    RefinedCandidate refined;
    refined.entry.candidate = candidate;
    refined.entry.stage = FunnelStage::Placing;
    refined.entry.rule = u"no-such-chunk"_s;
    refined.entry.measured = u"chunk %1"_s.arg(candidate.chunkIndex);
    refined.entry.reason = u"The answer names a chunk that was never asked for."_s;
    return refined;
}

/// Everything one answer brought, in order of position.
std::vector<RefinedCandidate> refineAnswer(const ChunkAnswer &answer, const TranscriptIndex &index, const Chunk *chunk)
{
    std::vector<RefinedCandidate> refined;
    refined.reserve(static_cast<std::size_t>(answer.candidates.size() + answer.ended.size()));
    for (const Candidate &candidate : answer.candidates) {
        Candidate own = candidate;
        own.chunkIndex = answer.chunkIndex;
        refined.push_back(chunk ? refine(own, index, *chunk) : withoutChunk(own));
    }
    for (const FunnelEntry &entry : answer.ended)
        refined.push_back({.entry = entry, .moment = std::nullopt});
    std::stable_sort(refined.begin(), refined.end(), [](const RefinedCandidate &a, const RefinedCandidate &b) {
        return a.entry.candidate.position < b.entry.candidate.position;
    });
    return refined;
}

/// Fields the model filled, and one more for a quote that stands in the clip.
int richness(const RefinedCandidate &refined)
{
    const Candidate &candidate = refined.entry.candidate;
    int filled = refined.quoteIsVerbatim ? 1 : 0;
    for (const QString &text : {candidate.category, candidate.engagementValue, candidate.quote})
        filled += text.trimmed().isEmpty() ? 0 : 1;
    return filled + refined.ownPosts + static_cast<int>(refined.moment->scorecard.further.size());
}

/// Takes the candidates of all chunks and makes the final list of them.
class Selection
{
public:
    explicit Selection(std::vector<RefinedCandidate> refined)
        : m_refined(std::move(refined))
    {
        for (std::size_t i = 0; i < m_refined.size(); ++i) {
            m_refined[i].entry.number = static_cast<int>(i);
            if (m_refined[i].moment)
                m_passed.push_back(i);
        }
    }

    int passedCount() const { return static_cast<int>(m_passed.size()); }

    QList<Moment> keepBest()
    {
        const auto duplicates = findDuplicates(rankedClips());
        const QList<Moment> moments = sortedMoments(duplicates);
        for (std::size_t i = 0; i < m_passed.size(); ++i) {
            if (duplicates[i])
                giveWay(m_refined[m_passed[i]].entry, *duplicates[i]);
        }
        return moments;
    }

    QList<FunnelEntry> takeEntries()
    {
        QList<FunnelEntry> entries;
        entries.reserve(static_cast<qsizetype>(m_refined.size()));
        for (RefinedCandidate &refined : m_refined)
            entries.append(std::move(refined.entry));
        return entries;
    }

private:
    std::vector<RankedClip> rankedClips() const
    {
        std::vector<RankedClip> clips;
        clips.reserve(m_passed.size());
        for (const std::size_t passed : m_passed) {
            const RefinedCandidate &refined = m_refined[passed];
            clips.push_back(
                {refined.moment->span, refined.moment->scorecard.sum(), richness(refined), refined.entry.number});
        }
        return clips;
    }

    /// The moments that stay, by start; their entries learn their places.
    QList<Moment> sortedMoments(const std::vector<std::optional<DuplicateOf>> &duplicates)
    {
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < m_passed.size(); ++i) {
            if (!duplicates[i])
                kept.push_back(m_passed[i]);
        }
        std::stable_sort(kept.begin(), kept.end(), [this](std::size_t a, std::size_t b) {
            const TimeSpan &first = m_refined[a].moment->span;
            const TimeSpan &second = m_refined[b].moment->span;
            return first.start != second.start ? first.start < second.start : first.end < second.end;
        });
        QList<Moment> moments;
        moments.reserve(static_cast<qsizetype>(kept.size()));
        for (const std::size_t candidate : kept) {
            m_refined[candidate].entry.momentIndex = static_cast<int>(moments.size());
            moments.append(std::move(*m_refined[candidate].moment));
        }
        return moments;
    }

    void giveWay(FunnelEntry &entry, const DuplicateOf &duplicate)
    {
        const FunnelEntry &winner = m_refined[m_passed[duplicate.winner]].entry;
        entry.stage = FunnelStage::Duplicates;
        entry.rule = duplicate.sameness.rule;
        entry.measured = duplicate.sameness.measured;
        entry.reason =
            u"Candidate %1 of chunk %2 stays, a better clip of the same stretch."_s.arg(winner.candidate.position)
                .arg(winner.candidate.chunkIndex);
        entry.momentIndex = winner.momentIndex;
    }

    std::vector<RefinedCandidate> m_refined;
    std::vector<std::size_t> m_passed;
};

QStringList notesOn(const QList<Chunk> &chunks, const std::vector<const ChunkAnswer *> &answers)
{
    QStringList notes;
    for (const ChunkAnswer *answer : answers) {
        if (answer->failed)
            notes.append(u"Chunk %1 failed and was passed over."_s.arg(answer->chunkIndex));
        else if (answer->candidates.isEmpty() && answer->ended.isEmpty())
            notes.append(u"The answer for chunk %1 holds no candidates."_s.arg(answer->chunkIndex));
        if (answer->entriesBeyondLimit > 0)
            notes.append(
                u"The answer for chunk %1 has %2 entries too many; they were not read."_s.arg(answer->chunkIndex)
                    .arg(answer->entriesBeyondLimit));
    }
    for (const Chunk &chunk : chunks) {
        const bool isAnswered = std::binary_search(
            answers.begin(), answers.end(), nullptr, [&chunk](const ChunkAnswer *a, const ChunkAnswer *b) {
                return (a ? a->chunkIndex : chunk.index) < (b ? b->chunkIndex : chunk.index);
            });
        if (!isAnswered)
            notes.append(u"Chunk %1 has no answer."_s.arg(chunk.index));
    }
    return notes;
}

/// Chunks whose answer came and was not given up.
int successfulCount(const QList<Chunk> &chunks, const std::vector<const ChunkAnswer *> &answers)
{
    std::vector<int> successful;
    for (const ChunkAnswer *answer : answers) {
        if (!answer->failed)
            successful.push_back(answer->chunkIndex);
    }
    return static_cast<int>(std::count_if(chunks.begin(), chunks.end(), [&successful](const Chunk &chunk) {
        return std::binary_search(successful.begin(), successful.end(), chunk.index);
    }));
}

std::optional<Usage> usageOf(const std::vector<const ChunkAnswer *> &answers)
{
    Usage usage;
    for (const ChunkAnswer *answer : answers) {
        if (!answer->usage || (answer->usage->counts.isEmpty() && answer->usage->reported.isEmpty()))
            continue;
        ChunkUsage chunk = *answer->usage;
        chunk.chunkIndex = answer->chunkIndex;
        if (!usage.byChunk.isEmpty() && usage.byChunk.constLast().chunkIndex == chunk.chunkIndex)
            addAttempt(usage.byChunk.last(), chunk);
        else
            usage.byChunk.append(chunk);
    }
    if (usage.byChunk.isEmpty())
        return std::nullopt;
    usage.totals = totalsOf(usage.byChunk);
    return usage;
}

QList<ChunkPayment> paymentsOf(const std::vector<const ChunkAnswer *> &answers)
{
    QList<ChunkPayment> payments;
    for (const ChunkAnswer *answer : answers) {
        if (answer->payment.answers == 0)
            continue;
        if (payments.isEmpty() || payments.constLast().chunkIndex != answer->chunkIndex)
            payments.append(ChunkPayment{.chunkIndex = answer->chunkIndex});
        addPayment(payments.last(), answer->payment);
    }
    return payments;
}

ResultMetadata metadataOf(const Request &request, const AnalysisSettings &settings, const ServiceResult &result,
                          const PriceTable &prices)
{
    ResultMetadata metadata;
    metadata.chunkDuration = settings.chunkDuration;
    metadata.overlap = settings.chunkOverlap;
    metadata.model = settings.model;
    metadata.momentsAfterDedup = static_cast<int>(result.moments.size());
    if (result.usage) {
        metadata.usageTotals = result.usage->totals;
        metadata.pricing = priceOf(metadata.usageTotals, settings.model, prices);
    }
    metadata.custom = request.metadata;
    metadata.custom.removeIf([](const RawMember &member) { return isServiceMetadata(member.name); });
    return metadata;
}

} // namespace

AnalysisOutcome assemble(const Request &request, const AnalysisSettings &settings, const QList<Chunk> &chunks,
                         const QList<ChunkAnswer> &answers, const PriceTable &prices)
{
    const TranscriptIndex index(request.transcript);
    const std::vector<const ChunkAnswer *> inOrder = ordered(answers);
    std::vector<RefinedCandidate> refined;
    for (const ChunkAnswer *answer : inOrder) {
        std::vector<RefinedCandidate> part = refineAnswer(*answer, index, chunkNumbered(chunks, answer->chunkIndex));
        refined.insert(refined.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    }
    Selection selection(std::move(refined));

    AnalysisOutcome outcome;
    ServiceResult &result = outcome.result;
    result.jobId = request.jobId;
    result.totalChunks = static_cast<int>(chunks.size());
    result.successfulChunks = successfulCount(chunks, inOrder);
    result.failedChunks = result.totalChunks - result.successfulChunks;
    result.moments = selection.keepBest();
    result.usage = usageOf(inOrder);
    result.metadata = metadataOf(request, settings, result, prices);
    result.metadata.momentsBeforeDedup = selection.passedCount();
    outcome.funnel.entries = selection.takeEntries();
    outcome.funnel.notes = notesOn(chunks, inOrder);
    outcome.payments = paymentsOf(inOrder);
    return outcome;
}

} // namespace Viral
