// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopbackserver.h"
#include "tests/support/settingsbench.h"
#include "tests/support/testregistry.h"

#include "core/net/qttransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Viral;
using namespace ViralTest;

using Verdict = ConnectionReport::Verdict;

class ConnectionTestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsOpenAi_data();
    void explainsOpenAi();
    void explainsTheQuestion();
    void explainsRunPod_data();
    void explainsRunPod();
    void listsModels();
    void slownessIsSaid();
    void asksTheCheapestCall();
    void nothingIsAskedWithoutAKey();
    void cancelSaysNothing();
    void connectionsRememberUntilChanged();
    void aSecondTestEndsTheFirst();
    void aBrokenEnvironmentIsSaid();
    void overARealLine();
};

namespace {

const QDateTime now(QDate(2026, 11, 21), QTime(12, 0), QTimeZone::utc());
const Secret key(u"sk-test-abcdefgh12345678"_s);

OpenAiSettings openAi(const QString &base = u"https://api.openai.com/v1"_s)
{
    return {.base = *parseBaseUrl(base), .key = key};
}

RunPodEndpoint endpoint()
{
    return {.base = QUrl(u"https://api.runpod.ai/v2"_s), .id = u"abc123"_s, .key = key};
}

QByteArray error(const QByteArray &code, const QByteArray &message)
{
    return R"({"error":{"message":")" + message + R"(","type":"t","param":null,"code":")" + code + R"("}})";
}

constexpr const char *twoModels = R"({"data":[{"id":"gpt-4o-mini"},{"id":"gpt-6-luna"}]})";

} // namespace

void ConnectionTestTest::explainsOpenAi_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<QString>("base");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("offers");
    const QString official = u"https://api.openai.com/v1"_s;
    const QString local = u"http://localhost:11434/v1"_s;
    const auto row = [](const char *name, const HttpOutcome &outcome, const QString &base, Verdict verdict,
                        const QString &word, bool offers = false) {
        QTest::newRow(name) << outcome << base << int(verdict) << word << offers;
    };
    row("fine", answered(200, twoModels), official, Verdict::Fine, u"2 models"_s);
    row("wrong key", answered(401, error("invalid_api_key", "Incorrect API key")), official, Verdict::Bad,
        u"not accepted"_s);
    row("no credit", answered(429, error("insufficient_quota", "You exceeded")), official, Verdict::Bad,
        u"no credit"_s);
    row("no permission", answered(403, error("x", "missing scopes")), official, Verdict::Doubtful, u"may not"_s, true);
    row("busy", answered(429, error("rate_limit_exceeded", "slow")), official, Verdict::Doubtful, u"for now"_s);
    row("trouble", answered(503, "<html>down</html>"), official, Verdict::Bad, u"status 503"_s);
    row("wrong address", answered(404, "{}"), u"https://api.openai.com"_s, Verdict::Bad, u"Nothing is found"_s);
    row("no list", answered(404, "404 page not found"), local, Verdict::Doubtful, u"lists no models"_s, true);
    row("no version", answered(404, "404"), u"http://localhost:11434"_s, Verdict::Bad, u"Nothing is found"_s);
    row("web page", answered(200, "<!doctype html><title>x</title>"), local, Verdict::Bad, u"no such service"_s);
    row("not running", faulted(HttpFault::Unreachable), local, Verdict::Bad, u"localhost:11434"_s);
    row("no network", faulted(HttpFault::Unreachable), official, Verdict::Bad, u"api.openai.com"_s);
    row("certificate", faulted(HttpFault::Tls), official, Verdict::Bad, u"not safe"_s);
    row("silent", faulted(HttpFault::NoAnswer), official, Verdict::Bad, u"in time"_s);
    row("elsewhere", faulted(HttpFault::Redirected), official, Verdict::Bad, u"elsewhere"_s);
    row("cut", faulted(HttpFault::AnswerCut), official, Verdict::Bad, u"broke"_s);
}

