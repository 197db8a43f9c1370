// SPDX-License-Identifier: GPL-3.0-or-later
// Many runs against a server that fails at random, cut off at random: `soak_run [RUNS [SEED]]`. First inside this
// process, with a real network and a real library, to see memory and descriptors over time; then as programs of their
// own that are killed. Tells how many answers were lost or paid twice, and ends with 1 when any was.
#include "core/library/library.h"
#include "core/net/qttransport.h"
#include "tests/flow/flowprogram.h"
#include "tests/run/runbench.h"
#include "tests/support/openaianswers.h"
#include "tests/support/sampletranscript.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <random>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int chunksOfJob = 6;

/// A reply that depends on nothing but \a seed and the number of the request.
Reply randomReply(unsigned seed, int number, const ReceivedRequest &request)
{
    std::minstd_rand random(seed + static_cast<unsigned>(number) * 7919U);
    random.discard(3);
    const auto die = random() % 100;
    Reply good = goodReply(request);
    good.delay = std::chrono::milliseconds{random() % 8};
    Reply bad = good;
    switch (die) {
    case 0:
    case 1:
        return jsonReply(429, OpenAi::error("Slow down", "requests", "rate_limit_exceeded"));
    case 2:
    case 3:
        return jsonReply(500, "{}");
    case 4:
        return jsonReply(503, "{}");
    case 5:
    case 6:
        bad.course = Reply::Course::CloseBeforeAnswer;
        return bad;
    case 7:
    case 8:
        bad.course = Reply::Course::CutInBody;
        return bad;
    case 9:
        return jsonReply(200, OpenAi::answer("not what was asked for"));
    case 10:
        return jsonReply(200, OpenAi::truncated("{\"moments\":["));
    case 11:
        return jsonReply(400, OpenAi::error("Odd"));
    case 12:
        return jsonReply(401, OpenAi::error("Who are you?"));
    case 13:
        bad.course = Reply::Course::Garbage;
        return bad;
    default:
        return good;
    }
}

/// Counts what really came over the line, before the program sees it.
class TallyTransport final : public Transport
{
public:
    explicit TallyTransport(Transport &inner)
        : m_inner(inner)
    {}

    Call *send(const HttpRequest &request, QObject *owner) override
    {
        Call *call = m_inner.send(request, owner);
        const QByteArray question = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256);
        QObject::connect(call, &Call::finished, call, [this, question](const HttpOutcome &outcome) {
            const OpenAiReply reply = readReply(outcome, QDateTime());
            if (reply.kind == OpenAiReply::Kind::Failed && reply.usage.isEmpty())
                return;
            ++paid;
            if (reply.kind == OpenAiReply::Kind::Answer && holdsJson(reply.text))
                ++usable[question];
        });
        return call;
    }

    int paidTwice() const
    {
        int count = 0;
        for (const int answers : usable)
            count += std::max(0, answers - 1);
        return count;
    }

    int paid = 0;
    QHash<QByteArray, int> usable;

private:
    Transport &m_inner;
};

long residentKib()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLong() * 4;
}

qsizetype openDescriptors()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

struct Standing
{
    long memoryKib = residentKib();
    qsizetype descriptors = openDescriptors();
};

RunSetup jobNumber(int number, const QString &port)
{
    RunSetup setup = RunBench::setup(chunksOfJob, 4);
    setup.request.jobId = u"job-%1"_s.arg(number);
    setup.request.metadata = {{u"video_title"_s, '"' + QByteArray::number(number) + '"'}};
    setup.settings.openAiBase = *parseBaseUrl(u"http://127.0.0.1:%1/v1"_s.arg(port));
    setup.settings.openAiKey = Secret(QString::fromLatin1(flowKey));
    return setup;
}

/// One run, ended by itself, by cancel() or by its destruction; true when it brought a result.
bool runOnce(const RunServices &services, const RunSetup &setup, std::minstd_rand &random)
{
    auto run = std::make_unique<AnalysisRun>(services, setup);
    QEventLoop loop;
    bool succeeded = false;
    QObject::connect(run.get(), &AnalysisRun::finished, &loop, [&](const RunOutcome &outcome) {
        succeeded = outcome.has_value();
        loop.quit();
    });
    const auto fate = random() % 3;
    const auto after = static_cast<int>(random() % 40);
    if (fate == 0)
        QTimer::singleShot(after, &loop, [&] { run->cancel(); });
    else if (fate == 1)
        QTimer::singleShot(after, &loop, &QEventLoop::quit);
    run->start();
    loop.exec();
    run.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return succeeded;
}

int serve(unsigned seed)
{
    const LoopbackServer server(
        [seed](int number, const ReceivedRequest &request) { return randomReply(seed, number, request); });
    std::printf("%d\n", server.port());
    std::fflush(stdout);
    std::getchar(); // until the other side closes the pipe
    std::printf("%d\n", server.requestCount());
    return 0;
}

