// SPDX-License-Identifier: GPL-3.0-or-later
// How long the whole window holds up its event loop with a ten-hour interview: opening, seeking, zooming, typing,
// deciding, saving, growing. Two numbers for each: by how much the loop was late, which on a loaded computer counts
// what others did, and what its thread computed between two turns. Not a test.
//
//     bench_window [--moments 2000] [--times 1] [part or line …]
//
// measures everything, or the parts ("deciding") and lines ("star") named, each --times as often.
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "core/library/library.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/timelinesample.h"
#include "ui/document/preparedreview.h"
#include "ui/shell/filecommands.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/timelinebinder.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelineview.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QMetaEnum>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <unistd.h>

#include <cstdio>
#include <ctime>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int chunkCount = 90;

/// What this thread has computed so far; other threads and programs do not count.
qint64 threadNanoseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

/// Tells what the dearest turn of the loop was spent on.
class WatchedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const QByteArray name = receiver->metaObject()->className();
        const QEvent::Type type = event->type();
        const qint64 before = threadNanoseconds();
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        if (const qint64 cost = threadNanoseconds() - before; cost > 500'000) {
            const char *typeName = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
            m_turn.append(QByteArray(typeName ? typeName : "?") + " of " + name + ", " +
                          QByteArray::number(double(cost) / 1e6, 'f', 1));
        }
        return taken;
    }

    /// Half a millisecond and more, since it was asked last.
    QByteArrayList takeTurn() { return std::exchange(m_turn, {}); }

private:
    int m_depth = 0;
    QByteArrayList m_turn;
};

/// Asks every millisecond by how much the loop was late.
class Gaps final : public QObject
{
public:
    explicit Gaps(WatchedApplication &application)
        : m_application(application)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const qint64 computed = threadNanoseconds();
            m_longest = std::max(m_longest, m_clock.nsecsElapsed());
            const QByteArrayList turn = m_application.takeTurn();
            if (const qint64 cost = computed - std::exchange(m_computed, computed); cost > m_busiest) {
                m_busiest = cost;
                m_dearest = turn;
            }
            m_clock.start();
        });
        begin();
        m_timer.start();
    }

    void begin()
    {
        m_longest = m_busiest = 0;
        m_dearest = m_application.takeTurn();
        m_dearest.clear();
        m_computed = threadNanoseconds();
        m_clock.start();
    }
    double longestMs() const { return double(m_longest) / 1e6; }
    double busiestMs() const { return double(m_busiest) / 1e6; }
    QByteArray dearestTurn() const { return m_dearest.join("; "); }

