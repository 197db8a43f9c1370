// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodclient.h"
#include "core/json/jsonreader.h"
#include "core/net/qttransport.h"
#include "core/service/localendpoint.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/loopbackserver.h"
#include "tests/support/testregistry.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The local endpoint over real connections on this machine. What does the jobs, and the time that jobs and waiting
// clients see, are the test's.
class LocalEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void runToTheEnd();
    void routes_data();
    void routes();
    void methods_data();
    void methods();
    void keys_data();
    void keys();
    void withoutAKey_data();
    void withoutAKey();
    void othersNeedAKey();
    void refusedBodies_data();
    void refusedBodies();
    void bodyLimits_data();
    void bodyLimits();
    void brokenRequests_data();
    void brokenRequests();
    void twoRequestsInOneGo();
    void answersToASlowReaderArriveWhole();
    void expectedLeaveIsGiven();

    void syncAnswersAtTheEnd();
    void syncAnswersWhenTheWaitIsOver_data();
    void syncAnswersWhenTheWaitIsOver();
    void statusSyncWaits();
    void goneClientLeavesTheJob();
    void streamDrains();
    void progressIsTheOutput();
    void cancelEndsTheWork();
    void cancelInTheQueue();
    void retryUnderTheSameId();
    void lateWordsOfAnOldAttempt();
    void purge();
    void jobsAtOnce();
    void executionTimeout();
    void timeToLiveWhileRunning();
    void retentionEnds();
    void shortenedRetention();
    void fullQueue();
    void health();

    void webhook_data();
    void webhook();
    void webhookIsTriedThreeTimes();
    void shutDownCancels();

    void ourOwnClient();
    void ourOwnClientSyncs();
    void ourOwnClientIsTurnedAway();

private:
    struct Answer
    {
        int status = 0;
        QByteArray body;

        QString text(QStringView name) const;
    };

    /// Without a key no header is sent.
    QNetworkReply *send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                        const QByteArray &authorization = "Bearer rpa_test");
    Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {},
               const QByteArray &authorization = "Bearer rpa_test");
    Answer take(QNetworkReply *reply);
    QString submit(const QByteArray &body = "{\"input\":{\"a\":1}}");
    QString stateOf(const QString &id);
    QByteArray rawAnswer(const QByteArray &bytes);
    void start(LocalEndpointSettings settings);

    class Executor;
    std::unique_ptr<FakeScheduler> m_scheduler;
    std::unique_ptr<EventLoopScheduler> m_realScheduler;
    std::unique_ptr<QtTransport> m_transport;
    std::unique_ptr<SystemClock> m_clock;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<LocalEndpoint> m_endpoint;
    std::unique_ptr<QNetworkAccessManager> m_client;
    quint16 m_port = 0;
};

VIRAL_TEST(LocalEndpointTest)

namespace {

class Work final : public EndpointWork
{
public:
    Work(const QByteArray &input_, const QString &jobId_, QObject *owner)
        : EndpointWork(owner)
        , input(input_)
        , jobId(jobId_)
    {}

    void cancel() override { wasCancelled = true; }
    void complete(const QByteArray &output) { end({.kind = JobOutcome::Kind::Completed, .output = output}); }
    void fail(const QString &error) { end({.kind = JobOutcome::Kind::Failed, .error = error}); }

    QByteArray input;
    QString jobId;
    bool wasCancelled = false;

private:
    void end(const JobOutcome &outcome)
    {
        deleteLater();
        Q_EMIT finished(outcome);
    }
};

const QByteArray simple = "{\"input\":{\"a\":1}}";
const QString prefix = u"/v2/local/"_s;

} // namespace

class LocalEndpointTest::Executor final : public EndpointExecutor
{
public:
    EndpointWork *start(const QByteArray &input, const QString &jobId, QObject *owner) override
    {
        auto *work = new Work(input, jobId, owner);
        works.append(work);
        return work;
    }

    QList<QPointer<Work>> works;
};

QString LocalEndpointTest::Answer::text(QStringView name) const
{
    const auto document = JsonDocument::parse(body);
    const auto member = document ? document->root().member(name) : std::nullopt;
    return member ? member->asString().value_or(QString::fromUtf8(member->rawText())) : QString();
}

void LocalEndpointTest::init()
{
    m_scheduler = std::make_unique<FakeScheduler>();
    m_realScheduler = std::make_unique<EventLoopScheduler>();
    m_transport = std::make_unique<QtTransport>(*m_realScheduler);
    m_clock = std::make_unique<SystemClock>();
    m_executor = std::make_unique<Executor>();
    m_client = std::make_unique<QNetworkAccessManager>();
    start({.key = Secret(u"rpa_test"_s)});
}

void LocalEndpointTest::cleanup()
{
    m_client.reset();
    m_endpoint.reset();
    m_executor.reset();
    m_transport.reset();
}

