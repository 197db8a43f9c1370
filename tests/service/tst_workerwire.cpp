// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/workersettings.h"
#include "tests/support/faketransport.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class WorkerWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void refusesAddresses_data();
    void refusesAddresses();
    void withoutAStopChannel();
    void takes_data();
    void takes();
    void stops_data();
    void stops();
    void bodies();
    void limits();
    void logLines();
    void settings();
    void missingSettings_data();
    void missingSettings();
    void pauses();
};

namespace {

const QUrl place(u"https://api.example/v2/ep/job-take/w"_s);

WorkerUrls urlsOf(const QString &take, const QString &post, const QString &ping = {})
{
    return *WorkerUrls::from({take, post, ping}, u"pod/1"_s, u"NVIDIA RTX A5000"_s);
}

EnvironmentValues fullEnvironment()
{
    return {{u"RUNPOD_WEBHOOK_GET_JOB"_s, u"https://h/job-take/$ID?"_s},
            {u"RUNPOD_WEBHOOK_POST_OUTPUT"_s, u"https://h/job-done/$RUNPOD_POD_ID/$ID?"_s},
            {u"RUNPOD_WEBHOOK_PING"_s, u"https://h/ping/$RUNPOD_POD_ID"_s},
            {u"RUNPOD_AI_API_KEY"_s, u"k"_s},
            {u"RUNPOD_POD_ID"_s, u"pod"_s}};
}

} // namespace

void WorkerWireTest::addresses_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("first");
    QTest::newRow("no query") << u""_s << u"?"_s;
    QTest::newRow("open query") << u"?"_s << u"?"_s;
    QTest::newRow("query") << u"?x=y"_s << u"?x=y&"_s;
    QTest::newRow("open parameter") << u"?x=y&"_s << u"?x=y&"_s;
    QTest::newRow("gpu") << u"?gpu=$RUNPOD_GPU_TYPE_ID"_s << u"?gpu=NVIDIA%20RTX%20A5000&"_s;
}

void WorkerWireTest::addresses()
{
    QFETCH(QString, ending);
    QFETCH(QString, first);
    const WorkerUrls urls =
        urlsOf(u"https://h/v2/ep/job-take/$ID"_s + ending, u"https://h/v2/ep/job-done/$RUNPOD_POD_ID/$ID"_s + ending,
               u"https://h/ping/$ID"_s + ending);
    const auto text = [](const QUrl &url) { return url.toString(QUrl::FullyEncoded); };
    QCOMPARE(text(urls.take(false)), u"https://h/v2/ep/job-take/pod%2F1"_s + first + u"job_in_progress=0"_s);
    QCOMPARE(text(urls.takeMany(3, true)),
             u"https://h/v2/ep/job-take-batch/pod%2F1"_s + first + u"batch_size=3&job_in_progress=1"_s);
    QVERIFY(text(urls.stop()).startsWith(u"https://h/v2/ep/job-stop/pod%2F1"_s));
    QCOMPARE(text(urls.post(u"a?b/$ID"_s)),
             u"https://h/v2/ep/job-done/pod%2F1/a%3Fb%2F%24ID"_s + first + u"isStream=false"_s);
    QCOMPARE(text(urls.ping({u"a"_s, u"b&c"_s})),
             u"https://h/ping/pod%2F1"_s + first + u"runpod_version=viral-moments&job_id=a,b%26c"_s);
    QVERIFY(!text(urls.ping({})).contains(u"job_id"_s));
}

void WorkerWireTest::refusesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << QString();
    QTest::newRow("no scheme") << u"h/job-take/$ID"_s;
    QTest::newRow("file") << u"file:///job-take/$ID"_s;
    QTest::newRow("fragment") << u"https://h/job-take/$ID#x"_s;
    QTest::newRow("no host") << u"https:///job-take/$ID"_s;
}

void WorkerWireTest::refusesAddresses()
{
    QFETCH(QString, url);
    const QString good = u"https://h/job-take/$ID"_s;
    const auto take = WorkerUrls::from({url, good, {}}, u"w"_s, {});
    QVERIFY(!take && take.error().message.contains(u"RUNPOD_WEBHOOK_GET_JOB"_s));
    const auto post = WorkerUrls::from({good, url, {}}, u"w"_s, {});
    QVERIFY(!post && post.error().message.contains(u"RUNPOD_WEBHOOK_POST_OUTPUT"_s));
}

