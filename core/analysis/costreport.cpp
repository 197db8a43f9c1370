// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/costreport.h"

#include "core/base/csv.h"
#include "core/base/timetext.h"

#include <QMap>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// How many chunks of usage it takes to say what is usual.
constexpr qsizetype enoughToCompare = 4;
/// A chunk counts as asked twice from this many hundredths of the usual input on.
constexpr std::int64_t twiceFrom = 175;
constexpr std::int64_t mostLikelyAttempts = 9;

/// Counters in the order of the columns.
constexpr std::array<QStringView, 5> columns{u"input_tokens", u"input_cached_tokens", u"prompt_cache_write_tokens",
                                             u"output_tokens", u"output_reasoning_tokens"};

/// The result's own rates; the table knows what writing the cache costs.
std::optional<ModelPrice> priceFor(const ResultMetadata &metadata, const PriceTable &prices)
{
    const ModelPrice *known = prices.find(metadata.pricing ? metadata.pricing->model : metadata.model);
    if (!metadata.pricing)
        return known ? std::optional(*known) : std::nullopt;
    ModelPrice price{.model = metadata.pricing->model, .rates = metadata.pricing->rates};
    if (known && known->rates == price.rates)
        price.cacheWrite = known->cacheWrite;
    return price;
}

/// The totals of the result; where they are empty, those that its price was reckoned from.
std::optional<TokenCounts> totalsOf(const ServiceResult &result)
{
    if (!result.usage)
        return std::nullopt;
    const std::optional<Pricing> &pricing = result.metadata.pricing;
    if (!result.usage->totals.isEmpty() || !pricing)
        return result.usage->totals;
    return TokenCounts{{u"input_tokens"_s, pricing->inputTokens},
                       {u"output_tokens"_s, pricing->outputTokens},
                       {u"input_cached_tokens"_s, pricing->cachedTokens}};
}

/// Compares with the chunk in the middle: chunks of one run are alike in length.
void guessAttempts(QList<ChunkCost> &chunks)
{
    std::vector<std::int64_t> inputs;
    for (const ChunkCost &chunk : std::as_const(chunks)) {
        if (const std::int64_t tokens = chunk.tokens(u"input_tokens"); tokens > 0)
            inputs.push_back(tokens);
    }
    if (std::ssize(inputs) < enoughToCompare)
        return;
    const auto middle = inputs.begin() + std::ssize(inputs) / 2;
    std::nth_element(inputs.begin(), middle, inputs.end());
    const double usual = static_cast<double>(*middle);
    for (ChunkCost &chunk : chunks) {
        const double share = static_cast<double>(chunk.tokens(u"input_tokens")) / usual;
        if (share * 100 >= static_cast<double>(twiceFrom) && !chunk.answers)
            chunk.likelyAttempts = static_cast<int>(std::min(share + 0.5, static_cast<double>(mostLikelyAttempts)));
    }
}

void takePayments(QMap<int, ChunkCost> &costs, const QList<ChunkPayment> &payments,
                  const std::optional<ModelPrice> &price)
{
    for (const ChunkPayment &payment : payments) {
        const auto cost = costs.find(payment.chunkIndex);
        if (cost == costs.end() || !cost->counts)
            continue;
        cost->answers = payment.answers;
        cost->inVain = payment.inVain;
        if (const auto bill = price ? billOf(payment.inVainCounts, *price) : std::nullopt)
            cost->inVainBilled = bill->totalCost;
    }
}

QList<ChunkCost> chunksOf(const ServiceResult &result, const QList<Chunk> &chunks,
                          const std::optional<ModelPrice> &price, const QList<ChunkPayment> &payments)
{
    QMap<int, ChunkCost> costs;
    for (const Chunk &chunk : chunks)
        costs[chunk.index] = {.chunkIndex = chunk.index, .span = chunk.span};
    const QList<ChunkUsage> usages = result.usage ? result.usage->byChunk : QList<ChunkUsage>();
    for (const ChunkUsage &usage : usages) {
        ChunkCost &cost = costs[usage.chunkIndex];
        cost.chunkIndex = usage.chunkIndex;
        cost.counts = usage.counts;
        cost.responseTime = usage.responseTime;
        const auto bill = price ? billOf(usage.counts, *price) : std::nullopt;
        const auto contract = price ? priceOf(usage.counts, price->model, {{*price}}) : std::nullopt;
        if (bill && contract) {
            cost.billed = bill->totalCost;
            cost.contract = contract->totalCost;
        }
    }
    for (const Moment &moment : result.moments) {
        if (moment.chunkIndex && costs.contains(*moment.chunkIndex))
            ++costs[*moment.chunkIndex].moments;
    }
    takePayments(costs, payments, price);
    QList<ChunkCost> list = costs.values();
    guessAttempts(list);
    return list;
}

QString moneyText(const std::optional<MicroDollars> &cost)
{
    return cost ? cost->sixDecimals() : QString();
}

QString numberText(const std::optional<Milliseconds> &time)
{
    return time ? QString::number(time->count()) : QString();
}

QString edge(const ChunkCost &chunk, Milliseconds TimeSpan::*which)
{
    return chunk.span ? QString::number(((*chunk.span).*which).count()) : QString();
}

