// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/jobposter.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/faketransport.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class JobPosterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheNewestTwiceASecond();
    void waitsForProgressOnItsWay();
    void dropsProgressBeforeTheResult();
    void tellsNothingAfterTheResult();
    void offersTheResultAgain_data();
    void offersTheResultAgain();
    void endsWhatIsOnItsWay();
};

namespace {

struct Bench
{
    FakeScheduler scheduler;
    FakeTransport transport;
    QObject owner;
    JobPoster *poster = new JobPoster(
        transport, scheduler,
        {.url = QUrl(u"https://h/done"_s), .jobId = u"j"_s, .resultRules = {.faultTries = 4, .jitter = 0}}, &owner);
    QSignalSpy finished{poster, &JobPoster::finished};

    QList<QByteArray> bodies() const
    {
        QList<QByteArray> found;
        for (const HttpRequest &request : transport.requests())
            found.append(request.body);
        return found;
    }
};

} // namespace

void JobPosterTest::tellsTheNewestTwiceASecond()
{
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 10ms, {answered(200)});
    for (int i = 0; i < 100; ++i) {
        bench.poster->postProgress(QByteArray::number(i));
        bench.scheduler.advance(20ms);
    }
    bench.scheduler.advance(1s);
    // 2 s of events: at once, then each half second, and the last one.
    QCOMPARE(bench.transport.requestCount(), 5);
    QCOMPARE(bench.bodies().constFirst(), QByteArray("0"));
    QCOMPARE(bench.bodies().constLast(), QByteArray("99"));
}

void JobPosterTest::waitsForProgressOnItsWay()
{
    Bench bench;
    bench.poster->postProgress("p");
    bench.poster->postResult("r");
    QCOMPARE(bench.transport.requestCount(), 1);
    bench.scheduler.advance(5s);
    QCOMPARE(bench.transport.requestCount(), 1);
    bench.transport.call(0)->end(faulted(HttpFault::NoAnswer));
    bench.scheduler.advance(1ms);
    QCOMPARE(bench.bodies(), (QList<QByteArray>{"p", "r"}));
}

void JobPosterTest::dropsProgressBeforeTheResult()
{
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 1ms, {answered(200)});
    bench.poster->postProgress("first");
    bench.scheduler.advance(10ms);
    bench.poster->postProgress("second");
    bench.poster->postResult("r");
    bench.scheduler.advance(10s);
    QCOMPARE(bench.bodies(), (QList<QByteArray>{"first", "r"}));
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.finished.constFirst().constFirst().toString(), QString());
}

void JobPosterTest::tellsNothingAfterTheResult()
{
    Bench bench;
    bench.poster->postResult("r");
    bench.poster->postProgress("late");
    bench.scheduler.advance(10s);
    bench.transport.call(0)->end(answered(200));
    bench.poster->postProgress("later");
    bench.scheduler.advance(10s);
    QCOMPARE(bench.bodies(), (QList<QByteArray>{"r"}));
}

void JobPosterTest::offersTheResultAgain_data()
{
    QTest::addColumn<QList<HttpOutcome>>("outcomes");
    QTest::addColumn<int>("posts");
    QTest::addColumn<QString>("trouble");
    const auto lost = faulted(HttpFault::ConnectionLost);
    QTest::newRow("500") << QList<HttpOutcome>{answered(500), answered(502), answered(200)} << 3 << QString();
    QTest::newRow("line lost") << QList<HttpOutcome>{lost, faulted(HttpFault::Unreachable), answered(200)} << 3
                               << QString();
    QTest::newRow("never") << QList<HttpOutcome>{answered(503)} << 4 << u"status 503"_s;
    QTest::newRow("404") << QList<HttpOutcome>{answered(404)} << 1 << u"status 404"_s;
    QTest::newRow("401") << QList<HttpOutcome>{answered(401)} << 1 << u"status 401"_s;
    QTest::newRow("refused, error taken") << QList<HttpOutcome>{answered(400), answered(200)} << 2 << u"status 400"_s;
    QTest::newRow("too large, error taken") << QList<HttpOutcome>{answered(413), answered(200)} << 2 << u"status 413"_s;
    QTest::newRow("refused for ever") << QList<HttpOutcome>{answered(400)} << 2 << u"status 400"_s;
}

void JobPosterTest::offersTheResultAgain()
{
    QFETCH(QList<HttpOutcome>, outcomes);
    QFETCH(QString, trouble);
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 1ms, outcomes);
    bench.poster->postResult(R"({"output":{}})");
    QVERIFY(bench.scheduler.runAll());
    QTEST(bench.transport.requestCount(), "posts");
    QCOMPARE(bench.finished.size(), 1);
    const QString told = bench.finished.constFirst().constFirst().toString();
    QVERIFY2(trouble.isEmpty() ? told.isEmpty() : told.contains(trouble), qPrintable(told));
}

void JobPosterTest::endsWhatIsOnItsWay()
{
    Bench bench;
    bench.poster->postResult("r");
    delete bench.poster;
    QCOMPARE(bench.transport.aborted(), 1);
    QCOMPARE(bench.scheduler.pending(), 0);
}

VIRAL_TEST(JobPosterTest)
#include "tst_jobposter.moc"