void WorkerWireTest::withoutAStopChannel()
{
    const WorkerUrls urls = urlsOf(u"https://h/take?x=/job-take/"_s, u"https://h/done"_s);
    QVERIFY(urls.stop().isEmpty());
    QVERIFY(!urls.takesMany());
    QVERIFY(urls.ping({}).isEmpty());
}

void WorkerWireTest::takes_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<QByteArray>>("inputs");
    const auto row = [](const char *name, const HttpOutcome &outcome, TakeAnswer::Kind kind,
                        const QList<QByteArray> &inputs = {}) {
        QTest::newRow(name) << outcome << static_cast<int>(kind) << inputs;
    };
    using Kind = TakeAnswer::Kind;
    row("one", answered(200, R"({"id":"a","input":{"x": 1.0}})"), Kind::Jobs, {R"({"x": 1.0})"});
    row("several", answered(200, R"([{"id":"a","input":{}},{"id":"b"},{"id":"c","input":null}])"), Kind::Jobs,
        {"{}", "{}", "{}"});
    row("one of them bad", answered(200, R"([{"id":""},5,{"id":"b"}])"), Kind::Jobs, {"{}"});
    row("all bad", answered(200, "[1,2]"), Kind::Trouble);
    row("space in id", answered(200, R"({"id":"a b"})"), Kind::Trouble);
    row("long id", answered(200, R"({"id":")" + QByteArray(257, 'a') + "\"}"), Kind::Trouble);
    row("line break in id", answered(200, R"({"id":"a\r\nX: y"})"), Kind::Trouble);
    row("204", answered(204), Kind::Nothing);
    row("empty", answered(200, " \n"), Kind::Nothing);
    row("null", answered(200, "null"), Kind::Nothing);
    row("text", answered(200, "\"hello\""), Kind::Nothing);
    row("html", answered(200, "<html>"), Kind::Trouble);
    row("400", answered(400), Kind::Trouble);
    row("401", answered(401), Kind::Refused);
    row("403", answered(403), Kind::Refused);
    row("429", answered(429), Kind::Trouble);
    row("500", answered(500), Kind::Trouble);
    row("201", answered(201, R"({"id":"a"})"), Kind::Trouble);
    row("held too long", faulted(HttpFault::NoAnswer), Kind::Nothing);
    row("went silent", faulted(HttpFault::Silence), Kind::Nothing);
    row("unreachable", faulted(HttpFault::Unreachable), Kind::Trouble);
    row("redirected", faulted(HttpFault::Redirected), Kind::Trouble);
}

void WorkerWireTest::takes()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(int, kind);
    QFETCH(QList<QByteArray>, inputs);
    const TakeAnswer answer = readTakeAnswer(outcome, place);
    QCOMPARE(static_cast<int>(answer.kind), kind);
    QList<QByteArray> found;
    for (const TakenJob &job : answer.jobs)
        found.append(job.input);
    QCOMPARE(found, inputs);
    if (answer.kind == TakeAnswer::Kind::Trouble || answer.kind == TakeAnswer::Kind::Refused)
        QVERIFY(!answer.message.isEmpty());
}

void WorkerWireTest::stops_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("two") << QByteArray(R"({"jobsToStop":["a","b"]})") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("none") << QByteArray(R"({"jobsToStop":[]})") << QStringList();
    QTest::newRow("other types") << QByteArray(R"({"jobsToStop":[1,null,"a"]})") << QStringList{u"a"_s};
    QTest::newRow("no list") << QByteArray(R"({"jobsToStop":"a"})") << QStringList();
    QTest::newRow("list") << QByteArray(R"(["a"])") << QStringList();
    QTest::newRow("empty") << QByteArray() << QStringList();
}

void WorkerWireTest::stops()
{
    QFETCH(QByteArray, body);
    QStringList ids;
    for (const TakenJob &job : readStopAnswer(answered(200, body), place).jobs)
        ids.append(job.id);
    QTEST(ids, "ids");
}