void LocalEndpointTest::start(LocalEndpointSettings settings)
{
    m_endpoint =
        std::make_unique<LocalEndpoint>(std::move(settings), *m_executor, *m_transport, *m_scheduler, *m_clock);
    const auto port = m_endpoint->listen(QHostAddress::LocalHost, 0);
    QVERIFY(port);
    m_port = *port;
}

QNetworkReply *LocalEndpointTest::send(const QByteArray &method, const QString &path, const QByteArray &body,
                                       const QByteArray &authorization)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path)));
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return m_client->sendCustomRequest(request, method, body);
}

LocalEndpointTest::Answer LocalEndpointTest::take(QNetworkReply *reply)
{
    if (!reply->isFinished())
        QSignalSpy(reply, &QNetworkReply::finished).wait(10'000);
    reply->deleteLater();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

LocalEndpointTest::Answer LocalEndpointTest::ask(const QByteArray &method, const QString &path, const QByteArray &body,
                                                 const QByteArray &authorization)
{
    return take(send(method, path, body, authorization));
}

QString LocalEndpointTest::submit(const QByteArray &body)
{
    return ask("POST", prefix + u"run"_s, body).text(u"id");
}

QString LocalEndpointTest::stateOf(const QString &id)
{
    return ask("GET", prefix + u"status/"_s + id).text(u"status");
}

QByteArray LocalEndpointTest::rawAnswer(const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.write(bytes);
    QSignalSpy gone(&socket, &QTcpSocket::disconnected);
    gone.wait(10'000);
    return socket.readAll();
}

void LocalEndpointTest::runToTheEnd()
{
    const Answer run = ask("POST", prefix + u"run"_s, simple);
    QCOMPARE(run.status, 200);
    QCOMPARE(run.text(u"status"), u"IN_QUEUE"_s);
    const QString id = run.text(u"id");
    QVERIFY(isRunPodId(id));
    QCOMPARE(m_executor->works.size(), 1);
    QCOMPARE(m_executor->works.at(0)->input, QByteArray("{\"a\":1}"));
    QCOMPARE(m_executor->works.at(0)->jobId, id);
    QCOMPARE(stateOf(id), u"IN_PROGRESS"_s);
    m_scheduler->advance(1234ms);
    m_executor->works.at(0)->complete("{\"moments\":[]}");
    const Answer done = ask("GET", prefix + u"status/"_s + id);
    QCOMPARE(done.status, 200);
    QCOMPARE(done.text(u"status"), u"COMPLETED"_s);
    QCOMPARE(done.text(u"output"), u"{\"moments\":[]}"_s);
    QCOMPARE(done.text(u"executionTime"), u"1234"_s);
    QCOMPARE(done.text(u"delayTime"), u"0"_s);
    QCOMPARE(done.text(u"workerId"), u"local"_s);
}

void LocalEndpointTest::routes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("prefixed") << u"/v2/local/health"_s << 200;
    QTest::newRow("without prefix") << u"/health"_s << 200;
    QTest::newRow("query") << u"/health?x=1"_s << 200;
    QTest::newRow("root") << u"/"_s << 404;
    QTest::newRow("prefix alone") << u"/v2"_s << 404;
    QTest::newRow("endpoint alone") << u"/v2/local"_s << 404;
    QTest::newRow("endpoint and slash") << u"/v2/local/"_s << 404;
    QTest::newRow("another endpoint") << u"/v2/other/health"_s << 404;
    QTest::newRow("unknown") << u"/v2/local/dance"_s << 404;
    QTest::newRow("no job") << u"/v2/local/status"_s << 404;
    QTest::newRow("empty job") << u"/v2/local/status/"_s << 404;
    QTest::newRow("unknown job") << u"/v2/local/status/x"_s << 404;
    QTest::newRow("climber") << u"/v2/local/status/%2e%2e%2fhealth"_s << 404;
    QTest::newRow("too much") << u"/v2/local/health/x"_s << 404;
}

void LocalEndpointTest::routes()
{
    QFETCH(const QString, path);
    QFETCH(const int, status);
    const Answer answer = ask("GET", path);
    QCOMPARE(answer.status, status);
    QCOMPARE(!answer.text(u"error").isEmpty(), status != 200);
}

void LocalEndpointTest::methods_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("get");
    QTest::addColumn<int>("post");
    QTest::newRow("run") << u"run"_s << 405 << 200;
    QTest::newRow("runsync") << u"runsync"_s << 405 << 200;
    QTest::newRow("run-sync") << u"run-sync"_s << 405 << 200;
    QTest::newRow("status") << u"status/JOB"_s << 200 << 200;
    QTest::newRow("status-sync") << u"status-sync/JOB"_s << 200 << 200;
    QTest::newRow("stream") << u"stream/JOB"_s << 200 << 200;
    QTest::newRow("cancel") << u"cancel/JOB"_s << 405 << 200;
    QTest::newRow("retry") << u"retry/JOB"_s << 405 << 200;
    QTest::newRow("purge-queue") << u"purge-queue"_s << 405 << 200;
    QTest::newRow("health") << u"health"_s << 200 << 405;
}

void LocalEndpointTest::methods()
{
    QFETCH(const QString, path);
    QFETCH(const int, get);
    QFETCH(const int, post);
    const QString id = submit();
    m_executor->works.at(0)->fail(u"x"_s);
    const QString address = prefix + QString(path).replace(u"JOB"_s, id);
    QCOMPARE(ask("GET", address).status, get);
    QCOMPARE(ask("PUT", address, simple).status, 405);
    QNetworkReply *reply = send("POST", address, simple);
    if (path.startsWith("run"_L1) && path != "run"_L1) {
        QTRY_COMPARE(m_executor->works.size(), 2);
        m_executor->works.at(1)->complete("{}");
    }
    QCOMPARE(take(reply).status, post);
}

void LocalEndpointTest::keys_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::newRow("bearer") << QByteArray("Bearer rpa_test") << 200;
    QTest::newRow("bearer in small letters") << QByteArray("bearer rpa_test") << 200;
    QTest::newRow("bare") << QByteArray("rpa_test") << 200;
    QTest::newRow("none") << QByteArray() << 401;
    QTest::newRow("empty bearer") << QByteArray("Bearer ") << 401;
    QTest::newRow("wrong") << QByteArray("Bearer rpa_tesu") << 401;
    QTest::newRow("start of it") << QByteArray("Bearer rpa_tes") << 401;
    QTest::newRow("more than it") << QByteArray("Bearer rpa_testx") << 401;
    QTest::newRow("other case") << QByteArray("Bearer RPA_TEST") << 401;
    QTest::newRow("basic") << QByteArray("Basic rpa_test") << 401;
}

