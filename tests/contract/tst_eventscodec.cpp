// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/eventscodec.h"

#include "core/contract/serviceresultcodec.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace

class EventsCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void progress_data();
    void progress();
    void timesAreUtc();
    void failure_data();
    void failure();
    void completionHoldsTheResult();
    void otherDocumentsAreNoEvents_data();
    void otherDocumentsAreNoEvents();
};

void EventsCodecTest::progress_data()
{
    QTest::addColumn<ProgressEvent>("event");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("scheduled")
        << ProgressEvent{.kind = ProgressKind::ChunksScheduled, .jobId = u"j"_s, .chunkIndex = {}, .totalChunks = 22}
        << R"({"status":"in_progress","event":"chunks_scheduled","job_id":"j","data":{"total_chunks":22}})"_ba;
    QTest::newRow("completed")
        << ProgressEvent{.kind = ProgressKind::ChunkCompleted,
                         .jobId = u"runpod-test-123"_s,
                         .chunkIndex = 6,
                         .totalChunks = 22,
                         .startedAt = utc(u"2024-05-14T16:41:00.512Z"_s),
                         .completedAt = utc(u"2024-05-14T16:41:09.948Z"_s)}
        << R"({"status":"in_progress","event":"chunk_completed","job_id":"runpod-test-123","data":{"chunk_index":6,)"
           R"("total_chunks":22,"started_at":"2024-05-14T16:41:00.512Z","completed_at":"2024-05-14T16:41:09.948Z"}})"_ba;
    QTest::newRow("failed")
        << ProgressEvent{.kind = ProgressKind::ChunkFailed,
                         .jobId = u"j"_s,
                         .chunkIndex = 0,
                         .totalChunks = 1,
                         .startedAt = utc(u"2024-05-14T16:41:00.000Z"_s),
                         .error = u"timeout: \"x\""_s}
        << R"({"status":"in_progress","event":"chunk_failed","job_id":"j","data":{"chunk_index":0,)"
           R"("total_chunks":1,"started_at":"2024-05-14T16:41:00.000Z","error":"timeout: \"x\""}})"_ba;
}

void EventsCodecTest::progress()
{
    QFETCH(ProgressEvent, event);
    QFETCH(QByteArray, json);
    QCOMPARE(writeProgressEvent(event), json);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    const auto read = readProgressEvent(document->root());
    QVERIFY(read);
    QVERIFY(*read == event);
    QVERIFY(!readFailurePayload(document->root()));
}

void EventsCodecTest::timesAreUtc()
{
    const QDateTime time = QDateTime(QDate(2024, 5, 14), QTime(18, 41, 0, 5), Qt::OffsetFromUTC, 7200);
    const ProgressEvent event{.kind = ProgressKind::ChunkCompleted, .jobId = {}, .chunkIndex = 1, .startedAt = time};
    QVERIFY(writeProgressEvent(event).contains("\"started_at\":\"2024-05-14T16:41:00.005Z\""));
}

void EventsCodecTest::failure_data()
{
    QTest::addColumn<FailurePayload>("failure");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("of a chunk")
        << FailurePayload{.jobId = u"j"_s, .error = u"OpenAI: 500"_s, .failedChunk = 7, .totalChunks = 22}
        << R"({"status":"failed","job_id":"j","error":"OpenAI: 500","data":{"failed_chunk":7,"total_chunks":22}})"_ba;
    QTest::newRow("before any chunk")
        << FailurePayload{.jobId = u"j"_s, .error = u"no key"_s}
        << R"({"status":"failed","job_id":"j","error":"no key","data":{"total_chunks":0}})"_ba;
}

void EventsCodecTest::failure()
{
    QFETCH(FailurePayload, failure);
    QFETCH(QByteArray, json);
    QCOMPARE(writeFailurePayload(failure), json);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    const auto read = readFailurePayload(document->root());
    QVERIFY(read);
    QVERIFY(*read == failure);
    QVERIFY(!readProgressEvent(document->root()));
}

void EventsCodecTest::completionHoldsTheResult()
{
    const ServiceResult result{
        .jobId = u"j"_s, .totalChunks = 3, .successfulChunks = 3, .moments = {}, .metadata = {}, .usage = {}};
    const QByteArray json = writeCompletionPayload(result);
    QCOMPARE(json, R"({"status":"completed","job_id":"j","result":)" +
                       writeServiceResult(result, JsonWriter::Layout::Compact) + '}');
    const auto read = parseServiceResult(json);
    QVERIFY(read);
    QVERIFY(*read == result);
}

void EventsCodecTest::otherDocumentsAreNoEvents_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("list") << "[]"_ba;
    QTest::newRow("empty") << "{}"_ba;
    QTest::newRow("unknown event") << R"({"status":"in_progress","event":"x","data":{"chunk_index":1}})"_ba;
    QTest::newRow("no data") << R"({"status":"in_progress","event":"chunk_completed"})"_ba;
    QTest::newRow("no chunk") << R"({"status":"in_progress","event":"chunk_completed","data":{}})"_ba;
    QTest::newRow("negative chunk")
        << R"({"status":"in_progress","event":"chunk_failed","data":{"chunk_index":-1}})"_ba;
    QTest::newRow("other status") << R"({"status":"IN_PROGRESS","event":"chunks_scheduled","data":{}})"_ba;
    QTest::newRow("failure without text") << R"({"status":"failed","error":{}})"_ba;
}

void EventsCodecTest::otherDocumentsAreNoEvents()
{
    QFETCH(QByteArray, json);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    QVERIFY(!readProgressEvent(document->root()));
    QVERIFY(!readFailurePayload(document->root()));
}

VIRAL_TEST(EventsCodecTest)
#include "tst_eventscodec.moc"
