// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/eventscodec.h"
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "core/review/reviewid.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"
#include "ui/document/work.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// Results that come from elsewhere, in every shape in which people get hold of them.
class WorkShapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void answersWithoutAResult_data();
    void answersWithoutAResult();
};

VIRAL_TEST(WorkShapesTest)

namespace {

ServiceResult sampleResult()
{
    ServiceResult result{.jobId = u"job-1"_s, .totalChunks = 2, .successfulChunks = 2};
    result.moments = {validMoment(u"One"_s, 0, 50'000), validMoment(u"Two"_s, 100'000, 160'000)};
    return result;
}

QByteArray bare()
{
    return writeServiceResult(sampleResult(), JsonWriter::Layout::Compact);
}

QByteArray request()
{
    Request request{.jobId = u"job-1"_s};
    request.transcript = evenTranscript(40);
    return writeRequest(request, JsonWriter::Layout::Compact);
}

QByteArray envelope(const QByteArray &word, const QByteArray &rest)
{
    return R"({"delayTime":12,"executionTime":3400,"id":"5b7-u1","status":")" + word + R"(","workerId":"w1")" + rest +
           '}';
}

Result<Work> open(const QByteArray &bytes)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"runpod_test_output.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::Io, {});
    file.write(bytes);
    file.close();
    return loadWork(file.fileName());
}

} // namespace

void WorkShapesTest::shapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("hasTranscript");
    const QByteArray completion = writeCompletionPayload(sampleResult());
    const QByteArray text = JsonWriter().value(QString::fromUtf8(bare())).take();
    const QByteArray input = ",\"input\":" + request();
    QTest::newRow("bare result") << bare() << false;
    QTest::newRow("completion payload, our webhook") << completion << false;
    QTest::newRow("RunPod's envelope around a result") << envelope("COMPLETED", ",\"output\":" + bare()) << false;
    QTest::newRow("runpod_test_output.json") << envelope("COMPLETED", ",\"output\":" + completion) << false;
    QTest::newRow("output as text") << envelope("COMPLETED", ",\"output\":" + text) << false;
    QTest::newRow("RunPod's webhook") << envelope("COMPLETED", input + ",\"output\":" + completion +
                                                                   R"(,"webhook":"https://x.example/")")
                                      << true;
    QTest::newRow("webhook with an input of another kind")
        << envelope("COMPLETED", ",\"output\":" + completion + R"(,"input":{"prompt":"x"})") << false;
    QTest::newRow("failed, but with a result")
        << envelope("FAILED", ",\"error\":\"late\",\"output\":" + bare()) << false;
}

void WorkShapesTest::shapes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, hasTranscript);
    const Result<Work> work = open(bytes);
    QVERIFY2(work, work ? "" : qPrintable(work.error().text()));
    QCOMPARE(work->outcome.result.moments, sampleResult().moments);
    QCOMPARE(work->request.jobId, u"job-1"_s);
    QCOMPARE(work->index.transcript().sentences.size(), hasTranscript ? 40 : 0);
    // The same result is the same review, however it was wrapped.
    QCOMPARE(work->review, reviewIdOf(sampleResult()));
}

void WorkShapesTest::answersWithoutAResult_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QByteArray input = ",\"input\":" + request();
    QTest::newRow("failure payload") << writeFailurePayload({.jobId = u"job-1"_s, .error = u"no quota"_s})
                                     << u"no quota"_s;
    // Not the request in it: nobody asked for that to be analysed.
    QTest::newRow("webhook of a failed job") << envelope("FAILED", input + ",\"error\":\"boom\"") << u"boom"_s;
    QTest::newRow("cancelled") << envelope("CANCELLED", input) << u"cancelled"_s;
    QTest::newRow("still waiting") << envelope("IN_QUEUE", input) << u"not done yet"_s;
    QTest::newRow("lost output") << envelope("COMPLETED", input) << u"too large"_s;
}

void WorkShapesTest::answersWithoutAResult()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const Result<Work> work = open(bytes);
    QVERIFY(!work);
    QVERIFY2(work.error().message.contains(says), qPrintable(work.error().text()));
}

#include "tst_workshapes.moc"
