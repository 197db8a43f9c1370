// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/webhook.h"
#include "core/net/qttransport.h"
#include "core/net/retryingtransport.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/faketransport.h"
#include "tests/support/loopbackserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QUrl hook(u"https://example.com/hooks/result?token=abc"_s);

} // namespace

class WebhookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signatures_data();
    void signatures();
    void requestIsSignedOverItsBytes();
    void withoutSecretNothingIsSigned();
    void retriesAsTheSeedSays();
    void receiversThatSayNo_data();
    void receiversThatSayNo();
    void cancelReportsOnce();
    void destroyedSilently();
    void arrivesAsItWasSigned();
};

void WebhookTest::signatures_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("signature");
    // The first is case 2 of RFC 4231.
    QTest::newRow("short") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                           << QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    QTest::newRow("key longer than a block")
        << QByteArray(131, 'k') << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
        << QByteArray("70e4b005732fa7ff79392aa24fb240159b925dbc9f1398420c0f45e6763dcf14");
    QTest::newRow("empty body") << QByteArray("key") << QByteArray()
                                << QByteArray("5d5d139563c95b5967b9bd9a8c9b233a9dedb45072794cd232dc1b74832607d0");
    QTest::newRow("UTF-8 on both sides") << QByteArray("geheimnis-äöü") << QByteArray("{\"a\":\"日本\"}")
                                         << QByteArray(
                                                "129191979d37a81897657a947a1e53528e5a00ceaa7c78724f808f9edcef1965");
}

void WebhookTest::signatures()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, body);
    QTEST(webhookSignature(Secret(QString::fromUtf8(secret)), body), "signature");
}

void WebhookTest::requestIsSignedOverItsBytes()
{
    const WebhookSettings settings{.secret = Secret(u"s"_s), .longestSilence = 5s};
    const HttpRequest request = webhookRequest(hook, "{ }\n", settings);
    QCOMPARE(request.url, hook);
    QCOMPARE(request.body, QByteArray("{ }\n"));
    QCOMPARE(headerValue(request.headers, "X-Webhook-Signature"), webhookSignature(settings.secret, "{ }\n"));
    QCOMPARE(headerValue(request.headers, "Content-Type"), QByteArray("application/json"));
    QCOMPARE(request.deadlines, deadlinesFor(5s));
}

void WebhookTest::withoutSecretNothingIsSigned()
{
    QCOMPARE(headerValue(webhookRequest(hook, "{}", {}).headers, "X-Webhook-Signature"), QByteArray());
}

void WebhookTest::retriesAsTheSeedSays()
{
    FakeScheduler scheduler;
    FakeTransport inner;
    RetryingTransport transport(inner, scheduler, {.rules = webhookRules({}), .chance = [] { return 0.7; }});
    QObject owner;
    QSignalSpy finished(new WebhookCall(transport, scheduler, hook, "{}", {}, &owner), &WebhookCall::finished);
    inner.call(0)->end(answered(503));
    scheduler.advance(1499ms);
    QCOMPARE(inner.requestCount(), 1);
    scheduler.advance(1ms);
    inner.call(1)->end(faulted(HttpFault::NoAnswer));
    scheduler.advance(2999ms);
    QCOMPARE(inner.requestCount(), 2);
    scheduler.advance(1ms);
    inner.call(2)->end(answered(500));
    QCOMPARE(finished.size(), 1);
    QVERIFY(scheduler.runAll());
    QCOMPARE(inner.requestCount(), 3);
    const auto outcome = finished.constFirst().constFirst().value<WebhookOutcome>();
    QCOMPARE(outcome.trouble, Trouble::ServerFault);
    QCOMPARE(outcome.error.text(), u"example.com: The receiver answered with status 500"_s);
}

void WebhookTest::receiversThatSayNo_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<int>("trouble");
    QTest::newRow("taken") << answered(204) << static_cast<int>(Trouble::None);
    QTest::newRow("gone") << answered(410) << static_cast<int>(Trouble::Final);
    QTest::newRow("redirects") << faulted(HttpFault::Redirected) << static_cast<int>(Trouble::Final);
    QTest::newRow("too many") << answered(429, {}, {{"Retry-After", "9"}}) << static_cast<int>(Trouble::RateLimited);
}

void WebhookTest::receiversThatSayNo()
{
    QFETCH(HttpOutcome, outcome);
    const WebhookOutcome read = readWebhookAnswer(outcome, hook, {});
    QTEST(static_cast<int>(read.trouble), "trouble");
    QCOMPARE(read.error.message.isEmpty(), read.isDelivered());
    QVERIFY(!read.error.text().contains("token"_L1));
    QCOMPARE(read.wish.has_value(), read.trouble == Trouble::RateLimited);
}

void WebhookTest::cancelReportsOnce()
{
    FakeScheduler scheduler;
    FakeTransport transport;
    QObject owner;
    auto *call = new WebhookCall(transport, scheduler, hook, "{}", {}, &owner);
    QSignalSpy finished(call, &WebhookCall::finished);
    call->cancel();
    call->cancel();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<WebhookOutcome>().error.kind, ErrorKind::Cancelled);
    QCOMPARE(transport.aborted(), 1);
}

void WebhookTest::destroyedSilently()
{
    FakeScheduler scheduler;
    FakeTransport transport;
    QObject owner;
    auto *call = new WebhookCall(transport, scheduler, hook, "{}", {}, &owner);
    QSignalSpy finished(call, &WebhookCall::finished);
    delete call;
    QCOMPARE(finished.size(), 0);
    QCOMPARE(transport.aborted(), 1);
}

void WebhookTest::arrivesAsItWasSigned()
{
    LoopbackServer server(QList<Reply>{{.status = 202}});
    EventLoopScheduler scheduler;
    QtTransport transport(scheduler);
    QObject owner;
    const WebhookSettings settings{.secret = Secret(u"geheim"_s)};
    const QByteArray body = "{\"text\": \"für 日本 \\u00e9\"}";
    QSignalSpy finished(new WebhookCall(transport, scheduler, server.url(u"/hook"_s), body, settings, &owner),
                        &WebhookCall::finished);
    QVERIFY(finished.wait());
    QVERIFY(finished.constFirst().constFirst().value<WebhookOutcome>().isDelivered());
    const ReceivedRequest request = server.requests().constFirst();
    QCOMPARE(request.body, body);
    QCOMPARE(request.header("X-Webhook-Signature"), webhookSignature(settings.secret, request.body));
}

VIRAL_TEST(WebhookTest)
#include "tst_webhook.moc"