void LocalEndpointTest::keys()
{
    QFETCH(const QByteArray, authorization);
    QFETCH(const int, status);
    const Answer answer = ask("GET", prefix + u"health"_s, {}, authorization);
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.body.contains("rpa_"));
    if (status != 200)
        QVERIFY(!answer.text(u"error").isEmpty());
}

void LocalEndpointTest::withoutAKey_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("status");
    const QByteArray any = "Authorization: Bearer anything\r\n";
    QTest::newRow("name") << QByteArray("localhost:8000") << any << QByteArray("200");
    QTest::newRow("address") << QByteArray("127.0.0.1:8000") << any << QByteArray("200");
    QTest::newRow("IPv6") << QByteArray("[::1]:8000") << any << QByteArray("200");
    QTest::newRow("another name for this machine") << QByteArray("evil.example:8000") << any << QByteArray("403");
    QTest::newRow("no name") << QByteArray() << any << QByteArray("403");
    QTest::newRow("no header") << QByteArray("localhost:8000") << QByteArray() << QByteArray("401");
}

void LocalEndpointTest::withoutAKey()
{
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, authorization);
    QFETCH(const QByteArray, status);
    start({});
    const QByteArray answer =
        rawAnswer("GET /health HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n" + authorization + "\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
}

void LocalEndpointTest::othersNeedAKey()
{
    LocalEndpoint open({}, *m_executor, *m_transport, *m_scheduler, *m_clock);
    const auto refused = open.listen(QHostAddress::AnyIPv4, 0);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QVERIFY(!open.listen(QHostAddress::LocalHost, m_port));
    LocalEndpoint guarded({.key = Secret(u"k"_s)}, *m_executor, *m_transport, *m_scheduler, *m_clock);
    QVERIFY(guarded.listen(QHostAddress::AnyIPv4, 0));
}

void LocalEndpointTest::refusedBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no input") << QByteArray("{}");
    QTest::newRow("wrong policy") << QByteArray(R"({"input":{"a":1},"policy":{"ttl":1}})");
    QTest::newRow("wrong webhook") << QByteArray(R"({"input":{"a":1},"webhook":"ftp://x/"})");
}

void LocalEndpointTest::refusedBodies()
{
    QFETCH(const QByteArray, body);
    for (const QString &path : {u"run"_s, u"runsync"_s}) {
        const Answer answer = ask("POST", prefix + path, body);
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.text(u"error").isEmpty());
    }
    QVERIFY(m_executor->works.isEmpty());
}

void LocalEndpointTest::bodyLimits_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("status");
    const qint64 megabyte = 1024 * 1024;
    QTest::newRow("run, largest") << u"run"_s << 10 * megabyte << 200;
    QTest::newRow("run, too large") << u"run"_s << 10 * megabyte + 1 << 413;
    QTest::newRow("runsync, largest") << u"runsync?wait=1000"_s << 20 * megabyte << 200;
    QTest::newRow("runsync, too large") << u"runsync"_s << 20 * megabyte + 1 << 413;
    QTest::newRow("far too large") << u"run"_s << 40 * megabyte << 413;
}

