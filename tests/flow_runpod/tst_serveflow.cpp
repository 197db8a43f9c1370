// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/serviceresultcodec.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Viral;
using namespace Qt::StringLiterals;

// `serve` as a process, with the program's own RunPod commands as its clients. The offline engine, no network.
class ServeFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theSameResultAsRun_data();
    void theSameResultAsRun();
    void withoutOpenAiTheJobFails();
    void wrongKeyIsTurnedAway();
    void cancelStatusHealth();
    void endsCleanly_data();
    void endsCleanly();
    void wrongUsage_data();
    void wrongUsage();
    void takenPort();

private:
    struct Outcome
    {
        int status = -1;
        QByteArray output;
        QString messages;
    };

    /// Starts it on a free port and waits until it says where.
    void serve(const QStringList &more = {u"--engine"_s, u"offline"_s});
    Outcome endServer(int signal);
    QProcessEnvironment environment() const;
    Outcome call(const QStringList &arguments, const QByteArray &key = "rpa_flow") const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_server;
    QString m_said;
    QString m_port;
};

VIRAL_TEST(ServeFlowTest)

namespace {

const QString program = QStringLiteral(VIRAL_PROGRAMS "/viral-moments-cli");
const QString sample = QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json");

} // namespace

void ServeFlowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server.reset();
    m_said.clear();
    m_port.clear();
}

void ServeFlowTest::cleanup()
{
    if (m_server && m_server->state() != QProcess::NotRunning) {
        m_server->kill();
        m_server->waitForFinished();
    }
}

QProcessEnvironment ServeFlowTest::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"OPENAI_API_KEY"_s);
    environment.remove(u"OPENAI_BASE_URL"_s);
    environment.insert(u"RUNPOD_API_KEY"_s, u"rpa_flow"_s);
    environment.insert(u"RUNPOD_ENDPOINT_ID"_s, u"local"_s);
    environment.insert(u"RUNPOD_ENDPOINT_BASE_URL"_s, u"http://127.0.0.1:%1/v2"_s.arg(m_port));
    environment.insert(u"VIRAL_MOMENTS_LIBRARY"_s, m_folder->filePath(u"library"_s));
    return environment;
}

