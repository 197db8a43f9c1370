// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpmessage.h"
#include "tests/support/testregistry.h"

#include <QTest>
#include <QTimeZone>

using namespace Viral;
using namespace std::chrono_literals;

class HttpMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersAreFoundWithoutCase();
    void deadlinesFollowFromTheSilence_data();
    void deadlinesFollowFromTheSilence();
    void wishes_data();
    void wishes();
    void dateIsComparedWithTheServersOwnClock();
    void errorsNameTheHostAlone();
};

void HttpMessageTest::headersAreFoundWithoutCase()
{
    const HttpHeaders headers{{"X-Request-ID", "r1"}, {"x-request-id", "r2"}};
    QCOMPARE(headerValue(headers, "x-REQUEST-id"), QByteArray("r1"));
    QCOMPARE(headerValue(headers, "x-request"), QByteArray());
}

void HttpMessageTest::deadlinesFollowFromTheSilence_data()
{
    QTest::addColumn<int>("silenceMs");
    QTest::addColumn<int>("connectMs");
    QTest::addColumn<int>("totalMs");
    QTest::newRow("the default") << 30'000 << 10'000 << 600'000;
    QTest::newRow("shorter than a connection may take") << 500 << 500 << 10'000;
    QTest::newRow("half an hour") << 1'800'000 << 10'000 << 36'000'000;
    QTest::newRow("zero is no word for without end") << 0 << 10'000 << 600'000;
    QTest::newRow("nor is less") << -5 << 10'000 << 600'000;
}

void HttpMessageTest::deadlinesFollowFromTheSilence()
{
    QFETCH(int, silenceMs);
    QFETCH(int, connectMs);
    QFETCH(int, totalMs);
    const HttpDeadlines deadlines = deadlinesFor(Milliseconds{silenceMs});
    QCOMPARE(deadlines.connect.count(), connectMs);
    QCOMPARE(deadlines.total.count(), totalMs);
    QCOMPARE(deadlines.silence.count(), silenceMs > 0 ? silenceMs : 30'000);
    QCOMPARE(deadlines.firstByte, deadlines.silence);
}

void HttpMessageTest::wishes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("expectedMs"); // -1: none
    QTest::newRow("seconds") << QByteArray("Retry-After") << QByteArray("20") << qint64{20'000};
    QTest::newRow("fraction") << QByteArray("retry-after") << QByteArray("0.25") << qint64{250};
    QTest::newRow("zero") << QByteArray("Retry-After") << QByteArray("0") << qint64{0};
    QTest::newRow("milliseconds") << QByteArray("retry-after-ms") << QByteArray("1500") << qint64{1500};
    QTest::newRow("part of a millisecond is rounded up")
        << QByteArray("retry-after-ms") << QByteArray("0.5") << qint64{1};
    QTest::newRow("date ahead") << QByteArray("Retry-After") << QByteArray("Thu, 01 Jan 2026 12:00:30 GMT")
                                << qint64{30'000};
    QTest::newRow("date behind") << QByteArray("Retry-After") << QByteArray("Thu, 01 Jan 2026 11:00:00 GMT")
                                 << qint64{0};
    QTest::newRow("date without end") << QByteArray("Retry-After") << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT")
                                      << qint64{604'800'000};
    QTest::newRow("negative") << QByteArray("Retry-After") << QByteArray("-5") << qint64{-1};
    QTest::newRow("not a number") << QByteArray("Retry-After") << QByteArray("nan") << qint64{-1};
    QTest::newRow("infinite") << QByteArray("Retry-After") << QByteArray("inf") << qint64{-1};
    QTest::newRow("enormous") << QByteArray("Retry-After") << QByteArray("1e300") << qint64{604'800'000};
    QTest::newRow("words") << QByteArray("Retry-After") << QByteArray("soon") << qint64{-1};
    QTest::newRow("empty") << QByteArray("Retry-After") << QByteArray() << qint64{-1};
    QTest::newRow("other header") << QByteArray("X-Retry") << QByteArray("3") << qint64{-1};
}

void HttpMessageTest::wishes()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(qint64, expectedMs);
    const QDateTime now(QDate(2026, 1, 1), QTime(12, 0), QTimeZone::utc());
    const auto wish = serverWish({{name, value}}, now);
    QCOMPARE(wish ? wish->count() : -1, expectedMs);
}

void HttpMessageTest::dateIsComparedWithTheServersOwnClock()
{
    const QDateTime wrongClock(QDate(2020, 1, 1), QTime(0, 0), QTimeZone::utc());
    const HttpHeaders headers{{"Date", "Thu, 01 Jan 2026 12:00:00 GMT"},
                              {"Retry-After", "Thu, 01 Jan 2026 12:00:07 GMT"}};
    QCOMPARE(serverWish(headers, wrongClock), std::optional(Milliseconds{7s}));
}

void HttpMessageTest::errorsNameTheHostAlone()
{
    const QUrl url(QStringLiteral("https://user:secret@example.com/hook?token=abc"));
    const Error error = asError({HttpFault::NoAnswer, QStringLiteral("late")}, url);
    QCOMPARE(error, (Error{ErrorKind::Network, QStringLiteral("late"), QStringLiteral("example.com")}));
    QCOMPARE(asError({HttpFault::Cancelled, {}}, url).kind, ErrorKind::Cancelled);
}

VIRAL_TEST(HttpMessageTest)
#include "tst_httpmessage.moc"
