// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpmessage.h"

#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace Viral {

namespace {

/// Waits beyond this are cut to it: a week. Longer ones only overflow later sums.
constexpr double longestWaitMs = 7.0 * 24 * 3600 * 1000;

std::optional<Milliseconds> waitFromText(const QByteArray &text, double unitMs)
{
    bool isNumber = false;
    const double amount = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(amount) || amount < 0)
        return std::nullopt;
    return Milliseconds{static_cast<qint64>(std::ceil(std::min(amount * unitMs, longestWaitMs)))};
}

QDateTime httpDate(const QByteArray &text)
{
    // RFC 9110 wants this one form; the two obsolete ones are not sent by anything that sends Retry-After.
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text).trimmed(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeZone(QTimeZone::utc());
    return date;
}

} // namespace

QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const HttpHeader &header : headers) {
        if (name.compare(header.name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

HttpDeadlines deadlinesFor(Milliseconds longestSilence)
{
    const HttpDeadlines defaults;
    if (longestSilence <= Milliseconds{0})
        return defaults;
    return {.connect = std::min(longestSilence, defaults.connect),
            .firstByte = longestSilence,
            .silence = longestSilence,
            .total = longestSilence * 20};
}

std::optional<Milliseconds> serverWish(const HttpHeaders &headers, const QDateTime &now)
{
    if (const auto wish = waitFromText(headerValue(headers, "retry-after-ms"), 1))
        return wish;
    const QByteArray text = headerValue(headers, "retry-after").trimmed();
    if (const auto wish = waitFromText(text, 1000))
        return wish;
    const QDateTime until = httpDate(text);
    if (!until.isValid())
        return std::nullopt;
    const QDateTime sentAt = httpDate(headerValue(headers, "date"));
    const qint64 wait = (sentAt.isValid() ? sentAt : now).msecsTo(until);
    return Milliseconds{std::clamp<qint64>(wait, 0, static_cast<qint64>(longestWaitMs))};
}

Error asError(const HttpError &error, const QUrl &url)
{
    const ErrorKind kind = error.fault == HttpFault::Cancelled ? ErrorKind::Cancelled : ErrorKind::Network;
    return {kind, error.message, url.host()};
}

} // namespace Viral
