// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobdesk.h"

#include "ui/commands/actions.h"
#include "ui/document/reviewdocument.h"
#include "ui/jobs/jobspanel.h"
#include "ui/jobs/runbar.h"
#include "ui/jobs/runbutton.h"
#include "ui/shell/jobcommands.h"
#include "ui/shell/liveworkbinder.h"
#include "ui/shell/runcommands.h"
#include "ui/shell/timelinebinder.h"
#include "ui/shell/windowdocks.h"
#include "ui/style/metrics.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Viral {

JobDesk::JobDesk(const Place &place)
    : QObject(&place.window)
    , m_place(place)
{
    buildTools(place.tools);
    buildBar();
    buildList();
    m_live = new LiveWorkBinder(place.document, place.timeline, *m_bar, this);
    m_runs = new RunCommands({place.window, place.document, place.desk, place.settings, place.actions, *m_live, *m_bar,
                              *m_button, *m_quote, place.selection},
                             this);
    m_jobs = new JobCommands(place.desk, *m_panel, place.window, this);
    if (place.engine)
        m_button->setEngine(*place.engine);
    connectDesk();
}

void JobDesk::setPreparation(std::function<void(Work &)> prepare)
{
    m_live->setPreparation(std::move(prepare));
}

void JobDesk::buildTools(QToolBar &tools)
{
    m_button = new RunButton;
    m_quote = new QToolButton;
    m_quote->setObjectName(u"quote"_s);
    m_quote->setAutoRaise(true);
    m_quote->setFont(tabular(m_quote->font()));
    m_quote->setToolTip(tr("What the run would cost; press to see every model"));
    tools.addSeparator();
    tools.addWidget(m_button);
    tools.addWidget(m_quote);
}

void JobDesk::buildBar()
{
    m_bar = new RunBar;
    m_strip = new QToolBar(tr("Run"));
    m_strip->setObjectName(u"strip"_s);
    m_strip->setMovable(false);
    m_strip->toggleViewAction()->setVisible(false);
    m_strip->addWidget(m_bar);
    m_place.window.addToolBar(Qt::BottomToolBarArea, m_strip);
    m_strip->hide();
}

void JobDesk::buildList()
{
    m_panel = new JobsPanel(m_place.desk, m_place.clock);
    m_dock = m_place.docks.addForAlways(Qt::BottomDockWidgetArea, u"dock.jobs"_s, tr("Jobs"), m_panel);
    // The timeline keeps its whole width: the list comes in front of it.
    if (auto *timeline = m_place.window.findChild<QDockWidget *>(u"dock.timeline"_s))
        m_place.window.tabifyDockWidget(timeline, m_dock);
    m_dock->hide();
    m_place.docks.name(u"jobs"_s, m_panel);
    m_place.actions.on(Command::RunJobs, this, [this] { showList(); });
    connect(m_panel, &JobsPanel::left, this, &JobDesk::leaveList);
    rememberColumns();
}

void JobDesk::rememberColumns()
{
    if (!m_place.remembersLayout)
        return;
    m_panel->setColumns(QSettings().value(u"jobs/columns"_s).toByteArray());
    // Hidden with the window, too.
    connect(m_dock, &QDockWidget::visibilityChanged, this, [this](bool isVisible) {
        if (!isVisible)
            QSettings().setValue(u"jobs/columns"_s, m_panel->columns());
    });
}

void JobDesk::showList()
{
    QWidget *focus = QApplication::focusWidget();
    const bool isInList = focus && m_panel->isAncestorOf(focus);
    if (isInList && m_panel->isVisible()) {
        leaveList();
        m_dock->hide();
        return;
    }
    m_before = focus;
    m_place.desk.refresh();
    m_place.docks.show(u"jobs"_s);
    m_panel->enterList();
}

void JobDesk::leaveList()
{
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::ShortcutFocusReason);
    else if (QWidget *focus = QApplication::focusWidget())
        focus->clearFocus();
}

void JobDesk::connectDesk()
{
    connect(m_live, &LiveWorkBinder::quoteChecked, this, &JobDesk::quoteChecked);
    connect(m_runs, &RunCommands::message, this, &JobDesk::message);
    connect(m_runs, &RunCommands::failed, this, &JobDesk::failed);
    connect(m_runs, &RunCommands::watched, m_strip, &QWidget::setVisible);
    connect(m_jobs, &JobCommands::message, this, &JobDesk::message);
    connect(m_jobs, &JobCommands::failed, this, &JobDesk::failed);
    connect(m_jobs, &JobCommands::watchRequested, m_runs, &RunCommands::watch);
    connect(m_jobs, &JobCommands::compareReady, this, &JobDesk::compare);
    connect(m_jobs, &JobCommands::opened, this,
            [this](const std::shared_ptr<Work> &work) { m_place.document.open(*work); });
    connect(m_panel, &JobsPanel::goOnRequested, m_runs, &RunCommands::goOn);
    connect(m_panel, &JobsPanel::followRequested, m_runs, &RunCommands::follow);
    connect(m_runs, &RunCommands::openRequested, m_jobs, &JobCommands::open);
    connect(m_bar, &RunBar::openRequested, m_jobs, &JobCommands::open);
    connect(&m_place.desk, &RunDesk::told, this, &JobDesk::message);
    m_runs->takeUp();
}

void JobDesk::compare(const std::shared_ptr<Work> &ours, const std::shared_ptr<Work> &theirs)
{
    m_place.document.open(*ours);
    const ResultMetadata &metadata = theirs->outcome.result.metadata;
    Q_EMIT compareReady(tr("%1, %2").arg(theirs->title(), metadata.model),
                        std::make_shared<const AnalysisOutcome>(theirs->outcome));
}

bool JobDesk::isBusy() const
{
    return m_jobs->isBusy();
}

} // namespace Viral
