// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flow/flowprogram.h"
#include "tests/service/queuestandin.h"
#include "tests/support/testregistry.h"

#include "core/base/files.h"

#include <QFileInfo>
#include <QTest>

#include <csignal>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The worker as a program of its own, against a queue and a model on this machine.
class WorkerFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWithoutItsVariables();
    void doesJobsUntilItIsTold();
    void finishesWhatItHasWhenTold();
    void endsWhenItsKeyIsNotAccepted();
};

namespace {

QByteArray requestIn(const FlowPlace &place)
{
    return readFile(place.payload()).value_or(QByteArray());
}

bool showsAKey(const QByteArray &text)
{
    return text.contains(flowKey) || text.contains(queueKey.toUtf8());
}

} // namespace

void WorkerFlowTest::refusesWithoutItsVariables()
{
    FlowProgram program({u"worker"_s}, {u"RUNPOD_AI_API_KEY=x"_s});
    const Ended ended = program.waitForEnd();
    QCOMPARE(ended.status, 2);
    QVERIFY(ended.messages.contains("RUNPOD_WEBHOOK_GET_JOB"));
    QVERIFY(ended.output.isEmpty());
}

void WorkerFlowTest::doesJobsUntilItIsTold()
{
    LoopbackServer model([](int, const ReceivedRequest &request) { return goodReply(request); });
    QueueStandIn queue;
    const FlowPlace place(2);
    for (int i = 0; i < 3; ++i)
        queue.offerRequest(u"job-%1"_s.arg(i), requestIn(place));
    const QString alive = place.file(u"alive"_s);
    FlowProgram program({u"worker"_s, u"--jobs"_s, u"2"_s, u"--alive"_s, alive},
                        place.environment(model) + queue.environment());
    for (int i = 0; i < 3; ++i)
        QTRY_COMPARE_WITH_TIMEOUT(queue.results("job-" + QByteArray::number(i)).size(), 1, 20'000);
    QVERIFY(QFileInfo::exists(alive));
    program.signal(SIGTERM);
    const Ended ended = program.waitForEnd();
    QCOMPARE(ended.status, 0);
    QVERIFY(!showsAKey(ended.output) && !showsAKey(ended.messages));
    QVERIFY(!place.libraryHolds(flowKey) && !place.libraryHolds(queueKey.toUtf8()));
    const QByteArrayList lines = ended.output.trimmed().split('\n');
    for (const QByteArray &line : lines)
        QVERIFY2(line.startsWith(R"({"requestId":)") && line.endsWith('}'), line.constData());
}

void WorkerFlowTest::finishesWhatItHasWhenTold()
{
    LoopbackServer model([](int, const ReceivedRequest &request) {
        Reply reply = goodReply(request);
        reply.delay = 300ms;
        return reply;
    });
    QueueStandIn queue;
    const FlowPlace place(1);
    queue.offerRequest(u"job"_s, requestIn(place));
    FlowProgram program({u"worker"_s}, place.environment(model) + queue.environment());
    QTRY_COMPARE_WITH_TIMEOUT(model.requestCount(), 1, 20'000);
    program.signal(SIGTERM);
    queue.offerRequest(u"late"_s, requestIn(place));
    QCOMPARE(program.waitForEnd().status, 0);
    QCOMPARE(queue.results("job").size(), 1);
    QVERIFY(queue.results("job").constFirst().startsWith(R"({"output":{"status":"completed")"));
    QCOMPARE(queue.posts("late").size(), 0);
}

void WorkerFlowTest::endsWhenItsKeyIsNotAccepted()
{
    QueueStandIn queue;
    const FlowPlace place(1);
    FlowProgram program({u"worker"_s, u"--library"_s, place.library()},
                        queue.environment() + QStringList{u"RUNPOD_AI_API_KEY=wrong-key-1234567"_s});
    const Ended ended = program.waitForEnd();
    QCOMPARE(ended.status, 1);
    QVERIFY(ended.output.contains("does not accept the key"));
    QVERIFY(!ended.output.contains("wrong-key"));
    QCOMPARE(queue.count("/job-take/"), 1);
}

VIRAL_TEST(WorkerFlowTest)
#include "tst_workerflow.moc"
