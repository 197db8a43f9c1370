// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/userprices.h"

#include "core/base/files.h"
#include "core/json/jsonwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qint64 largestTable = 4LL * 1024 * 1024;

void writeRate(JsonWriter &writer, QLatin1StringView name, const TokenRate &rate)
{
    writer.member(name, QStringView(rate.shortest()));
}

void writePrice(JsonWriter &writer, const ModelPrice &price)
{
    writer.beginObject().member("model"_L1, QStringView(price.model));
    writeRate(writer, "input"_L1, price.rates.input);
    writeRate(writer, "cached"_L1, price.rates.cached);
    writeRate(writer, "output"_L1, price.rates.output);
    if (price.cacheWrite)
        writeRate(writer, "cache_write"_L1, *price.cacheWrite);
    if (!price.source.isEmpty())
        writer.member("source"_L1, QStringView(price.source));
    if (price.checkedOn.isValid())
        writer.member("checked_on"_L1, QStringView(price.checkedOn.toString(Qt::ISODate)));
    if (price.shutdownDate.isValid())
        writer.member("shutdown_date"_L1, QStringView(price.shutdownDate.toString(Qt::ISODate)));
    writer.endObject();
}

} // namespace

Result<QList<ModelPrice>> readUserPrices(const QString &path)
{
    if (!QFileInfo::exists(path))
        return QList<ModelPrice>();
    return readFile(path, largestTable).and_then([](const QByteArray &bytes) {
        return parsePriceTable(bytes).map([](const PriceTable &table) { return table.models; });
    });
}

QByteArray userPricesJson(const QList<ModelPrice> &prices)
{
    JsonWriter writer(JsonWriter::Layout::Indented);
    writer.beginObject().member("currency"_L1, "USD"_L1);
    writer.member("unit"_L1, "dollars per million tokens"_L1).key("models"_L1).beginArray();
    for (const ModelPrice &price : prices)
        writePrice(writer, price);
    return writer.endArray().endObject().take();
}

Result<void> writeUserPrices(const QString &path, const QList<ModelPrice> &prices)
{
    if (prices.isEmpty()) {
        if (!QFileInfo::exists(path) || QFile::remove(path))
            return {};
        return failure(ErrorKind::Io, QCoreApplication::translate("Viral::Settings", "The file could not be removed."),
                       path);
    }
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(ErrorKind::Io, QCoreApplication::translate("Viral::Settings", "The folder cannot be made."),
                       QFileInfo(path).absolutePath());
    return writeFile(path, userPricesJson(prices));
}

} // namespace Viral
