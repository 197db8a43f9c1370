// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/forecastcodec.h"

#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using Pair = std::pair<std::int64_t, std::int64_t>;

void writePair(JsonWriter &writer, QLatin1StringView name, std::int64_t low, std::int64_t high)
{
    writer.key(name).beginArray().value(low).value(high).endArray();
}

void writePrice(JsonWriter &writer, QLatin1StringView name, const std::optional<PriceRange> &price)
{
    if (price)
        writePair(writer, name, price->low.value, price->high.value);
}

void writeTime(JsonWriter &writer, QLatin1StringView name, const TimeRange &time)
{
    writePair(writer, name, time.low.count(), time.high.count());
}

std::optional<Pair> pairOf(const JsonValue &parent, QStringView name)
{
    const auto list = parent.member(name);
    if (!list || !list->isArray())
        return std::nullopt;
    QList<std::int64_t> numbers;
    list->forEachElement([&numbers](std::size_t, const JsonValue &value) {
        if (const auto number = value.asInteger(); number && *number >= 0 && numbers.size() < 3)
            numbers.append(*number);
    });
    return numbers.size() == 2 ? std::optional(Pair{numbers.at(0), numbers.at(1)}) : std::nullopt;
}

TokenRange tokens(const JsonValue &parent, QStringView name)
{
    const Pair range = pairOf(parent, name).value_or(Pair{});
    return {range.first, range.second};
}

std::optional<PriceRange> price(const JsonValue &parent, QStringView name)
{
    const auto range = pairOf(parent, name);
    return range ? std::optional(PriceRange{{range->first}, {range->second}}) : std::nullopt;
}

TimeRange time(const JsonValue &parent, QStringView name)
{
    const Pair range = pairOf(parent, name).value_or(Pair{});
    return {Milliseconds{range.first}, Milliseconds{range.second}};
}

int number(const JsonValue &parent, QStringView name)
{
    const auto value = parent.member(name);
    const std::int64_t number = value ? value->asInteger().value_or(0) : 0;
    return std::in_range<int>(number) ? static_cast<int>(number) : 0;
}

QString text(const JsonValue &parent, QStringView name)
{
    const auto value = parent.member(name);
    return value ? value->asString().value_or(QString()) : QString();
}

} // namespace

QByteArray writeQuote(const ModelForecast &quote)
{
    JsonWriter writer(JsonWriter::Layout::Compact);
    writer.beginObject().member("model"_L1, quote.model).member("chunks"_L1, quote.chunks);
    writePair(writer, "inputTokens"_L1, quote.input.low, quote.input.high);
    writePair(writer, "outputTokens"_L1, quote.output.low, quote.output.high);
    writePrice(writer, "price"_L1, quote.price);
    writePrice(writer, "priceWithCache"_L1, quote.priceWithCache);
    writeTime(writer, "time"_L1, quote.time);
    writeTime(writer, "chunkTime"_L1, quote.chunkTime);
    writer.member("learntFrom"_L1, quote.learntFrom);
    if (quote.shutdownDate.isValid())
        writer.member("shutdownDate"_L1, quote.shutdownDate.toString(Qt::ISODate));
    writer.endObject();
    return writer.take();
}

Result<ModelForecast> parseQuote(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    const JsonValue root = document->root();
    if (!root.isObject())
        return failure(ErrorKind::Input, u"A quote is an object."_s);
    return ModelForecast{.model = text(root, u"model"),
                         .chunks = number(root, u"chunks"),
                         .input = tokens(root, u"inputTokens"),
                         .output = tokens(root, u"outputTokens"),
                         .price = price(root, u"price"),
                         .priceWithCache = price(root, u"priceWithCache"),
                         .time = time(root, u"time"),
                         .chunkTime = time(root, u"chunkTime"),
                         .learntFrom = number(root, u"learntFrom"),
                         .shutdownDate = QDate::fromString(text(root, u"shutdownDate"), Qt::ISODate)};
}

} // namespace Viral
