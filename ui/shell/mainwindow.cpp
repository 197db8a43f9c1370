// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/base/log.h"
#include "ui/panels/copypanel.h"
#include "ui/panels/costpanel.h"
#include "ui/panels/funnelpanel.h"
#include "ui/panels/momentspanel.h"
#include "ui/panels/scorespanel.h"
#include "ui/panels/wordspanel.h"
#include "ui/player/playerview.h"
#include "ui/shell/accessibleparts.h"
#include "ui/shell/announcer.h"
#include "ui/shell/costdesk.h"
#include "ui/shell/dropoverlay.h"
#include "ui/shell/filecommands.h"
#include "ui/shell/findbar.h"
#include "ui/shell/handovercommands.h"
#include "ui/shell/inspectordesk.h"
#include "ui/shell/jobdesk.h"
#include "ui/shell/jogkeys.h"
#include "ui/shell/leaving.h"
#include "ui/shell/mediamemory.h"
#include "ui/shell/messagedesk.h"
#include "ui/shell/momentcommands.h"
#include "ui/shell/playcommands.h"
#include "ui/shell/playerbinder.h"
#include "ui/shell/rangebinder.h"
#include "ui/shell/reportcommands.h"
#include "ui/shell/reviewdesk.h"
#include "ui/shell/runnotifier.h"
#include "ui/shell/settingscommands.h"
#include "ui/shell/timelinebinder.h"
#include "ui/shell/timelinecommands.h"
#include "ui/shell/timewriting.h"
#include "ui/shell/transcriptadder.h"
#include "ui/shell/transcriptbinder.h"
#include "ui/shell/viewcommands.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/windowdocks.h"
#include "ui/shell/windowlayout.h"
#include "ui/style/metrics.h"
#include "ui/timeline/timelineview.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The keys stop at what is inside, which scrolls into sight.
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

