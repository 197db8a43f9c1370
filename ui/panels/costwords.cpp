// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/costwords.h"

#include "core/analysis/offline/offlineengine.h"
#include "core/base/timetext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QString exact(MicroDollars money)
{
    return u"$"_s + money.sixDecimals();
}

QString whole(std::int64_t number)
{
    return QLocale().toString(qint64(number));
}

QString rateText(const TokenRate &rate)
{
    return CostWords::tr("$%1 per million tokens").arg(rate.shortest());
}

FigureTable::Line line(const QString &name, std::int64_t tokens, const TokenRate &rate, MicroDollars cost)
{
    return {.cells = {name, whole(tokens), u"× $"_s + rate.shortest(), exact(cost)}, .toolTip = rateText(rate)};
}

FigureTable::Line sum(MicroDollars cost)
{
    return {.cells = {CostWords::tr("Total"), {}, {}, exact(cost)}, .isSum = true};
}

QString verdictText(ForecastCheck::Verdict verdict)
{
    switch (verdict) {
    case ForecastCheck::Verdict::Below:
        return CostWords::tr("▼ less");
    case ForecastCheck::Verdict::Within:
        return CostWords::tr("as quoted");
    case ForecastCheck::Verdict::Above:
        return CostWords::tr("▲ more");
    case ForecastCheck::Verdict::Unknown:
        break;
    }
    return u"–"_s;
}

QString rangeText(const QString &low, const QString &high)
{
    return low == high ? low : low + u"–"_s + high;
}

QString thousands(std::int64_t tokens)
{
    return tokens < 10'000 ? whole(tokens) : CostWords::tr("%1 k").arg(whole((tokens + 500) / 1000));
}

QString rangeText(const TokenRange &range)
{
    return rangeText(thousands(range.low), thousands(range.high));
}

} // namespace

QString CostWords::headline(const CostReport &report, bool isLive)
{
    if (!report.totals)
        return isLive ? tr("Nothing is paid yet") : tr("Nothing was paid for this run");
    if (!report.pricing)
        return tr("The price of this model is not known");
    const QString price = report.pricing->totalCost.forPeople();
    return isLive ? tr("%1 so far, by the price table for %2").arg(price, report.pricing->model)
                  : tr("%1 by the price table for %2").arg(price, report.pricing->model);
}

QString CostWords::explanation(const CostReport &report)
{
    if (report.pricing)
        return {};
    if (report.model == offlineModelName)
        return tr("The offline engine works on this computer: it costs nothing and sends nothing.");
    if (!report.totals)
        return tr("The result does not say which tokens were used.");
    if (report.bill)
        return tr("The result came without a price; the bill is reckoned with the rates known today.");
    return tr("Add the rates of %1 in the settings under prices. Its tokens and what they would cost with other "
              "models stand below.")
        .arg(report.model.isEmpty() ? tr("the model") : report.model);
}

QList<FigureTable::Line> CostWords::contractLines(const Pricing &pricing)
{
    const TokenRates &rates = pricing.rates;
    return {line(tr("Input"), pricing.inputTokens, rates.input, pricing.inputCost),
            line(tr("Cached"), pricing.cachedTokens, rates.cached, pricing.cachedCost),
            line(tr("Output"), pricing.outputTokens, rates.output, pricing.outputCost), sum(pricing.totalCost)};
}

QList<FigureTable::Line> CostWords::billLines(const Bill &bill, const ModelPrice &price)
{
    QList<FigureTable::Line> lines{line(tr("Input, uncached"), bill.freshTokens, price.rates.input, bill.freshCost),
                                   line(tr("Cached"), bill.cachedTokens, price.rates.cached, bill.cachedCost)};
    if (bill.writtenTokens > 0)
        lines.append(line(tr("Cache writes"), bill.writtenTokens, price.cacheWrite.value_or(price.rates.input),
                          bill.writtenCost));
    lines.append(line(tr("Output"), bill.outputTokens, price.rates.output, bill.outputCost));
    lines.append(sum(bill.totalCost));
    return lines;
}

