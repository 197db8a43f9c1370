// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaireply.h"
#include "core/clients/openaistream.h"
#include "tests/support/faketransport.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

using Kind = OpenAiReply::Kind;
Q_DECLARE_METATYPE(Kind)

class OpenAiReplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replies_data();
    void replies();
    void usageIsVerbatim();
    void modelIdAndEndAreKept();
    void chatStreamKeepsItsUsage();
    void repliesOutsideTwoHundred();
    void judgement_data();
    void judgement();
    void countOfOutputTokens();
    void everyCutOfAStreamIsSafe();
    void everyCutOfAnAnswerIsSafe();
    void watchSeesTheEnd_data();
    void watchSeesTheEnd();
    void watchSeesARunaway_data();
    void watchSeesARunaway();
};

void OpenAiReplyTest::replies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &body, Kind kind, const QByteArray &text = {}) {
        QTest::newRow(name) << body << kind << text;
    };
    row("answer", OpenAi::answer("{}"), Kind::Answer, "{}");
    row("several parts", OpenAi::response(OpenAi::message("{\"a\"") + "," + OpenAi::message(":1}")), Kind::Answer,
        R"({"a":1})");
    row("unknown items",
        OpenAi::response(R"({"type":"new_thing","content":[{"type":"output_text","text":"no"}]},7,null,)" +
                         OpenAi::message("yes")),
        Kind::Answer, "yes");
    row("commentary is passed over",
        OpenAi::response(R"({"type":"message","phase":"commentary","content":[{"type":"output_text","text":"hm"}]},)" +
                         OpenAi::message("yes")),
        Kind::Answer, "yes");
    row("refusal", OpenAi::response(OpenAi::refusal("I cannot")), Kind::Refusal, "I cannot");
    row("truncated", OpenAi::truncated("{\"mom"), Kind::Truncated, "{\"mom");
    row("truncated, another word", OpenAi::truncated("x", "max_tokens"), Kind::Truncated, "x");
    row("content filter", OpenAi::truncated("x", "content_filter"), Kind::ContentFilter, "x");
    row("incomplete without a reason", OpenAi::response(OpenAi::message("x"), "incomplete"), Kind::Truncated, "x");
    row("empty", OpenAi::response({}), Kind::Empty);
    row("only reasoning", OpenAi::response(R"({"type":"reasoning","summary":[]})"), Kind::Empty);
    row("only white space", OpenAi::answer(" \n\n\t "), Kind::Empty, " \n\n\t ");
    row("failed", OpenAi::response({}, "failed", "null", R"({"code":"server_error","message":"x"})"), Kind::Failed);
    row("error beside status completed", OpenAi::response({}, "completed", "null", R"({"code":502})"), Kind::Failed);
    row("failed without a word", OpenAi::response({}, "failed"), Kind::Failed);
    row("cancelled", OpenAi::response({}, "cancelled"), Kind::Failed);
    row("error alone", OpenAi::error("x"), Kind::Failed);
    row("output is no list", R"({"output":"x","status":"completed"})", Kind::Empty);
    row("nothing known", R"({"hello":1})", Kind::Failed);
    row("no JSON", "<html>Sign in to the hotel</html>", Kind::Failed);
    row("cut JSON", OpenAi::answer("{}").chopped(30), Kind::Failed);
    row("nothing", {}, Kind::Failed);
    row("bad UTF-8", OpenAi::answer("{\"a\":\"REPLACE\"}").replace("REPLACE", "\xFF\xFE"), Kind::Answer,
        "{\"a\":\"\xEF\xBF\xBD\xEF\xBF\xBD\"}");

    row("chat", OpenAi::chatAnswer("{}"), Kind::Answer, "{}");
    row("chat cut", OpenAi::chatAnswer("{", "length"), Kind::Truncated, "{");
    row("chat filtered", OpenAi::chatAnswer("{", "content_filter"), Kind::ContentFilter, "{");
    row("chat empty", OpenAi::chatAnswer(""), Kind::Empty);
    row("chat null content", R"({"choices":[{"message":{"content":null,"refusal":"No"},"finish_reason":"stop"}]})",
        Kind::Refusal, "No");
    row("chat parts",
        R"({"choices":[{"message":{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}}]})",
        Kind::Answer, "ab");
    row("chat without choices", R"({"choices":[]})", Kind::Empty);
    row("chat with an error", R"({"choices":[],"error":{"code":429,"message":"x"}})", Kind::Failed);

    row("stream", OpenAi::stream("{\"moments\":[]}"), Kind::Answer, "{\"moments\":[]}");
    row("stream with carriage returns", OpenAi::stream("{}").replace("\n", "\r\n"), Kind::Answer, "{}");
    row("stream without names", OpenAi::stream("{}").replace("event: ", ": "), Kind::Answer, "{}");
    row("stream with keep-alives",
        "event: keepalive\ndata: {\"type\":\"keepalive\",\"sequence_number\":1}\n\n: hi\n\n" + OpenAi::stream("{}"),
        Kind::Answer, "{}");
    row("stream with unknown events",
        OpenAi::event("response.brand_new", R"("x":[1])") + OpenAi::stream("{}") +
            OpenAi::event("response.later", R"("x":1)"),
        Kind::Answer, "{}");
    row("stream ends without an empty line", OpenAi::stream("{}").chopped(2), Kind::Answer, "{}");
    row("stream whose end repeats nothing", OpenAi::stream("{\"a\":\"b c\"}", OpenAi::response({})), Kind::Answer,
        "{\"a\":\"b c\"}");
    row("stream incomplete", OpenAi::stream("{", OpenAi::truncated("{"), "incomplete"), Kind::Truncated, "{");
    row("stream failed", OpenAi::stream("{", OpenAi::response({}, "failed"), "failed"), Kind::Failed);
    row("stream refused", OpenAi::stream("", OpenAi::response(OpenAi::refusal("No"))), Kind::Refusal, "No");
    row("stream with more after its end", OpenAi::stream("{}") + "data: [DONE]\n\n", Kind::Answer, "{}");
    row("stream whose end has several lines", OpenAi::stream("{}").replace(",\"usage\":", "\ndata: ,\"usage\":"),
        Kind::Answer, "{}");
    row("stream that names its end only beside it",
        "event: response.completed\ndata: {\"response\":" + OpenAi::answer("{}") + "}\n\n", Kind::Answer, "{}");
    row("stream without its end", OpenAi::stream("{}").left(300), Kind::Failed);
    row("stream with an error event", "event: error\ndata: " + OpenAi::error("x") + "\n\n", Kind::Failed);
    row("stream of done alone", "data: [DONE]\n\n", Kind::Failed);
    row("chat stream", OpenAi::chatStream("{\"moments\":[]}"), Kind::Answer, "{\"moments\":[]}");
    row("chat stream without done", OpenAi::chatStream("{}").chopped(14), Kind::Answer, "{}");
    row("chat stream cut", OpenAi::chatStream("{\"moments\":[]}").left(300), Kind::Failed);
    row("chat stream length", OpenAi::chatStream("{", "length"), Kind::Truncated, "{");
    row("chat stream with an error", "data: {\"error\":{\"code\":502,\"message\":\"x\"}}\n\n", Kind::Failed);
    row("chat stream of nothing", OpenAi::chatStream(""), Kind::Empty);
}