QStringList countTexts(const std::optional<TokenCounts> &counts)
{
    QStringList texts;
    for (const QStringView name : columns)
        texts.append(counts ? QString::number(tokenCount(*counts, name)) : QString());
    return texts;
}

/// A field that no spreadsheet takes for a formula or breaks at.
QString oneLine(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

QStringList sumFields(const CostReport &report)
{
    int moments = 0;
    for (const ChunkCost &chunk : report.chunks)
        moments += chunk.moments;
    return countTexts(report.totals) + QStringList{QString(), QString::number(moments),
                                                   report.pricing ? report.pricing->totalCost.sixDecimals() : QString(),
                                                   report.bill ? report.bill->totalCost.sixDecimals() : QString()};
}

} // namespace

int CostReport::likelyRepeats() const
{
    int repeats = 0;
    for (const ChunkCost &chunk : chunks)
        repeats += chunk.likelyAttempts - 1;
    return repeats;
}

std::optional<MicroDollars> CostReport::likelyRepeatCost() const
{
    if (!price)
        return std::nullopt;
    std::int64_t cost = 0;
    for (const ChunkCost &chunk : chunks) {
        const std::int64_t billed = chunk.billed.value_or(MicroDollars{}).value;
        if (__builtin_add_overflow(cost, billed / chunk.likelyAttempts * (chunk.likelyAttempts - 1), &cost))
            return MicroDollars{std::numeric_limits<std::int64_t>::max()};
    }
    return MicroDollars{cost};
}

int CostReport::answersInVain() const
{
    int inVain = 0;
    for (const ChunkCost &chunk : chunks)
        inVain += chunk.inVain;
    return inVain;
}

std::optional<MicroDollars> CostReport::inVainCost() const
{
    std::int64_t cost = 0;
    for (const ChunkCost &chunk : chunks) {
        if (chunk.inVain == 0)
            continue;
        if (!chunk.inVainBilled)
            return std::nullopt;
        if (__builtin_add_overflow(cost, chunk.inVainBilled->value, &cost))
            return MicroDollars{std::numeric_limits<std::int64_t>::max()};
    }
    return MicroDollars{cost};
}

bool CostReport::knowsAnswers() const
{
    return std::all_of(chunks.begin(), chunks.end(),
                       [](const ChunkCost &chunk) { return !chunk.counts || chunk.answers; });
}

CostReport costReportOf(const ServiceResult &result, const QList<Chunk> &chunks, const PriceTable &prices,
                        const QList<ChunkPayment> &payments)
{
    CostReport report{.model = result.metadata.model,
                      .pricing = result.metadata.pricing,
                      .price = priceFor(result.metadata, prices),
                      .totals = totalsOf(result)};
    if (report.totals && report.price)
        report.bill = billOf(*report.totals, *report.price);
    report.chunks = chunksOf(result, chunks, report.price, payments);
    if (report.totals)
        report.models = costWithEachModel(*report.totals, prices);
    return report;
}

QByteArray costAsCsv(const CostReport &report)
{
    const QString model = csvField(report.model);
    QStringList lines{u"chunk,start_ms,end_ms,input_tokens,cached_tokens,cache_write_tokens,output_tokens,"
                      u"reasoning_tokens,response_time_ms,moments,contract_usd,billed_usd,model"_s};
    for (const ChunkCost &chunk : report.chunks) {
        const QStringList fields =
            QStringList{QString::number(chunk.chunkIndex), edge(chunk, &TimeSpan::start), edge(chunk, &TimeSpan::end)} +
            countTexts(chunk.counts) +
            QStringList{numberText(chunk.responseTime), QString::number(chunk.moments), moneyText(chunk.contract),
                        moneyText(chunk.billed), model};
        lines.append(fields.join(u','));
    }
    lines.append((QStringList{u"total"_s, {}, {}} + sumFields(report) + QStringList{model}).join(u','));
    return (lines.join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

QString costAsText(const CostReport &report)
{
    QStringList lines{u"Model\t"_s + oneLine(report.model)};
    if (report.pricing)
        lines.append(u"By the contract\t$"_s + report.pricing->totalCost.sixDecimals());
    if (report.bill)
        lines.append(u"Billed by OpenAI\t$"_s + report.bill->totalCost.sixDecimals());
    lines.append(QString());
    lines.append(u"Chunk\tFrom\tTo\tInput\tCached\tCache writes\tOutput\tReasoning\tAnswer (ms)\tMoments\tContract ($)"
                 u"\tBilled ($)"_s);
    for (const ChunkCost &chunk : report.chunks) {
        const QStringList fields =
            QStringList{QString::number(chunk.chunkIndex + 1), chunk.span ? clockText(chunk.span->start) : QString(),
                        chunk.span ? clockText(chunk.span->end) : QString()} +
            countTexts(chunk.counts) +
            QStringList{numberText(chunk.responseTime), QString::number(chunk.moments), moneyText(chunk.contract),
                        moneyText(chunk.billed)};
        lines.append(fields.join(u'\t'));
    }
    lines.append((QStringList{u"Total"_s, {}, {}} + sumFields(report)).join(u'\t'));
    return lines.join(u'\n') + u'\n';
}

} // namespace Viral