void LocalEndpointTest::bodyLimits()
{
    QFETCH(const QString, path);
    QFETCH(const qint64, size);
    QFETCH(const int, status);
    const QByteArray start = "{\"input\":{\"a\":\"";
    const QByteArray end = "\"}}";
    const QByteArray body = start + QByteArray(size - start.size() - end.size(), 'x') + end;
    QNetworkReply *reply = send("POST", prefix + path, body);
    if (status == 200) {
        QTRY_COMPARE(m_executor->works.size(), 1);
        m_scheduler->advance(1s);
    }
    const Answer answer = take(reply);
    QCOMPARE(answer.status, status);
    QCOMPARE(!answer.text(u"error").isEmpty(), status != 200);
    QCOMPARE(ask("GET", u"/health"_s).status, 200);
}

void LocalEndpointTest::brokenRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    const QByteArray key = "\r\nAuthorization: rpa_test";
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01\r\n\r\n") << QByteArray("400");
    QTest::newRow("no version") << QByteArray("GET /health\r\n\r\n") << QByteArray("400");
    QTest::newRow("another's address") << "GET http://x/health HTTP/1.1" + key + "\r\n\r\n" << QByteArray("400");
    QTest::newRow("header without a name") << "GET /health HTTP/1.1" + key + "\r\n: x\r\n\r\n" << QByteArray("400");
    QTest::newRow("header without a colon") << "GET /health HTTP/1.1" + key + "\r\nx\r\n\r\n" << QByteArray("400");
    QTest::newRow("negative length") << "POST /run HTTP/1.1" + key + "\r\nContent-Length: -1\r\n\r\n"
                                     << QByteArray("400");
    QTest::newRow("length that overflows")
        << "POST /run HTTP/1.1" + key + "\r\nContent-Length: 99999999999999999999\r\n\r\n"
        << QByteArray("400");
    QTest::newRow("two lengths") << "POST /run HTTP/1.1" + key + "\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
                                 << QByteArray("400");
    QTest::newRow("length beyond the limit")
        << "POST /run HTTP/1.1" + key + "\r\nContent-Length: 99999999999\r\n\r\n{}" << QByteArray("413");
    QTest::newRow("broken chunks") << "POST /run HTTP/1.1" + key + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
                                   << QByteArray("400");
    QTest::newRow("zipped") << "POST /run HTTP/1.1" + key + "\r\nTransfer-Encoding: gzip\r\n\r\n"
                            << QByteArray("501");
    QTest::newRow("endless head") << "GET /health HTTP/1.1\r\nX: " + QByteArray(20'000, 'x') << QByteArray("431");
    QTest::newRow("no key, large body") << QByteArray("POST /run HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n{")
                                        << QByteArray("401");
    QTest::newRow("1.0 closes") << "GET /health HTTP/1.0" + key + "\r\n\r\n" << QByteArray("200");
}

void LocalEndpointTest::brokenRequests()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, status);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.write(bytes);
    QByteArray answer;
    QTRY_VERIFY((answer += socket.readAll()).contains("}"));
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
    QVERIFY(answer.contains("Connection: close"));
    QVERIFY(m_executor->works.isEmpty());
}

void LocalEndpointTest::twoRequestsInOneGo()
{
    const QByteArray first = "GET /health HTTP/1.1\r\nAuthorization: rpa_test\r\n\r\n";
    const QByteArray last = "GET /dance HTTP/1.1\r\nAuthorization: rpa_test\r\nConnection: close\r\n\r\n";
    const QByteArray answers = rawAnswer(first + last);
    QVERIFY(answers.startsWith("HTTP/1.1 200"));
    QCOMPARE(answers.count("HTTP/1.1 404"), 1);
}

void LocalEndpointTest::answersToASlowReaderArriveWhole()
{
    // Asked for many times before the first is read, so that the server stops reading in between.
    const QString id = submit();
    m_executor->works.at(0)->complete('"' + QByteArray(4'000'000, 'x') + '"');
    QTcpSocket socket;
    socket.setReadBufferSize(1024);
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    const QByteArray question = "GET /status/" + id.toLatin1() + " HTTP/1.1\r\nAuthorization: rpa_test\r\n\r\n";
    for (int i = 0; i < 20; ++i)
        socket.write(question);
    QTRY_COMPARE(socket.bytesToWrite(), 0);
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    socket.setReadBufferSize(0);
    qint64 come = 0;
    QTRY_VERIFY_WITH_TIMEOUT((come += socket.skip(socket.bytesAvailable())) > 20 * 4'000'000, 20'000);
}

void LocalEndpointTest::expectedLeaveIsGiven()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.write("POST /run HTTP/1.1\r\nAuthorization: rpa_test\r\nExpect: 100-continue\r\nContent-Length: " +
                 QByteArray::number(simple.size()) + "\r\n\r\n");
    QByteArray answer;
    QTRY_COMPARE((answer += socket.readAll()), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    socket.write(simple);
    QTRY_VERIFY((answer += socket.readAll()).contains("HTTP/1.1 200 OK"));
}

void LocalEndpointTest::syncAnswersAtTheEnd()
{
    QNetworkReply *reply = send("POST", prefix + u"runsync"_s, simple);
    QTRY_COMPARE(m_executor->works.size(), 1);
    m_scheduler->advance(80s);
    QVERIFY(!reply->isFinished());
    m_executor->works.at(0)->fail(u"no words"_s);
    const Answer answer = take(reply);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text(u"status"), u"FAILED"_s);
    QCOMPARE(answer.text(u"error"), u"no words"_s);
    QVERIFY(answer.text(u"id").startsWith("sync-"_L1));
}