private:
    WatchedApplication &m_application;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_computed = 0;
    qint64 m_longest = 0;
    qint64 m_busiest = 0;
    QByteArrayList m_dearest;
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// With posts of some length, a quote that was said and all scores, as a model gives them.
QList<Moment> moments(const Transcript &transcript, int count)
{
    QList<Moment> moments;
    const qsizetype sentences = transcript.sentences.size();
    for (int i = 0; i < count; ++i) {
        const qsizetype first = i * (sentences - 20) / count;
        const qint64 start = transcript.sentences.at(first).span.start.count();
        const QString title = u"The 3-Hour Rule, part %1"_s.arg(i);
        Moment moment = validMoment(title, start, start + 50'000 + i % 30 * 1000, 3 + i % 7);
        moment.hook = transcript.sentences.at(first).text.left(100);
        moment.quote = transcript.sentences.at(first + 1).text;
        moment.category = u"growth / theme %1"_s.arg(i % 25);
        for (Post &post : moment.socialCopy)
            post.text = u"We cut churn 41% with a single habit on day one. "_s + title;
        moments.append(moment);
    }
    return moments;
}

bool writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// What this program holds in memory, in MiB; as Linux counts it.
double residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

/// In a program of its own, which holds nothing but the window: \a path opened, without media.
int measureMemory(QApplication &application, const QString &path)
{
    const QTemporaryDir folder;
    Theme theme(application);
    SystemClock clock;
    const auto library = std::move(*Library::open(folder.path()));
    MainWindow window({.journal = library->journal(),
                       .clock = clock,
                       .theme = theme,
                       .remembersLayout = false,
                       .prepareReview = [&folder](Work &work) {
                           if (const auto reader = Library::open(folder.path(), Library::Access::ReadOnly))
                               prepareReview(work, (*reader)->journal());
                       }});
    window.resize(1600, 1000);
    window.show();
    QTest::qWait(500);
    const double empty = residentMemory();
    window.open(path);
    const bool isOpen = QTest::qWaitFor([&] { return window.document().isOpen() && window.isSettled(); }, 20'000);
    QTest::qWait(500);
    std::printf("%-44s %8.0f MiB, the empty window %.0f MiB\n", isOpen ? "memory with all that is open" : "not opened",
                residentMemory(), empty);
    return isOpen ? 0 : 1;
}

/// A chunk later: every hundredth moment gave way to a better one.
AnalysisOutcome later(AnalysisOutcome outcome, int turn)
{
    for (qsizetype i = turn % 100; i < outcome.result.moments.size(); i += 100) {
        Moment &moment = outcome.result.moments[i];
        moment.title = u"Better %1 of %2"_s.arg(turn).arg(i);
        moment.span = {moment.span.start + 1s, moment.span.end + 1s};
    }
    return outcome;
}

struct Wanted
{
    int moments = 2000;
    int times = 1;
    /// Parts and beginnings of lines; everything when there are none.
    QStringList names = {};

    bool holdsLine(const QString &line) const
    {
        return std::ranges::any_of(names, [&](const QString &name) { return line.startsWith(name); });
    }
};

class WindowBench
{
public:
    WindowBench(WatchedApplication &application, const Wanted &wanted)
        : m_wanted(wanted)
        , m_gaps(application)
        , m_theme(application)
        , m_library(std::move(*Library::open(m_folder.path())))
        , m_window({.journal = m_library->journal(),
                    .clock = m_clock,
                    .theme = m_theme,
                    .remembersLayout = false,
                    .prepareReview = [folder = m_folder.path()](Work &work) {
                        if (const auto reader = Library::open(folder, Library::Access::ReadOnly))
                            prepareReview(work, (*reader)->journal());
                    }})
    {
        const Transcript transcript = TimelineSample(10h).transcript();
        Request request{.jobId = u"ten-hours"_s};
        request.transcript = transcript;
        request.options.chunkDuration = Milliseconds(36'000'000 / chunkCount + 24'000);
        request.options.chunkOverlap = 24s;
        m_request = m_folder.filePath(u"hours.payload.json"_s);
        m_result = m_folder.filePath(u"many.result.json"_s);
        const QByteArray bytes = writeRequest(request, JsonWriter::Layout::Compact);
        std::printf("%lld words, %lld sentences, %.1f MB\n", static_cast<long long>(transcript.words.size()),
                    static_cast<long long>(transcript.sentences.size()), double(bytes.size()) / 1e6);
        ServiceResult result{.jobId = u"many"_s};
        result.moments = moments(transcript, wanted.moments);
        result.totalChunks = chunkCount;
        result.metadata.model = u"gpt-5"_s;
        result.metadata.momentsBeforeDedup = result.metadata.momentsAfterDedup = wanted.moments;
        result.metadata.chunkDuration = request.options.chunkDuration.value_or(Milliseconds{});
        result.metadata.overlap = 24s;
        writeTo(m_request, bytes);
        writeTo(m_folder.filePath(u"many.payload.json"_s), bytes);
        writeTo(m_result, writeServiceResult(result, JsonWriter::Layout::Indented));
        m_window.resize(1600, 1000);
        m_window.show();
        settle();
        const Result<Work> work = loadWork(m_result);
        if (!work)
            std::puts(qPrintable(work.error().text().section(u'\n', 0, 0)));
    }

    void measureWanted()
    {
        const QList<std::pair<QString, void (WindowBench::*)()>> all{
            {u"opening"_s, &WindowBench::measureOpening},   {u"looking"_s, &WindowBench::measureLooking},
            {u"deciding"_s, &WindowBench::measureDeciding}, {u"typing"_s, &WindowBench::measureTyping},
            {u"panels"_s, &WindowBench::measurePanels},     {u"saving"_s, &WindowBench::measureSaving},
            {u"growth"_s, &WindowBench::measureGrowth},     {u"playing"_s, &WindowBench::measurePlaying},
            {u"memory"_s, &WindowBench::measureMemory}};
        std::printf("\n%-44s %8s %8s %8s %8s  %s\n", "longest of a turn of the loop, ms", "late", "least", "cpu",
                    "took", "dearest turn");
        const bool namesParts =
            std::ranges::any_of(all, [this](const auto &part) { return m_wanted.names.contains(part.first); });
        for (const auto &[name, part] : all) {
            m_isWholePart = m_wanted.names.isEmpty() || m_wanted.names.contains(name);
            if (namesParts && !m_isWholePart)
                continue;
            if (name != u"opening"_s && !m_window.document().isOpen()) {
                m_window.open(m_result);
                turnUntil([this] { return isOpened(); });
            }
            (this->*part)();
        }
    }

private:
    /// Until \a isOver and what it brought is drawn.
    template <typename IsOver>
    void turnUntil(IsOver isOver)
    {
        QElapsedTimer timer;
        timer.start();
        while (!isOver() && timer.elapsed() < 5'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    }
    void settle()
    {
        QElapsedTimer timer;
        timer.start();
        turnUntil([&] { return m_window.isSettled() && timer.elapsed() > 30; });
    }

    /// \a step (told how often it was taken) in a turn of its own, \a times times; each is over when \a isOver.
    template <typename Step, typename IsOver>
    void watch(const char *name, int times, Step step, IsOver isOver)
    {
        if (!isWanted(name))
            return;
        std::vector<double> late;
        std::vector<double> computed;
        std::vector<double> took;
        QByteArray dearest;
        for (int i = 0; i < times * m_wanted.times; ++i) {
            settle();
            m_gaps.begin();
            QElapsedTimer timer;
            timer.start();
            bool isTaken = false;
            QMetaObject::invokeMethod(
                &m_gaps,
                [&] {
                    step(i);
                    isTaken = true;
                },
                Qt::QueuedConnection);
            turnUntil([&] { return isTaken && isOver(); });
            took.push_back(double(timer.nsecsElapsed()) / 1e6);
            settle();
            late.push_back(m_gaps.longestMs());
            computed.push_back(m_gaps.busiestMs());
            if (computed.back() >= *std::ranges::max_element(computed))
                dearest = m_gaps.dearestTurn();
        }
        std::printf("%-44s %8.1f %8.1f %8.1f %8.1f  %s\n", name, median(late), *std::ranges::min_element(late),
                    median(computed), median(took), dearest.constData());
        std::fflush(stdout);
    }
    template <typename Step>
    void watch(const char *name, int times, Step step)
    {
        watch(name, times, step, [] { return true; });
    }

    bool isWanted(const char *line) const { return m_isWholePart || m_wanted.holdsLine(QString::fromLatin1(line)); }

    void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(widget, key, modifiers);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { press(&m_window, key, modifiers); }
    void trigger(Command command) { m_window.actions().of(command)->trigger(); }
    bool isOpened() { return m_window.document().isOpen() && m_window.isSettled(); }

    void measureOpening()
    {
        QObject::connect(&m_window.document(), &ReviewDocument::failed, &m_gaps,
                         [](const Error &error) { std::puts(qPrintable(error.text().section(u'\n', 0, 0))); });
        const auto open = [this](const char *name, const QString &path) {
            watch(
                name, 5, [&](int) { m_window.open(path); }, [this] { return isOpened(); });
            watch("  the other way round: close", 1, [this](int) { m_window.document().close(); });
        };
        open("open the request of ten hours", m_request);
        watch(
            "open it from the welcome page", 5,
            [this](int) {
                m_window.document().close();
                m_window.open(m_request);
            },
            [this] { return isOpened(); });
        open("open a result of 2 000 moments", m_result);
        m_window.open(m_result);
        turnUntil([this] { return isOpened(); });
        keepSteps();
        open("the same with a journal of 2 000 steps", m_result);
        m_window.open(m_result);
        turnUntil([this] { return isOpened(); });
    }

    void keepSteps()
    {
        QList<JournalEntry> steps;
        for (const ReviewedMoment &moment : m_window.document().review().moments()) {
            const Decision decision = allDecisions.at(std::size_t(steps.size() % 4));
            steps.append({.edits = {DecisionEdit{moment.id, decision, {}}}});
        }
        (void)m_library->journal().append(m_window.document().work().review, steps, 0);
    }

    void measureLooking()
    {
        auto *timeline = m_window.findChild<TimelineView *>();
        auto *transcript = m_window.findChild<TranscriptView *>();
        watch("seek somewhere", 25,
              [&](int i) { m_window.transport().seek(Milliseconds{i * 1'377'000LL % 36'000'000}); });
        watch("zoom in", 12, [this](int) { trigger(Command::ZoomIn); });
        watch("zoom out", 12, [this](int) { trigger(Command::ZoomOut); });
        watch("zoom to the moment, to everything", 6,
              [this](int i) { trigger(i % 2 == 0 ? Command::ZoomMoment : Command::ZoomAll); });
        watch("scroll the timeline", 15,
              [&](int i) { timeline->setAxis(timeline->axis().panned(i % 2 == 0 ? 200.0 : -150.0)); });
        QScrollBar *bar = transcript->verticalScrollBar();
        watch("scroll the transcript by a page", 25, [&](int) { bar->triggerAction(QScrollBar::SliderPageStepAdd); });
        watch("scroll the transcript anywhere", 25,
              [&](int i) { bar->setValue(int(qint64(bar->maximum()) * ((i * 37) % 100) / 100)); });
        watch("resize the window", 6, [this](int i) { m_window.resize(1600 - i % 2 * 200, 1000); });
    }

    void measureDeciding()
    {
        watch("next moment", 25, [this](int) { press(Qt::Key_Down); });
        watch("keep and go on", 25, [this](int) { trigger(Command::Keep); });
        watch("reject and go on", 25, [this](int) { trigger(Command::Reject); });
        watch("star", 15, [this](int) { trigger(Command::Star); });
        watch("an edge by a word", 15, [this](int) { trigger(Command::EdgeWordLater); });
        watch("undo", 25, [this](int) { trigger(Command::Undo); });
        watch("redo", 15, [this](int) { trigger(Command::Redo); });
    }

    void measureTyping()
    {
        m_window.showPanel(u"posts"_s);
        settle();
        QPlainTextEdit *post = nullptr;
        for (auto *edit : m_window.findChildren<QPlainTextEdit *>()) {
            if (edit->isVisible() && !edit->isReadOnly() && !post)
                post = edit;
        }
        if (post) {
            post->setFocus();
            watch("type a letter of a post", 25, [&](int i) { press(post, i % 6 == 5 ? Qt::Key_Space : Qt::Key_E); });
        }
        for (auto *field : m_window.findChildren<QLineEdit *>()) {
            if (field->isVisible() && field->accessibleName() == u"Search moments"_s)
                typeIn("search the moments, a letter", field);
        }
        trigger(Command::FindInTranscript);
        settle();
        if (auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
            typeIn("search the transcript, a letter", field);
        press(Qt::Key_Escape);
    }

    void typeIn(const char *name, QLineEdit *field)
    {
        const QString text = u"because we asked"_s;
        watch(name, int(text.size()), [&](int i) { QTest::keyClick(field, text.at(i % text.size()).toLatin1()); });
        watch("  and nothing is searched any more", 1, [&](int) { field->clear(); });
    }

    void measurePanels()
    {
        for (const char *name : {"words", "cost", "why", "scores", "posts", "history", "compare", "timeline"}) {
            const QByteArray label = QByteArray("show ") + name;
            watch(label.constData(), 1, [&](int) { m_window.showPanel(QString::fromLatin1(name)); });
        }
        watch("show why again", 5, [&](int i) { m_window.showPanel(i % 2 == 0 ? u"why"_s : u"posts"_s); });
        watch("change between dark and light", 4,
              [this](int i) { m_theme.setChoice(i % 2 == 0 ? ThemeChoice::Light : ThemeChoice::Dark); });
    }

    void measureMemory()
    {
        if (!isWanted("memory with all that is open"))
            return;
        // The numbers before come first.
        std::fflush(stdout);
        QProcess::execute(QCoreApplication::applicationFilePath(), {u"--memory"_s, m_result});
    }

    void measureSaving()
    {
        auto *files = m_window.findChild<FileCommands *>();
        bool isSaved = false;
        QObject::connect(files, &FileCommands::saved, files, [&] { isSaved = true; });
        const QString path = m_folder.filePath(u"saved.result.json"_s);
        watch(
            "save the result of 2 000 moments", 7,
            [&](int) {
                isSaved = false;
                files->write(path, HandOver::All);
            },
            [&] { return isSaved; });
    }

    void measureGrowth()
    {
        const Work before = m_window.document().work();
        Work work = before;
        work.isLive = true;
        work.outcome = {};
        work.review = {u"run-bench"_s};
        watch("begin a live run over what is open", 1, [&](int) { m_window.document().open(work); });
        Work underWay = work;
        underWay.outcome = before.outcome;
        underWay.prepared = std::make_shared<PreparedReview>(preparedReview(before.outcome.result, {}));
        watch("open a run that goes on with all its moments", 1, [&](int) { m_window.document().open(underWay); });
        std::vector<AnalysisOutcome> brought;
        for (int i = 0; i < 15; ++i)
            brought.push_back(later(before.outcome, i));
        const auto bring = [&](int i) {
            m_window.document().grow(brought[std::size_t(i) % brought.size()], Growth::GoingOn);
        };
        auto *binder = m_window.findChild<TimelineBinder *>();
        const QList<TimelineChunk> chunks = TimelineSample(10h).chunks(chunkCount);
        watch("90 chunks of a run", 5, [&](int) { binder->setChunkStates(chunks); });
        watch("a chunk goes on", 15, [&](int i) { binder->setChunkState(chunks.at(i % chunks.size())); });
        watch("the run brings 20 more", 15, bring);
        m_window.showPanel(u"why"_s);
        watch("the same, with the funnel in sight", 9, bring);
        m_window.document().apply({StarEdit{m_window.document().currentMoment(), true}});
        watch("keep while it goes on", 15, [this](int) { trigger(Command::Keep); });
    }

    void measurePlaying()
    {
        if (!isWanted("play for 4 s"))
            return;
        m_gaps.begin();
        m_window.transport().play();
        QElapsedTimer timer;
        timer.start();
        turnUntil([&] { return timer.elapsed() > 4000; });
        std::printf("%-44s %8.1f %8s %8.1f %8.1f  %s\n", "play for 4 s", m_gaps.longestMs(), "", m_gaps.busiestMs(),
                    double(timer.elapsed()), m_gaps.dearestTurn().constData());
        m_window.transport().pause();
    }

    Wanted m_wanted;
    bool m_isWholePart = true;
    Gaps m_gaps;
    QTemporaryDir m_folder;
    Theme m_theme;
    SystemClock m_clock;
    std::unique_ptr<Library> m_library;
    MainWindow m_window;
    QString m_request;
    QString m_result;
};

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    WatchedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"moments"_s, {}, u"count"_s, u"2000"_s}, {u"times"_s, {}, u"count"_s, u"1"_s}});
    parser.addOption({u"memory"_s, {}, u"file"_s});
    parser.process(application);
    if (parser.isSet(u"memory"_s))
        return measureMemory(application, parser.value(u"memory"_s));
    const Wanted wanted{.moments = parser.value(u"moments"_s).toInt(),
                        .times = parser.value(u"times"_s).toInt(),
                        .names = parser.positionalArguments()};
    WindowBench bench(application, wanted);
    bench.measureWanted();
    return 0;
}
