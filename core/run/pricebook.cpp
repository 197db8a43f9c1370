// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/pricebook.h"

#include "core/base/files.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Viral {

PriceTable builtInPrices()
{
    QFile file(u":/viral/pricing/pricing.json"_s);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    // Compiled in, and a test reads it: this cannot fail in a program that was built.
    const Result<PriceTable> table = parsePriceTable(bytes);
    Q_ASSERT(table);
    return table.value_or(PriceTable{});
}

QString userPricesPath(const QString &libraryFolder)
{
    return libraryFolder + u"/pricing.json"_s;
}

Result<PriceTable> pricesWithUser(const QString &path)
{
    constexpr qint64 largestTable = 4LL * 1024 * 1024;
    if (!QFile::exists(path))
        return builtInPrices();
    const Result<QByteArray> bytes = readFile(path, largestTable);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Result<PriceTable> own = parsePriceTable(*bytes);
    if (!own)
        return failure(ErrorKind::Input, own.error().text(), path);
    own->models += builtInPrices().models;
    return own;
}

QString shutdownWarning(const PriceTable &prices, const QString &model, const QDate &today)
{
    constexpr qint64 noticeDays = 60;
    const ModelPrice *entry = prices.find(model);
    if (!entry || !entry->shutdownDate.isValid() || today.daysTo(entry->shutdownDate) > noticeDays)
        return {};
    const QString date = entry->shutdownDate.toString(Qt::ISODate);
    return entry->shutdownDate <= today
               ? u"The service has announced that it answers for %1 only until %2."_s.arg(model, date)
               : u"The service stops answering for %1 on %2."_s.arg(model, date);
}

} // namespace Viral
