// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retryingtransport.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/faketransport.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace std::chrono_literals;

namespace {

constexpr int repetitions = 1000;

HttpRequest someRequest()
{
    return {.url = QUrl(QStringLiteral("https://example.com/v1")), .body = "body"};
}

/// A retrying transport over fakes, with half of every pause.
struct Bench
{
    explicit Bench(RetryRules rules = {}, int ceiling = 0)
    {
        if (ceiling > 0)
            limiter = std::make_unique<Limiter>(ceiling, scheduler);
        transport = std::make_unique<RetryingTransport>(
            inner, scheduler, RetrySettings{.rules = rules, .chance = [] { return 0.5; }, .limiter = limiter.get()});
    }

    /// Sends and notes every outcome.
    Call *send(QObject *by = nullptr)
    {
        Call *call = transport->send(someRequest(), by ? by : &owner);
        QObject::connect(call, &Call::finished, call, [this](const HttpOutcome &outcome) { outcomes.append(outcome); });
        return call;
    }

    FakeScheduler scheduler;
    FakeTransport inner;
    std::unique_ptr<Limiter> limiter;
    std::unique_ptr<RetryingTransport> transport;
    QList<HttpOutcome> outcomes;
    QObject owner;
};

} // namespace

class RetryingTransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstAnswerIsPassedOn();
    void asksAgainAtTheRightInstant();
    void waitsAsLongAsTheServerWishes();
    void givesUpWithTheLastOutcome();
    void finalTroubleIsAskedOnce();
    void judgeDecides();
    void staleLineIsAskedAtOnce();
    void piecesAndRetriesAreTold();
    void expectEndReachesTheAttempt();
    void cancelInFlight();
    void cancelTwice();
    void cancelInThePause();
    void cancelWhileWaitingForAPlace();
    void cancelFromTheRetrySignal();
    void destroyInFlight();
    void destroyInThePause();
    void destroyWhileWaitingForAPlace();
    void destroyFromItsOwnReport();
    void destroyFromTheRetrySignal();
    void ownerDestroyedInEveryState();
    void callDeletesItself();
    void limiterIsKept();
    void pauseHoldsNoPlace();
    void pressureReachesTheLimiter();
    void whatTheServerLetsThroughReachesTheLimiter();
    void timeInTheQueueIsNotTimeTried();
};

void RetryingTransportTest::firstAnswerIsPassedOn()
{
    Bench bench;
    bench.send();
    QVERIFY(bench.outcomes.isEmpty());
    QCOMPARE(bench.inner.requests(), QList<HttpRequest>{someRequest()});
    bench.inner.call(0)->end(answered(200, "good"));
    QCOMPARE(bench.outcomes, QList<HttpOutcome>{answered(200, "good")});
    QCOMPARE(bench.scheduler.pending(), 0);
}

void RetryingTransportTest::asksAgainAtTheRightInstant()
{
    Bench bench;
    bench.send();
    bench.inner.call(0)->end(answered(503));
    bench.scheduler.advance(1999ms); // half of 4 s
    QCOMPARE(bench.inner.requestCount(), 1);
    bench.scheduler.advance(1ms);
    QCOMPARE(bench.inner.requestCount(), 2);
    bench.inner.call(1)->end(answered(429));
    bench.scheduler.advance(999ms); // half of 2 s
    QCOMPARE(bench.inner.requestCount(), 2);
    bench.scheduler.advance(1ms);
    bench.inner.call(2)->end(answered(200, "at last"));
    QCOMPARE(bench.outcomes, QList<HttpOutcome>{answered(200, "at last")});
    QCOMPARE(bench.inner.requests().at(2), someRequest());
}