void WorkerWireTest::bodies()
{
    QCOMPARE(workerResultBody(R"({"a":1.50})"), QByteArray(R"({"output":{"a":1.50}})"));
    QCOMPARE(workerErrorBody(u"Grüße \"x\""_s), QByteArray("{\"error\":\"Grüße \\\"x\\\"\"}"));
    QCOMPARE(workerErrorBody(u"no"_s, "{}"), QByteArray(R"({"output":{},"error":"no"})"));
    QCOMPARE(workerErrorBody({}), QByteArray(R"({"error":"The job failed."})"));
    QVERIFY(workerErrorBody(QString(100'000, u'x')).size() < 10'000);
    const QByteArray progress = workerProgressBody({.jobId = u"j"_s, .totalChunks = 2});
    QVERIFY(progress.startsWith(R"({"status":"IN_PROGRESS","output":{"status":"in_progress")"));
}

void WorkerWireTest::limits()
{
    QCOMPARE(largestWorkerResult(u"a-u1"_s), 10'000'000);
    QCOMPARE(largestWorkerResult(u"sync-a-u1"_s), 20'000'000);
    QVERIFY(oversizeMessage(11'300'000, 10'000'000).contains(u"11.3 MB"_s));
}

void WorkerWireTest::logLines()
{
    QCOMPARE(workerLogLine(WorkerLogLevel::Info, {}, u"a\nb"_s),
             QByteArray(R"({"requestId":null,"message":"a\nb","level":"INFO"})"));
    QCOMPARE(workerLogLine(WorkerLogLevel::Warn, u"j"_s, u"Bearer abcdefghijklmnop sk-abcdefghijklmnopqrst"_s)
                 .contains("abcdefgh"),
             false);
    QVERIFY(workerLogLine(WorkerLogLevel::Error, {}, QString(10'000, u'x')).size() < 4'200);
    QCOMPARE(workerLogLevel(u"warn"_s), WorkerLogLevel::Warn);
    QCOMPARE(workerLogLevel(u"ERROR"_s), WorkerLogLevel::Error);
    QCOMPARE(workerLogLevel(u"nonsense"_s), WorkerLogLevel::Debug);
    QCOMPARE(workerLogLevel({}), WorkerLogLevel::Debug);
}

void WorkerWireTest::settings()
{
    EnvironmentValues environment = fullEnvironment();
    auto read = workerSettings(environment, u"spare"_s);
    QVERIFY(read);
    QCOMPARE(read->pingInterval, 10s);
    QCOMPARE(read->jobs, 1);
    QCOMPARE(read->workerId, u"pod"_s);
    const QList<std::pair<QString, Milliseconds>> intervals{
        {u"4000"_s, 4s}, {u"10"_s, 1s}, {u"-1"_s, 1s}, {u"x"_s, 10s}, {u"999999999"_s, 600s}};
    for (const auto &[text, interval] : intervals) {
        environment[u"RUNPOD_PING_INTERVAL"_s] = text;
        QCOMPARE(workerSettings(environment, {})->pingInterval, interval);
    }
    environment.remove(u"RUNPOD_POD_ID"_s);
    read = workerSettings(environment, u"spare"_s);
    QCOMPARE(read->workerId, u"spare"_s);
    QCOMPARE(read->pingInterval, 0ms);
    environment[u"VIRAL_MOMENTS_WORKER_JOBS"_s] = u"64"_s;
    QCOMPARE(workerSettings(environment, {})->jobs, 64);
    for (const QString &text : {u"0"_s, u"65"_s, u"-3"_s, u""_s, u"two"_s}) {
        environment[u"VIRAL_MOMENTS_WORKER_JOBS"_s] = text;
        const auto refused = workerSettings(environment, {});
        QVERIFY(!refused && refused.error().message.contains(u"VIRAL_MOMENTS_WORKER_JOBS"_s));
    }
}

void WorkerWireTest::missingSettings_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"RUNPOD_WEBHOOK_GET_JOB"_s, u"RUNPOD_WEBHOOK_POST_OUTPUT"_s, u"RUNPOD_AI_API_KEY"_s})
        QTest::newRow(name.toUtf8().constData()) << name;
}

void WorkerWireTest::missingSettings()
{
    QFETCH(QString, name);
    EnvironmentValues environment = fullEnvironment();
    environment.remove(name);
    const auto read = workerSettings(environment, {});
    QVERIFY(!read && read.error().kind == ErrorKind::Usage && read.error().message.contains(name + u" is not set"_s));
}

void WorkerWireTest::pauses()
{
    const WorkerPatience patience;
    QCOMPARE(workerPause(patience, 1, 0.0), 1s);
    QCOMPARE(workerPause(patience, 2, 0.0), 2s);
    QCOMPARE(workerPause(patience, 3, 0.5), 3s);
    QCOMPARE(workerPause(patience, 6, 0.0), 30s);
    QCOMPARE(workerPause(patience, 1'000'000, 0.0), 30s);
    QVERIFY(workerPause(patience, 1'000'000, 0.999) >= 15s);
}

VIRAL_TEST(WorkerWireTest)
#include "tst_workerwire.moc"