void LocalEndpointTest::syncAnswersWhenTheWaitIsOver_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("seconds");
    QTest::newRow("usual") << QString() << 90;
    QTest::newRow("own") << u"?wait=2000"_s << 2;
    QTest::newRow("too short") << u"?wait=1"_s << 1;
    QTest::newRow("too long") << u"?wait=9999999"_s << 300;
    QTest::newRow("no number") << u"?wait=long"_s << 90;
}

void LocalEndpointTest::syncAnswersWhenTheWaitIsOver()
{
    QFETCH(const QString, query);
    QFETCH(const int, seconds);
    QNetworkReply *reply = send("POST", prefix + u"runsync"_s + query, simple);
    QTRY_COMPARE(m_executor->works.size(), 1);
    m_scheduler->advance(std::chrono::seconds(seconds) - 1ms);
    QCoreApplication::processEvents();
    QVERIFY(!reply->isFinished());
    m_scheduler->advance(1ms);
    const Answer answer = take(reply);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text(u"status"), u"IN_PROGRESS"_s);
    m_executor->works.at(0)->complete("{}");
    QCOMPARE(stateOf(answer.text(u"id")), u"COMPLETED"_s);
}

void LocalEndpointTest::statusSyncWaits()
{
    const QString id = submit();
    QNetworkReply *one = send("GET", prefix + u"status-sync/"_s + id);
    QNetworkReply *two = send("POST", prefix + u"status-sync/%1?wait=1000"_s.arg(id));
    QTRY_COMPARE(m_scheduler->pending(), 3);
    m_scheduler->advance(1s);
    QCOMPARE(take(two).text(u"status"), u"IN_PROGRESS"_s);
    QVERIFY(!one->isFinished());
    m_executor->works.at(0)->complete("{}");
    QCOMPARE(take(one).text(u"status"), u"COMPLETED"_s);
    QCOMPARE(ask("GET", prefix + u"status-sync/"_s + id).text(u"status"), u"COMPLETED"_s);
}

void LocalEndpointTest::goneClientLeavesTheJob()
{
    QNetworkReply *reply = send("POST", prefix + u"runsync"_s, simple);
    QTRY_COMPARE(m_executor->works.size(), 1);
    const QString id = m_executor->works.at(0)->jobId;
    QCOMPARE(m_scheduler->pending(), 2);
    reply->abort();
    QTRY_COMPARE(m_scheduler->pending(), 1);
    QVERIFY(!m_executor->works.at(0)->wasCancelled);
    m_executor->works.at(0)->complete("{}");
    QCOMPARE(stateOf(id), u"COMPLETED"_s);
}

void LocalEndpointTest::streamDrains()
{
    const QString id = submit();
    const QString path = prefix + u"stream/"_s + id;
    QNetworkReply *waiting = send("GET", path);
    QTRY_COMPARE(m_scheduler->pending(), 2);
    Q_EMIT m_executor->works.at(0)->progressed("{\"n\":1}");
    QCOMPARE(take(waiting).body, QByteArray(R"({"status":"IN_PROGRESS","stream":[{"output":{"n":1}}]})"));

    QNetworkReply *empty = send("GET", path);
    QTRY_COMPARE(m_scheduler->pending(), 2);
    m_scheduler->advance(10s);
    QCOMPARE(take(empty).body, QByteArray(R"({"status":"IN_PROGRESS","stream":[]})"));

    Q_EMIT m_executor->works.at(0)->progressed("{\"n\":2}");
    m_executor->works.at(0)->complete("{}");
    QCOMPARE(ask("POST", path).body, QByteArray(R"({"status":"COMPLETED","stream":[{"output":{"n":2}}]})"));
    QCOMPARE(ask("GET", path).body, QByteArray(R"({"status":"COMPLETED","stream":[]})"));
}

void LocalEndpointTest::progressIsTheOutput()
{
    const QString id = submit();
    Q_EMIT m_executor->works.at(0)->progressed("{\"event\":\"chunk_completed\"}");
    const Answer answer = ask("GET", prefix + u"status/"_s + id);
    QCOMPARE(answer.text(u"output"), u"{\"event\":\"chunk_completed\"}"_s);
    m_executor->works.at(0)->fail(u"x"_s);
    QVERIFY(ask("GET", prefix + u"status/"_s + id).text(u"output").isEmpty());
}

