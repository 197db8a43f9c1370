// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/httpserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The HTTP side of our small servers against clients that mean ill, over real connections on this machine. The server
// answers with what it was asked: "METHOD TARGET BODY".
class HttpServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneConnectionManyRequests();
    void pipelinedRequestsKeepTheirOrder();
    void headAnswersHaveNoBody();
    void chunkedBody();
    void nothingIsReadBeforeItIsAdmitted();
    void leaveIsGivenOnlyForABody();
    void smuggledRequestsEndTheConnection_data();
    void smuggledRequestsEndTheConnection();
    void slowHeadsAreTurnedAway();
    void drippingHeadsAreTurnedAway();
    void silentBodiesAreTurnedAway();
    void drippingBodiesAreTurnedAway();
    void idleConnectionsAreClosed();
    void largestHead_data();
    void largestHead();
    void turnedAwayWhileSending();
    void goneClients();
    void placesAreGivenBack();

private:
    /// One client that remembers what it got.
    struct Client
    {
        explicit Client(quint16 port)
        {
            QObject::connect(&socket, &QIODevice::readyRead, &socket, [this] { got += socket.readAll(); });
            socket.connectToHost(u"127.0.0.1"_s, port);
            (void)socket.waitForConnected();
        }
        void send(const QByteArray &bytes)
        {
            socket.write(bytes);
            socket.flush();
        }
        bool isGone() const { return socket.state() == QAbstractSocket::UnconnectedState; }
        QTcpSocket socket;
        QByteArray got;
    };

    void serve(const HttpLimits &limits = {});
    /// A client of its own comes, asks and is answered: whatever was sent before has been read by then.
    bool isServedNow();

    std::unique_ptr<HttpServer> m_server;
    QList<QPointer<ServerExchange>> m_held;
    int m_taken = 0;
    quint16 m_port = 0;
};

VIRAL_TEST(HttpServerTest)

namespace {

const QByteArray get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

QByteArray answerTo(const QByteArray &text)
{
    return "Content-Length: " + QByteArray::number(text.size()) + "\r\n\r\n" + text;
}

} // namespace

void HttpServerTest::serve(const HttpLimits &limits)
{
    m_held.clear();
    m_taken = 0;
    const auto admit = [](const ServerRequest &request) {
        return request.head.target == "/forbidden" ? std::optional(refusalAnswer(403)) : std::nullopt;
    };
    const auto take = [this](const ServerRequest &request, const QPointer<ServerExchange> &exchange) {
        ++m_taken;
        if (request.head.target == "/held")
            m_held.append(exchange);
        else
            exchange->answer({.body = request.head.method + ' ' + request.head.target + ' ' + request.body});
    };
    m_server = std::make_unique<HttpServer>(HttpServer::Handlers{.admit = admit, .take = take}, limits);
    const auto port = m_server->listen(QHostAddress::LocalHost, 0);
    QVERIFY(port);
    m_port = *port;
}

bool HttpServerTest::isServedNow()
{
    Client client(m_port);
    client.send(get);
    return QTest::qWaitFor([&client] { return client.got.endsWith(answerTo("GET /a ")); });
}

