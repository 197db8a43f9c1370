// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/requestoptions.h"
#include "core/json/jsonwriter.h"
#include "core/run/pricebook.h"
#include "core/run/quote.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

/// What is written either way.
struct Estimate
{
    RunQuote quote = {};
    /// The name in the price table that the chosen model goes by; empty when there is no price.
    QString chosen = {};
    QString model = {};
};

QString tokens(std::int64_t count)
{
    return QLocale::c().toString(static_cast<qlonglong>(count)).replace(u',', u' ');
}

QString tableText(const Estimate &estimate, const QDate &today)
{
    const RunQuote &quote = estimate.quote;
    QString text = u"%1 chunks, about %2 tokens in, %3 tokens out\n\n"_s.arg(quote.chunks)
                       .arg(tokens(quote.inputTokens), tokens(quote.outputTokens));
    text += u"  %1 %2  %3\n"_s.arg(u"model"_s.leftJustified(20), u"price"_s.rightJustified(10), u"tokens out"_s);
    for (const ModelQuote &line : quote.models) {
        const QString mark = line.model == estimate.chosen ? u"*"_s : u" "_s;
        text += u"%1 %2 %3  %4"_s.arg(mark, line.model.leftJustified(20), line.price.forPeople().rightJustified(10),
                                      tokens(line.outputTokens).rightJustified(10));
        if (line.shutdownDate.isValid()) {
            const QString until = line.shutdownDate.toString(Qt::ISODate);
            text += (line.shutdownDate <= today ? u"  ended "_s : u"  until "_s) + until;
        }
        text += u'\n';
    }
    text += estimate.chosen.isEmpty()
                ? u"\nThere is no price for %1.\n"_s.arg(estimate.model)
                : u"\n* %1, the model that would be asked. Nothing was sent; kept answers would cost nothing.\n"_s.arg(
                      estimate.model);
    return text;
}

QByteArray jsonText(const Estimate &estimate)
{
    const RunQuote &quote = estimate.quote;
    JsonWriter writer(JsonWriter::Layout::Indented);
    writer.beginObject().member("model"_L1, estimate.model).member("chunks"_L1, quote.chunks);
    writer.member("input_tokens"_L1, quote.inputTokens).member("output_tokens"_L1, quote.outputTokens);
    writer.key("models"_L1).beginArray();
    for (const ModelQuote &line : quote.models) {
        writer.beginObject().member("model"_L1, line.model).member("output_tokens"_L1, line.outputTokens);
        writer.key("price"_L1).raw(line.price.sixDecimals().toLatin1());
        if (line.shutdownDate.isValid())
            writer.member("shutdown_date"_L1, line.shutdownDate.toString(Qt::ISODate));
        writer.member("chosen"_L1, line.model == estimate.chosen).endObject();
    }
    return writer.endArray().endObject().take();
}

int tellEstimate(const QCommandLineParser &parser)
{
    const Result<EngineSettings> outside = settingsFromEnvironment();
    const Result<Request> request = outside ? readJob(parser) : tl::unexpected(outside.error());
    if (!request) {
        printMessage(request.error().text());
        return WrongUsage;
    }
    const EngineSettings settings = withRequest(*outside, *request);
    const PriceTable prices = readPrices(libraryFolder(parser, settings));
    const ModelPrice *entry = prices.find(settings.model);
    const Estimate estimate{
        .quote = quoteFor(*request, withOptions({}, request->options), PromptTemplates::builtIn(), prices),
        .chosen = entry ? entry->model : QString(),
        .model = settings.model};

    const QDate today = QDate::currentDate();
    const QString warning = shutdownWarning(prices, settings.model, today);
    if (!warning.isEmpty())
        printMessage(warning);
    printOutput(parser.isSet(u"json"_s) ? jsonText(estimate) : tableText(estimate, today).toUtf8());
    return Done;
}

} // namespace

Command estimateCommand()
{
    return {.name = u"estimate"_s,
            .summary = u"Tell what a run would cost; sends nothing."_s,
            .arguments = {u"INPUT"_s},
            .options =
                QList<QCommandLineOption>{
                    {u"json"_s, u"Write JSON instead of a table."_s},
                    libraryOption(),
                } +
                requestOptions(),
            .run = tellEstimate};
}

} // namespace Viral::Cli
