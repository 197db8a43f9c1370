// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "tests/bench/benchtable.h"
#include "tests/support/sampletranscript.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/desk/quotewatch.h"

#include <QCoreApplication>
#include <QTimer>

#include <ctime>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// How long a run from the desk holds up the interface's thread: ten hours with 106 000 words, 90 chunks, 16 at once.

namespace {

constexpr int sentences = 21'200;

Request tenHours()
{
    Request request{.jobId = u"ten-hours"_s};
    request.transcript = evenTranscript(sentences);
    request.options.chunkDuration = 1'200s;
    request.options.chunkOverlap = 24s;
    return request;
}

/// What the thread has computed so far; other programs do not count.
qint64 threadNanoseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

/// By how much the event loop was late at worst, asked every two milliseconds, and the most that was computed between
/// two questions.
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(2);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_clock.nsecsElapsed() - 2'000'000);
            m_busiest = std::max(m_busiest, threadNanoseconds() - m_computed);
            m_computed = threadNanoseconds();
            m_clock.start();
        });
        m_clock.start();
        m_timer.start();
    }
    double takeLongestMs()
    {
        m_clock.start();
        return double(std::exchange(m_longest, 0)) / 1e6;
    }
    double takeBusiestMs()
    {
        m_computed = threadNanoseconds();
        return double(std::exchange(m_busiest, 0)) / 1e6;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
    qint64 m_computed = threadNanoseconds();
    qint64 m_busiest = 0;
};

void print(const char *name, double ms)
{
    std::printf("%-44s %10.2f\n", name, ms);
    std::fflush(stdout);
}

/// Time spent in \a call itself, then the longest stall until \a isOver.
template <typename Call, typename IsOver>
void watched(const char *name, StallWatch &watch, Call call, IsOver isOver)
{
    watch.takeLongestMs();
    watch.takeBusiestMs();
    QElapsedTimer timer;
    timer.start();
    call();
    const double inside = double(timer.nsecsElapsed()) / 1e6;
    while (!isOver() && timer.elapsed() < 120'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const bool ended = isOver();
    std::printf("%-44s %10.2f %10.2f %10.2f %10lld%s\n", name, inside, watch.takeLongestMs(), watch.takeBusiestMs(),
                static_cast<long long>(timer.elapsed()), ended ? "" : " did not end");
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::printf("\nthe desk, ten hours in 90 chunks\n%-44s %10s %10s %10s %10s\n", "", "call ms", "stall ms", "cpu ms",
                "took ms");
    DeskBench bench([](int, const ReceivedRequest &request) { return slowReply(request, 50ms); });
    EngineSettings settings = bench.setup().settings;
    settings.maxConcurrency = 16;
    bench.desk().setSettings(settings);
    StallWatch watch;
    RunPlan plan = bench.plan(1);
    plan.request = tenHours();
    QuoteWatch quote(bench.desk());
    watched(
        "quote", watch, [&] { quote.watch(plan); }, [&] { return quote.quote() != nullptr; });
    LiveRun *run = nullptr;
    watched(
        "run", watch, [&] { run = bench.desk().start(plan).value(); }, [&] { return run->isFinished(); });
    const RunId id = run->id();
    watched(
        "the same again, everything kept", watch, [&] { run = bench.desk().start(plan).value(); },
        [&] { return run->isFinished(); });
    bool isLoaded = false;
    QObject::connect(&bench.desk(), &RunDesk::workLoaded, &bench.desk(), [&isLoaded] { isLoaded = true; });
    watched(
        "load a run", watch, [&] { bench.desk().loadRun(id); }, [&isLoaded] { return isLoaded; });
    plan.engine = RunKind::Offline;
    watched(
        "offline", watch, [&] { run = bench.desk().start(plan).value(); }, [&] { return run->isFinished(); });

    // What a window keeps on its own thread meanwhile: a decision while the desk writes a large request.
    const auto library = Library::open(bench.libraryFolder()).value();
    if (!library->leaveLogToOthers())
        return 1;
    plan.engine = RunKind::OpenAi;
    plan.request.jobId = u"again"_s;
    run = bench.desk().start(plan).value();
    std::vector<double> taken;
    qint64 last = 0;
    while (!run->isFinished()) {
        const JournalEntry decision{.edits = {DecisionEdit{{u"moment-1"_s}, Decision::Kept, {}}}, .author = u"Ada"_s};
        QElapsedTimer timer;
        timer.start();
        last = library->journal().append({u"review"_s}, {decision}, last).value().value();
        taken.push_back(double(timer.nsecsElapsed()) / 1e6);
        // Faster than anybody decides, and yet not all the time.
        while (timer.elapsed() < 10)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    std::ranges::sort(taken);
    if (!taken.empty()) {
        print("a decision beside a run, median", taken[taken.size() / 2]);
        print("a decision beside a run, worst", taken.back());
    }
    return 0;
}