void LocalEndpointTest::cancelEndsTheWork()
{
    const QString first = submit();
    const QString second = submit();
    QNetworkReply *waiting = send("GET", prefix + u"status-sync/"_s + first);
    QTRY_COMPARE(m_scheduler->pending(), 2);
    QCOMPARE(ask("POST", prefix + u"cancel/"_s + first, "{}").text(u"status"), u"CANCELLED"_s);
    QVERIFY(m_executor->works.at(0)->wasCancelled);
    QCOMPARE(take(waiting).text(u"status"), u"CANCELLED"_s);
    // Its place is free at once.
    QCOMPARE(m_executor->works.size(), 2);
    QCOMPARE(m_executor->works.at(1)->jobId, second);
    m_executor->works.at(1)->complete("{}");
    const Answer late = ask("POST", prefix + u"cancel/"_s + second);
    QCOMPARE(late.status, 200);
    QCOMPARE(late.text(u"status"), u"COMPLETED"_s);
}

void LocalEndpointTest::cancelInTheQueue()
{
    submit();
    const QString second = submit();
    QCOMPARE(ask("POST", prefix + u"cancel/"_s + second).text(u"status"), u"CANCELLED"_s);
    m_executor->works.at(0)->complete("{}");
    QCOMPARE(m_executor->works.size(), 1);
}

void LocalEndpointTest::retryUnderTheSameId()
{
    const QString id = submit(R"({"input":{"b":2}})");
    QCOMPARE(ask("POST", prefix + u"retry/"_s + id).status, 400);
    m_executor->works.at(0)->fail(u"x"_s);
    const Answer again = ask("POST", prefix + u"retry/"_s + id);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.text(u"id"), id);
    QCOMPARE(again.text(u"status"), u"IN_QUEUE"_s);
    QCOMPARE(m_executor->works.size(), 2);
    QCOMPARE(m_executor->works.at(1)->input, QByteArray("{\"b\":2}"));
    m_executor->works.at(1)->complete("{}");
    const Answer done = ask("GET", prefix + u"status/"_s + id);
    QCOMPARE(done.text(u"status"), u"COMPLETED"_s);
    QCOMPARE(done.text(u"retries"), u"1"_s);
    QCOMPARE(ask("POST", prefix + u"retry/"_s + id).status, 400);
}

void LocalEndpointTest::lateWordsOfAnOldAttempt()
{
    const QString id = submit();
    m_scheduler->advance(EndpointQueue::usualExecutionTimeout);
    QCOMPARE(stateOf(id), u"TIMED_OUT"_s);
    QVERIFY(m_executor->works.at(0)->wasCancelled);
    ask("POST", prefix + u"retry/"_s + id);
    Q_EMIT m_executor->works.at(0)->progressed("{\"old\":true}");
    m_executor->works.at(0)->complete("{\"old\":true}");
    const Answer answer = ask("GET", prefix + u"status/"_s + id);
    QCOMPARE(answer.text(u"status"), u"IN_PROGRESS"_s);
    QVERIFY(!answer.body.contains("old"));
}

void LocalEndpointTest::purge()
{
    const QString running = submit();
    const QString waiting = submit();
    submit();
    QCOMPARE(ask("POST", prefix + u"purge-queue"_s).body, QByteArray(R"({"removed":2,"status":"completed"})"));
    QCOMPARE(stateOf(running), u"IN_PROGRESS"_s);
    QCOMPARE(stateOf(waiting), u"CANCELLED"_s);
    m_executor->works.at(0)->complete("{}");
    QCOMPARE(m_executor->works.size(), 1);
}

void LocalEndpointTest::jobsAtOnce()
{
    start({.key = Secret(u"rpa_test"_s), .jobs = 2});
    for (int i = 0; i < 4; ++i)
        submit();
    QCOMPARE(m_executor->works.size(), 2);
    m_executor->works.at(1)->complete("{}");
    QCOMPARE(m_executor->works.size(), 3);
    QCOMPARE(ask("GET", prefix + u"health"_s).body,
             QByteArray(R"({"jobs":{"completed":1,"failed":0,"inProgress":2,"inQueue":1,"retried":0},)"
                        R"("workers":{"idle":0,"initializing":0,"ready":0,"running":2,"throttled":0,"unhealthy":0}})"));
}

void LocalEndpointTest::executionTimeout()
{
    const QString id = submit(R"({"input":{"a":1},"policy":{"executionTimeout":5000}})");
    const QString next = submit();
    m_scheduler->advance(5s);
    const Answer answer = ask("GET", prefix + u"status/"_s + id);
    QCOMPARE(answer.text(u"status"), u"TIMED_OUT"_s);
    QVERIFY(answer.text(u"error").contains("execution timeout"_L1));
    QVERIFY(m_executor->works.at(0)->wasCancelled);
    QCOMPARE(stateOf(next), u"IN_PROGRESS"_s);
}

