// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobcommands.h"

#include "core/base/files.h"
#include "core/contract/serviceresultcodec.h"
#include "ui/jobs/jobspanel.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace Viral {

JobCommands::JobCommands(RunDesk &desk, JobsPanel &panel, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_window(window)
{
    connect(&panel, &JobsPanel::openRequested, this, &JobCommands::open);
    connect(&panel, &JobsPanel::compareRequested, this, &JobCommands::compare);
    connect(&panel, &JobsPanel::exportRequested, this, &JobCommands::exportResult);
    connect(&desk, &RunDesk::workLoaded, this, &JobCommands::takeWork);
    connect(&desk, &RunDesk::workFailed, this, &JobCommands::takeFailure);
}

void JobCommands::load(const RunId &id, Take take)
{
    m_wishes.insert(id, std::move(take));
    m_desk.loadRun(id);
}

void JobCommands::takeWork(const RunId &id, const std::shared_ptr<Work> &work)
{
    const QList<Take> wishes = m_wishes.values(id);
    m_wishes.remove(id);
    for (const Take &take : wishes)
        take(work);
}

void JobCommands::takeFailure(const RunId &id, const Error &error)
{
    if (m_wishes.remove(id) > 0)
        Q_EMIT failed(error);
}

void JobCommands::open(const RunId &id)
{
    if (LiveRun *live = m_desk.live(id); live && !live->isFinished()) {
        Q_EMIT watchRequested(live);
        return;
    }
    load(id, [this](const std::shared_ptr<Work> &work) { Q_EMIT opened(work); });
}

void JobCommands::compare(const RunId &first, const RunId &second)
{
    load(first, [this, second](const std::shared_ptr<Work> &ours) {
        load(second, [this, ours](const std::shared_ptr<Work> &theirs) { Q_EMIT compareReady(ours, theirs); });
    });
}

void JobCommands::exportResult(const RunId &id)
{
    load(id, [this](const std::shared_ptr<Work> &work) { write(*work); });
}

void JobCommands::write(const Work &work)
{
    const QString name = safeFileName(work.title(), u"moments"_s) + u".result.json"_s;
    const QString path = QFileDialog::getSaveFileName(&m_window, tr("Export the result"), name, tr("Results (*.json)"));
    if (path.isEmpty())
        return;
    const Result<void> written = writeFile(path, writeServiceResult(work.outcome.result, JsonWriter::Layout::Indented));
    if (written)
        Q_EMIT message(tr("Exported to %1").arg(path));
    else
        Q_EMIT failed(written.error());
}

} // namespace Viral
