// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/runstore.h"
#include "ui/commands/actions.h"
#include "ui/document/reviewdocument.h"
#include "ui/player/transport.h"
#include "ui/shell/laterturns.h"
#include "ui/shell/workopener.h"
#include "ui/style/timedisplay.h"

#include <QMainWindow>

class QLabel;
class QSettings;
class QStackedWidget;
class QTabWidget;
class QToolBar;

namespace Viral {

class Connections;
class CostPanel;
class FileCommands;
class FindBar;
class FunnelPanel;
class JobDesk;
class KeyMapStore;
class MediaMemory;
class MessageDesk;
class MomentCommands;
class MomentsPanel;
class PlayerView;
class RunDesk;
class RangeBinder;
class ReviewDesk;
class Theme;
class TimelineBinder;
class TimelineView;
class TranscriptAdder;
class TranscriptBinder;
class TranscriptView;
class WelcomePage;
class WindowDocks;

/// What the window needs from outside; everything outlives it.
struct Surroundings
{
    ReviewJournal &journal;
    Clock &clock;
    Theme &theme;
    /// The keys of all windows; null keeps those of the table.
    KeyMapStore *keys = nullptr;
    /// Where runs are started and kept; null, or without settings: nothing can be started.
    RunDesk *desk = nullptr;
    /// What "Find moments" uses at first; nothing: as chosen in the settings.
    std::optional<RunKind> engine = {};
    /// The services of the settings and their tests, and the file of the editor's own rates; null without settings.
    Connections *connections = nullptr;
    QString pricesPath = {};
    /// Where the log is kept; empty where none is.
    QString logFolder = {};
    /// The sample interview; empty when it is not installed.
    QString samplePath = {};
    /// False when decisions live only as long as the window: closing asks first.
    bool decisionsAreKept = true;
    /// Sizes and docks are read from and written to the settings.
    bool remembersLayout = true;
    /// Of the window, whatever is remembered; invalid for that, or for the usual one.
    QSize size = {};
    /// Opens a further window; empty where there is only one.
    std::function<void()> openWindow = {};
    /// Replays the journal of a work that was read, on the thread that read it; null leaves that to the window.
    std::function<void(Work &work)> prepareReview = {};
    /// Files opened lately, newest first, and where to note a new one.
    std::function<QStringList()> recentFiles = [] { return QStringList(); };
    std::function<void(const QString &path, const QString &title)> noteOpened = [](const QString &, const QString &) {};
};

/// The review window: puts the panels around one document and hands the commands to those who carry them out.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Surroundings surroundings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void open(const QString &path);
    /// Files given together: the transcript, payload or result is opened, a media file becomes its picture and sound. A
    /// media file alone belongs to what is open, else the transcript beside it is opened.
    void openAll(const QStringList &paths);
    ReviewDocument &document() { return m_document; }
    PlayerTransport &transport() { return m_transport; }
    TimeDisplay &timeDisplay() { return m_timeDisplay; }
    Actions &actions() { return *m_actions; }
    /// Nothing is being read any more: everything asked for is shown.
    bool isSettled() const;
    /// Brings a panel to the front: "scores", "posts", "words", "cost", "why", "moments", "timeline", "transcript".
    bool showPanel(const QString &name);
    /// A line for the editor: shown below and kept in the list of messages.
    void tell(const QString &text);
    void warn(const QString &text);
    void tellError(const Error &error);

protected:
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildCentre();
    void buildDocks();
    void buildToolBar();
    void buildStatusBar();
    void buildAnnouncer();
    void connectDocument();
    void buildJobs();
    void wireFile();
    void wireReports();
    void wireSettings();
    void follow(const DocumentChange &change);
    void showWork();
    /// After the list, the timeline and the transcript: all at once would hold up the keys.
    void paintInspectorLater();
    void showFacts();
    void connectPlayer();
    void updateHistory();

    Surroundings m_surroundings;
    ReviewDocument m_document;
    PlayerTransport m_transport;
    TimeDisplay m_timeDisplay;
    WorkOpener m_opener;
    LaterTurns m_turns;
    Actions *m_actions;
    MessageDesk *m_messages = nullptr;
    FileCommands *m_files;
    TranscriptAdder *m_transcripts = nullptr;
    MomentCommands *m_moments = nullptr;
    RangeBinder *m_ranges = nullptr;
    ReviewDesk *m_review = nullptr;
    WindowDocks *m_docks = nullptr;
    QStackedWidget *m_pages = nullptr;
    WelcomePage *m_welcome = nullptr;
    PlayerView *m_player = nullptr;
    TranscriptView *m_transcript = nullptr;
    TranscriptBinder *m_text = nullptr;
    FindBar *m_findBar = nullptr;
    TimelineView *m_timeline = nullptr;
    TimelineBinder *m_timelineBinder = nullptr;
    MomentsPanel *m_list = nullptr;
    FunnelPanel *m_funnel = nullptr;
    CostPanel *m_cost = nullptr;
    QTabWidget *m_inspector = nullptr;
    QLabel *m_facts = nullptr;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MediaMemory> m_memory;
    QToolBar *m_tools = nullptr;
    JobDesk *m_jobs = nullptr;
    bool m_wasPainted = false;
};

} // namespace Viral