void LocalEndpointTest::timeToLiveWhileRunning()
{
    const QString id = submit(R"({"input":{"a":1},"policy":{"ttl":10000}})");
    QNetworkReply *waiting = send("GET", prefix + u"status-sync/"_s + id);
    QTRY_COMPARE(m_scheduler->pending(), 2);
    m_scheduler->advance(10s);
    QCOMPARE(take(waiting).status, 404);
    QVERIFY(m_executor->works.at(0)->wasCancelled);
    QCOMPARE(ask("GET", prefix + u"status/"_s + id).status, 404);
}

void LocalEndpointTest::retentionEnds()
{
    const QString id = submit();
    m_executor->works.at(0)->complete("{}");
    m_scheduler->advance(EndpointQueue::keptAfterRun - 1ms);
    QCOMPARE(stateOf(id), u"COMPLETED"_s);
    m_scheduler->advance(1ms);
    const Answer gone = ask("GET", prefix + u"status/"_s + id);
    QCOMPARE(gone.status, 404);
    QVERIFY(!gone.text(u"error").isEmpty());
}

void LocalEndpointTest::shortenedRetention()
{
    const QString id = submit();
    m_executor->works.at(0)->complete("{}");
    QCOMPARE(ask("GET", prefix + u"status/%1?ttl=9223372036854775807"_s.arg(id)).status, 200);
    QCOMPARE(ask("GET", prefix + u"status/%1?ttl=5000"_s.arg(id)).status, 200);
    m_scheduler->advance(5s);
    QCOMPARE(ask("GET", prefix + u"status/"_s + id).status, 404);
}

void LocalEndpointTest::fullQueue()
{
    // One runs, 500 wait.
    for (int i = 0; i < 501; ++i)
        QCOMPARE(ask("POST", u"/run"_s, simple).status, 200);
    QNetworkReply *reply = send("POST", u"/run"_s, simple);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->rawHeader("Retry-After"), QByteArray("5"));
    const Answer answer = take(reply);
    QCOMPARE(answer.status, 429);
    QVERIFY(!answer.text(u"error").isEmpty());
}

void LocalEndpointTest::health()
{
    QCOMPARE(ask("GET", prefix + u"health"_s).body,
             QByteArray(R"({"jobs":{"completed":0,"failed":0,"inProgress":0,"inQueue":0,"retried":0},)"
                        R"("workers":{"idle":1,"initializing":0,"ready":1,"running":0,"throttled":0,"unhealthy":0}})"));
}

void LocalEndpointTest::webhook_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("completed") << u"COMPLETED"_s;
    QTest::newRow("failed") << u"FAILED"_s;
    QTest::newRow("cancelled") << u"CANCELLED"_s;
    QTest::newRow("timed out") << u"TIMED_OUT"_s;
}

void LocalEndpointTest::webhook()
{
    QFETCH(const QString, end);
    LoopbackServer receiver(QList<Reply>{Reply{}});
    const QByteArray address = receiver.url(u"/hook?t=1"_s).toEncoded();
    const QString id = submit(R"({"input":{"openai_api_key":"sk-secret","a":1},"webhook":")" + address + "\"}");
    QVERIFY(m_executor->works.at(0)->input.contains("sk-secret"));
    if (end == "COMPLETED"_L1)
        m_executor->works.at(0)->complete("{\"done\":true}");
    else if (end == "FAILED"_L1)
        m_executor->works.at(0)->fail(u"x"_s);
    else if (end == "CANCELLED"_L1)
        ask("POST", prefix + u"cancel/"_s + id);
    else
        m_scheduler->advance(EndpointQueue::usualExecutionTimeout);
    QTRY_COMPARE(receiver.requestCount(), 1);
    const ReceivedRequest request = receiver.requests().constFirst();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/hook?t=1"));
    QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
    QVERIFY(request.header("X-Webhook-Signature").isEmpty());
    QVERIFY(!request.body.contains("sk-secret"));
    const Answer body{200, request.body};
    QCOMPARE(body.text(u"id"), id);
    QCOMPARE(body.text(u"status"), end);
    QCOMPARE(body.text(u"input"), u"{\"a\":1}"_s);
    QCOMPARE(body.text(u"webhook"), QString::fromUtf8(address));
    QCOMPARE(body.text(u"output"), end == "COMPLETED"_L1 ? u"{\"done\":true}"_s : QString());
    QTRY_VERIFY(m_endpoint->isIdle());
}