void ConnectionTestTest::explainsOpenAi()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(QString, base);
    QFETCH(int, verdict);
    QFETCH(QString, word);
    QFETCH(bool, offers);
    const ConnectionReport report = reportOfModels(outcome, openAi(base), now);
    QCOMPARE(int(report.verdict), verdict);
    QVERIFY2(report.headline.contains(word), qPrintable(report.headline));
    QCOMPARE(report.offersQuestion, offers);
    if (report.verdict != Verdict::Fine)
        QVERIFY(!report.advice.isEmpty());
    QVERIFY(!(report.headline + report.advice).contains("<html"_L1));
}

void ConnectionTestTest::explainsTheQuestion()
{
    const OpenAiSettings settings = openAi(u"http://localhost:8080/v1"_s);
    QCOMPARE(reportOfQuestion(answered(200, R"({"choices":[]})"), settings, now).verdict, Verdict::Fine);
    QCOMPARE(reportOfQuestion(answered(200, "hello"), settings, now).verdict, Verdict::Bad);
    QCOMPARE(reportOfQuestion(answered(200, ""), settings, now).verdict, Verdict::Bad);
    const ConnectionReport missing =
        reportOfQuestion(answered(404, error("model_not_found", "The model x does not exist")), settings, now);
    QCOMPARE(missing.verdict, Verdict::Bad);
    QVERIFY(missing.headline.contains(settings.model));
    QVERIFY(!reportOfQuestion(answered(404, "nothing"), settings, now).offersQuestion);
    QVERIFY(!reportOfQuestion(answered(403, "no"), settings, now).offersQuestion);
}

void ConnectionTestTest::explainsRunPod_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const HttpOutcome &outcome, Verdict verdict, const QString &word) {
        QTest::newRow(name) << outcome << int(verdict) << word;
    };
    row("idle", answered(200, R"({"jobs":{"inQueue":3},"workers":{"idle":2,"running":1}})"), Verdict::Fine,
        u"2 workers idle, 1 at work, 3 jobs waiting"_s);
    row("asleep", answered(200, R"({"jobs":{},"workers":{}})"), Verdict::Fine, u"usual"_s);
    row("falling over", answered(200, R"({"workers":{"unhealthy":2}})"), Verdict::Doubtful, u"log"_s);
    row("no machine", answered(200, R"({"workers":{"throttled":2}})"), Verdict::Doubtful, u"no free machine"_s);
    row("wrong key", answered(401, "{}"), Verdict::Bad, u"not accept the key"_s);
    row("no endpoint", answered(404, "{}"), Verdict::Bad, u"abc123"_s);
    row("busy", answered(429, "{}"), Verdict::Doubtful, u"for now"_s);
    row("trouble", answered(502, "<html><title>Bad gateway</title></html>"), Verdict::Bad, u"status 502"_s);
    row("refused", answered(400, R"({"error":"odd"})"), Verdict::Bad, u"odd"_s);
    row("another program", answered(200, "pong"), Verdict::Bad, u"not RunPod"_s);
    row("no network", faulted(HttpFault::Unreachable), Verdict::Bad, u"api.runpod.ai"_s);
    row("certificate", faulted(HttpFault::Tls), Verdict::Bad, u"not safe"_s);
}

void ConnectionTestTest::explainsRunPod()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(int, verdict);
    QFETCH(QString, word);
    const ConnectionReport report = reportOfHealth(outcome, endpoint(), now);
    QCOMPARE(int(report.verdict), verdict);
    const QString all = report.headline + u' ' + report.advice;
    QVERIFY2(all.contains(word), qPrintable(all));
}

void ConnectionTestTest::listsModels()
{
    const ConnectionReport report = reportOfModels(answered(200, twoModels), openAi(), now);
    QCOMPARE(report.models, (QStringList{u"gpt-4o-mini"_s, u"gpt-6-luna"_s}));
    OpenAiSettings settings = openAi();
    settings.model = u"gpt-9"_s;
    const ConnectionReport other = reportOfModels(answered(200, twoModels), settings, now);
    QCOMPARE(other.verdict, Verdict::Doubtful);
    QVERIFY(other.headline.contains("gpt-9"_L1));
    QVERIFY(other.advice.contains("2 models"_L1));
    const QByteArray ending = R"({"data":[{"id":"gpt-4o-mini","shutdown_date":"2026-12-01"}]})";
    const ConnectionReport soon = reportOfModels(answered(200, ending), openAi(), now);
    QCOMPARE(soon.verdict, Verdict::Doubtful);
    QVERIFY(soon.advice.contains("2026-12-01"_L1));
}

