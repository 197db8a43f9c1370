// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/funnelmodel.h"

#include "ui/models/rulewords.h"
#include "ui/models/funnelfilter.h"
#include "ui/style/timedisplay.h"

using namespace Qt::StringLiterals;

namespace Viral {

QString stageName(FunnelStage stage)
{
    switch (stage) {
    case FunnelStage::Parsing:
        return FunnelModel::tr("Unreadable");
    case FunnelStage::Ranking:
        return FunnelModel::tr("Passed over");
    case FunnelStage::Placing:
        return FunnelModel::tr("Place");
    case FunnelStage::Edges:
        return FunnelModel::tr("Length");
    case FunnelStage::Hook:
        return FunnelModel::tr("Hook");
    case FunnelStage::Text:
        return FunnelModel::tr("Text");
    case FunnelStage::Copy:
        return FunnelModel::tr("Posts");
    case FunnelStage::Scores:
        return FunnelModel::tr("Scores");
    case FunnelStage::Duplicates:
        return FunnelModel::tr("Duplicate");
    case FunnelStage::Kept:
        return FunnelModel::tr("In the result");
    }
    return {};
}

FunnelModel::FunnelModel(ReviewDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_entries(document.work().outcome.funnel.entries)
{
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        if (std::holds_alternative<WorkReplaced>(change))
            reload();
        else if (std::holds_alternative<OutcomeGrown>(change))
            grow();
    });
}

namespace {

/// A candidate's place in the run: stays while its number changes with what arrives before it.
std::pair<int, int> placeOf(const FunnelEntry &entry)
{
    return {entry.candidate.chunkIndex, entry.candidate.position};
}

bool isInOrder(const QList<FunnelEntry> &entries)
{
    return std::is_sorted(entries.begin(), entries.end(),
                          [](const FunnelEntry &a, const FunnelEntry &b) { return placeOf(a) <= placeOf(b); });
}

} // namespace

void FunnelModel::reload()
{
    beginResetModel();
    m_entries = m_document.work().outcome.funnel.entries;
    endResetModel();
}

void FunnelModel::grow()
{
    const QList<FunnelEntry> &now = m_document.work().outcome.funnel.entries;
    if (!isInOrder(now) || !isInOrder(m_entries)) {
        reload();
        return;
    }
    int row = 0;
    for (qsizetype i = 0; i < now.size(); ++i, ++row) {
        while (row < m_entries.size() && placeOf(m_entries.at(row)) < placeOf(now.at(i))) {
            beginRemoveRows({}, row, row);
            m_entries.removeAt(row);
            endRemoveRows();
        }
        if (row >= m_entries.size() || placeOf(now.at(i)) < placeOf(m_entries.at(row))) {
            beginInsertRows({}, row, row);
            m_entries.insert(row, now.at(i));
            endInsertRows();
        } else if (!(m_entries.at(row) == now.at(i))) {
            m_entries[row] = now.at(i);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    if (row < m_entries.size()) {
        beginRemoveRows({}, row, rowCount() - 1);
        m_entries.resize(row);
        endRemoveRows();
    }
}

void FunnelModel::setTimes(const TimecodeFormat &times)
{
    m_times = times;
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

int FunnelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int FunnelModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FunnelModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FunnelEntry &entry = m_entries.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        return entry.reason.isEmpty() ? stageName(entry.stage) : RuleWords::reason(entry);
    case Qt::TextAlignmentRole:
        return column == NumberColumn || column == ChunkColumn || column == TimeColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return sortValue(entry, column);
    case NumberRole:
        return entry.number;
    case KeptRole:
        return entry.isKept();
    case StartRole: {
        const auto span = entry.refined ? entry.refined : entry.proposed;
        return span ? qint64(span->start.count()) : qint64(-1);
    }
    case EndRole: {
        const auto span = entry.refined ? entry.refined : entry.proposed;
        return span ? qint64(span->end.count()) : qint64(-1);
    }
    case RuleRole:
        return ruleOf(entry);
    case SearchTextRole:
        return QString(entry.candidate.title + u'\n' + entry.candidate.hook + u'\n' + RuleWords::reason(entry)).toLower();
    default:
        return {};
    }
}

QString FunnelModel::text(const FunnelEntry &entry, Column column) const
{
    const auto span = entry.refined ? entry.refined : entry.proposed;
    switch (column) {
    case NumberColumn:
        return QString::number(entry.number + 1);
    case TitleColumn:
        return entry.candidate.title.isEmpty() ? entry.candidate.hook : entry.candidate.title;
    case ChunkColumn:
        return QString::number(entry.candidate.chunkIndex + 1);
    case TimeColumn:
        return span ? shortTimeText(span->start, m_times) : QString();
    case StageColumn:
        return stageName(entry.stage);
    case MeasuredColumn:
        return RuleWords::measured(entry);
    case ReasonColumn:
        return RuleWords::reason(entry);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FunnelModel::sortValue(const FunnelEntry &entry, Column column) const
{
    switch (column) {
    case NumberColumn:
        return entry.number;
    case ChunkColumn:
        return entry.candidate.chunkIndex;
    case TimeColumn:
        return entry.proposed ? qint64(entry.proposed->start.count()) : qint64(-1);
    case StageColumn:
        return static_cast<int>(entry.stage);
    default:
        return text(entry, column).toLower();
    }
}

QVariant FunnelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case NumberColumn:
        return tr("No.");
    case TitleColumn:
        return tr("Candidate");
    case ChunkColumn:
        return tr("Chunk");
    case TimeColumn:
        return tr("Time");
    case StageColumn:
        return tr("Ended at");
    case MeasuredColumn:
        return tr("Number");
    case ReasonColumn:
        return tr("Reason");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Viral
