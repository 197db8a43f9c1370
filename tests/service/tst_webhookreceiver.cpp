// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/webhook.h"
#include "core/service/webhookreceiver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class WebhookReceiverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signatures_data();
    void signatures();
    void lines_data();
    void lines();
    void requests_data();
    void requests();
    void inSmallPieces();
    void portInUse();
    void tooManyAtOnce();
};

namespace {

const Secret secret(u"geheim"_s);

QByteArray post(const QByteArray &body, const QByteArray &headers = {})
{
    return "POST /hook HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace

void WebhookReceiverTest::signatures_data()
{
    const QByteArray right = webhookSignature(secret, "body");
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<bool>("fits");
    QTest::newRow("right") << right << true;
    QTest::newRow("capitals") << right.toUpper() << true;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("start only") << right.first(63) << false;
    QTest::newRow("more") << QByteArray(right + 'a') << false;
    QTest::newRow("last differs") << QByteArray(right.first(63) + (right.endsWith('0') ? '1' : '0')) << false;
    QTest::newRow("of other bytes") << webhookSignature(secret, "body ") << false;
    QTest::newRow("of another secret") << webhookSignature(Secret(u"x"_s), "body") << false;
}

void WebhookReceiverTest::signatures()
{
    QFETCH(QByteArray, signature);
    QTEST(isWebhookSignature(secret, "body", signature), "fits");
}

void WebhookReceiverTest::lines_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("object") << QByteArray("{\"a\":1}") << QByteArray(R"({"valid":true,"event":{"a":1}})");
    QTest::newRow("on many lines") << QByteArray("{\r\n\"a\":\n\"x\\ny\"}\n")
                                   << QByteArray(R"({"valid":true,"event":{  "a": "x\ny"}})");
    QTest::newRow("no JSON") << QByteArray("hello\nthere") << QByteArray(R"({"valid":true,"event":"hello\nthere"})");
    QTest::newRow("empty") << QByteArray() << QByteArray(R"({"valid":true,"event":""})");
}

void WebhookReceiverTest::lines()
{
    QFETCH(QByteArray, body);
    QTEST(webhookLine({.body = body, .isValid = true}), "line");
    QVERIFY(webhookLine({.body = body}).startsWith(R"({"valid":null,)"));
}

void WebhookReceiverTest::requests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("valid"); // 1 yes, 0 no, -1 nothing received
    const QByteArray signature = "X-Webhook-Signature: " + webhookSignature(secret, "{}") + "\r\n";
    QTest::newRow("signed") << post("{}", signature) << QByteArray("HTTP/1.1 200 OK") << 1;
    QTest::newRow("not signed") << post("{}") << QByteArray("HTTP/1.1 401") << 0;
    QTest::newRow("changed") << post("[]", signature) << QByteArray("HTTP/1.1 401") << 0;
    QTest::newRow("empty body") << post({}, "x-webhook-signature: " + webhookSignature(secret, {}) + "\r\n")
                                << QByteArray("HTTP/1.1 200") << 1;
    QTest::newRow("asks first") << post("{}", signature + "Expect: 100-continue\r\n") << QByteArray("HTTP/1.1 200")
                                << 1;
    QTest::newRow("get") << QByteArray("GET / HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 405") << -1;
    QTest::newRow("no length") << QByteArray("POST / HTTP/1.1\r\n\r\n{}") << QByteArray("HTTP/1.1 411") << -1;
    QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")
                                     << QByteArray("HTTP/1.1 400") << -1;
    QTest::newRow("too long") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 33554433\r\n\r\n")
                              << QByteArray("HTTP/1.1 413") << -1;
    QTest::newRow("endless head") << QByteArray("POST / HTTP/1.1\r\nX: " + QByteArray(20'000, 'x'))
                                  << QByteArray("HTTP/1.1 431") << -1;
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01 hello\r\n\r\n") << QByteArray("HTTP/1.1 400") << -1;
}

void WebhookReceiverTest::requests()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, answer);
    QFETCH(int, valid);
    WebhookReceiver receiver(secret);
    const auto port = receiver.listen(0);
    QVERIFY(port);
    QSignalSpy received(&receiver, &WebhookReceiver::received);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, *port);
    socket.write(request);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().startsWith(answer));
    QCOMPARE(received.size(), valid < 0 ? 0 : 1);
    if (valid >= 0) {
        const auto webhook = received.constFirst().constFirst().value<ReceivedWebhook>();
        QCOMPARE(webhook.isValid, valid == 1);
        QCOMPARE(webhook.path, QByteArray("/hook"));
    }
}

void WebhookReceiverTest::inSmallPieces()
{
    WebhookReceiver receiver({});
    QSignalSpy received(&receiver, &WebhookReceiver::received);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, *receiver.listen(0));
    QVERIFY(socket.waitForConnected());
    for (const char byte : post("{\"a\":1}")) {
        socket.write(&byte, 1);
        socket.flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(received.size(), 1);
    const auto webhook = received.constFirst().constFirst().value<ReceivedWebhook>();
    QCOMPARE(webhook.body, QByteArray("{\"a\":1}"));
    QVERIFY(!webhook.isValid);
}

void WebhookReceiverTest::portInUse()
{
    WebhookReceiver first({});
    const auto port = first.listen(0);
    WebhookReceiver second({});
    const auto refused = second.listen(*port);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QString::number(*port)));
}

void WebhookReceiverTest::tooManyAtOnce()
{
    WebhookReceiver receiver({});
    const auto port = receiver.listen(0);
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < WebhookReceiver::limits.mostConnections; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(u"127.0.0.1"_s, *port);
        QVERIFY(sockets.back()->waitForConnected());
        QCoreApplication::processEvents();
    }
    QTcpSocket late;
    late.connectToHost(u"127.0.0.1"_s, *port);
    QTRY_COMPARE(late.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(late.readAll().startsWith("HTTP/1.1 503"));
    sockets.clear();
    QSignalSpy received(&receiver, &WebhookReceiver::received);
    // The places are given back when the receiver has noticed, so one of the next requests gets one.
    std::unique_ptr<QTcpSocket> next;
    const auto isServed = [&] {
        if (received.isEmpty() && (!next || next->state() == QAbstractSocket::UnconnectedState)) {
            next = std::make_unique<QTcpSocket>();
            next->connectToHost(u"127.0.0.1"_s, *port);
            if (next->waitForConnected())
                next->write(post("{}"));
        }
        return !received.isEmpty();
    };
    QTRY_VERIFY(isServed());
}

VIRAL_TEST(WebhookReceiverTest)
#include "tst_webhookreceiver.moc"