void RetryingTransportTest::waitsAsLongAsTheServerWishes()
{
    Bench bench;
    bench.send();
    bench.inner.call(0)->end(answered(429, {}, {{"Retry-After", "20"}}));
    bench.scheduler.advance(20'499ms);
    QCOMPARE(bench.inner.requestCount(), 1);
    bench.scheduler.advance(1ms);
    QCOMPARE(bench.inner.requestCount(), 2);
}

void RetryingTransportTest::givesUpWithTheLastOutcome()
{
    Bench bench;
    bench.inner.answerWith(bench.scheduler, 10ms,
                           [](int number, const HttpRequest &) { return answered(429, QByteArray::number(number)); });
    bench.send();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.inner.requestCount(), 5);
    QCOMPARE(bench.outcomes, QList<HttpOutcome>{answered(429, "4")});
}

void RetryingTransportTest::finalTroubleIsAskedOnce()
{
    Bench bench;
    bench.inner.answerWith(bench.scheduler, 0ms, {faulted(HttpFault::Tls)});
    bench.send();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.inner.requestCount(), 1);
    QCOMPARE(bench.outcomes, QList<HttpOutcome>{faulted(HttpFault::Tls)});
}

void RetryingTransportTest::judgeDecides()
{
    Bench bench;
    RetryingTransport picky(bench.inner, bench.scheduler, {.judge = [](const HttpOutcome &outcome) {
                                return outcome->body == "bad" ? Trouble::ServerFault : Trouble::None;
                            }});
    bench.inner.answerWith(bench.scheduler, 0ms, {answered(200, "bad"), answered(500, "good")});
    QSignalSpy finished(picky.send(someRequest(), &bench.owner), &Call::finished);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.inner.requestCount(), 2);
    QCOMPARE(finished.constFirst().constFirst().value<HttpOutcome>(), answered(500, "good"));
}

void RetryingTransportTest::staleLineIsAskedAtOnce()
{
    Bench bench;
    bench.send();
    bench.inner.call(0)->end(faulted(HttpFault::ConnectionLost, true));
    QCOMPARE(bench.inner.requestCount(), 2);
    bench.inner.call(1)->end(faulted(HttpFault::ConnectionLost, false));
    QCOMPARE(bench.inner.requestCount(), 2);
    bench.scheduler.advance(500ms);
    QCOMPARE(bench.inner.requestCount(), 3);
}

void RetryingTransportTest::piecesAndRetriesAreTold()
{
    Bench bench;
    Call *call = bench.send();
    QStringList told;
    connect(call, &Call::received, this, [&](const QByteArray &piece) { told.append(QString::fromUtf8(piece)); });
    connect(call, &Call::retrying, this, [&](const HttpOutcome &failed, Milliseconds pause) {
        QVERIFY(!failed);
        told.append(QStringLiteral("again in %1").arg(pause.count()));
    });
    bench.inner.call(0)->deliver("half");
    bench.inner.call(0)->end(faulted(HttpFault::AnswerCut));
    bench.scheduler.advance(1s);
    bench.inner.call(1)->deliver("all");
    QCOMPARE(told, (QStringList{QStringLiteral("half"), QStringLiteral("again in 500"), QStringLiteral("all")}));
}

void RetryingTransportTest::expectEndReachesTheAttempt()
{
    Bench bench;
    Call *call = bench.send();
    call->expectEnd(1s);
    QVERIFY(bench.inner.call(0)->endExpected());
    bench.inner.call(0)->end(answered(500));
    call->expectEnd(1s);
    QCOMPARE(bench.outcomes.size(), 0);
}

void RetryingTransportTest::cancelInFlight()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench;
        bench.send()->cancel();
        QCOMPARE(bench.outcomes.size(), 1);
        QCOMPARE(bench.outcomes.constFirst().error().fault, HttpFault::Cancelled);
        QCOMPARE(bench.inner.aborted(), 1);
        QVERIFY(bench.scheduler.runAll());
        QCOMPARE(bench.inner.requestCount(), 1);
    }
}

void RetryingTransportTest::cancelTwice()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench;
        Call *call = bench.send();
        call->cancel();
        call->cancel();
        QCOMPARE(bench.outcomes.size(), 1);
        QCOMPARE(bench.inner.aborted(), 1);
    }
}

