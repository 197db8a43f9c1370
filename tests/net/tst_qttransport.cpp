// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/qttransport.h"
#include "core/net/retryingtransport.h"
#include "tests/support/loopbackserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(HttpFault)
Q_DECLARE_METATYPE(ViralTest::Reply)

namespace {

constexpr HttpDeadlines shortDeadlines{.connect = 2s, .firstByte = 500ms, .silence = 500ms, .total = 20s};

HttpRequest requestTo(const QUrl &url, const QByteArray &body = "{\"a\":1}")
{
    return {.url = url,
            .headers = {{"Content-Type", "application/json"}},
            .body = body,
            .deadlines = {.connect = 2s, .firstByte = 5s, .silence = 5s, .total = 20s}};
}

} // namespace

class QtTransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatWasAskedAndGivesBackWhatCame();
    void statusesAreAnswers_data();
    void statusesAreAnswers();
    void otherMethods();
    void secretHeadersArriveAndStaySecret();
    void piecesArriveAsTheyCome();
    void piecesOfErrorsAreKeptBack();
    void faults_data();
    void faults();
    void nothingListens();
    void hostThatDoesNotExist();
    void unusableUrls_data();
    void unusableUrls();
    void neverReportsInsideSend();
    void tooLarge();
    void dripEndsAtTheTotal();
    void untrustedCertificate();
    void trustedCertificate();
    void sixteenAtOnceOverSixteenConnections();
    void connectionsAreUsedAgain();
    void staleConnectionIsRecognised();
    void lostPostIsNotRepeatedBehindTheBack();
    void cancelReachesTheServer();
    void destroyReachesTheServer();
    void destroyedTransportEndsItsCalls();
    void openStreamEndsWhenTheCallerKnows();
    void cancelInsideAPiece();
    void manyCancelsLeaveNothing();

private:
    HttpOutcome outcomeOf(const HttpRequest &request);

    EventLoopScheduler m_scheduler;
    QtTransport m_transport{m_scheduler};
};

HttpOutcome QtTransportTest::outcomeOf(const HttpRequest &request)
{
    QObject owner;
    QSignalSpy finished(m_transport.send(request, &owner), &Call::finished);
    if (!finished.wait(20'000))
        return tl::unexpected(HttpError{HttpFault::Cancelled, QStringLiteral("the test waited too long")});
    return finished.constFirst().constFirst().value<HttpOutcome>();
}

void QtTransportTest::sendsWhatWasAskedAndGivesBackWhatCame()
{
    LoopbackServer server({{.body = "hello", .headers = {{"X-Request-Id", "r-7"}}}});
    const HttpOutcome outcome = outcomeOf(requestTo(server.url(QStringLiteral("/v1/responses?x=1")), "body bytes"));
    QVERIFY(outcome);
    QCOMPARE(outcome->status, 200);
    QCOMPARE(outcome->body, QByteArray("hello"));
    QCOMPARE(headerValue(outcome->headers, "x-request-id"), QByteArray("r-7"));

    const ReceivedRequest request = server.requests().constFirst();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/v1/responses?x=1"));
    QCOMPARE(request.body, QByteArray("body bytes"));
    QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(request.header("Content-Length"), QByteArray("10"));
    QCOMPARE(request.header("Cookie"), QByteArray());
}

void QtTransportTest::statusesAreAnswers_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 201, 400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 422, 429, 500, 501, 502, 503, 504, 529})
        QTest::addRow("%d", status) << status;
}

void QtTransportTest::statusesAreAnswers()
{
    QFETCH(int, status);
    LoopbackServer server({{.status = status, .body = "why", .headers = {{"WWW-Authenticate", "Basic realm=x"}}}});
    const HttpOutcome outcome = outcomeOf(requestTo(server.url()));
    QVERIFY(outcome);
    QCOMPARE(outcome->status, status);
    QCOMPARE(outcome->body, QByteArray("why"));
    QCOMPARE(server.requestCount(), 1);
}

