// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/joblistmodel.h"

#include "core/base/timetext.h"
#include "core/run/runpodrecords.h"
#include "ui/style/icons.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

Icon iconOf(RunState state)
{
    switch (state) {
    case RunState::Queued:
        return Icon::Undecided;
    case RunState::Running:
        return Icon::Run;
    case RunState::Succeeded:
        return Icon::Keep;
    case RunState::Failed:
        return Icon::Error;
    case RunState::Cancelled:
        return Icon::Stop;
    case RunState::Interrupted:
        return Icon::Pause;
    }
    return Icon::Undecided;
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : QString();
}

/// A title stands over its column as the column does.
QVariant alignmentOf(int column)
{
    const bool isNumber = column == JobListModel::NumberColumn || column == JobListModel::MomentsColumn ||
                          column == JobListModel::PriceColumn || column == JobListModel::TookColumn;
    return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
}

/// "the result may be gone from 14:28 on", for a job at RunPod that nobody has heard of for long; empty for others.
QString riskText(const RunRecord &run, const QDateTime &now)
{
    if (run.kind != RunKind::RunPod || run.isFinished() || run.remoteJobId.isEmpty() || !run.updatedAt.isValid())
        return {};
    const QDateTime risk = runPodResultAtRiskFrom(run);
    if (now >= risk)
        return JobListModel::tr("result may be gone");
    // One that is followed is heard of all the time.
    if (now.msecsTo(risk) * 2 > run.updatedAt.msecsTo(risk))
        return {};
    return JobListModel::tr("result safe until %1")
        .arg(QLocale().toString(risk.toLocalTime().time(), QLocale::ShortFormat));
}

Milliseconds tookOf(const RunRecord &run)
{
    if (run.took)
        return *run.took;
    // The clock may have been set in between.
    return Milliseconds(run.createdAt.isValid() ? std::max<qint64>(0, run.createdAt.msecsTo(run.updatedAt)) : 0);
}

} // namespace

QString runStateText(const RunRecord &run)
{
    switch (run.state) {
    case RunState::Queued:
        return JobListModel::tr("waiting");
    case RunState::Running:
        return run.totalChunks > 0 ? JobListModel::tr("%1 of %2 chunks").arg(run.finishedChunks).arg(run.totalChunks)
                                   : JobListModel::tr("running");
    case RunState::Succeeded:
        return JobListModel::tr("done");
    case RunState::Failed:
        return JobListModel::tr("failed");
    case RunState::Cancelled:
        return JobListModel::tr("cancelled");
    case RunState::Interrupted:
        return JobListModel::tr("interrupted");
    }
    return {};
}

QString engineName(RunKind kind)
{
    switch (kind) {
    case RunKind::OpenAi:
        return u"OpenAI"_s;
    case RunKind::RunPod:
        return u"RunPod"_s;
    case RunKind::Offline:
        return JobListModel::tr("offline");
    }
    return {};
}