bool soakInside(int runs, unsigned seed)
{
    QTemporaryDir folder;
    const auto library = Library::open(folder.path());
    if (!library)
        return false;
    // In a process of its own: it remembers every request, and that is not the program's memory.
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {u"--server"_s, QString::number(seed)});
    server.waitForReadyRead();
    const QString port = QString::fromLatin1(server.readLine()).trimmed();
    EventLoopScheduler scheduler;
    QtTransport line(scheduler);
    TallyTransport tally(line);
    SystemClock clock;
    Limiter limiter(16, scheduler);
    OpenAiMemory memory;
    const PromptTemplates templates = PromptTemplates::builtIn();
    const PriceTable prices = builtInPrices();
    const RunServices services{.transport = tally,
                               .scheduler = scheduler,
                               .clock = clock,
                               .limiter = limiter,
                               .memory = memory,
                               .answers = (*library)->answers(),
                               .runs = (*library)->runs(),
                               .templates = templates,
                               .prices = prices,
                               .rules = {.basePause = 1ms, .longestPause = 4ms}};

    std::minstd_rand random(seed);
    std::optional<Standing> early;
    int job = 0;
    int finished = 0;
    for (int run = 0; run < runs; ++run) {
        // A job is run again until it has ended well, then comes the next.
        if (runOnce(services, jobNumber(job, port), random)) {
            ++job;
            ++finished;
        }
        limiter.setCeiling(16);
        if (run == runs / 4)
            early = Standing();
    }
    const Standing late;
    server.closeWriteChannel();
    server.waitForFinished();
    const int requests = server.readAll().trimmed().toInt();

    qsizetype kept = 0;
    for (const RunRecord &run : (*library)->runs().runs(1'000'000).value_or(QList<RunRecord>()))
        kept += (*library)->answers().answersOf(run.id).value_or(QList<StoredAnswer>()).size();
    const qsizetype lost = tally.paid - kept;
    const int twice = tally.paidTwice();
    std::printf("inside:   %d runs, %d jobs done, %d requests, %d answers paid for, %d in the library\n", runs,
                finished, requests, tally.paid, static_cast<int>(kept));
    std::printf("          lost %d, paid twice %d; since the first quarter: memory %+ld KiB, descriptors %+d\n",
                static_cast<int>(lost), twice, late.memoryKib - early->memoryKib,
                static_cast<int>(late.descriptors - early->descriptors));
    return lost == 0 && twice == 0;
}

bool soakPrograms(int kills, unsigned seed)
{
    std::minstd_rand random(seed);
    const FlowPlace place(12);
    // Faults that cost no wait; how long a program pauses is not what is looked at here.
    const LoopbackServer server([](int number, const ReceivedRequest &request) {
        if (number % 9 == 4)
            return jsonReply(200, OpenAi::answer("not what was asked for"));
        Reply reply = goodReply(request);
        reply.delay = 50ms;
        return reply;
    });
    int died = 0;
    int results = 0;
    int twice = 0;
    QSet<QString> before;
    int vanished = 0;
    for (int start = 0; start < kills; ++start) {
        const QString title = QString::number(start / 6);
        FlowProgram program(
            {u"run"_s, u"--metadata"_s, u"video_title="_s + title, u"--progress"_s, u"none"_s, place.payload()},
            place.environment(server));
        if (start % 6 != 5) {
            QEventLoop loop;
            QTimer::singleShot(static_cast<int>(20 + random() % 200), &loop, &QEventLoop::quit);
            loop.exec();
            program.signal(SIGKILL);
        }
        const int status = program.waitForEnd().status;
        died += status == -2 ? 1 : 0;
        results += status == 0 ? 1 : 0;
        const QStringList kept = place.keptAnswers();
        const QSet<QString> now(kept.begin(), kept.end());
        vanished += static_cast<int>((before - now).size());
        before = now;
    }
    const auto library = Library::open(place.library(), Library::Access::ReadOnly);
    QHash<QByteArray, int> usable;
    if (library) {
        for (const RunRecord &run : (*library)->runs().runs(1'000'000).value_or(QList<RunRecord>())) {
            for (const StoredAnswer &answer : (*library)->answers().answersOf(run.id).value_or(QList<StoredAnswer>()))
                twice += holdsJson(answer.text.toUtf8()) && ++usable[answer.key] > 1 ? 1 : 0;
        }
    }
    std::printf("programs: %d started, %d killed, %d ended with a result, %d requests, %d answers in the library\n",
                kills, died, results, server.requestCount(), static_cast<int>(before.size()));
    std::printf("          vanished %d, paid twice %d\n", vanished, twice);
    return library && vanished == 0 && twice == 0 && died + results == kills;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--server"_L1)
        return serve(arguments.value(2).toUInt());
    const int runs = std::max(8, arguments.value(1, u"40"_s).toInt());
    const unsigned seed = arguments.value(2, u"1"_s).toUInt();
    const bool inside = soakInside(runs, seed);
    std::fflush(stdout);
    const bool programs = soakPrograms(std::max(6, runs / 10), seed);
    return inside && programs ? 0 : 1;
}
