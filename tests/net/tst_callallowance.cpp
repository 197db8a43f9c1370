// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/callallowance.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Viral::CallAllowance)

// What a service says in its x-ratelimit headers, read.
class CallAllowanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data();
    void durations();
    void allowances_data();
    void allowances();
};

VIRAL_TEST(CallAllowanceTest)

namespace {

/// "limit remaining reset" of requests, then of tokens; "-" for a header that is missing.
HttpHeaders headersOf(const QByteArray &requests, const QByteArray &tokens)
{
    HttpHeaders headers;
    const auto add = [&headers](const QByteArray &values, const QByteArray &bucket) {
        static constexpr std::array kinds{"limit", "remaining", "reset"};
        const QList<QByteArray> parts = values.split(' ');
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (parts.at(i) != "-" && !parts.at(i).isEmpty())
                headers.append({QByteArray("X-RateLimit-") + kinds[std::size_t(i)] + '-' + bucket, parts.at(i)});
        }
    };
    add(requests, "Requests");
    add(tokens, "Tokens");
    return headers;
}

} // namespace

void CallAllowanceTest::durations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds");
    const auto row = [](const char *text, qint64 milliseconds) {
        QTest::newRow(text) << QByteArray(text) << milliseconds;
    };
    row("12ms", 12);
    row("1s", 1'000);
    row("6m0s", 360'000);
    row("1h30m", 5'400'000);
    row("24h0m0s", 86'400'000);
    row("1.5s", 1'500);
    row("7m12.5s", 432'500);
    row("0s", 0);
    row("250us", 1);
    row("250\xc2\xb5s", 1);
    row("1ns", 1);
    row(" 3s ", 3'000);
    row("2", 2'000);
    row("0.25", 250);
    row("", -1);
    row("-1", -1);
    row("-1s", -1);
    row("soon", -1);
    row("s", -1);
    row("1d", -1);
    row("1s2", -1);
    row("1..5s", -1);
    row("1e3s", -1);
    row("nan", -1);
    row("99999999999999999999h", -1);
    row(".", -1);
}

void CallAllowanceTest::durations()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, milliseconds);
    const auto duration = limitDuration(text);
    QCOMPARE(duration ? qint64(duration->count()) : qint64(-1), milliseconds);
}

void CallAllowanceTest::allowances_data()
{
    QTest::addColumn<QByteArray>("requests");
    QTest::addColumn<QByteArray>("tokens");
    QTest::addColumn<bool>("isTold");
    QTest::addColumn<CallAllowance>("allowance");
    const auto row = [](const char *name, const char *requests, const char *tokens, CallAllowance allowance) {
        QTest::newRow(name) << QByteArray(requests) << QByteArray(tokens) << true << allowance;
    };
    const auto nothing = [](const char *name, const char *requests, const char *tokens) {
        QTest::newRow(name) << QByteArray(requests) << QByteArray(tokens) << false << CallAllowance{};
    };
    // Calls take 4000 tokens each.
    row("plenty", "500 499 120ms", "200000 195000 1.5s", {48, 1'200ms});
    row("no request left", "60 0 1m0s", "", {0, 1'000ms});
    row("one request left", "60 1 59s", "", {1, 1'000ms});
    row("no token left", "500 400 12s", "30000 0 60s", {0, 8'000ms});
    row("too few tokens for one", "", "30000 3999 52s", {0, 8'000ms});
    row("just enough tokens", "", "30000 4000 52s", {1, 8'000ms});
    row("a call larger than the bucket waits for all of it", "", "3000 1000 40s", {0, 40s});
    row("such a call when all is there", "", "3000 3000 0s", {1, 0ms});
    row("a day's limit", "200 0 24h0m0s", "", {0, 120s});
    row("everything is free", "500 500 0s", "200000 200000 0s", {50, 0ms});
    row("only tokens are told", "- - -", "200000 100000 30s", {25, 1'200ms});
    row("without end", "9223372036854775807 9223372036854775807 1s", "", {1'000'000'000'000, 1'000ms});
    nothing("nothing is told", "", "");
    nothing("too large for a number", "9223372036854775808 1 1s", "");
    nothing("another script", "\xd9\xa6\xd9\xa0 1 1s", "");
    nothing("two in one", "60,60 1 1s", "");
    nothing("no limit", "- 0 1s", "");
    nothing("no remainder", "60 - 1s", "");
    nothing("no reset", "60 0 -", "");
    nothing("minus one and nought", "-1 -1 0", "-1 0 0");
    nothing("nought of nought", "0 0 0s", "0 0 0s");
    nothing("empty and full at once", "60 0 0s", "");
    nothing("more than there is", "60 61 1s", "");
    nothing("words", "many few soon", "1e9 1e3 never");
}

void CallAllowanceTest::allowances()
{
    QFETCH(const QByteArray, requests);
    QFETCH(const QByteArray, tokens);
    QFETCH(const bool, isTold);
    QFETCH(const CallAllowance, allowance);
    const auto told = callAllowance(headersOf(requests, tokens), 4'000);
    QCOMPARE(told.has_value(), isTold);
    if (!told)
        return;
    QCOMPARE(told->calls, allowance.calls);
    QCOMPARE(told->refill, allowance.refill);
}

#include "tst_callallowance.moc"
