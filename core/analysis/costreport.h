// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/billing.h"
#include "core/analysis/chunk.h"
#include "core/analysis/chunkpayment.h"
#include "core/contract/serviceresult.h"

namespace Viral {

/// What one chunk cost and brought.
struct ChunkCost
{
    int chunkIndex = 0;
    /// Nothing for a chunk that the transcript does not have.
    std::optional<TimeSpan> span = {};
    /// Nothing when no usage is reported for it; every paid attempt added up.
    std::optional<TokenCounts> counts = {};
    std::optional<Milliseconds> responseTime = {};
    int moments = 0;
    /// Nothing when no rates are known.
    std::optional<MicroDollars> contract = {};
    std::optional<MicroDollars> billed = {};
    /// Times that it was probably asked: the result adds attempts up, but a chunk that took twice the input of its like
    /// was most likely sent twice.
    int likelyAttempts = 1;
    /// Answers that were paid for it, where that is known; likelyAttempts says nothing then.
    std::optional<int> answers = {};
    /// Of those: they could not be used.
    int inVain = 0;
    /// What those were billed; nothing when no rates are known.
    std::optional<MicroDollars> inVainBilled = {};

    std::int64_t tokens(QStringView name) const { return counts ? tokenCount(*counts, name) : 0; }
    bool operator==(const ChunkCost &) const = default;
};

/// All that can be said about what a result cost.
struct CostReport
{
    /// As the result names it.
    QString model = {};
    /// The contract's figures as they stand in the result.
    std::optional<Pricing> pricing = {};
    /// At the rates of the result, else at those of the price table.
    std::optional<Bill> bill = {};
    /// The rates of the bill.
    std::optional<ModelPrice> price = {};
    /// Nothing where the result reports no usage.
    std::optional<TokenCounts> totals = {};
    /// In order of index: every chunk of the transcript and every one that usage names.
    QList<ChunkCost> chunks = {};
    /// The same tokens with each model of the price table.
    QList<ModelCost> models = {};

    /// What chunks that were probably asked more than once cost beyond their first attempt; nothing without rates.
    std::optional<MicroDollars> likelyRepeatCost() const;
    int likelyRepeats() const;
    /// Paid answers that could not be used, as far as that is known, and what they were billed.
    int answersInVain() const;
    std::optional<MicroDollars> inVainCost() const;
    /// Of every chunk that cost something it is known how many answers were paid.
    bool knowsAnswers() const;
    bool operator==(const CostReport &) const = default;
};

/// \a payments is what is known of single answers; of chunks without one it is guessed.
CostReport costReportOf(const ServiceResult &result, const QList<Chunk> &chunks, const PriceTable &prices,
                        const QList<ChunkPayment> &payments = {});

/// One line per chunk and one with the sums, for programs: comma separated, UTF-8, times in milliseconds, money in
/// dollars with six decimals.
QByteArray costAsCsv(const CostReport &report);
/// For people and spreadsheets: the sums in lines of their own, then the chunks; parted by tabs.
QString costAsText(const CostReport &report);

} // namespace Viral