void OpenAiReplyTest::replies()
{
    QFETCH(QByteArray, body);
    const OpenAiReply reply = readReply(answered(200, body, {{"Content-Type", "text/plain"}}), {});
    QTEST(reply.kind, "kind");
    QTEST(reply.text, "text");
    QCOMPARE(reply.kind == Kind::Failed, !reply.failure.message.isEmpty());
}

void OpenAiReplyTest::usageIsVerbatim()
{
    QCOMPARE(readReply(answered(200, OpenAi::answer("{}")), {}).usage, OpenAi::usage);
    QCOMPARE(readReply(answered(200, OpenAi::stream("{}")), {}).usage, OpenAi::usage);
    QCOMPARE(readReply(answered(200, OpenAi::truncated("{")), {}).usage, OpenAi::usage);
    QCOMPARE(readReply(answered(200, OpenAi::response({}, "failed")), {}).usage, OpenAi::usage);
    QByteArray without = OpenAi::answer("{}");
    without.replace(OpenAi::usage, "null");
    QCOMPARE(readReply(answered(200, without), {}).usage, QByteArray());
}

void OpenAiReplyTest::modelIdAndEndAreKept()
{
    const OpenAiReply reply = readReply(answered(200, OpenAi::answer("{}")), {});
    QCOMPARE(reply.model, u"gpt-4o-mini-2024-07-18"_s);
    QCOMPARE(reply.responseId, u"resp_1"_s);
    QCOMPARE(reply.endReason, u"completed"_s);
    QCOMPARE(readReply(answered(200, OpenAi::truncated("{")), {}).endReason, u"max_output_tokens"_s);
    QCOMPARE(readReply(answered(200, OpenAi::chatAnswer("{}")), {}).endReason, u"stop"_s);
}

