// SPDX-License-Identifier: GPL-3.0-or-later
// Many calls at once through the real client against a server in another process on this machine. Every run is a fresh
// process, so that nothing is warm that would be cold in use.
#include "core/clients/openaiclient.h"
#include "core/net/limiter.h"
#include "core/net/qttransport.h"
#include "core/net/retryingtransport.h"
#include "tests/support/loopbackserver.h"
#include "tests/support/openaianswers.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds serverDelay = 200ms;
constexpr int repetitions = 5;

struct Scenario
{
    int calls;
    int atOnce;
    bool streams;
};

/// Twelve moments, about 3.7 kB.
QByteArray answerText()
{
    QByteArray moments;
    for (int i = 0; i < 12; ++i) {
        moments +=
            (i ? "," : "") + QByteArray(R"({"startSentence":)") + QByteArray::number(i * 20) + R"(,"endSentence":)" +
            QByteArray::number(i * 20 + 9) +
            R"(,"quote":"So we made a three-hour challenge and they stay for months.","hook":"One habit, day one.",)"
            R"("title":"The Rule That Tripled Retention","scorecard":{"shareability":9,"emotionalImpact":7,)"
            R"("surpriseFactor":8,"rewatchability":6,"hookStrength":9}})";
    }
    return R"({"moments":[)" + moments + "]}";
}

Prompt chunkPrompt()
{
    Transcript transcript{.language = u"en"_s};
    for (int i = 0; i < 110; ++i) {
        transcript.sentences.append({u"This is what somebody says in an interview when nobody stops them."_s,
                                     spanMs(i * 4000, i * 4000 + 3900), u"speaker_%1"_s.arg(i % 2)});
    }
    return buildPrompt(PromptTemplates::builtIn(), {}, transcript, {0, 110});
}

/// What is sent, also for others to send.
QByteArray requestBody(bool streams)
{
    const OpenAiSettings settings{.base = *parseBaseUrl(u"http://127.0.0.1:1/v1"_s), .streams = streams};
    return openAiBody(shapeFor(settings, false, {}), chunkPrompt());
}

qint64 cpuMicroseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto sum = [](const timeval &a, const timeval &b) {
        return (a.tv_sec + b.tv_sec) * 1'000'000LL + a.tv_usec + b.tv_usec;
    };
    return sum(usage.ru_utime, usage.ru_stime);
}

long maximumResidentKib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

int serve(bool streams)
{
    const QByteArray text = answerText();
    LoopbackServer server({Reply{.contentType = streams ? "text/event-stream" : "application/json",
                                 .body = streams ? OpenAi::stream(text) : OpenAi::answer(text),
                                 .delay = serverDelay,
                                 .isChunked = streams}});
    std::printf("%d\n", server.port());
    std::fflush(stdout);
    std::getchar(); // until the other side closes the pipe
    std::printf("%d %d %d\n", server.requestCount(), server.connectionCount(), server.peakInFlight());
    return 0;
}

int runClient(int port, const Scenario &scenario)
{
    const long idleKib = maximumResidentKib();
    const OpenAiSettings settings{.base = *parseBaseUrl(u"http://127.0.0.1:%1/v1"_s.arg(port)),
                                  .key = Secret(u"sk-bench-1234567890"_s),
                                  .streams = scenario.streams};
    const Prompt prompt = chunkPrompt();
    EventLoopScheduler scheduler;
    QtTransport line(scheduler);
    Limiter limiter(scenario.atOnce, scheduler);
    RetryingTransport transport(line, scheduler, {.judge = judgeReply, .limiter = &limiter});
    OpenAiMemory memory;
    QObject owner;
    int answered = 0;
    int begun = 0;
    int ended = 0;
    // As a run does it: as many at once as are allowed, the next one when one has ended.
    const std::function<void()> begin = [&] {
        ++begun;
        auto *call = new OpenAiCall({transport, scheduler, memory}, settings, prompt, {}, &owner);
        QObject::connect(call, &OpenAiCall::finished, call, [&](const OpenAiOutcome &outcome) {
            answered += outcome.kind == OpenAiOutcome::Kind::Answered;
            if (begun < scenario.calls)
                begin();
            if (++ended == scenario.calls)
                QCoreApplication::quit();
        });
    };

    const qint64 cpuBefore = cpuMicroseconds();
    QElapsedTimer wall;
    wall.start();
    for (int i = 0; i < scenario.atOnce; ++i)
        begin();
    QCoreApplication::exec();
    const double wallMs = static_cast<double>(wall.nsecsElapsed()) / 1e6;
    const double cpuMs = static_cast<double>(cpuMicroseconds() - cpuBefore) / 1e3;
    std::printf("%d %.1f %.1f %ld\n", answered, wallMs, cpuMs, maximumResidentKib() - idleKib);
    return 0;
}

