// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reviewdesk.h"

#include "ui/commands/actions.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/historypanel.h"
#include "ui/panels/momentspanel.h"
#include "ui/player/transport.h"
#include "ui/shell/decisioncommands.h"
#include "ui/shell/filecommands.h"
#include "ui/shell/journalwatch.h"
#include "ui/shell/windowdocks.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// \a dock as a tab behind the one named \a neighbour, closed until it is asked for.
void standBehind(QMainWindow &window, const QString &neighbour, QDockWidget *dock)
{
    if (auto *front = window.findChild<QDockWidget *>(neighbour))
        window.tabifyDockWidget(front, dock);
    dock->hide();
}

} // namespace

ReviewDesk::ReviewDesk(const Parts &parts)
    : QObject(&parts.window)
    , m_document(parts.document)
    , m_docks(parts.docks)
{
    auto *decisions = new DecisionCommands(parts.document, parts.moments, parts.list, parts.transport, parts.window);
    decisions->connectActions(parts.actions);
    new JournalWatch(parts.document, parts.window);
    connect(&parts.document, &ReviewDocument::noted, this, &ReviewDesk::message);
    buildHistory(parts);
    buildCompare(parts);
}

void ReviewDesk::buildHistory(const Parts &parts)
{
    auto *history = new HistoryPanel(parts.document);
    standBehind(parts.window, u"dock.inspector"_s,
                parts.docks.add(Qt::RightDockWidgetArea, u"dock.history"_s, tr("History"), history));
    parts.docks.name(u"history"_s, history);
    parts.actions.on(Command::ShowHistory, this, [this] { m_docks.enter(u"history"_s); });
}

void ReviewDesk::buildCompare(const Parts &parts)
{
    m_compare = new ComparePanel(parts.document);
    standBehind(parts.window, u"dock.timeline"_s,
                parts.docks.add(Qt::BottomDockWidgetArea, u"dock.compare"_s, tr("Compare"), m_compare));
    parts.docks.name(u"compare"_s, m_compare);
    parts.actions.on(Command::ShowCompare, this, [this] { m_docks.enter(u"compare"_s); });
    FileCommands &files = parts.files;
    connect(m_compare, &ComparePanel::fileRequested, this, [this, &files] {
        if (const QString path = files.chooseInput(); !path.isEmpty())
            compareWith(path);
    });
    connect(m_compare, &ComparePanel::placeRequested, &parts.transport, &PlayerTransport::seek);
    connect(m_compare, &ComparePanel::message, this, &ReviewDesk::message);
    connect(&m_opener, &WorkOpener::failed, this, &ReviewDesk::failed);
    connect(&m_opener, &WorkOpener::opened, this, [this](const std::shared_ptr<Work> &work) {
        compareWith(QFileInfo(work->path).fileName(), std::make_shared<AnalysisOutcome>(work->outcome));
    });
}

void ReviewDesk::compareWith(const QString &name, std::shared_ptr<const AnalysisOutcome> other)
{
    if (!m_document.isOpen())
        return;
    m_compare->addOther(name, std::move(other));
    m_docks.show(u"compare"_s);
}

} // namespace Viral