void OpenAiReplyTest::chatStreamKeepsItsUsage()
{
    const OpenAiReply reply = readReply(answered(200, OpenAi::chatStream("{}")), {});
    QCOMPARE(reply.usage, QByteArray(R"({"prompt_tokens":10,"completion_tokens":5})"));
    QCOMPARE(reply.model, u"llama"_s);
    QCOMPARE(reply.responseId, u"chatcmpl-1"_s);
}

void OpenAiReplyTest::repliesOutsideTwoHundred()
{
    QCOMPARE(readReply(answered(429, OpenAi::error("x")), {}).failure.fault, OpenAiFault::RateLimited);
    QCOMPARE(readReply(faulted(HttpFault::NoAnswer), {}).failure.fault, OpenAiFault::LineFault);
    QCOMPARE(readReply(faulted(HttpFault::Cancelled), {}).failure.fault, OpenAiFault::Cancelled);
}

void OpenAiReplyTest::judgement_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<int>("trouble");
    const auto row = [](const char *name, const HttpOutcome &outcome, Trouble trouble) {
        QTest::newRow(name) << outcome << static_cast<int>(trouble);
    };
    row("answer", answered(200, OpenAi::answer("{}")), Trouble::None);
    row("truncated", answered(200, OpenAi::truncated("{")), Trouble::None);
    row("refused", answered(200, OpenAi::response(OpenAi::refusal("x"))), Trouble::None);
    row("page", answered(200, "<html>"), Trouble::LineFault);
    row("cut stream", answered(200, OpenAi::stream("{}").left(300)), Trouble::LineFault);
    row("failed inside", answered(200, OpenAi::response({}, "failed", "null", R"({"code":"rate_limit_exceeded"})")),
        Trouble::RateLimited);
    row("rate limit", answered(429, OpenAi::error("x")), Trouble::RateLimited);
    row("billing", answered(429, OpenAi::error("x", "insufficient_quota")), Trouble::Final);
    row("too large", answered(429, OpenAi::error("Request too large: Limit 1, Requested 2")), Trouble::Final);
    row("overload", answered(503), Trouble::Overloaded);
    row("not again", answered(500, {}, {{"x-should-retry", "false"}}), Trouble::Final);
    row("stale", faulted(HttpFault::ConnectionLost, true), Trouble::StaleLine);
    row("certificate", faulted(HttpFault::Tls), Trouble::Final);
}

void OpenAiReplyTest::judgement()
{
    QFETCH(HttpOutcome, outcome);
    QTEST(static_cast<int>(judgeReply(outcome)), "trouble");
}

