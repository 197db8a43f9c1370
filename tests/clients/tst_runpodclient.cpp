// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodclient.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/faketransport.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RunPodClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void endpointsThatCannotBe_data();
    void endpointsThatCannotBe();
    void submissionsRepeatOnlyWhatMadeNoJob_data();
    void submissionsRepeatOnlyWhatMadeNoJob();
    void syncFallsBackToTheOldAddress();
    void syncWaitIsBounded_data();
    void syncWaitIsBounded();
    void cancelReportsOnce();
    void destroyedSilently();
    void unreadableJobs();
};

namespace {

const RunPodEndpoint endpoint{QUrl(u"https://api.runpod.ai/v2"_s), u"abc"_s, Secret(u"rpa_key"_s)};

struct Bench
{
    FakeScheduler scheduler = {};
    FakeTransport transport = {};
    RunPodClient client{endpoint, transport, scheduler, [] { return 0.5; }};
    QObject owner;
};

RunPodReply replyOf(const QSignalSpy &spy)
{
    return spy.constFirst().constFirst().value<RunPodReply>();
}

} // namespace

void RunPodClientTest::addresses_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("address");
    QTest::newRow("run") << u"run"_s << QByteArray("POST") << u"https://api.runpod.ai/v2/abc/run"_s;
    QTest::newRow("runsync") << u"runsync"_s << QByteArray("POST")
                             << u"https://api.runpod.ai/v2/abc/runsync?wait=90000"_s;
    QTest::newRow("status") << u"status"_s << QByteArray("GET") << u"https://api.runpod.ai/v2/abc/status/j-1"_s;
    QTest::newRow("cancel") << u"cancel"_s << QByteArray("POST") << u"https://api.runpod.ai/v2/abc/cancel/j-1"_s;
    QTest::newRow("retry") << u"retry"_s << QByteArray("POST") << u"https://api.runpod.ai/v2/abc/retry/j-1"_s;
    QTest::newRow("stream") << u"stream"_s << QByteArray("GET")
                            << u"https://api.runpod.ai/v2/abc/stream/j-1?wait=10000"_s;
    QTest::newRow("health") << u"health"_s << QByteArray("GET") << u"https://api.runpod.ai/v2/abc/health"_s;
}

void RunPodClientTest::addresses()
{
    QFETCH(QString, call);
    Bench bench;
    const QHash<QString, std::function<void()>> calls{
        {u"run"_s, [&] { bench.client.run("{}", &bench.owner); }},
        {u"runsync"_s, [&] { bench.client.runSync("{}", 90s, &bench.owner); }},
        {u"status"_s, [&] { bench.client.status(u"j-1"_s, &bench.owner); }},
        {u"cancel"_s, [&] { bench.client.cancel(u"j-1"_s, &bench.owner); }},
        {u"retry"_s, [&] { bench.client.retry(u"j-1"_s, &bench.owner); }},
        {u"stream"_s, [&] { bench.client.stream(u"j-1"_s, 10s, &bench.owner); }},
        {u"health"_s, [&] { bench.client.health(&bench.owner); }}};
    calls.value(call)();
    const HttpRequest request = bench.transport.requests().constFirst();
    QTEST(request.method, "method");
    QTEST(request.url.toString(), "address");
    QCOMPARE(request.secretHeaders, (QList<SecretHeader>{{"Authorization", "Bearer ", Secret(u"rpa_key"_s)}}));
    for (const HttpHeader &header : request.headers)
        QVERIFY(!header.value.contains("rpa_key"));
    QCOMPARE(runPodUrl({QUrl(u"http://127.0.0.1:8000/v2//"_s), u"x"_s, {}}, u"run"_s).toString(),
             u"http://127.0.0.1:8000/v2/x/run"_s);
}

void RunPodClientTest::endpointsThatCannotBe_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("says");
    QTest::newRow("no key") << u"abc"_s << QString() << u"RUNPOD_API_KEY"_s;
    QTest::newRow("no id") << QString() << u"k"_s << u"RUNPOD_ENDPOINT_ID"_s;
    QTest::newRow("address") << u"https://api.runpod.ai/v2/abc"_s << u"k"_s << u"short id"_s;
    QTest::newRow("climbs") << u".."_s << u"k"_s << u"short id"_s;
}