void QtTransportTest::otherMethods()
{
    LoopbackServer server({{.body = "ok"}});
    for (const char *method : {"GET", "POST", "DELETE"}) {
        HttpRequest request = requestTo(server.url(), {});
        request.method = method;
        QVERIFY(outcomeOf(request));
        QCOMPARE(server.requests().constLast().method, QByteArray(method));
        QCOMPARE(server.requests().constLast().body, QByteArray());
    }
}

void QtTransportTest::secretHeadersArriveAndStaySecret()
{
    LoopbackServer server({{.course = Reply::Course::CloseBeforeAnswer}});
    HttpRequest request = requestTo(server.url());
    request.secretHeaders = {{"Authorization", "Bearer ", Secret(QStringLiteral("sk-very-secret-0123456789"))}};
    const HttpOutcome outcome = outcomeOf(request);
    QCOMPARE(server.requests().constFirst().header("authorization"), QByteArray("Bearer sk-very-secret-0123456789"));
    QVERIFY(!outcome);
    QVERIFY(!outcome.error().message.contains(QStringLiteral("sk-very")));
}

void QtTransportTest::piecesArriveAsTheyCome()
{
    LoopbackServer server({{.body = "abcdef", .delayPerByte = 20ms, .isChunked = true}});
    QObject owner;
    Call *call = m_transport.send(requestTo(server.url()), &owner);
    QByteArray whole;
    int pieces = 0;
    connect(call, &Call::received, this, [&](const QByteArray &piece) {
        whole += piece;
        ++pieces;
    });
    QSignalSpy finished(call, &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(whole, QByteArray("abcdef"));
    QVERIFY(pieces > 1);
    QCOMPARE(finished.constFirst().constFirst().value<HttpOutcome>()->body, whole);
}

void QtTransportTest::piecesOfErrorsAreKeptBack()
{
    LoopbackServer server({{.status = 500, .body = "trouble"}});
    QObject owner;
    Call *call = m_transport.send(requestTo(server.url()), &owner);
    QSignalSpy received(call, &Call::received);
    QSignalSpy finished(call, &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(received.size(), 0);
    QCOMPARE(finished.constFirst().constFirst().value<HttpOutcome>()->body, QByteArray("trouble"));
}

void QtTransportTest::faults_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<HttpFault>("fault");
    QTest::newRow("hangs up before the answer")
        << Reply{.course = Reply::Course::CloseBeforeAnswer} << HttpFault::ConnectionLost;
    QTest::newRow("hangs up within the body")
        << Reply{.body = "0123456789", .course = Reply::Course::CutInBody} << HttpFault::AnswerCut;
    QTest::newRow("hangs up within a chunked body")
        << Reply{.body = "0123456789", .course = Reply::Course::CutInBody, .isChunked = true} << HttpFault::AnswerCut;
    QTest::newRow("never answers") << Reply{.course = Reply::Course::NeverAnswer} << HttpFault::NoAnswer;
    QTest::newRow("stops within the answer")
        << Reply{.body = "half", .course = Reply::Course::KeepOpen} << HttpFault::Silence;
    QTest::newRow("not HTTP") << Reply{.body = "SSH-2.0-OpenSSH_9\r\n", .course = Reply::Course::Garbage}
                              << HttpFault::ConnectionLost;
    QTest::newRow("redirects") << Reply{.status = 307, .headers = {{"Location", "http://127.0.0.1:1/elsewhere"}}}
                               << HttpFault::Redirected;
}

void QtTransportTest::faults()
{
    QFETCH(Reply, reply);
    QFETCH(HttpFault, fault);
    LoopbackServer server({reply});
    HttpRequest request = requestTo(server.url());
    request.deadlines = shortDeadlines;
    const HttpOutcome outcome = outcomeOf(request);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().fault, fault);
    QVERIFY(!outcome.error().message.isEmpty());
    QVERIFY(!outcome.error().reusedConnection);
    QCOMPARE(server.requestCount(), 1);
}

void QtTransportTest::nothingListens()
{
    quint16 port = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = server.serverPort();
    }
    const HttpOutcome outcome = outcomeOf(requestTo(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port))));
    QCOMPARE(outcome.error().fault, HttpFault::Unreachable);
}