void OpenAiReplyTest::countOfOutputTokens()
{
    QCOMPARE(outputTokens(OpenAi::usage), std::optional<qint64>(90));
    QCOMPARE(outputTokens(R"({"completion_tokens":5})"), std::optional<qint64>(5));
    QCOMPARE(outputTokens(R"({"output_tokens":"x"})"), std::nullopt);
    QCOMPARE(outputTokens({}), std::nullopt);
}

void OpenAiReplyTest::everyCutOfAStreamIsSafe()
{
    for (const QByteArray &whole : {OpenAi::stream("{\"moments\":[]}"), OpenAi::chatStream("{\"moments\":[]}")}) {
        int answers = 0;
        for (qsizetype cut = 0; cut < whole.size(); ++cut) {
            const OpenAiReply reply = readReply(answered(200, whole.left(cut)), {});
            QVERIFY(reply.kind == Kind::Failed || reply.kind == Kind::Answer);
            answers += reply.kind == Kind::Answer;
            if (reply.kind == Kind::Answer)
                QCOMPARE(reply.text, QByteArray("{\"moments\":[]}"));
        }
        QVERIFY(answers < 150);
    }
}

void OpenAiReplyTest::everyCutOfAnAnswerIsSafe()
{
    for (const QByteArray &whole : {OpenAi::answer("{}"), OpenAi::chatAnswer("{}")}) {
        for (qsizetype cut = 0; cut < whole.size(); ++cut)
            QCOMPARE(readReply(answered(200, whole.left(cut)), {}).kind, Kind::Failed);
    }
}

void OpenAiReplyTest::watchSeesTheEnd_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("responses") << OpenAi::stream("{}");
    QTest::newRow("responses without names") << OpenAi::stream("{}").replace("event: ", ": ");
    QTest::newRow("incomplete") << OpenAi::stream("{", OpenAi::truncated("{"), "incomplete");
    QTest::newRow("chat") << OpenAi::chatStream("{}");
}

void OpenAiReplyTest::watchSeesTheEnd()
{
    QFETCH(QByteArray, stream);
    StreamWatch watch;
    for (qsizetype at = 0; at < stream.size(); at += 7) {
        QVERIFY(!watch.isComplete());
        watch.feed(stream.mid(at, 7));
    }
    QVERIFY(watch.isComplete());
    QVERIFY(!watch.isRunaway());
}

void OpenAiReplyTest::watchSeesARunaway_data()
{
    QTest::addColumn<QByteArray>("delta");
    QTest::addColumn<int>("times");
    QTest::addColumn<bool>("isRunaway");
    QTest::newRow("line breaks") << QByteArray(R"(\n)") << 201 << true;
    QTest::newRow("just allowed") << QByteArray(R"(\n)") << 200 << false;
    QTest::newRow("spaces and tabs") << QByteArray(R"( \t \r)") << 51 << true;
    QTest::newRow("many in one piece") << QByteArray(300, ' ') << 1 << true;
    QTest::newRow("text between") << QByteArray(R"(\n\n\n\n\n\n\n\n\n\nx)") << 100 << false;
    QTest::newRow("escaped quote between") << QByteArray(R"(          \")") << 100 << false;
}

void OpenAiReplyTest::watchSeesARunaway()
{
    QFETCH(QByteArray, delta);
    QFETCH(int, times);
    StreamWatch watch;
    StreamWatch chat;
    for (int i = 0; i < times; ++i) {
        watch.feed(OpenAi::event("response.output_text.delta", R"("delta":")" + delta + R"(","x":1)"));
        chat.feed(R"(data: {"choices":[{"delta":{"content":")" + delta + "\"}}]}\n\n");
    }
    QTEST(watch.isRunaway(), "isRunaway");
    QTEST(chat.isRunaway(), "isRunaway");
}

VIRAL_TEST(OpenAiReplyTest)
#include "tst_openaireply.moc"