QString CostWords::difference(const CostReport &report)
{
    if (!report.pricing || !report.bill)
        return {};
    const MicroDollars more{report.pricing->totalCost.value - report.bill->totalCost.value};
    if (more.value == 0)
        return tr("Both agree: nothing came from the cache.");
    if (more.value < 0)
        return tr("The bill is %1 higher: writing the cache costs more than plain input.").arg(exact({-more.value}));
    if (report.bill->writeSurcharge.value > 0)
        return tr("The contract counts cached tokens twice, as input and as cached; OpenAI bills them once, and takes "
                  "%2 for writing the cache: %1 less.")
            .arg(exact(more), exact(report.bill->writeSurcharge));
    return tr("The contract counts cached tokens twice, as input and as cached; OpenAI bills them once: %1 less.")
        .arg(exact(more));
}

QString CostWords::cache(const CostReport &report)
{
    const auto permille = report.totals ? cachedPermille(*report.totals) : std::nullopt;
    if (!permille)
        return {};
    const QString share = QLocale().toString(*permille / 10.0, 'f', 1);
    if (*permille == 0 && report.bill && report.bill->cachedTokens == 0)
        return tr("Cache hit rate %1 %: nothing of the input came from the cache.").arg(share);
    if (!report.bill)
        return tr("Cache hit rate %1 % of the input tokens.").arg(share);
    const MicroDollars saved{report.bill->cachedAtFullRate.value - report.bill->cachedCost.value -
                             report.bill->writeSurcharge.value};
    return tr("Cache hit rate %1 % of the input tokens, which saved %2.").arg(share, saved.forPeople());
}

QString CostWords::repeats(const CostReport &report)
{
    if (!report.totals)
        return {};
    QStringList told;
    if (const int inVain = report.answersInVain(); inVain > 0) {
        told.append(tr("%n paid answer(s) could not be used, and another one was asked for.", nullptr, inVain));
        if (const auto cost = report.inVainCost())
            told.append(tr("That cost %1, counted above.").arg(cost->forPeople()));
    }
    if (const int repeats = report.likelyRepeats(); repeats > 0) {
        told.append(tr("%n answer(s) beyond the first of a chunk were probably paid: their chunks took a multiple of "
                       "the usual input.",
                       nullptr, repeats));
        if (const auto cost = report.likelyRepeatCost())
            told.append(tr("That is about %1, counted above.").arg(cost->forPeople()));
    }
    if (!told.isEmpty())
        return told.join(u' ');
    return report.knowsAnswers()
               ? tr("Every answer that was paid is counted, and each could be used.")
               : tr("Every answer that was paid is counted, also one that could not be used. No chunk took so much "
                    "input that it looks asked twice.");
}

QList<FigureTable::Line> CostWords::checkLines(const ForecastCheck &check)
{
    const ModelForecast &quoted = check.quoted;
    const RunTruth &truth = check.truth;
    QList<FigureTable::Line> lines{{.cells = {{}, tr("Quoted"), tr("Was"), {}}}};
    if (quoted.price)
        lines.append({.cells = {tr("Price"), rangeText(quoted.price->low.forPeople(), quoted.price->high.forPeople()),
                                truth.price ? truth.price->forPeople() : u"–"_s, verdictText(check.price)}});
    lines.append(
        {.cells = {tr("Input"), rangeText(quoted.input), thousands(truth.inputTokens), verdictText(check.input)},
         .toolTip = tr("Tokens")});
    lines.append(
        {.cells = {tr("Output"), rangeText(quoted.output), thousands(truth.outputTokens), verdictText(check.output)},
         .toolTip = tr("Tokens")});
    lines.append({.cells = {tr("Time"), rangeText(clockText(quoted.time.low), clockText(quoted.time.high)),
                            clockText(truth.elapsed), verdictText(check.time)}});
    return lines;
}

} // namespace Viral
