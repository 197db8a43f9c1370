// SPDX-License-Identifier: GPL-3.0-or-later
// How long the whole window holds up its event loop with a ten-hour interview: opening, seeking, zooming, typing,
// deciding, saving, growing. Two numbers for each: by how much the loop was late, which on a loaded computer counts
// what others did, and what its thread computed between two turns. Not a test.
//
//     bench_window [--moments 2000] [--times 1] [part or line …]
//
// measures everything, or the parts ("deciding") and lines ("star") named, each --times as often.
#include "core/library/library.h"
#include "tests/bench/bigwork.h"
#include "tests/bench/turntable.h"
#include "tests/bench/windowmemory.h"
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
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

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
        const BigWork big = writeBigWork(m_folder.path(), wanted.moments);
        m_request = big.request;
        m_result = big.result;
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
        printTurnTitle();
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
        TurnFigures figures;
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
            figures.took.push_back(double(timer.nsecsElapsed()) / 1e6);
            settle();
            figures.note(m_gaps);
        }
        printTurns(name, figures);
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
        const QList<TimelineChunk> chunks = TimelineSample(10h).chunks(bigWorkChunks);
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
