// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "tests/support/settingsbench.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/jobs/jobspanel.h"
#include "ui/jobs/runbar.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinecontent.h"

class QDialog;
class QPushButton;
class QTableView;

namespace ViralTest {

/// A window at a desk over a library of its own and a server of this machine, as the program has it. Transcripts of
/// windowPayload() are cut into chunks of 60 s; the desk has two requests at once.
class WindowBench
{
public:
    explicit WindowBench(LoopbackServer::Responder responder, Viral::RunKind engine = Viral::RunKind::OpenAi,
                         Viral::Budgets budgets = {});
    ~WindowBench();

    Viral::MainWindow &window() { return *m_windows.front(); }
    /// Another window at the same desk.
    Viral::MainWindow &openWindow();
    Viral::RunDesk &desk() { return m_bench.desk(); }
    LoopbackServer &server() { return m_bench.server(); }
    const QTemporaryDir &folder() const { return m_folder; }

    /// Windows and desk made anew over the same library, as after a start of the program.
    void restart(std::function<void(Viral::DeskSetup &)> change = {});

    /// A payload of \a chunks chunks in a file of its own.
    QString payload(int chunks, const QString &name = QStringLiteral("interview")) const;
    /// Opens \a path in \a window and waits until it is there.
    static bool open(Viral::MainWindow &window, const QString &path);
    bool open(const QString &path) { return open(window(), path); }
    /// The command of this id; false when it is not there or cannot be used now.
    static bool trigger(Viral::MainWindow &window, const char *id);
    bool trigger(const char *id) { return trigger(window(), id); }
    /// Ctrl+R, then the run of the window; null when none has begun.
    Viral::LiveRun *start(Viral::MainWindow &window);
    Viral::LiveRun *start() { return start(window()); }

    static Viral::RunBar &bar(Viral::MainWindow &window) { return *window.findChild<Viral::RunBar *>(); }
    Viral::RunBar &bar() { return bar(window()); }
    /// The run that the strip shows.
    Viral::LiveRun *watched() { return bar().run(); }
    Viral::JobsPanel &jobs() { return *window().findChild<Viral::JobsPanel *>(); }
    QTableView &list();
    /// The list of runs, shown and with the keys.
    bool showJobs(int rows);
    const QList<Viral::TimelineChunk> &chunks();
    /// Everything that the strip says, label by label.
    QString strip();
    /// Everything that was told in the window, oldest first.
    QStringList messages();
    static QPushButton *button(const QWidget &place, const QString &text);

private:
    /// The keys go to \a window from now on.
    static void activate(Viral::MainWindow &window);
    void close();
    void makeWindow();

    QTemporaryDir m_folder;
    DeskBench m_bench;
    Viral::RunKind m_engine;
    Viral::SystemClock m_clock;
    Viral::Theme m_theme;
    SettingsBench m_settings;
    std::unique_ptr<Viral::Library> m_library;
    std::vector<std::unique_ptr<Viral::MainWindow>> m_windows;
};

/// Does \a answer to the next modal dialog as soon as it is there.
void whenAsked(QObject *context, std::function<void(QDialog &)> answer);

} // namespace ViralTest
