// SPDX-License-Identifier: GPL-3.0-or-later
// reviewdriver FOLDER REVIEW SEED [RUNS]: the window over a library, edited by keys without end: prints each state
// after it was shown, for a test that kills it. With RUNS a desk beside it runs that many analyses meanwhile, prints
// "ran", and for each line it is given reads the list of all runs and prints it as "list ID,ID,…".
#include "core/library/library.h"
#include "tests/flow_desktop/shownstate.h"
#include "tests/support/samplework.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/commands/shortcutguard.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

/// One act of an editor with restless hands.
class Hands
{
public:
    Hands(MainWindow &window, quint32 seed)
        : m_window(window)
        , m_random(seed)
    {}

    void act()
    {
        // Where no window manager does it, the keys go back to the window when a popup is closed.
        if (QApplication::activeWindow() != &m_window) {
            m_window.activateWindow();
            return;
        }
        static const QList<QKeyCombination> keys{Qt::Key_A,
                                                 Qt::Key_X,
                                                 Qt::Key_H,
                                                 Qt::Key_U,
                                                 Qt::Key_S,
                                                 Qt::Key_Comma,
                                                 Qt::Key_Period,
                                                 Qt::Key_Down,
                                                 Qt::Key_Up,
                                                 Qt::CTRL | Qt::Key_Z,
                                                 Qt::CTRL | Qt::SHIFT | Qt::Key_Z};
        switch (m_random.bounded(8)) {
        case 0:
            writeNote();
            return;
        case 1:
            rejectWithReason();
            return;
        default:
            const QKeyCombination key = keys.at(m_random.bounded(keys.size()));
            QTest::keyClick(&m_window, key.key(), key.keyboardModifiers());
        }
    }

private:
    void writeNote()
    {
        QTest::keyClick(&m_window, Qt::Key_N, Qt::ShiftModifier);
        if (QWidget *popup = QApplication::activePopupWidget()) {
            QTest::keyClicks(popup->focusWidget(), QString::number(m_random.generate()));
            QTest::keyClick(popup->focusWidget(), Qt::Key_Return);
        }
    }

    void rejectWithReason()
    {
        QTest::keyClick(&m_window, Qt::Key_X, Qt::ShiftModifier);
        if (QWidget *popup = QApplication::activePopupWidget())
            QTest::keyClick(popup->focusWidget(), static_cast<Qt::Key>(Qt::Key_1 + m_random.bounded(7)));
    }

    MainWindow &m_window;
    QRandomGenerator m_random;
};

/// The desk of the program, as busy as its editor.
class Desk
{
public:
    Desk(const QString &folder, const QString &name, int runs)
        : m_name(name)
        , m_left(runs)
        , m_desk(DeskSetup{.libraryFolder = folder})
        , m_input(0, QSocketNotifier::Read)
    {
        QObject::connect(&m_desk, &RunDesk::failed, &m_desk,
                         [](const Error &error) { std::fprintf(stderr, "failed: %s\n", qPrintable(error.text())); });
        QTimer::singleShot(0, &m_desk, [this] { startNext(); });
        QObject::connect(&m_desk, &RunDesk::runFinished, &m_desk, [this] { startNext(); });
        QObject::connect(&m_desk, &RunDesk::runsChanged, &m_desk, [this] { list(); });
        QObject::connect(&m_input, &QSocketNotifier::activated, &m_desk, [this] {
            m_input.setEnabled(false);
            m_wantsList = true;
            m_desk.refresh();
        });
    }

private:
    void startNext()
    {
        if (m_left-- > 0) {
            // Large enough to be kept in parts.
            RunPlan plan{.engine = RunKind::Offline, .request = ViralTest::chunkedRequest(300)};
            plan.request.jobId = u"%1-%2"_s.arg(m_name).arg(m_left);
            (void)m_desk.start(plan);
            return;
        }
        std::printf("ran\n");
        std::fflush(stdout);
    }

    void list()
    {
        if (!std::exchange(m_wantsList, false))
            return;
        QStringList ids;
        for (const RunRecord &run : m_desk.runs())
            ids.append(run.id.value);
        std::printf("list %s\n", qPrintable(ids.join(u',')));
        std::fflush(stdout);
    }

    QString m_name;
    int m_left;
    RunDesk m_desk;
    QSocketNotifier m_input;
    bool m_wantsList = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 4 || arguments.size() > 5)
        return 2;
    const Result<std::unique_ptr<Library>> library = Library::open(arguments.at(1));
    if (!library) {
        std::fprintf(stderr, "%s\n", qPrintable(library.error().text()));
        return 1;
    }
    SystemClock clock;
    Theme theme(application);
    MainWindow window(
        Surroundings{.journal = (*library)->journal(), .clock = clock, .theme = theme, .remembersLayout = false});
    ShortcutGuard guard;
    application.installEventFilter(&guard);
    window.show();
    if (!QTest::qWaitForWindowActive(&window))
        return 1;
    Work work = ViralTest::evenWork(12);
    work.review = {arguments.at(2)};
    ReviewDocument &document = window.document();
    const auto print = [&document] {
        std::printf("%s\n", ViralTest::shownState(document.history()).constData());
        std::fflush(stdout);
    };
    QObject::connect(&document, &ReviewDocument::historyChanged, &window, print);
    QObject::connect(&document, &ReviewDocument::failed, &window,
                     [](const Error &error) { std::fprintf(stderr, "failed: %s\n", qPrintable(error.text())); });
    document.open(std::move(work));
    std::unique_ptr<Desk> desk;
    if (arguments.size() == 5) {
        if (!(*library)->leaveLogToOthers())
            return 1;
        desk = std::make_unique<Desk>(arguments.at(1), arguments.at(2), arguments.at(4).toInt());
    }
    Hands hands(window, arguments.at(3).toUInt());
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &window, [&hands] { hands.act(); });
    // Who has a desk leaves it some of the disk.
    timer.start(desk ? 10 : 0);
    return QApplication::exec();
}