JobListModel::JobListModel(Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{}

int JobListModel::rowOf(const RunId &id) const
{
    for (int row = 0; row < m_runs.size(); ++row) {
        if (m_runs.at(row).id == id)
            return row;
    }
    return -1;
}

void JobListModel::removeMissing(const QList<RunRecord> &runs)
{
    QSet<RunId> stay;
    for (const RunRecord &run : runs)
        stay.insert(run.id);
    for (int row = static_cast<int>(m_runs.size()) - 1; row >= 0; --row) {
        if (stay.contains(m_runs.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_runs.removeAt(row);
        endRemoveRows();
    }
}

void JobListModel::setRuns(const QList<RunRecord> &runs)
{
    removeMissing(runs);
    QSet<RunId> known;
    for (const RunRecord &run : std::as_const(m_runs))
        known.insert(run.id);
    for (int row = 0; row < runs.size(); ++row) {
        if (known.contains(runs.at(row).id))
            continue;
        const int place = std::min(row, static_cast<int>(m_runs.size()));
        beginInsertRows({}, place, place);
        m_runs.insert(place, runs.at(row));
        endInsertRows();
    }
    const auto sameOrder = [&] {
        return std::equal(m_runs.begin(), m_runs.end(), runs.begin(), runs.end(),
                          [](const RunRecord &a, const RunRecord &b) { return a.id == b.id; });
    };
    if (!sameOrder()) {
        beginResetModel();
        m_runs = runs;
        endResetModel();
        return;
    }
    for (int row = 0; row < runs.size(); ++row) {
        if (m_runs.at(row) == runs.at(row))
            continue;
        m_runs[row] = runs.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int JobListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int JobListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobListModel::text(const RunRecord &run, int column) const
{
    switch (column) {
    case NumberColumn:
        return QLocale().toString(run.number);
    case StateColumn: {
        const QString risk = riskText(run, m_clock.now());
        return risk.isEmpty() ? runStateText(run) : tr("%1 · %2").arg(runStateText(run), risk);
    }
    case TitleColumn:
        return run.title.isEmpty() ? run.jobId : run.title;
    case EngineColumn:
        return run.model.isEmpty() ? engineName(run.kind) : engineName(run.kind) + u" · "_s + run.model;
    case MomentsColumn:
        return run.isFinished() || run.momentCount > 0 ? QLocale().toString(run.momentCount) : QString();
    case PriceColumn:
        return run.price ? run.price->forPeople() : QString();
    case StartedColumn:
        return timeText(run.createdAt);
    case TookColumn:
        return clockText(tookOf(run));
    case NotesColumn:
        return run.notes;
    default:
        return {};
    }
}

QVariant JobListModel::sortValue(const RunRecord &run, int column) const
{
    switch (column) {
    case NumberColumn:
        return run.number;
    case StateColumn:
        return static_cast<int>(run.state);
    case MomentsColumn:
        return run.momentCount;
    case PriceColumn:
        return static_cast<qlonglong>(run.price.value_or(MicroDollars{-1}).value);
    case StartedColumn:
        // Runs are numbered as they start, whatever the clock says.
        return run.number > 0 ? run.number : std::numeric_limits<qint64>::max();
    case TookColumn:
        return static_cast<qlonglong>(tookOf(run).count());
    default:
        return text(run, column);
    }
}

QString JobListModel::toolTip(const RunRecord &run) const
{
    QStringList lines{text(run, TitleColumn).toString(), text(run, StateColumn).toString()};
    const auto add = [&lines](const QString &line, const QString &value) {
        if (!value.isEmpty())
            lines.append(line.arg(value));
    };
    add(tr("Job %1"), run.jobId);
    add(tr("File %1"), run.source);
    add(tr("Endpoint %1"), run.endpointId);
    add(tr("RunPod's job %1"), run.remoteJobId);
    const QDateTime now = m_clock.now();
    const QDateTime gone = runPodResultGoneAt(run, now);
    if (gone.isValid())
        add(gone > now ? tr("RunPod keeps the result until %1") : tr("RunPod dropped the result %1"), timeText(gone));
    add(u"%1"_s, run.error);
    add(tr("Notes: %1"), run.notes);
    // Titles and messages come from anywhere: nothing in them is markup.
    return u"<qt>"_s + lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s;
}

QVariant JobListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunRecord &run = m_runs.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(run, column);
    case Qt::DecorationRole:
        if (column != StateColumn)
            return {};
        return icon(riskText(run, m_clock.now()).isEmpty() ? iconOf(run.state) : Icon::Warning);
    case Qt::ToolTipRole:
        return toolTip(run);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case IdRole:
        return run.id.value;
    case SortRole:
        return sortValue(run, column);
    case StateRole:
        return static_cast<int>(run.state);
    case SearchRole:
        return QStringList{run.title,  run.jobId,       run.model,         run.notes,
                           run.source, run.remoteJobId, runStateText(run), engineName(run.kind),
                           run.error}
            .join(u'\n');
    default:
        return {};
    }
}

QVariant JobListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Run"),   tr("State"),   tr("Title"), tr("Found by"), tr("Moments"),
                             tr("Price"), tr("Started"), tr("Took"),  tr("Notes")};
    return titles.value(section);
}

Qt::ItemFlags JobListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == NotesColumn ? usual | Qt::ItemIsEditable : usual;
}

bool JobListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole || index.column() != NotesColumn)
        return false;
    RunRecord &run = m_runs[index.row()];
    if (run.notes == value.toString())
        return false;
    run.notes = value.toString();
    Q_EMIT dataChanged(index, index);
    Q_EMIT notesEdited(run.id, run.notes);
    return true;
}

} // namespace Viral