void RetryingTransportTest::cancelInThePause()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench;
        Call *call = bench.send();
        bench.inner.call(0)->end(answered(500));
        bench.scheduler.advance(Milliseconds{i % 500});
        call->cancel();
        QVERIFY(bench.scheduler.runAll());
        QCOMPARE(bench.outcomes.size(), 1);
        QCOMPARE(bench.outcomes.constFirst().error().fault, HttpFault::Cancelled);
        QCOMPARE(bench.inner.requestCount(), 1);
    }
}

void RetryingTransportTest::cancelWhileWaitingForAPlace()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench({}, 1);
        bench.send();
        Call *waiting = bench.send();
        waiting->cancel();
        QCOMPARE(bench.outcomes.size(), 1);
        bench.inner.call(0)->end(answered(200));
        QCOMPARE(bench.inner.requestCount(), 1);
        QCOMPARE(bench.limiter->inFlight(), 0);
    }
}

void RetryingTransportTest::cancelFromTheRetrySignal()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench;
        Call *call = bench.send();
        connect(call, &Call::retrying, call, &Call::cancel);
        bench.inner.call(0)->end(answered(500));
        QVERIFY(bench.scheduler.runAll());
        QCOMPARE(bench.outcomes.size(), 1);
        QCOMPARE(bench.inner.requestCount(), 1);
    }
}

void RetryingTransportTest::destroyInFlight()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench({}, 1);
        delete bench.send();
        QVERIFY(bench.outcomes.isEmpty());
        QCOMPARE(bench.inner.aborted(), 1);
        QCOMPARE(bench.limiter->inFlight(), 0);
    }
}

void RetryingTransportTest::destroyInThePause()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench;
        Call *call = bench.send();
        bench.inner.call(0)->end(answered(500));
        delete call;
        QCOMPARE(bench.scheduler.pending(), 0);
        QCOMPARE(bench.inner.requestCount(), 1);
        QVERIFY(bench.outcomes.isEmpty());
    }
}

void RetryingTransportTest::destroyWhileWaitingForAPlace()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench({}, 1);
        bench.send();
        delete bench.send();
        QCOMPARE(bench.limiter->waiting(), 0);
        bench.inner.call(0)->end(answered(200));
        QCOMPARE(bench.outcomes.size(), 1);
    }
}

void RetryingTransportTest::destroyFromItsOwnReport()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench({}, 1);
        Call *call = bench.send();
        // Deleting the sender inside its signal is what a careless owner does; the next in line is served all the same.
        auto *owner = new QObject;
        call->setParent(owner);
        connect(call, &Call::finished, &bench.owner, [owner] { owner->deleteLater(); });
        bench.send();
        bench.inner.call(0)->end(answered(200));
        QCOMPARE(bench.inner.requestCount(), 2);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        bench.inner.call(1)->end(answered(200));
        QCOMPARE(bench.outcomes.size(), 2);
    }
}

void RetryingTransportTest::destroyFromTheRetrySignal()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench;
        Call *call = bench.send();
        connect(call, &Call::retrying, &bench.owner, [call] { delete call; });
        bench.inner.call(0)->end(answered(500));
        QVERIFY(bench.scheduler.runAll());
        QCOMPARE(bench.inner.requestCount(), 1);
        QVERIFY(bench.outcomes.isEmpty());
    }
}

void RetryingTransportTest::ownerDestroyedInEveryState()
{
    for (int i = 0; i < repetitions; ++i) {
        Bench bench({}, 2);
        auto *owner = new QObject;
        bench.send(owner);
        bench.send(owner);
        bench.send(owner);
        bench.inner.call(0)->end(answered(500)); // pausing; the third is in flight now
        QCOMPARE(bench.inner.requestCount(), 3);
        delete owner;
        QCOMPARE(bench.inner.aborted(), 2);
        QCOMPARE(bench.inner.inFlight(), 0);
        QCOMPARE(bench.limiter->inFlight(), 0);
        QCOMPARE(bench.limiter->waiting(), 0);
        QVERIFY(bench.scheduler.runAll());
        QCOMPARE(bench.inner.requestCount(), 3);
        QVERIFY(bench.outcomes.isEmpty());
    }
}

