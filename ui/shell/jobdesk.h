// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/rundesk.h"

#include <QObject>
#include <QPointer>

class QDockWidget;
class QMainWindow;
class QToolBar;
class QToolButton;

namespace Viral {

class Actions;
class JobCommands;
class JobsPanel;
class LiveWorkBinder;
class ReviewDocument;
class RunBar;
class RunButton;
class RunCommands;
class SettingsSource;
class TimelineBinder;
class WindowDocks;

/// Everything about runs in one window: the button and the quote in its tool bar, the strip of the run that goes on,
/// the list of all runs, and what their commands do.
class JobDesk final : public QObject
{
    Q_OBJECT

public:
    /// The window that the desk stands in; everything outlives it.
    struct Place
    {
        QMainWindow &window;
        ReviewDocument &document;
        const Actions &actions;
        WindowDocks &docks;
        TimelineBinder &timeline;
        /// The button and the quote stand at its end.
        QToolBar &tools;
        Clock &clock;
        RunDesk &desk;
        SettingsSource &settings;
        /// Who does the work at first; nothing: as the settings say.
        std::optional<RunKind> engine = {};
        /// What the editor has selected on the timeline or in the transcript.
        std::function<std::optional<TimeSpan>()> selection;
        /// The widths of the list are read from and written to the settings.
        bool remembersLayout = false;
    };
    explicit JobDesk(const Place &place);

    /// What is done with a run's work before it is opened, on another thread.
    void setPreparation(std::function<void(Work &)> prepare);

    /// A work is being read from the library.
    bool isBusy() const;

Q_SIGNALS:
    void message(const QString &text);
    void failed(const Viral::Error &error);
    /// As LiveWorkBinder tells it.
    void quoteChecked(const std::optional<Viral::ForecastCheck> &check);
    /// The second is to be compared with the first, which is open now.
    void compareReady(const QString &name, const std::shared_ptr<const Viral::AnalysisOutcome> &other);

private:
    void buildTools(QToolBar &tools);
    void buildBar();
    void buildList();
    void connectDesk();
    void showList();
    void leaveList();
    void rememberColumns();
    void compare(const std::shared_ptr<Work> &ours, const std::shared_ptr<Work> &theirs);

    Place m_place;
    RunButton *m_button = nullptr;
    QToolButton *m_quote = nullptr;
    RunBar *m_bar = nullptr;
    QToolBar *m_strip = nullptr;
    JobsPanel *m_panel = nullptr;
    QDockWidget *m_dock = nullptr;
    /// Where the keys were before the list had them.
    QPointer<QWidget> m_before;
    LiveWorkBinder *m_live = nullptr;
    RunCommands *m_runs = nullptr;
    JobCommands *m_jobs = nullptr;
};

} // namespace Viral
