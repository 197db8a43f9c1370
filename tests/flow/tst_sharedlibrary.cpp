// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "core/net/qttransport.h"
#include "tests/flow/flowprogram.h"
#include "tests/run/runbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Two programs do the same job over one library, with a real database and a real line.
class SharedLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoRunsAskEachChunkOnce();
    void twoProgramsAskEachChunkOnce();
    void aKilledProgramIsReplacedAtOnce();
};

VIRAL_TEST(SharedLibraryTest)

namespace {

constexpr int chunks = 6;

/// What a program has around a run, over the library in a folder.
struct Host
{
    explicit Host(const QString &folder)
        : library(*Library::open(folder))
    {}

    RunServices services()
    {
        return {.transport = line,
                .scheduler = scheduler,
                .clock = clock,
                .limiter = limiter,
                .memory = memory,
                .answers = library->answers(),
                .runs = library->runs(),
                .templates = templates,
                .prices = prices};
    }

    std::unique_ptr<Library> library;
    EventLoopScheduler scheduler;
    QtTransport line{scheduler};
    SystemClock clock;
    Limiter limiter{8, scheduler};
    OpenAiMemory memory;
    PromptTemplates templates = PromptTemplates::builtIn();
    PriceTable prices = builtInPrices();
};

RunSetup setupFor(const LoopbackServer &server)
{
    RunSetup setup = RunBench::setup(chunks, 3);
    setup.settings.openAiBase = *parseBaseUrl(server.url(u"/v1"_s).toString());
    setup.asksForModelNews = true;
    return setup;
}

Reply slowReply(int, const ReceivedRequest &request)
{
    Reply reply = goodReply(request);
    reply.delay = 150ms;
    return reply;
}

} // namespace

void SharedLibraryTest::twoRunsAskEachChunkOnce()
{
    const QTemporaryDir folder;
    const LoopbackServer server(slowReply);
    Host one(folder.path());
    Host other(folder.path());
    AnalysisRun first(one.services(), setupFor(server));
    AnalysisRun second(other.services(), setupFor(server));
    const QSignalSpy firstEnd(&first, &AnalysisRun::finished);
    const QSignalSpy secondEnd(&second, &AnalysisRun::finished);
    first.start();
    second.start();
    QTRY_COMPARE_WITH_TIMEOUT(firstEnd.size() + secondEnd.size(), 2, 30'000);
    QCOMPARE(first.record().state, RunState::Succeeded);
    QCOMPARE(second.record().state, RunState::Succeeded);
    QCOMPARE(server.requestCount(), chunks);
    QCOMPARE(first.paidAnswers() + second.paidAnswers(), chunks);
    QCOMPARE(first.partialOutcome().result.moments, second.partialOutcome().result.moments);
}

void SharedLibraryTest::twoProgramsAskEachChunkOnce()
{
    const FlowPlace place(chunks);
    const LoopbackServer server(slowReply);
    const QStringList words{u"run"_s, u"--progress"_s, u"none"_s, place.payload()};
    FlowProgram first(words, place.environment(server));
    FlowProgram second(words, place.environment(server));
    const Ended firstEnd = first.waitForEnd();
    const Ended secondEnd = second.waitForEnd();
    QVERIFY2(firstEnd.status == 0, firstEnd.messages.constData());
    QVERIFY2(secondEnd.status == 0, secondEnd.messages.constData());
    QCOMPARE(server.requestCount(), chunks);
    QCOMPARE(place.keptAnswers().size(), chunks);
}

void SharedLibraryTest::aKilledProgramIsReplacedAtOnce()
{
    const FlowPlace place(2);
    // What the first program asks is never answered.
    const LoopbackServer server([](int number, const ReceivedRequest &request) {
        Reply reply = goodReply(request);
        if (number < 2)
            reply.course = Reply::Course::NeverAnswer;
        return reply;
    });
    const QStringList words{u"run"_s, place.payload()};
    FlowProgram first(words, place.environment(server));
    QTRY_COMPARE_WITH_TIMEOUT(server.requestCount(), 2, 30'000);
    FlowProgram second(words, place.environment(server));
    // It waits for the other's answers, then finds itself alone.
    QTRY_COMPARE_WITH_TIMEOUT(second.messagesSoFar().count("Another run is asking"), 2, 30'000);
    QCOMPARE(server.requestCount(), 2);
    first.signal(SIGKILL);
    QCOMPARE(first.waitForEnd().status, -2);
    const Ended end = second.waitForEnd();
    QVERIFY2(end.status == 0, end.messages.constData());
    QCOMPARE(server.requestCount(), 4);
}

#include "tst_sharedlibrary.moc"