void RetryingTransportTest::callDeletesItself()
{
    Bench bench;
    const QPointer<Call> call = bench.send();
    bench.inner.call(0)->end(answered(200));
    QVERIFY(call);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!call);
}

void RetryingTransportTest::limiterIsKept()
{
    Bench bench({}, 16);
    bench.inner.answerWith(bench.scheduler, 200ms, {answered(200)});
    for (int i = 0; i < 64; ++i)
        bench.send();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.outcomes.size(), 64);
    QCOMPARE(bench.inner.peakInFlight(), 16);
    // Four rounds, and the time in which the second half of the first one started.
    QCOMPARE(bench.scheduler.now(), Milliseconds{800 + 8 / Limiter::startsPerMillisecond});
}

void RetryingTransportTest::pauseHoldsNoPlace()
{
    Bench bench({}, 1);
    bench.send();
    bench.send();
    bench.inner.call(0)->end(answered(500));
    QCOMPARE(bench.inner.requestCount(), 2);
    bench.scheduler.advance(1s);
    QCOMPARE(bench.inner.requestCount(), 2);
    bench.inner.call(1)->end(answered(200));
    QCOMPARE(bench.inner.requestCount(), 3);
    bench.inner.call(2)->end(answered(200));
    QCOMPARE(bench.outcomes.size(), 2);
}

void RetryingTransportTest::pressureReachesTheLimiter()
{
    Bench bench({}, 8);
    for (int i = 0; i < 9; ++i)
        bench.send();
    bench.scheduler.advance(1s);
    bench.inner.call(0)->end(answered(429, {}, {{"Retry-After", "5"}}));
    bench.inner.call(1)->end(answered(429, {}, {{"Retry-After", "5"}}));
    QCOMPARE(bench.limiter->limit(), 4);
    for (int i = 2; i < 8; ++i)
        bench.inner.call(i)->end(answered(200));
    QCOMPARE(bench.inner.requestCount(), 8);
    bench.scheduler.advance(5s);
    QCOMPARE(bench.inner.requestCount(), 9);
    bench.scheduler.advance(500ms);
    QCOMPARE(bench.inner.requestCount(), 11);
}

void RetryingTransportTest::whatTheServerLetsThroughReachesTheLimiter()
{
    Bench bench({}, 4);
    bench.send();
    bench.send();
    const HttpHeaders nothingLeft{{"x-ratelimit-limit-requests", "60"},
                                  {"x-ratelimit-remaining-requests", "1"},
                                  {"x-ratelimit-reset-requests", "59s"}};
    bench.inner.call(0)->end(answered(200, "one", nothingLeft));
    bench.send();
    // The one that there was room for was on its way already; a third would have met a 429.
    QCOMPARE(bench.inner.requestCount(), 2);
    bench.scheduler.advance(999ms);
    QCOMPARE(bench.inner.requestCount(), 2);
    bench.scheduler.advance(1ms);
    QCOMPARE(bench.inner.requestCount(), 3);
    bench.inner.call(1)->end(answered(200));
    bench.inner.call(2)->end(answered(200));
    QCOMPARE(bench.outcomes.size(), 3);
}

void RetryingTransportTest::timeInTheQueueIsNotTimeTried()
{
    Bench bench({.budget = 10s}, 1);
    bench.send();
    bench.send();
    bench.scheduler.advance(60s);
    bench.inner.call(0)->end(answered(200));
    bench.inner.call(1)->end(answered(500));
    bench.scheduler.advance(1s);
    QCOMPARE(bench.inner.requestCount(), 3);
}

VIRAL_TEST(RetryingTransportTest)
#include "tst_retryingtransport.moc"