void ConnectionTestTest::slownessIsSaid()
{
    HttpOutcome outcome = answered(200, twoModels);
    outcome->elapsed = Milliseconds{4'999};
    QCOMPARE(reportOfModels(outcome, openAi(), now).verdict, Verdict::Fine);
    outcome->elapsed = Milliseconds{5'000};
    const ConnectionReport report = reportOfModels(outcome, openAi(), now);
    QCOMPARE(report.verdict, Verdict::Doubtful);
    QVERIFY(report.advice.contains("5.0 s"_L1));
}

void ConnectionTestTest::asksTheCheapestCall()
{
    FakeTransport transport;
    FakeScheduler scheduler;
    testOpenAi(openAi(), transport, scheduler, this);
    testRunPod(endpoint(), transport, scheduler, this);
    OpenAiSettings chat = openAi(u"http://localhost:8080/v1"_s);
    chat.mode = ApiMode::Chat;
    askOneToken(chat, transport, scheduler, this);
    QCOMPARE(transport.requestCount(), 3);
    QCOMPARE(transport.requests().at(0).method, QByteArray("GET"));
    QCOMPARE(transport.requests().at(0).url, QUrl(u"https://api.openai.com/v1/models"_s));
    QCOMPARE(transport.requests().at(1).method, QByteArray("GET"));
    QCOMPARE(transport.requests().at(1).url, QUrl(u"https://api.runpod.ai/v2/abc123/health"_s));
    QCOMPARE(transport.requests().at(1).secretHeaders.constFirst().secret, key);
    const HttpRequest &question = transport.requests().at(2);
    QCOMPARE(question.method, QByteArray("POST"));
    QVERIFY(question.url.path().endsWith("/chat/completions"_L1));
    QVERIFY(question.body.contains("16"));
    QVERIFY(question.body.size() < 400);
    for (const HttpRequest &request : transport.requests())
        QVERIFY(request.deadlines.total <= Milliseconds{30'000});
}

void ConnectionTestTest::nothingIsAskedWithoutAKey()
{
    FakeTransport transport;
    FakeScheduler scheduler;
    OpenAiSettings settings = openAi();
    settings.key = {};
    RunPodEndpoint without = endpoint();
    without.id.clear();
    RunPodEndpoint odd = endpoint();
    odd.id = u"a/../b"_s;
    const auto isUnasked = [](ConnectionTest *test) {
        QSignalSpy finished(test, &ConnectionTest::finished);
        const bool wasLater = finished.isEmpty() && finished.wait();
        return wasLater && finished.constFirst().constFirst().value<ConnectionReport>().verdict == Verdict::Unasked;
    };
    QVERIFY(isUnasked(testOpenAi(settings, transport, scheduler, this)));
    QVERIFY(isUnasked(askOneToken(settings, transport, scheduler, this)));
    QVERIFY(isUnasked(testRunPod({}, transport, scheduler, this)));
    QVERIFY(isUnasked(testRunPod(without, transport, scheduler, this)));
    QVERIFY(isUnasked(testRunPod(odd, transport, scheduler, this)));
    QCOMPARE(transport.requestCount(), 0);
    // A server on this computer may need none.
    settings.base = *parseBaseUrl(u"http://localhost:11434/v1"_s);
    testOpenAi(settings, transport, scheduler, this);
    QCOMPARE(transport.requestCount(), 1);
}

void ConnectionTestTest::cancelSaysNothing()
{
    FakeTransport transport;
    FakeScheduler scheduler;
    QPointer<ConnectionTest> test = testOpenAi(openAi(), transport, scheduler, this);
    const QSignalSpy finished(test, &ConnectionTest::finished);
    test->cancel();
    QTRY_VERIFY(!test);
    QVERIFY(finished.isEmpty());
    QCOMPARE(transport.aborted(), 1);
}

void ConnectionTestTest::connectionsRememberUntilChanged()
{
    SettingsBench bench;
    bench.keys.setKey(KeyName::OpenAi, key);
    const QSignalSpy changed(&bench.connections, &Connections::changed);
    bench.connections.test(ConnectedService::OpenAi);
    QVERIFY(bench.connections.isTesting(ConnectedService::OpenAi));
    QVERIFY(!bench.connections.isTesting(ConnectedService::RunPod));
    bench.transport.lastCall()->end(answered(200, twoModels));
    QVERIFY(!bench.connections.isTesting(ConnectedService::OpenAi));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(bench.connections.report(ConnectedService::OpenAi)->verdict, Verdict::Fine);

    Preferences preferences;
    preferences.author = u"not about the connection"_s;
    bench.source.setPreferences(preferences);
    QVERIFY(bench.connections.report(ConnectedService::OpenAi));
    preferences.engine.model = u"other"_s;
    bench.source.setPreferences(preferences);
    QVERIFY(!bench.connections.report(ConnectedService::OpenAi));
}

void ConnectionTestTest::aSecondTestEndsTheFirst()
{
    SettingsBench bench;
    bench.keys.setKey(KeyName::OpenAi, key);
    bench.connections.test(ConnectedService::OpenAi);
    bench.connections.test(ConnectedService::OpenAi);
    QCOMPARE(bench.transport.requestCount(), 2);
    QCOMPARE(bench.transport.aborted(), 1);
    bench.transport.lastCall()->end(answered(401, "{}"));
    QCOMPARE(bench.connections.report(ConnectedService::OpenAi)->verdict, Verdict::Bad);
    bench.connections.test(ConnectedService::OpenAi);
    bench.connections.cancel(ConnectedService::OpenAi);
    QVERIFY(!bench.connections.isTesting(ConnectedService::OpenAi));
    // The key is changed while it is tested: the answer would be about the old one.
    bench.connections.test(ConnectedService::OpenAi);
    bench.keys.forget(KeyName::OpenAi);
    QVERIFY(!bench.connections.isTesting(ConnectedService::OpenAi));
    QVERIFY(!bench.connections.report(ConnectedService::OpenAi));
}

void ConnectionTestTest::aBrokenEnvironmentIsSaid()
{
    SettingsBench bench({{u"MAX_CONCURRENCY"_s, u"lots"_s}});
    bench.connections.test(ConnectedService::RunPod);
    QVERIFY(bench.connections.report(ConnectedService::RunPod)->advice.contains("MAX_CONCURRENCY"_L1));
    QCOMPARE(bench.transport.requestCount(), 0);
}

void ConnectionTestTest::overARealLine()
{
    const LoopbackServer server([](int, const ReceivedRequest &request) {
        if (request.path == "/v1/models")
            return Reply{.body = twoModels};
        return Reply{.status = 401, .body = "{}"};
    });
    EventLoopScheduler scheduler;
    QtTransport transport(scheduler);
    ConnectionTest *test = testOpenAi(openAi(server.url(u"/v1"_s).toString()), transport, scheduler, this);
    QSignalSpy finished(test, &ConnectionTest::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<ConnectionReport>().verdict, Verdict::Fine);
    QCOMPARE(server.requests().constFirst().header("Authorization"), "Bearer " + key.reveal().toUtf8());

    RunPodEndpoint local = endpoint();
    local.base = server.url(u"/v2"_s);
    test = testRunPod(local, transport, scheduler, this);
    QSignalSpy refused(test, &ConnectionTest::finished);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.constFirst().constFirst().value<ConnectionReport>().verdict, Verdict::Bad);
}

VIRAL_TEST(ConnectionTestTest)
#include "tst_connectiontest.moc"