struct Figures
{
    bool isComplete = false;
    double wallMs = 0;
    double cpuMs = 0;
    double memoryMib = 0;
    int connections = 0;
    int peak = 0;
};

Figures measureOnce(const Scenario &scenario)
{
    const QString self = QCoreApplication::applicationFilePath();
    const QString streams = QString::number(scenario.streams);
    QProcess server;
    server.start(self, {u"--server"_s, streams});
    server.waitForReadyRead();
    const QString port = QString::fromLatin1(server.readLine()).trimmed();

    QProcess client;
    client.start(self,
                 {u"--client"_s, port, QString::number(scenario.calls), QString::number(scenario.atOnce), streams});
    client.waitForFinished(120'000);
    server.closeWriteChannel();
    server.waitForFinished();

    const QList<QByteArray> ours = client.readAllStandardOutput().trimmed().split(' ');
    const QList<QByteArray> theirs = server.readAllStandardOutput().trimmed().split(' ');
    return {.isComplete = ours.value(0).toInt() == scenario.calls && theirs.value(0).toInt() == scenario.calls,
            .wallMs = ours.value(1).toDouble(),
            .cpuMs = ours.value(2).toDouble(),
            .memoryMib = ours.value(3).toDouble() / 1024,
            .connections = theirs.value(1).toInt(),
            .peak = theirs.value(2).toInt()};
}

void report(const Scenario &scenario)
{
    QList<Figures> all;
    for (int i = 0; i < repetitions; ++i)
        all.append(measureOnce(scenario));
    std::sort(all.begin(), all.end(), [](const Figures &a, const Figures &b) { return a.wallMs < b.wallMs; });
    const Figures &middle = all.at(repetitions / 2);
    const double ideal = static_cast<double>((scenario.calls + scenario.atOnce - 1) / scenario.atOnce) *
                         static_cast<double>(serverDelay.count());
    const bool isComplete = std::all_of(all.cbegin(), all.cend(), [](const Figures &run) { return run.isComplete; });
    const auto mostConnections = std::max_element(
        all.cbegin(), all.cend(), [](const Figures &a, const Figures &b) { return a.connections < b.connections; });
    std::printf("%4d/%-3d %-6s %8.0f (%.0f-%.0f) %7.0f %6.3f %8.0f %9.1f %8d %6d  %s\n", scenario.calls,
                scenario.atOnce, scenario.streams ? "stream" : "json", middle.wallMs, all.constFirst().wallMs,
                all.constLast().wallMs, ideal, middle.wallMs / ideal, middle.cpuMs, middle.memoryMib,
                mostConnections->connections, middle.peak, isComplete ? "all answered" : "ANSWERS ARE MISSING");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--server"_L1)
        return serve(arguments.value(2).toInt());
    if (arguments.value(1) == "--body"_L1) {
        std::printf("%s\n", requestBody(arguments.value(2).toInt()).constData());
        return 0;
    }
    if (arguments.value(1) == "--client"_L1) {
        return runClient(arguments.value(2).toInt(),
                         {arguments.value(3).toInt(), arguments.value(4).toInt(), arguments.value(5).toInt() != 0});
    }
    std::printf("%lld bytes a request, %lld bytes an answer, %lld ms each; median of %d runs\n",
                static_cast<long long>(requestBody(false).size()),
                static_cast<long long>(OpenAi::answer(answerText()).size()),
                static_cast<long long>(serverDelay.count()), repetitions);
    std::printf("calls/at once       wall ms (range)    ideal  ratio   CPU ms   MiB more  connect.  peak\n");
    for (const Scenario &scenario :
         {Scenario{64, 16, false}, Scenario{64, 16, true}, Scenario{512, 64, false}, Scenario{512, 64, true}})
        report(scenario);
    return 0;
}
