// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retrypolicy.h"
#include "tests/support/faketransport.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Trouble)

class RetryPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesByTrouble_data();
    void triesByTrouble();
    void pauseDoublesUpToTheLongest();
    void chanceSpreadsThePause();
    void withoutJitterThePauseIsExact();
    void wishIsNeverUndercut();
    void wishBeyondTheLongestEndsIt();
    void budgetEndsIt();
    void staleLinesAreRepeatedAtOnceButNotForEver();
    void troubleOfStatus_data();
    void troubleOfStatus();
    void serverAdviceCountsBeforeTheStatus();
};

void RetryPolicyTest::triesByTrouble_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<int>("tries");
    QTest::newRow("answered") << Trouble::None << 1;
    QTest::newRow("final") << Trouble::Final << 1;
    QTest::newRow("rate limit") << Trouble::RateLimited << 5;
    QTest::newRow("overload") << Trouble::Overloaded << 3;
    QTest::newRow("server") << Trouble::ServerFault << 3;
    QTest::newRow("line") << Trouble::LineFault << 3;
}

void RetryPolicyTest::triesByTrouble()
{
    QFETCH(Trouble, trouble);
    QFETCH(int, tries);
    RetryState state;
    while (decideRetry({}, state, trouble, {}, 0.5).again)
        ++state.tries;
    QCOMPARE(state.tries, tries);
}

void RetryPolicyTest::pauseDoublesUpToTheLongest()
{
    const RetryRules rules{.rateLimitTries = 100, .basePause = 1s, .longestPause = 10s, .jitter = 0};
    QList<qint64> pauses;
    for (const int tries : {1, 2, 3, 4, 5, 60})
        pauses.append(decideRetry(rules, {.tries = tries}, Trouble::RateLimited, {}, 0.3).pause.count());
    QCOMPARE(pauses, (QList<qint64>{1000, 2000, 4000, 8000, 10'000, 10'000}));
    QCOMPARE(decideRetry(rules, {}, Trouble::Overloaded, {}, 0.3).pause, Milliseconds{4s});
}

void RetryPolicyTest::chanceSpreadsThePause()
{
    QCOMPARE(decideRetry({}, {.tries = 2}, Trouble::ServerFault, {}, 0.0).pause, Milliseconds{0});
    QCOMPARE(decideRetry({}, {.tries = 2}, Trouble::ServerFault, {}, 0.25).pause, Milliseconds{500});
    QVERIFY(decideRetry({}, {.tries = 2}, Trouble::ServerFault, {}, 0.999).pause < 2s);
}

void RetryPolicyTest::withoutJitterThePauseIsExact()
{
    // The seed's webhooks: 1.5 s, then 3 s, then no more.
    const RetryRules rules{.rateLimitTries = 3, .faultTries = 3, .basePause = 1500ms, .longestPause = 12s, .jitter = 0};
    QCOMPARE(decideRetry(rules, {.tries = 1}, Trouble::ServerFault, {}, 0.9), (RetryDecision{true, 1500ms}));
    QCOMPARE(decideRetry(rules, {.tries = 2}, Trouble::ServerFault, {}, 0.1), (RetryDecision{true, 3000ms}));
    QCOMPARE(decideRetry(rules, {.tries = 3}, Trouble::ServerFault, {}, 0.1), RetryDecision{});
}

void RetryPolicyTest::wishIsNeverUndercut()
{
    for (const double chance : {0.0, 0.5, 0.999}) {
        const RetryDecision decision = decideRetry({}, {}, Trouble::RateLimited, Milliseconds{20s}, chance);
        QVERIFY(decision.again);
        QVERIFY(decision.pause >= 20s);
        QVERIFY(decision.pause < 21s);
    }
    QCOMPARE(decideRetry({}, {}, Trouble::RateLimited, Milliseconds{0}, 0.0).pause, Milliseconds{0});
}

void RetryPolicyTest::wishBeyondTheLongestEndsIt()
{
    QVERIFY(decideRetry({}, {}, Trouble::RateLimited, Milliseconds{120s}, 0).again);
    QVERIFY(!decideRetry({}, {}, Trouble::RateLimited, Milliseconds{120'001}, 0).again);
}

void RetryPolicyTest::budgetEndsIt()
{
    const RetryRules rules{.jitter = 0, .budget = 60s};
    QVERIFY(decideRetry(rules, {.tries = 1, .elapsed = 59s}, Trouble::LineFault, {}, 0).again);
    QVERIFY(!decideRetry(rules, {.tries = 1, .elapsed = 59'001ms}, Trouble::LineFault, {}, 0).again);
}

void RetryPolicyTest::staleLinesAreRepeatedAtOnceButNotForEver()
{
    RetryState state;
    for (; state.staleRepeats < 3; ++state.staleRepeats)
        QCOMPARE(decideRetry({}, state, Trouble::StaleLine, {}, 0.9), (RetryDecision{true, 0ms}));
    // From here on it is a fault of the line like any other.
    QCOMPARE(decideRetry({}, state, Trouble::StaleLine, {}, 0.5), (RetryDecision{true, 500ms}));
    state.tries = 3;
    QCOMPARE(decideRetry({}, state, Trouble::StaleLine, {}, 0.5), RetryDecision{});
}

void RetryPolicyTest::troubleOfStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Trouble>("trouble");
    for (const int status : {200, 201, 204, 299})
        QTest::addRow("%d", status) << status << Trouble::None;
    for (const int status : {400, 401, 402, 403, 404, 410, 413, 422, 501, 505})
        QTest::addRow("%d", status) << status << Trouble::Final;
    for (const int status : {408, 409, 425, 500, 502, 504, 520, 599})
        QTest::addRow("%d", status) << status << Trouble::ServerFault;
    for (const int status : {503, 529})
        QTest::addRow("%d", status) << status << Trouble::Overloaded;
    QTest::newRow("429") << 429 << Trouble::RateLimited;
}

void RetryPolicyTest::troubleOfStatus()
{
    QFETCH(int, status);
    QFETCH(Trouble, trouble);
    QCOMPARE(troubleByStatus(answered(status)), trouble);
}

void RetryPolicyTest::serverAdviceCountsBeforeTheStatus()
{
    QCOMPARE(troubleByStatus(answered(500, {}, {{"X-Should-Retry", "false"}})), Trouble::Final);
    QCOMPARE(troubleByStatus(answered(400, {}, {{"X-Should-Retry", "true"}})), Trouble::ServerFault);
    QCOMPARE(troubleByStatus(answered(429, {}, {{"X-Should-Retry", "true"}})), Trouble::RateLimited);
    QCOMPARE(troubleByStatus(answered(200, {}, {{"X-Should-Retry", "true"}})), Trouble::None);
    QCOMPARE(troubleByStatus(answered(500, {}, {{"X-Should-Retry", "perhaps"}})), Trouble::ServerFault);
    QCOMPARE(troubleByStatus(faulted(HttpFault::ConnectionLost, true)), Trouble::StaleLine);
    QCOMPARE(troubleByStatus(faulted(HttpFault::ConnectionLost, false)), Trouble::LineFault);
    QCOMPARE(troubleByStatus(faulted(HttpFault::AnswerCut, true)), Trouble::LineFault);
    QCOMPARE(troubleByStatus(faulted(HttpFault::Tls)), Trouble::Final);
    QCOMPARE(troubleByStatus(faulted(HttpFault::TotalTimeout)), Trouble::Final);
}

VIRAL_TEST(RetryPolicyTest)
#include "tst_retrypolicy.moc"