void ServeFlowTest::serve(const QStringList &more)
{
    m_server = std::make_unique<QProcess>();
    QProcessEnvironment own = environment();
    own.remove(u"RUNPOD_ENDPOINT_BASE_URL"_s);
    own.insert(u"VIRAL_MOMENTS_LIBRARY"_s, m_folder->filePath(u"server"_s));
    m_server->setProcessEnvironment(own);
    m_server->start(program, QStringList{u"serve"_s, u"--port"_s, u"0"_s} + more);
    const QRegularExpression line(u"http://127\\.0\\.0\\.1:(\\d+)/v2/local"_s);
    QTRY_VERIFY_WITH_TIMEOUT(line.match(m_said += QString::fromUtf8(m_server->readAllStandardError())).hasMatch(),
                             20'000);
    m_port = line.match(m_said).captured(1);
}

ServeFlowTest::Outcome ServeFlowTest::endServer(int signal)
{
    ::kill(static_cast<pid_t>(m_server->processId()), signal);
    if (!m_server->waitForFinished(20'000))
        return {};
    m_said += QString::fromUtf8(m_server->readAllStandardError());
    return {m_server->exitStatus() == QProcess::NormalExit ? m_server->exitCode() : -2,
            m_server->readAllStandardOutput(), m_said};
}

ServeFlowTest::Outcome ServeFlowTest::call(const QStringList &arguments, const QByteArray &key) const
{
    QProcess process;
    QProcessEnvironment own = environment();
    own.insert(u"RUNPOD_API_KEY"_s, QString::fromUtf8(key));
    process.setProcessEnvironment(own);
    process.setWorkingDirectory(m_folder->path());
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

void ServeFlowTest::theSameResultAsRun_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("run and poll") << QStringList{};
    QTest::newRow("runsync") << QStringList{u"--sync"_s};
}

void ServeFlowTest::theSameResultAsRun()
{
    QFETCH(const QStringList, more);
    serve();
    const Outcome submitted = call(QStringList{u"submit"_s, sample} + more);
    QVERIFY2(submitted.status == 0, qPrintable(submitted.messages));
    const Outcome run = call({u"run"_s, u"--engine"_s, u"offline"_s, sample});
    QCOMPARE(run.status, 0);
    const auto there = parseServiceResult(submitted.output);
    const auto here = parseServiceResult(run.output);
    QVERIFY(there);
    QVERIFY(here);
    QVERIFY(!here->moments.isEmpty());
    QCOMPARE(*there, *here);

    const Outcome ended = endServer(SIGTERM);
    QCOMPARE(ended.status, 0);
    QVERIFY(ended.output.isEmpty());
    QVERIFY(ended.messages.contains("COMPLETED"_L1));
    QVERIFY(!ended.messages.contains("rpa_flow"_L1));
}

void ServeFlowTest::withoutOpenAiTheJobFails()
{
    serve({});
    QVERIFY(m_said.contains("OPENAI_API_KEY"_L1));
    const Outcome submitted = call({u"submit"_s, sample});
    QCOMPARE(submitted.status, 1);
    QVERIFY2(submitted.messages.contains("OPENAI_API_KEY"_L1), qPrintable(submitted.messages));
}

void ServeFlowTest::wrongKeyIsTurnedAway()
{
    serve();
    const Outcome submitted = call({u"submit"_s, sample}, "rpa_wrong");
    QCOMPARE(submitted.status, 1);
    QVERIFY2(submitted.messages.contains("RUNPOD_API_KEY"_L1), qPrintable(submitted.messages));
    QVERIFY(!endServer(SIGTERM).messages.contains("rpa_"_L1));
}

void ServeFlowTest::cancelStatusHealth()
{
    serve();
    const Outcome detached = call({u"submit"_s, u"--detach"_s, sample});
    QVERIFY2(detached.status == 0, qPrintable(detached.messages));
    const QString id = QString::fromUtf8(detached.output).trimmed();
    const Outcome resumed = call({u"submit"_s, u"--resume"_s, id});
    QVERIFY2(resumed.status == 0, qPrintable(resumed.messages));
    QVERIFY(call({u"status"_s, id}).output.contains("COMPLETED"));
    QCOMPARE(call({u"cancel"_s, id}).status, 0);
    QVERIFY(call({u"health"_s}).output.contains("\"completed\":1"));
}

void ServeFlowTest::endsCleanly_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void ServeFlowTest::endsCleanly()
{
    QFETCH(const int, signal);
    serve();
    const Outcome ended = endServer(signal);
    QCOMPARE(ended.status, 0);
    QVERIFY(ended.output.isEmpty());
}

void ServeFlowTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("argument") << QStringList{u"x"_s};
    QTest::newRow("port") << QStringList{u"--port"_s, u"70000"_s};
    QTest::newRow("port in words") << QStringList{u"--port"_s, u"http"_s};
    QTest::newRow("host") << QStringList{u"--host"_s, u"example.com"_s};
    QTest::newRow("endpoint") << QStringList{u"--endpoint-id"_s, u"a/b"_s};
    QTest::newRow("no jobs") << QStringList{u"--jobs"_s, u"0"_s};
    QTest::newRow("too many jobs") << QStringList{u"--jobs"_s, u"65"_s};
    QTest::newRow("engine") << QStringList{u"--engine"_s, u"auto"_s};
    QTest::newRow("negative days") << QStringList{u"--keep-days"_s, u"-1"_s};
    QTest::newRow("days in words") << QStringList{u"--keep-days"_s, u"week"_s};
    QTest::newRow("empty key") << QStringList{u"--key"_s, QString()};
}

void ServeFlowTest::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    const Outcome outcome = call(QStringList{u"serve"_s} + arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(!outcome.messages.isEmpty());
}

void ServeFlowTest::takenPort()
{
    serve();
    const Outcome outcome = call({u"serve"_s, u"--engine"_s, u"offline"_s, u"--port"_s, m_port});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.messages.contains(m_port));
}

#include "tst_serveflow.moc"
