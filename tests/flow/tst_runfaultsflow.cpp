// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/eventscodec.h"
#include "core/contract/serviceresultcodec.h"
#include "tests/flow/flowprogram.h"
#include "tests/run/runbench.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <vector>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The whole program against a server that does everything a server can do wrong: a full result or the failure payload,
// after as many calls as it should take. The programs run side by side, most of the time is spent waiting.
class RunFaultsFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fault_data();
    void fault();
};

VIRAL_TEST(RunFaultsFlowTest)

namespace {

struct Fault
{
    const char *name;
    /// The first replies; good ones follow.
    QList<Reply> script;
    int calls;
    int status;
    QStringList environment = {};
    bool tls = false;
    /// Nobody listens any more.
    bool isGone = false;
};

Reply brokenCourse(Reply::Course course)
{
    return {.body = OpenAi::answer(oneMoment(0)), .course = course};
}

Reply text(const QByteArray &answer)
{
    return jsonReply(200, OpenAi::answer(answer));
}

Reply goodStream()
{
    return {.contentType = "text/event-stream", .body = OpenAi::stream(oneMoment(0)), .isChunked = true};
}

QByteArray manyMoments(int count)
{
    const QByteArray one = oneMoment(0);
    const qsizetype open = one.indexOf('[') + 1;
    const QByteArray entry = one.mid(open, one.lastIndexOf(']') - open);
    QByteArray all = "{\"moments\":[";
    for (int i = 0; i < count; ++i)
        all += (i ? "," : "") + entry;
    return all + "]}";
}

QList<Fault> faults()
{
    const QStringList impatient{u"REQUEST_TIMEOUT_SECONDS=0.3"_s};
    const Reply serverError = jsonReply(500, "{}");
    const Reply slowDown = jsonReply(429, OpenAi::error("Slow down", "requests", "rate_limit_exceeded"));
    Reply slowDownWish = slowDown;
    slowDownWish.headers = {{"Retry-After", "1"}};
    Reply unknownEvents = goodStream();
    unknownEvents.body.prepend(": hello\n\nevent: keepalive\ndata: {}\n\nevent: x\ndata: {\"type\":\"brand.new\"}\n\n");
    Reply wrongType = goodStream();
    wrongType.contentType = "image/png";
    Reply dripping = text(oneMoment(0));
    dripping.delayPerByte = 100ms;
    Reply badBytes = text(oneMoment(0));
    badBytes.body.replace("A title", "A \xff\xfe title");

    return {
        {"good", {}, 1, 0},
        {"429", {slowDown}, 2, 0},
        {"429 with Retry-After", {slowDownWish}, 2, 0},
        {"429 for ever", QList<Reply>(9, slowDownWish), 5, 1},
        {"billing", {jsonReply(429, OpenAi::error("No money", "insufficient_quota"))}, 1, 1},
        {"401", {jsonReply(401, OpenAi::error("Incorrect API key provided: " + flowKey))}, 1, 1},
        {"403", {jsonReply(403, OpenAi::error("Not here"))}, 1, 1},
        {"404 model", {jsonReply(404, OpenAi::error("The model does not exist", "x", "model_not_found"))}, 1, 1},
        {"404 endpoint", {jsonReply(404, "Not found"), jsonReply(200, OpenAi::chatAnswer(oneMoment(0)))}, 2, 0},
        {"408", {jsonReply(408, {})}, 2, 0},
        {"409", {jsonReply(409, {})}, 2, 0},
        {"413", {jsonReply(413, {})}, 3, 0},
        {"500", {serverError}, 2, 0},
        {"500 for ever", QList<Reply>(9, serverError), 3, 1},
        {"502 with a page", {{.status = 502, .contentType = "text/html", .body = "<html>Bad gateway</html>"}}, 2, 0},
        {"503", {jsonReply(503, OpenAi::error("Busy", "x", "server_is_overloaded"))}, 2, 0},
        {"529", {jsonReply(529, {})}, 2, 0},
        {"connection refused", {}, 0, 1, {}, false, true},
        {"dropped before the answer", {brokenCourse(Reply::Course::CloseBeforeAnswer)}, 2, 0},
        {"dropped within the answer", {brokenCourse(Reply::Course::CutInBody)}, 2, 0},
        {"never answers", QList<Reply>(9, brokenCourse(Reply::Course::NeverAnswer)), 3, 1, impatient},
        {"a byte at a time", {dripping}, 1, 1, impatient},
        {"endless", {{.body = QByteArray(64 * 1024, ' '), .course = Reply::Course::Endless}}, 1, 1},
        {"not HTTP", {{.body = "hello\r\n\r\n", .course = Reply::Course::Garbage}}, 2, 0},
        {"broken UTF-8", {badBytes}, 1, 0},
        {"code fence", {text("```json\n" + oneMoment(0) + "\n```")}, 1, 0},
        {"truncated JSON", {text(oneMoment(0).left(60))}, 2, 0},
        {"truncated JSON twice", {text(oneMoment(0).left(60)), text(oneMoment(0).left(60))}, 2, 1},
        {"cut at the limit", {jsonReply(200, OpenAi::truncated("{\"moments\":["))}, 2, 0},
        {"refusal", {jsonReply(200, OpenAi::response(OpenAi::refusal("I would rather not")))}, 1, 1},
        {"content filter", {jsonReply(200, OpenAi::truncated("{", "content_filter"))}, 1, 1},
        {"empty output", {text("")}, 2, 0},
        {"failed inside 200",
         {jsonReply(200, OpenAi::response("", "failed", "null", R"({"code":"server_error","message":"Oops"})"))},
         2,
         0},
        {"moments outside the chunk", {text(oneMoment(400))}, 1, 0},
        {"sentences that do not exist", {text(oneMoment(2'000'000'000))}, 1, 0},
        {"thousands of moments", {text(manyMoments(5000))}, 1, 0},
        {"keepalive and unknown events", {unknownEvents}, 1, 0},
        {"wrong content type", {wrongType}, 1, 0},
        {"certificate that does not fit", {}, 0, 1, {}, true},
    };
}

struct Experiment
{
    Fault fault;
    FlowPlace place{1};
    std::unique_ptr<LoopbackServer> server;
    std::unique_ptr<FlowProgram> program;
    Ended ended;
    int calls = 0;

    void begin()
    {
        server = std::make_unique<LoopbackServer>(
            [script = fault.script](int number, const ReceivedRequest &request) {
                return number < script.size() ? script.at(number) : goodReply(request);
            },
            fault.tls);
        const QStringList environment = place.environment(*server) + fault.environment;
        if (fault.isGone)
            server.reset();
        program = std::make_unique<FlowProgram>(QStringList{u"run"_s, place.payload()}, environment);
    }

    void end()
    {
        ended = program->waitForEnd();
        calls = server ? server->requestCount() : 0;
        server.reset();
    }
};

std::vector<std::unique_ptr<Experiment>> &experiments()
{
    static std::vector<std::unique_ptr<Experiment>> all;
    return all;
}

} // namespace

void RunFaultsFlowTest::initTestCase()
{
    constexpr std::size_t atOnce = 10;
    auto &all = experiments();
    for (const Fault &fault : faults()) {
        all.push_back(std::make_unique<Experiment>());
        all.back()->fault = fault;
    }
    for (std::size_t i = 0; i < all.size() + atOnce; ++i) {
        if (i >= atOnce)
            all[i - atOnce]->end();
        if (i < all.size())
            all[i]->begin();
    }
}

void RunFaultsFlowTest::fault_data()
{
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < experiments().size(); ++i)
        QTest::newRow(experiments()[i]->fault.name) << static_cast<int>(i);
}

void RunFaultsFlowTest::fault()
{
    QFETCH(const int, number);
    const Experiment &experiment = *experiments()[static_cast<std::size_t>(number)];
    const Ended &ended = experiment.ended;
    QVERIFY2(ended.status == experiment.fault.status, ended.messages.constData());
    QCOMPARE(experiment.calls, experiment.fault.calls);

    // One document and nothing else.
    const auto document = JsonDocument::parse(ended.output);
    QVERIFY2(document, ended.output.constData());
    const auto failure = readFailurePayload(document->root());
    QCOMPARE(failure.has_value(), ended.status != 0);
    if (failure) {
        QCOMPARE(failure->jobId, u"flow"_s);
        QCOMPARE(failure->failedChunk, std::optional(0));
        QCOMPARE(failure->totalChunks, 1);
        QVERIFY(!failure->error.isEmpty());
    } else {
        QVERIFY(parseServiceResult(ended.output));
    }
    for (const QByteArray &bytes : {ended.output, ended.messages})
        QVERIFY(!bytes.contains("flow-secret"));
    QVERIFY(!experiment.place.libraryHolds("flow-secret"));
    QVERIFY(experiment.place.libraryHolds("SQLite"));
}

#include "tst_runfaultsflow.moc"
