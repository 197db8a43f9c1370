// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/webhook.h"
#include "core/json/jsonreader.h"
#include "core/net/qttransport.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Viral;
using namespace Qt::StringLiterals;

// The receiver as a process: what a sender of this program signs, it accepts.
class ListenFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsWhatComes();
    void wrongPort_data();
    void wrongPort();

private:
    WebhookOutcome deliver(quint16 port, const QByteArray &body, const QString &secret);
};

VIRAL_TEST(ListenFlowTest)

WebhookOutcome ListenFlowTest::deliver(quint16 port, const QByteArray &body, const QString &secret)
{
    EventLoopScheduler scheduler;
    QtTransport transport(scheduler);
    const QUrl url(u"http://127.0.0.1:%1/hook"_s.arg(port));
    QSignalSpy finished(new WebhookCall(transport, scheduler, url, body, {.secret = Secret(secret)}, this),
                        &WebhookCall::finished);
    if (!finished.wait())
        return {.trouble = Trouble::Final};
    return finished.constFirst().constFirst().value<WebhookOutcome>();
}

void ListenFlowTest::printsWhatComes()
{
    QProcess process;
    process.start(QStringLiteral(VIRAL_PROGRAMS "/viral-moments-cli"),
                  {u"listen"_s, u"--port"_s, u"0"_s, u"--secret"_s, u"geheim"_s});
    QByteArray messages;
    const auto port = [&] {
        messages += process.readAllStandardError();
        static const QRegularExpression address(u"127\\.0\\.0\\.1:(\\d+)/"_s);
        return address.match(QString::fromUtf8(messages)).captured(1).toUShort();
    };
    QTRY_VERIFY_WITH_TIMEOUT(port() > 0, 30'000);
    QVERIFY(deliver(port(), "{\n \"a\": \"日本\"\n}", u"geheim"_s).isDelivered());
    QCOMPARE(deliver(port(), "{}", u"wrong"_s).trouble, Trouble::Final);
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT((output += process.readAllStandardOutput()).count('\n') == 2, 30'000);
    QCOMPARE(output, QByteArray("{\"valid\":true,\"event\":{  \"a\": \"日本\" }}\n{\"valid\":false,\"event\":{}}\n"));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 0);
    messages += process.readAllStandardError();
    QVERIFY(!messages.contains("geheim"));
}

void ListenFlowTest::wrongPort_data()
{
    QTest::addColumn<QString>("port");
    QTest::newRow("word") << u"web"_s;
    QTest::newRow("too high") << u"65536"_s;
    QTest::newRow("negative") << u"-1"_s;
}

void ListenFlowTest::wrongPort()
{
    QFETCH(QString, port);
    QCOMPARE(QProcess::execute(QStringLiteral(VIRAL_PROGRAMS "/viral-moments-cli"), {u"listen"_s, u"--port="_s + port}),
             2);
}

#include "tst_listenflow.moc"
