// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/answerstate.h"
#include "core/contract/eventscodec.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class AnswerStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasons_data();
    void reasons();
    void noReason_data();
    void noReason();
    void keysAndLengths();
};

VIRAL_TEST(AnswerStateTest)

namespace {

QByteArray job(const QByteArray &word, const QByteArray &rest = {})
{
    return R"({"id":"a-u1","status":")" + word + '"' + rest + '}';
}

std::optional<QString> reasonOf(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    return document ? reasonForNoResult(document->root()) : std::nullopt;
}

} // namespace

void AnswerStateTest::reasons_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const QByteArray input = R"(,"input":{"transcript":{"sentences":[{"text":"a","start":0,"end":9}]}})";
    QTest::newRow("failure payload") << writeFailurePayload({.jobId = u"j"_s, .error = u"no quota"_s, .totalChunks = 3})
                                     << u"no quota"_s;
    QTest::newRow("failed") << job("FAILED", R"(,"error":"boom")") << u"failed: boom"_s;
    QTest::newRow("failed without a word") << job("FAILED") << u"failed; it holds no moments"_s;
    QTest::newRow("webhook of a failed job") << job("FAILED", ",\"error\":\"boom\"" + input) << u"failed: boom"_s;
    QTest::newRow("cancelled") << job("CANCELLED", input) << u"cancelled"_s;
    QTest::newRow("timed out") << job("TIMED_OUT") << u"time ran out"_s;
    QTest::newRow("waiting") << job("IN_QUEUE", input) << u"not done yet"_s;
    QTest::newRow("running") << job("IN_PROGRESS", R"(,"output":{"event":"x"})") << u"IN_PROGRESS"_s;
    QTest::newRow("no output") << job("COMPLETED") << u"too large"_s;
    QTest::newRow("empty output") << job("COMPLETED", R"(,"output":{})") << u"too large"_s;
    QTest::newRow("another program's output") << job("COMPLETED", R"(,"output":"hello")") << u"another program"_s;
    QTest::newRow("failure payload in an envelope")
        << job("COMPLETED", ",\"output\":" + writeFailurePayload({.error = u"no quota"_s})) << u"no quota"_s;
}

void AnswerStateTest::reasons()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, says);
    const auto reason = reasonOf(json);
    QVERIFY(reason);
    QVERIFY2(reason->contains(says), qPrintable(*reason));
}

void AnswerStateTest::noReason_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("bare result") << QByteArray(R"({"moments":[]})");
    QTest::newRow("completion") << QByteArray(R"({"status":"completed","result":{"moments":[]}})");
    QTest::newRow("envelope") << job("COMPLETED", R"(,"output":{"moments":[]})");
    QTest::newRow("envelope of text") << job("COMPLETED", R"(,"output":"{\"moments\":[]}")");
    QTest::newRow("failed with a result") << job("FAILED", R"(,"output":{"moments":[]})");
    QTest::newRow("request") << QByteArray(R"({"input":{"transcript":{}}})");
    QTest::newRow("transcript of another service") << QByteArray(R"({"id":"x","status":"completed","words":[]})");
    QTest::newRow("no id") << QByteArray(R"({"status":"FAILED"})");
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("number") << QByteArray("1");
}

void AnswerStateTest::noReason()
{
    QFETCH(const QByteArray, json);
    QVERIFY(JsonDocument::parse(json));
    QVERIFY(!reasonOf(json));
}

void AnswerStateTest::keysAndLengths()
{
    const auto reason =
        reasonOf(job("FAILED", ",\"error\":\"sk-abcdefghijklmnopqrstuvwxyz0123 " + QByteArray(5000, 'x') + '"'));
    QVERIFY(!reason->contains("sk-abc"_L1));
    QVERIFY(reason->size() < 500);
}

#include "tst_answerstate.moc"