void RunPodClientTest::endpointsThatCannotBe()
{
    QFETCH(QString, id);
    QFETCH(QString, key);
    QFETCH(QString, says);
    const auto checked = checkedEndpoint({endpoint.base, id, Secret(key)});
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::Usage);
    QVERIFY(checked.error().message.contains(says));
    QVERIFY(checkedEndpoint(endpoint));
}

void RunPodClientTest::submissionsRepeatOnlyWhatMadeNoJob_data()
{
    QTest::addColumn<HttpOutcome>("first");
    QTest::addColumn<bool>("isRepeated");
    QTest::newRow("turned away") << answered(429) << true;
    QTest::newRow("not open") << answered(503) << true;
    QTest::newRow("never arrived") << faulted(HttpFault::Unreachable) << true;
    QTest::newRow("edge") << answered(502, "<html>") << false;
    QTest::newRow("edge gave up") << answered(524, "<html>") << false;
    QTest::newRow("server") << answered(500) << false;
    QTest::newRow("line lost") << faulted(HttpFault::ConnectionLost, true) << false;
    QTest::newRow("no answer") << faulted(HttpFault::NoAnswer) << false;
    QTest::newRow("key") << answered(401) << false;
}

void RunPodClientTest::submissionsRepeatOnlyWhatMadeNoJob()
{
    QFETCH(HttpOutcome, first);
    QFETCH(bool, isRepeated);
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 1ms, {first, answered(200, R"({"id":"a","status":"IN_QUEUE"})")});
    QSignalSpy finished(bench.client.run("{}", &bench.owner), &RunPodCall::finished);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(bench.transport.requestCount(), isRepeated ? 2 : 1);
    QCOMPARE(replyOf(finished).has_value(), isRepeated);
}

void RunPodClientTest::syncFallsBackToTheOldAddress()
{
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 1ms,
                               {answered(404), answered(200, R"({"id":"sync-a","status":"COMPLETED"})")});
    QSignalSpy finished(bench.client.runSync("{}", 5s, &bench.owner), &RunPodCall::finished);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.transport.requestCount(), 2);
    QCOMPARE(bench.transport.requests().at(1).url.toString(), u"https://api.runpod.ai/v2/abc/run-sync?wait=5000"_s);
    QCOMPARE(bench.transport.requests().at(1).body, QByteArray("{}"));
    QVERIFY(replyOf(finished));

    Bench unknown;
    unknown.transport.answerWith(unknown.scheduler, 1ms, {answered(404)});
    QSignalSpy refused(unknown.client.runSync("{}", 5s, &unknown.owner), &RunPodCall::finished);
    QVERIFY(unknown.scheduler.runAll());
    QCOMPARE(unknown.transport.requestCount(), 2);
    QCOMPARE(replyOf(refused).error().fault, RunPodFault::NotFound);
}

void RunPodClientTest::syncWaitIsBounded_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<QString>("query");
    QTest::newRow("nothing") << 0 << u"wait=1000"_s;
    QTest::newRow("most") << 90'000 << u"wait=90000"_s;
    QTest::newRow("too long") << 90'001 << u"wait=90000"_s;
}

void RunPodClientTest::syncWaitIsBounded()
{
    QFETCH(int, wanted);
    Bench bench;
    bench.client.runSync("{}", Milliseconds{wanted}, &bench.owner);
    const HttpRequest request = bench.transport.requests().constFirst();
    QTEST(request.url.query(), "query");
    QVERIFY(request.deadlines.firstByte > Milliseconds{wanted});
}

void RunPodClientTest::cancelReportsOnce()
{
    Bench bench;
    RunPodCall *call = bench.client.run("{}", &bench.owner);
    QSignalSpy finished(call, &RunPodCall::finished);
    call->cancel();
    call->cancel();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(replyOf(finished).error().fault, RunPodFault::Cancelled);
    QCOMPARE(bench.transport.aborted(), 1);
}

void RunPodClientTest::destroyedSilently()
{
    Bench bench;
    RunPodCall *call = bench.client.health(&bench.owner);
    QSignalSpy finished(call, &RunPodCall::finished);
    delete call;
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(finished.size(), 0);
}

void RunPodClientTest::unreadableJobs()
{
    QCOMPARE(jobReply(QByteArray("<html>")).error().fault, RunPodFault::Unreadable);
    QCOMPARE(jobReply(QByteArray(R"({"id":"a","status":"IN_QUEUE"})"))->id, u"a"_s);
}

VIRAL_TEST(RunPodClientTest)
#include "tst_runpodclient.moc"