void HttpServerTest::oneConnectionManyRequests()
{
    serve();
    Client client(m_port);
    for (int i = 0; i < 20; ++i) {
        client.got.clear();
        client.send(get);
        QTRY_VERIFY(client.got.endsWith(answerTo("GET /a ")));
    }
    QVERIFY(!client.isGone());
    QVERIFY(!client.got.contains("Connection: close"));
    client.send("GET /b HTTP/1.1\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client.isGone());
    QVERIFY(client.got.contains("Connection: close"));
}

void HttpServerTest::pipelinedRequestsKeepTheirOrder()
{
    serve();
    Client client(m_port);
    client.send("GET /held HTTP/1.1\r\n\r\n\r\nPOST /b HTTP/1.1\r\nContent-Length: 2\r\n\r\nhiGET /c HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_held.size(), 1);
    // Whoever comes later is served, and still nothing of what stands behind the first one was begun.
    QVERIFY(isServedNow());
    QCOMPARE(m_taken, 2);
    m_held.constFirst()->answer({.body = "first"});
    QTRY_COMPARE(m_taken, 4);
    QTRY_VERIFY(client.got.endsWith("GET /c "));
    QVERIFY(client.got.indexOf("first") < client.got.indexOf("POST /b hi"));
}

void HttpServerTest::headAnswersHaveNoBody()
{
    serve();
    Client client(m_port);
    client.send("HEAD /a HTTP/1.1\r\n\r\n" + get);
    QTRY_VERIFY(client.got.endsWith("GET /a "));
    QVERIFY(client.got.contains("Content-Length: 8\r\n\r\nHTTP/1.1 200"));
}

void HttpServerTest::chunkedBody()
{
    serve();
    Client client(m_port);
    client.send("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    // The first part was read alone.
    QVERIFY(isServedNow());
    client.send("2\r\nde\r\n0\r\n\r\n" + get);
    QTRY_VERIFY(client.got.endsWith(answerTo("GET /a ")));
    QVERIFY(client.got.contains("POST /a abcde"));
}

void HttpServerTest::nothingIsReadBeforeItIsAdmitted()
{
    serve();
    Client client(m_port);
    client.send("POST /forbidden HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    QTRY_VERIFY(client.got.startsWith("HTTP/1.1 403"));
    QVERIFY(!client.got.contains("100 Continue"));
    QVERIFY(client.got.contains("Connection: close"));
    QCOMPARE(m_taken, 0);
}

void HttpServerTest::leaveIsGivenOnlyForABody()
{
    serve();
    Client client(m_port);
    client.send("POST /a HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QTRY_COMPARE(client.got, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("hi");
    QTRY_VERIFY(client.got.endsWith("POST /a hi"));
    Client without(m_port);
    without.send("GET /a HTTP/1.1\r\nExpect: 100-continue\r\n\r\n");
    QTRY_VERIFY(without.got.startsWith("HTTP/1.1 200"));
}

void HttpServerTest::smuggledRequestsEndTheConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("length and chunks")
        << QByteArray("POST /a HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        << QByteArray("400");
    QTest::newRow("two lengths") << QByteArray("POST /a HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 30\r\n\r\n")
                                 << QByteArray("400");
    QTest::newRow("broken chunk") << QByteArray("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                                  << QByteArray("400");
    QTest::newRow("folded length") << QByteArray("POST /a HTTP/1.1\r\nX: a\r\n Content-Length: 30\r\n\r\n")
                                   << QByteArray("400");
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << QByteArray("400");
    QTest::newRow("too large") << QByteArray("POST /a HTTP/1.1\r\nContent-Length: 9999999999\r\n\r\n")
                               << QByteArray("413");
    QTest::newRow("HTTP/2") << QByteArray("GET / HTTP/2.0\r\n\r\n") << QByteArray("505");
}

void HttpServerTest::smuggledRequestsEndTheConnection()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, status);
    serve({.longestFarewell = 50ms});
    Client client(m_port);
    client.send(bytes + get);
    QTRY_VERIFY(client.isGone());
    QVERIFY2(client.got.startsWith("HTTP/1.1 " + status), client.got.constData());
    QCOMPARE(client.got.count("HTTP/1.1 "), 1);
    QCOMPARE(m_taken, 0);
}

void HttpServerTest::slowHeadsAreTurnedAway()
{
    serve({.longestHead = 50ms});
    Client client(m_port);
    client.send("GET /a HTTP/1.1\r\nX: ");
    QTRY_VERIFY(client.isGone());
    QVERIFY(client.got.startsWith("HTTP/1.1 408"));
}

void HttpServerTest::drippingHeadsAreTurnedAway()
{
    serve({.longestHead = 100ms});
    Client client(m_port);
    client.send("GET /a HTTP/1.1\r\n");
    // A header now and then buys no time.
    const auto isTurnedAway = [&client] {
        if (!client.isGone())
            client.send("X: y\r\n");
        return client.got.startsWith("HTTP/1.1 408");
    };
    QTRY_VERIFY(isTurnedAway());
    QCOMPARE(m_taken, 0);
}

void HttpServerTest::silentBodiesAreTurnedAway()
{
    serve({.longestSilence = 50ms, .longestFarewell = 50ms});
    Client client(m_port);
    client.send("POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nab");
    QTRY_VERIFY(client.isGone());
    QVERIFY(client.got.startsWith("HTTP/1.1 408"));
    QCOMPARE(m_taken, 0);
}

void HttpServerTest::drippingBodiesAreTurnedAway()
{
    serve({.longestSilence = 10s, .longestBody = 100ms, .longestFarewell = 50ms});
    Client client(m_port);
    client.send("POST /a HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n");
    const auto isTurnedAway = [&client] {
        if (!client.isGone())
            client.send("x");
        return client.got.startsWith("HTTP/1.1 408");
    };
    QTRY_VERIFY(isTurnedAway());
    QCOMPARE(m_taken, 0);
}

void HttpServerTest::idleConnectionsAreClosed()
{
    serve({.longestHead = 50ms});
    Client client(m_port);
    QTRY_VERIFY(client.isGone());
    QVERIFY(client.got.isEmpty());
    // An answer that is owed has all the time it needs.
    Client waiting(m_port);
    waiting.send("GET /held HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_held.size(), 1);
    // One that came later and asks for nothing is closed, this one is not.
    Client later(m_port);
    QTRY_VERIFY(later.isGone());
    QVERIFY(!waiting.isGone());
    m_held.constFirst()->answer({.body = "late"});
    QTRY_VERIFY(waiting.got.endsWith("late"));
}

void HttpServerTest::largestHead_data()
{
    QTest::addColumn<int>("beyond");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("largest") << 0 << QByteArray("200");
    QTest::newRow("one more") << 1 << QByteArray("431");
    QTest::newRow("endless") << 100'000 << QByteArray("431");
}

void HttpServerTest::largestHead()
{
    QFETCH(const int, beyond);
    QFETCH(const QByteArray, status);
    serve({.largestHead = 1024});
    const QByteArray start = "GET /a HTTP/1.1\r\nConnection: close\r\nX: ";
    const QByteArray end = "\r\n\r\n";
    Client client(m_port);
    client.send(start + QByteArray(1024 - start.size() - end.size() + beyond, 'x') + end);
    QTRY_VERIFY(client.isGone());
    QVERIFY2(client.got.isEmpty() || client.got.startsWith("HTTP/1.1 " + status), client.got.constData());
    QCOMPARE(m_taken, status == "200" ? 1 : 0);
}

void HttpServerTest::turnedAwayWhileSending()
{
    serve();
    Client client(m_port);
    client.send("POST /forbidden HTTP/1.1\r\nContent-Length: 8000000\r\n\r\n" + QByteArray(8'000'000, 'x'));
    QTRY_VERIFY(client.got.startsWith("HTTP/1.1 403"));
    QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    QCOMPARE(m_taken, 0);
}

void HttpServerTest::goneClients()
{
    serve();
    auto client = std::make_unique<Client>(m_port);
    client->send("GET /held HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_held.size(), 1);
    client.reset();
    QTRY_VERIFY(!m_held.constFirst());
    Client next(m_port);
    next.send(get);
    QTRY_VERIFY(next.got.endsWith("GET /a "));
}

void HttpServerTest::placesAreGivenBack()
{
    serve({.mostConnections = 2});
    auto first = std::make_unique<Client>(m_port);
    first->send(get);
    QTRY_VERIFY(!first->got.isEmpty());
    Client second(m_port);
    second.send(get);
    QTRY_VERIFY(!second.got.isEmpty());
    Client third(m_port);
    QTRY_VERIFY(third.isGone());
    QVERIFY(third.got.startsWith("HTTP/1.1 503"));
    first.reset();
    std::unique_ptr<Client> next;
    const auto isServed = [&] {
        if (!next || next->isGone()) {
            next = std::make_unique<Client>(m_port);
            next->send(get);
        }
        return next->got.startsWith("HTTP/1.1 200");
    };
    QTRY_VERIFY(isServed());
}

#include "tst_httpserver.moc"