void QtTransportTest::hostThatDoesNotExist()
{
    const HttpOutcome outcome = outcomeOf(requestTo(QUrl(QStringLiteral("http://nowhere.invalid/"))));
    QCOMPARE(outcome.error().fault, HttpFault::Unreachable);
}

void QtTransportTest::unusableUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << QString();
    QTest::newRow("no scheme") << QStringLiteral("example.com/v1");
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
    QTest::newRow("data") << QStringLiteral("data:text/plain,hello");
    QTest::newRow("no host") << QStringLiteral("https:///v1");
    QTest::newRow("not a URL") << QStringLiteral("http://[::1");
}

void QtTransportTest::unusableUrls()
{
    QFETCH(QString, url);
    const HttpOutcome outcome = outcomeOf(requestTo(QUrl(url)));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().fault, HttpFault::BadRequest);
}

void QtTransportTest::neverReportsInsideSend()
{
    QObject owner;
    Call *call = m_transport.send(requestTo(QUrl()), &owner);
    QVERIFY(!call->isFinished());
    QSignalSpy finished(call, &Call::finished);
    call->cancel();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<HttpOutcome>().error().fault, HttpFault::Cancelled);
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
}

void QtTransportTest::tooLarge()
{
    LoopbackServer server({{.body = QByteArray(10'000, 'x'), .course = Reply::Course::Endless}});
    HttpRequest request = requestTo(server.url());
    request.largestBody = 200'000;
    const HttpOutcome outcome = outcomeOf(request);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().fault, HttpFault::TooLarge);
    QTRY_COMPARE(server.abortsSeen(), 1);
}

void QtTransportTest::dripEndsAtTheTotal()
{
    LoopbackServer server({{.body = QByteArray(1000, 'x'), .delayPerByte = 20ms}});
    HttpRequest request = requestTo(server.url());
    request.deadlines = {.connect = 2s, .firstByte = 2s, .silence = 2s, .total = 300ms};
    QCOMPARE(outcomeOf(request).error().fault, HttpFault::TotalTimeout);
    QTRY_COMPARE(server.abortsSeen(), 1);
}

void QtTransportTest::untrustedCertificate()
{
    LoopbackServer server({{.body = "secret"}}, true);
    const HttpOutcome outcome = outcomeOf(requestTo(server.url()));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().fault, HttpFault::Tls);
    QCOMPARE(server.requestCount(), 0);
}

void QtTransportTest::trustedCertificate()
{
    LoopbackServer server({{.body = "secret"}}, true);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(QStringLiteral(VIRAL_TEST_DATA "/support/tls/localhost.crt")));
    QtTransport trusting(m_scheduler, {.tls = tls});
    QObject owner;
    QSignalSpy finished(trusting.send(requestTo(server.url()), &owner), &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(finished.constFirst().constFirst().value<HttpOutcome>()->body, QByteArray("secret"));
}

void QtTransportTest::sixteenAtOnceOverSixteenConnections()
{
    LoopbackServer server({{.body = "ok", .delay = 100ms}});
    Limiter limiter(16, m_scheduler);
    RetryingTransport limited(m_transport, m_scheduler, {.limiter = &limiter});
    QObject owner;
    int good = 0;
    for (int i = 0; i < 64; ++i) {
        connect(limited.send(requestTo(server.url()), &owner), &Call::finished, this,
                [&](const HttpOutcome &outcome) { good += outcome && outcome->body == "ok"; });
    }
    QTRY_COMPARE(good, 64);
    QCOMPARE(server.requestCount(), 64);
    QCOMPARE(server.peakInFlight(), 16);
    QVERIFY(server.connectionCount() <= 16);
}

void QtTransportTest::connectionsAreUsedAgain()
{
    LoopbackServer server({{.body = "ok"}});
    for (int i = 0; i < 5; ++i)
        QVERIFY(outcomeOf(requestTo(server.url())));
    QCOMPARE(server.connectionCount(), 1);
}

void QtTransportTest::staleConnectionIsRecognised()
{
    LoopbackServer server({{.body = "ok"}, {.course = Reply::Course::CloseBeforeAnswer}, {.body = "ok"}});
    QVERIFY(outcomeOf(requestTo(server.url())));
    const HttpOutcome outcome = outcomeOf(requestTo(server.url()));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().fault, HttpFault::ConnectionLost);
    QVERIFY(outcome.error().reusedConnection);
    QCOMPARE(server.requestCount(), 2);
    QVERIFY(outcomeOf(requestTo(server.url())));
}

void QtTransportTest::lostPostIsNotRepeatedBehindTheBack()
{
    LoopbackServer server({{.course = Reply::Course::CloseBeforeAnswer, .delay = 50ms}});
    QVERIFY(!outcomeOf(requestTo(server.url(), QByteArray(100'000, 'x'))));
    // Anything repeated would have arrived before this one.
    LoopbackServer other({{.delay = 50ms}});
    QVERIFY(outcomeOf(requestTo(other.url())));
    QCOMPARE(server.requestCount(), 1);
}

void QtTransportTest::cancelReachesTheServer()
{
    LoopbackServer server({{.delay = 10s}});
    QObject owner;
    Call *call = m_transport.send(requestTo(server.url()), &owner);
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(server.requestCount(), 1);
    call->cancel();
    QCOMPARE(finished.size(), 1);
    call->cancel();
    QTRY_COMPARE(server.abortsSeen(), 1);
    QCOMPARE(finished.size(), 1);
}

void QtTransportTest::destroyReachesTheServer()
{
    LoopbackServer server({{.delay = 10s}});
    auto *owner = new QObject;
    QSignalSpy finished(m_transport.send(requestTo(server.url()), owner), &Call::finished);
    QTRY_COMPARE(server.requestCount(), 1);
    delete owner;
    QTRY_COMPARE(server.abortsSeen(), 1);
    QCOMPARE(finished.size(), 0);
}

void QtTransportTest::destroyedTransportEndsItsCalls()
{
    LoopbackServer server({{.delay = 10s}});
    QObject owner;
    auto transport = std::make_unique<QtTransport>(m_scheduler);
    QSignalSpy finished(transport->send(requestTo(server.url()), &owner), &Call::finished);
    QTRY_COMPARE(server.requestCount(), 1);
    transport.reset();
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<HttpOutcome>().error().fault, HttpFault::ConnectionLost);
}

void QtTransportTest::openStreamEndsWhenTheCallerKnows()
{
    LoopbackServer server({{.body = "data: [DONE]\n\n", .course = Reply::Course::KeepOpen}});
    QObject owner;
    Call *call = m_transport.send(requestTo(server.url()), &owner);
    connect(call, &Call::received, call, [call] { call->expectEnd(30ms); });
    QSignalSpy finished(call, &Call::finished);
    QVERIFY(finished.wait());
    const HttpOutcome outcome = finished.constFirst().constFirst().value<HttpOutcome>();
    QVERIFY(outcome);
    QCOMPARE(outcome->status, 200);
    QCOMPARE(outcome->body, QByteArray("data: [DONE]\n\n"));
}

void QtTransportTest::cancelInsideAPiece()
{
    LoopbackServer server({{.body = QByteArray(100, 'x'), .delayPerByte = 5ms, .isChunked = true}});
    QObject owner;
    Call *call = m_transport.send(requestTo(server.url()), &owner);
    connect(call, &Call::received, call, &Call::cancel);
    QSignalSpy finished(call, &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<HttpOutcome>().error().fault, HttpFault::Cancelled);
    QTRY_COMPARE(server.abortsSeen(), 1);
}

void QtTransportTest::manyCancelsLeaveNothing()
{
    LoopbackServer server({{.body = "ok"}});
    QObject owner;
    int reports = 0;
    for (int i = 0; i < 200; ++i) {
        Call *call = m_transport.send(requestTo(server.url()), &owner);
        connect(call, &Call::finished, this, [&] { ++reports; });
        if (i % 3 == 0)
            QCoreApplication::processEvents();
        call->cancel();
    }
    QCOMPARE(reports, 200);
    QVERIFY(outcomeOf(requestTo(server.url())));
    QCOMPARE(owner.children().size(), 0);
}

VIRAL_TEST(QtTransportTest)
#include "tst_qttransport.moc"