MainWindow::MainWindow(Surroundings surroundings, QWidget *parent)
    : QMainWindow(parent)
    , m_surroundings(std::move(surroundings))
    , m_document(m_surroundings.journal, m_surroundings.clock)
    , m_actions(new Actions(this))
    , m_files(new FileCommands(m_document, this))
{
    installAccessibleParts();
    setAcceptDrops(true);
    new DropOverlay(*this);
    m_actions->fillMenus(menuBar());
    m_actions->menu(MenuName::View)->addSeparator();
    m_docks = new WindowDocks(*this, *m_actions->menu(MenuName::View));
    buildCentre();
    buildDocks();
    m_moments = new MomentCommands(m_document, m_transport, *m_list, this);
    buildToolBar();
    buildStatusBar();
    connectDocument();
    buildAnnouncer();
    buildJobs();
    wireFile();
    wireReports();
    wireSettings();
    m_moments->connectActions(*m_actions);
    m_actions->on(Command::NewMoment, this,
                  [this] { m_moments->addMoment(m_ranges->takeSelection().value_or(TimeSpan{})); });
    new PlayCommands(m_transport, *m_moments, *m_actions, this);
    connectPlayer();
    new HandOverCommands({*this, m_document, *m_messages, *m_actions, m_settings.get()});
    new ViewCommands({*this, *m_timeline, *m_findBar, m_surroundings.theme, m_surroundings.keys}, *m_actions, this);
    m_review = new ReviewDesk({*this, m_document, m_transport, *m_moments, *m_list, *m_files, *m_docks, *m_actions});
    connect(m_review, &ReviewDesk::message, this, &MainWindow::tell);
    connect(m_review, &ReviewDesk::failed, this, &MainWindow::tellError);
    auto *inspector = new InspectorDesk({*this, m_document, m_transport, *m_list, *m_funnel, *m_docks, *m_actions});
    connect(inspector, &InspectorDesk::message, this, &MainWindow::tell);
    auto *cost = new CostDesk({*this, *m_cost, m_transport, *m_actions, m_surroundings.desk, m_jobs});
    connect(cost, &CostDesk::message, this, &MainWindow::tell);
    connect(cost, &CostDesk::failed, this, &MainWindow::tellError);
    writeTimesAs(m_timeDisplay, *this);
    restoreLayout(*this, m_surroundings.remembersLayout, m_surroundings.size);
    showWork();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectPlayer()
{
    if (m_surroundings.remembersLayout) {
        m_settings = std::make_unique<QSettings>();
        m_memory = std::make_unique<MediaMemory>(*m_settings);
        rememberTimes(m_timeDisplay, *m_settings);
        m_transcripts->rememberIn(*m_settings);
    }
    auto *player =
        new PlayerBinder({m_document, m_transport, m_timeDisplay, *m_player, *m_moments, m_memory.get()}, this);
    connect(player, &PlayerBinder::failed, this, &MainWindow::tellError);
    connect(player, &PlayerBinder::mediaWanted, m_actions->of(Command::ChooseMedia), &QAction::trigger);
    m_actions->on(Command::GoToTime, this, [this] { m_player->beginTimeEntry(); });
    m_actions->on(Command::NextTimeStyle, this, [this] { m_timeDisplay.chooseNextStyle(); });
    new JogKeys(*this, m_transport, *m_actions, this);
    m_transcript->setTimeDisplay(m_timeDisplay);
    m_timeline->setTimeDisplay(m_timeDisplay);
    new TimelineCommands({*m_timeline, *m_transcript, m_settings.get()}, *m_actions, this);
}

void MainWindow::buildCentre()
{
    m_player = new PlayerView(m_transport, m_timeDisplay);
    m_player->setActions({m_actions->of(Command::FrameBack), m_actions->of(Command::PlayPause),
                          m_actions->of(Command::FrameForward), nullptr, m_actions->of(Command::PlayMoment),
                          m_actions->of(Command::Loop), nullptr, m_actions->of(Command::Keep),
                          m_actions->of(Command::Hold), m_actions->of(Command::Reject)});
    m_transcript = new TranscriptView;
    m_transcript->setFrameShape(QFrame::NoFrame);
    m_findBar = new FindBar(*m_transcript);
    auto *text = new QWidget;
    auto *textLayout = new QVBoxLayout(text);
    textLayout->setContentsMargins({});
    textLayout->setSpacing(0);
    textLayout->addWidget(m_findBar);
    textLayout->addWidget(m_transcript, 1);
    auto *centre = new QSplitter(Qt::Vertical);
    centre->addWidget(m_player);
    centre->addWidget(text);
    centre->setStretchFactor(0, 2);
    centre->setStretchFactor(1, 3);
    centre->setChildrenCollapsible(false);

    m_welcome = new WelcomePage(m_surroundings.connections);
    m_welcome->setSampleAvailable(!m_surroundings.samplePath.isEmpty());
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(centre);
    setCentralWidget(m_pages);
    m_docks->name(u"transcript"_s, m_transcript);
}

void MainWindow::buildDocks()
{
    m_list = new MomentsPanel(m_document);
    m_funnel = new FunnelPanel(m_document);
    m_timeline = new TimelineView;
    m_inspector = new QTabWidget;
    m_inspector->setDocumentMode(true);
    // All pages are seen at once: the inspector is never narrower than their titles.
    m_inspector->setUsesScrollButtons(false);
    const auto addTab = [this](const QString &id, const QString &title, QWidget *panel) {
        m_inspector->addTab(panel, title);
        m_docks->name(id, panel);
    };
    addTab(u"scores"_s, tr("Scores"), scrolled(new ScoresPanel(m_document)));
    addTab(u"posts"_s, tr("Posts"), scrolled(new CopyPanel(m_document)));
    addTab(u"words"_s, tr("Words"), scrolled(new WordsPanel(m_document)));
    addTab(u"cost"_s, tr("Cost"), scrolled(m_cost = new CostPanel(m_document)));
    addTab(u"why"_s, tr("Why"), scrolled(m_funnel));

    // The timeline runs below everything, over the whole width.
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    // Places of docks are those on the screen; the list comes first in reading order.
    const auto [first, last] = isRightToLeft() ? std::pair(Qt::RightDockWidgetArea, Qt::LeftDockWidgetArea)
                                               : std::pair(Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea);
    m_docks->add(first, u"dock.moments"_s, tr("Moments"), m_list);
    m_docks->add(last, u"dock.inspector"_s, tr("Inspector"), m_inspector);
    m_docks->add(Qt::BottomDockWidgetArea, u"dock.timeline"_s, tr("Timeline"), m_timeline);
    m_docks->name(u"moments"_s, m_list);
    m_docks->name(u"timeline"_s, m_timeline);
}

void MainWindow::buildToolBar()
{
    QToolBar *bar = m_tools = addToolBar(tr("Tools"));
    bar->setObjectName(u"toolbar"_s);
    bar->setMovable(false);
    bar->setIconSize({smallIcon, smallIcon});
    const QList<std::optional<Command>> order{
        Command::Open, Command::Save,    Command::ExportKept, std::nullopt,        Command::Undo,   Command::Redo,
        std::nullopt,  Command::ZoomOut, Command::ZoomIn,     Command::ZoomMoment, Command::ZoomAll};
    for (const auto &command : order) {
        if (command && !m_actions->of(*command)->icon().isNull())
            bar->addAction(m_actions->of(*command));
        else if (!command)
            bar->addSeparator();
    }
    auto *gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
}

void MainWindow::buildJobs()
{
    if (!m_surroundings.desk || !m_surroundings.connections) {
        for (const CommandEntry &entry : commandTable()) {
            if (entry.menu == MenuName::Run)
                m_actions->of(entry.command)->setVisible(false);
        }
        return;
    }
    m_jobs = new JobDesk({*this, m_document, *m_actions, *m_docks, *m_timelineBinder, *m_tools, m_surroundings.clock,
                          *m_surroundings.desk, m_surroundings.connections->settings(), m_surroundings.engine,
                          [this] { return m_ranges->selection(); }, m_surroundings.remembersLayout});
    m_jobs->setPreparation(m_surroundings.prepareReview);
    m_messages->follow(*m_surroundings.desk);
    connect(m_jobs, &JobDesk::message, this, &MainWindow::tell);
    connect(m_jobs, &JobDesk::failed, this, &MainWindow::tellError);
    connect(m_jobs, &JobDesk::compareReady, this,
            [this](const QString &name, const std::shared_ptr<const AnalysisOutcome> &other) {
                m_review->compareWith(name, other);
            });
}

void MainWindow::buildStatusBar()
{
    // Below, where no button has to give way to them; a message covers them for a while.
    m_facts = new QLabel;
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setFont(tabular(sized(font(), TextSize::Small)));
    m_facts->setContentsMargins(normalGap, 0, normalGap, 0);
    statusBar()->addWidget(m_facts);
    m_messages = new MessageDesk({*this, m_document, m_transport, *m_actions, *m_docks, m_surroundings.clock});
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::buildAnnouncer()
{
    auto *announcer = new Announcer(
        *this, m_document, [this](const MomentId &id) { return m_list->isVisible() && m_list->shows(id); });
    connect(m_findBar, &FindBar::counted, announcer, &Announcer::say);
    const MessageModel &messages = m_messages->messages();
    const auto sayLast = [announcer, &messages] {
        announcer->say(messages.messages().isEmpty() ? QString() : messages.messages().constLast().text);
    };
    connect(&messages, &QAbstractItemModel::rowsInserted, announcer, sayLast);
    connect(&messages, &QAbstractItemModel::dataChanged, announcer, sayLast);
    if (!m_surroundings.desk)
        return;
    connect(m_surroundings.desk, &RunDesk::runFinished, announcer, [this, announcer](const RunId &id) {
        const LiveRun *run = m_surroundings.desk->live(id);
        // One that failed is among the messages.
        if (run && run->ending() && run->ending()->state != RunState::Failed)
            announcer->say(endingInWords(*run));
    });
}

void MainWindow::connectDocument()
{
    connect(&m_document, &ReviewDocument::historyChanged, this, &MainWindow::updateHistory);
    connect(&m_document, &ReviewDocument::failed, this, &MainWindow::tellError);
    connect(m_files, &FileCommands::failed, this, &MainWindow::tellError);
    connect(m_files, &FileCommands::saved, this, [this](const QString &path) { tell(tr("Saved to %1").arg(path)); });
    connect(m_files, &FileCommands::warned, this, &MainWindow::tell);
    connect(m_moments, &MomentCommands::message, this, &MainWindow::tell);
    connect(m_funnel, &FunnelPanel::message, this, &MainWindow::tell);
    connect(m_funnel, &FunnelPanel::placeRequested, &m_transport, &PlayerTransport::seek);
    connect(m_list, &MomentsPanel::activated, m_moments, &MomentCommands::playCurrent);
    connect(&m_transport, &PlayerTransport::playingChanged, this, [this](bool playing) {
        m_actions->of(Command::PlayPause)->setIcon(icon(playing ? Icon::Pause : Icon::Play));
    });
    connect(&m_opener, &WorkOpener::started, this, [this](const QString &path) { tell(tr("Reading %1…").arg(path)); });
    m_opener.setPreparation(m_surroundings.prepareReview);
    connect(&m_opener, &WorkOpener::opened, this, [this](const std::shared_ptr<Work> &work) {
        m_surroundings.noteOpened(work->path, work->title());
        m_document.open(std::move(*work));
    });
    connect(&m_opener, &WorkOpener::failed, this, &MainWindow::tellError);

    TimelineBinder *binder = m_timelineBinder = new TimelineBinder(m_document, m_transport, *m_timeline, this);
    binder->showIn(m_turns);
    connect(binder, &TimelineBinder::edgeMoved, m_moments, &MomentCommands::moveEdge);
    connect(binder, &TimelineBinder::message, this, &MainWindow::tell);
    connect(binder, &TimelineBinder::playRequested, m_moments, &MomentCommands::playCurrent);
    connect(binder, &TimelineBinder::droppedChosen, this, [this](int number) {
        showPanel(u"why"_s);
        m_funnel->select(number);
    });
    m_text = new TranscriptBinder(m_document, m_transport, *m_transcript, this);
    m_text->showIn(m_turns);
    connect(m_text, &TranscriptBinder::edgeMoved, m_moments, &MomentCommands::moveEdge);
    m_ranges = new RangeBinder({m_document, *m_timeline, *m_transcript, *m_text}, this);
    // After them: what is shown now holds nothing of what was open before.
    connect(&m_document, &ReviewDocument::changed, this, &MainWindow::follow);
}

void MainWindow::wireFile()
{
    const auto chooseAndOpen = [this] {
        if (const QString path = m_files->chooseInput(); !path.isEmpty())
            open(path);
    };
    m_actions->on(Command::Open, this, chooseAndOpen);
    m_actions->of(Command::NewWindow)->setVisible(m_surroundings.openWindow != nullptr);
    m_actions->on(Command::NewWindow, this, [this] { m_surroundings.openWindow(); });
    m_actions->on(Command::ChooseMedia, this, [this] { m_files->chooseMedia(); });
    m_transcripts = new TranscriptAdder(m_document, *m_actions->of(Command::AddTranscript), *this);
    connect(m_transcripts, &TranscriptAdder::openRequested, this, &MainWindow::open);
    connect(m_transcripts, &TranscriptAdder::message, this, &MainWindow::tell);
    connect(m_transcripts, &TranscriptAdder::failed, this, &MainWindow::tellError);
    m_actions->on(Command::Save, this, [this] { m_files->save(); });
    m_actions->on(Command::SaveAs, this, [this] { m_files->saveAs(); });
    m_actions->on(Command::ExportKept, this, [this] { m_files->exportKept(); });
    m_actions->on(Command::Close, this, [this] { m_document.close(); });
    m_actions->on(Command::Quit, this, [this] { close(); });
    m_actions->on(Command::Undo, this, [this] { m_document.undo(); });
    m_actions->on(Command::Redo, this, [this] { m_document.redo(); });
    connect(m_welcome, &WelcomePage::openRequested, this, chooseAndOpen);
    connect(m_welcome, &WelcomePage::sampleRequested, this, [this] { open(m_surroundings.samplePath); });
    connect(m_welcome, &WelcomePage::fileRequested, this, &MainWindow::open);
    connect(m_welcome, &WelcomePage::filesDropped, this, &MainWindow::openAll);
}

void MainWindow::wireReports()
{
    const Connections *connections = m_surroundings.connections;
    auto *reports = new ReportCommands({*this, m_messages->messages(), m_surroundings.clock, m_surroundings.desk,
                                        connections ? &connections->settings() : nullptr, m_surroundings.logFolder,
                                        [this] { return m_document.work().review; }},
                                       *m_actions, this);
    connect(reports, &ReportCommands::message, this, &MainWindow::tell);
    connect(reports, &ReportCommands::failed, this, &MainWindow::tellError);
    connect(m_messages, &MessageDesk::reportRequested, reports, &ReportCommands::report);
}

void MainWindow::wireSettings()
{
    m_actions->of(Command::Settings)->setVisible(m_surroundings.connections);
    if (!m_surroundings.connections)
        return;
    auto *settings = new SettingsCommands(
        {*this, *m_surroundings.connections, *m_welcome, m_surroundings.clock, m_surroundings.pricesPath}, *m_actions,
        this);
    connect(settings, &SettingsCommands::failed, this, &MainWindow::tellError);
    connect(m_messages, &MessageDesk::settingsRequested, settings, &SettingsCommands::openConnections);
    if (m_surroundings.desk)
        connect(settings, &SettingsCommands::pricesChanged, m_surroundings.desk, &RunDesk::readPrices);
    for (const QString &notice : m_surroundings.connections->settings().notices())
        tell(notice);
}

void MainWindow::open(const QString &path)
{
    m_opener.open(path);
}

void MainWindow::openAll(const QStringList &paths)
{
    const auto media = std::find_if(paths.begin(), paths.end(), isMediaFile);
    const auto text = std::find_if_not(paths.begin(), paths.end(), isMediaFile);
    if (text != paths.end() && media == paths.end() && m_transcripts->isWanted())
        m_transcripts->addOrOpen(*text);
    else if (text != paths.end())
        m_opener.open(*text, media == paths.end() ? QString() : *media);
    else if (media != paths.end() && m_document.isOpen())
        m_document.setMediaPath(*media);
    else if (media != paths.end())
        open(*media);
}

bool MainWindow::isSettled() const
{
    return !m_opener.isBusy() && !m_turns.isBusy() && !m_transcripts->isBusy() && !m_timelineBinder->isBusy() &&
           !m_review->isBusy() && !(m_jobs && m_jobs->isBusy());
}

void MainWindow::follow(const DocumentChange &change)
{
    if (std::holds_alternative<WorkReplaced>(change))
        showWork();
    else if (std::holds_alternative<OutcomeGrown>(change))
        showFacts();
}

void MainWindow::showFacts()
{
    const Work &work = m_document.work();
    QStringList facts{work.outcome.result.metadata.model, tr("%n chunk(s)", nullptr, work.outcome.result.totalChunks),
                      work.outcome.funnel.entries.isEmpty()
                          ? tr("%n moment(s)", nullptr, static_cast<int>(work.outcome.result.moments.size()))
                          : tr("%1 moments of %2 candidates")
                                .arg(work.outcome.result.moments.size())
                                .arg(work.outcome.funnel.entries.size())};
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
}

void MainWindow::showWork()
{
    const bool isOpen = m_document.isOpen();
    const Work &work = m_document.work();
    m_pages->setCurrentIndex(isOpen ? 1 : 0);
    m_welcome->setRecent(m_surroundings.recentFiles());
    m_docks->setShown(isOpen);
    m_actions->setWorkOpen(isOpen);
    setWindowTitle(isOpen ? tr("%1[*] – Viral Moments").arg(work.title()) : tr("Viral Moments"));
    updateHistory();
    m_facts->setVisible(isOpen);
    if (!isOpen)
        return;
    paintInspectorLater();
    showFacts();
    statusBar()->clearMessage();
    m_messages->tellProblems(work);
    for (const QString &note : work.notes)
        m_messages->messages().add({.text = note, .when = m_surroundings.clock.now()});
}

void MainWindow::paintInspectorLater()
{
    m_inspector->setUpdatesEnabled(false);
    m_turns.ask(*m_inspector, [this] { m_inspector->setUpdatesEnabled(true); });
}

void MainWindow::updateHistory()
{
    m_actions->of(Command::Undo)->setEnabled(m_document.history().canUndo());
    m_actions->of(Command::Redo)->setEnabled(m_document.history().canRedo());
    setWindowModified(m_document.isOpen() && m_document.hasUnsavedSteps());
}

bool MainWindow::showPanel(const QString &name)
{
    return m_docks->show(name);
}

void MainWindow::tell(const QString &text)
{
    m_messages->tell(text);
}

void MainWindow::warn(const QString &text)
{
    m_messages->warn(text);
}

void MainWindow::tellError(const Error &error)
{
    m_messages->tellError(error);
}

bool MainWindow::event(QEvent *event)
{
    const bool taken = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !m_wasPainted) {
        m_wasPainted = true;
        // Everything inside is painted when the loop comes round again.
        QMetaObject::invokeMethod(
            this, [] { qCDebug(interfaceLog) << "first frame"; }, Qt::QueuedConnection);
    }
    return taken;
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().constFirst().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        paths.append(url.toLocalFile());
    openAll(paths);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayLeaveRuns(*this, m_surroundings.desk) ||
        !(m_surroundings.decisionsAreKept || mayLeaveDecisions(*this, m_document, *m_files))) {
        event->ignore();
        return;
    }
    if (m_surroundings.remembersLayout)
        rememberLayout(*this, m_document.isOpen());
    QMainWindow::closeEvent(event);
}

} // namespace Viral