void LocalEndpointTest::webhookIsTriedThreeTimes()
{
    LoopbackServer receiver(QList<Reply>{Reply{.status = 500}, Reply{.course = Reply::Course::CloseBeforeAnswer}});
    submit(R"({"input":{"a":1},"webhook":")" + receiver.url(u"/"_s).toEncoded() + "\"}");
    m_executor->works.at(0)->complete("{}");
    // The pauses are the endpoint's to wait; beside them only the job's retention is pending.
    QTRY_COMPARE(m_scheduler->pending(), 2);
    QCOMPARE(receiver.requestCount(), 1);
    QCOMPARE(m_scheduler->untilNext(), 5s);
    m_scheduler->advance(5s);
    QTRY_COMPARE(receiver.requestCount(), 2);
    QTRY_COMPARE(m_scheduler->pending(), 2);
    QCOMPARE(m_scheduler->untilNext(), 15s);
    QVERIFY(!m_endpoint->isIdle());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"not delivered"_s));
    m_scheduler->advance(15s);
    QTRY_COMPARE(receiver.requestCount(), 3);
    QTRY_VERIFY(m_endpoint->isIdle());
    QCOMPARE(m_scheduler->pending(), 1);
}

void LocalEndpointTest::shutDownCancels()
{
    LoopbackServer receiver(QList<Reply>{Reply{}});
    const QByteArray body = R"({"input":{"a":1},"webhook":")" + receiver.url(u"/"_s).toEncoded() + "\"}";
    QNetworkReply *running = send("POST", u"/runsync"_s, body);
    QTRY_COMPARE(m_executor->works.size(), 1);
    QNetworkReply *queued = send("POST", u"/runsync"_s, simple);
    QTRY_COMPARE(m_scheduler->pending(), 3);
    QSignalSpy idle(m_endpoint.get(), &LocalEndpoint::idle);
    m_endpoint->shutDown();
    QVERIFY(m_executor->works.at(0)->wasCancelled);
    QCOMPARE(take(running).text(u"status"), u"CANCELLED"_s);
    QCOMPARE(take(queued).text(u"status"), u"CANCELLED"_s);
    QTRY_COMPARE(receiver.requestCount(), 1);
    QTRY_VERIFY(!idle.isEmpty());
    QCOMPARE(m_executor->works.size(), 1);
    // What is still connected is told.
    QVERIFY(ask("GET", u"/health"_s).status != 200);
}

void LocalEndpointTest::ourOwnClient()
{
    RunPodClient client({QUrl(u"http://127.0.0.1:%1/v2"_s.arg(m_port)), u"local"_s, Secret(u"rpa_test"_s)},
                        *m_transport, *m_realScheduler);
    QObject owner;
    const auto answerOf = [](RunPodCall *call) {
        RunPodReply answer = tl::unexpected(RunPodFailure{});
        bool isThere = false;
        connect(call, &RunPodCall::finished, call, [&](const RunPodReply &reply) {
            answer = reply;
            isThere = true;
        });
        (void)QTest::qWaitFor([&] { return isThere; }, 10'000);
        return answer;
    };
    const auto job = jobReply(answerOf(client.run(simple, &owner)));
    QVERIFY(job);
    QCOMPARE(job->state, RunPodState::InQueue);
    QCOMPARE(jobReply(answerOf(client.status(job->id, &owner)))->state, RunPodState::InProgress);
    m_executor->works.at(0)->fail(u"x"_s);
    QCOMPARE(jobReply(answerOf(client.status(job->id, &owner)))->error, u"x"_s);
    QCOMPARE(jobReply(answerOf(client.retry(job->id, &owner)))->state, RunPodState::InQueue);
    QCOMPARE(jobReply(answerOf(client.cancel(job->id, &owner)))->state, RunPodState::Cancelled);
    const auto health = readRunPodHealth(answerOf(client.health(&owner)).value_or(QByteArray()));
    QVERIFY(health);
    QCOMPARE(health->jobs.retried, 1);
    QCOMPARE(health->workers.idle, 1);
}

void LocalEndpointTest::ourOwnClientSyncs()
{
    RunPodClient client({QUrl(u"http://127.0.0.1:%1/v2"_s.arg(m_port)), u"local"_s, Secret(u"rpa_test"_s)},
                        *m_transport, *m_realScheduler);
    QObject owner;
    RunPodCall *call = client.runSync(simple, 2s, &owner);
    QSignalSpy finished(call, &RunPodCall::finished);
    QTRY_COMPARE(m_executor->works.size(), 1);
    m_executor->works.at(0)->complete("{\"moments\":[]}");
    QTRY_COMPARE(finished.size(), 1);
    const auto job = jobReply(finished.constFirst().constFirst().value<RunPodReply>());
    QVERIFY(job);
    QCOMPARE(job->state, RunPodState::Completed);
    QCOMPARE(job->output, QByteArray("{\"moments\":[]}"));
}

void LocalEndpointTest::ourOwnClientIsTurnedAway()
{
    RunPodClient client({QUrl(u"http://127.0.0.1:%1/v2"_s.arg(m_port)), u"local"_s, Secret(u"wrong"_s)}, *m_transport,
                        *m_realScheduler);
    QObject owner;
    QSignalSpy finished(client.run(simple, &owner), &RunPodCall::finished);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!finished.constFirst().constFirst().value<RunPodReply>());
    QVERIFY(m_executor->works.isEmpty());
}

#include "tst_localendpoint.moc"
