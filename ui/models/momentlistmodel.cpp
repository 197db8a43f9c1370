// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/momentlistmodel.h"

#include "core/base/timetext.h"
#include "ui/models/momentwarnings.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QString searchText(const Moment &moment)
{
    return (moment.title + u'\n' + moment.hook + u'\n' + moment.category + u'\n' + moment.quote.value_or(QString()) +
            u'\n' + moment.engagementValue)
        .toLower();
}

QString accessibleText(const ReviewedMoment &moment)
{
    const QString decision = [&] {
        switch (moment.decision) {
        case Decision::Kept:
            return MomentListModel::tr("kept");
        case Decision::Held:
            return MomentListModel::tr("held");
        case Decision::Rejected:
            return MomentListModel::tr("rejected");
        case Decision::Undecided:
            break;
        }
        return MomentListModel::tr("undecided");
    }();
    return MomentListModel::tr("%1, score %2, at %3, %4 long, %5")
        .arg(moment.current.title, QString::number(moment.current.scorecard.average(), 'f', 1),
             clockText(moment.current.span.start), secondsText(moment.current.span.duration()), decision);
}

} // namespace

MomentListModel::MomentListModel(ReviewDocument &document, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
{
    connect(&document, &ReviewDocument::changed, this, &MomentListModel::follow);
    reload();
}

int MomentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_moments.size());
}

QVariant MomentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ReviewedMoment &moment = m_moments.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return moment.current.title;
    case Qt::ToolTipRole:
        return moment.current.hook;
    case Qt::AccessibleTextRole:
        return accessibleText(moment);
    case IdRole:
        return moment.id.value;
    case StartRole:
        return qint64(moment.current.span.start.count());
    case DurationRole:
        return qint64(moment.current.span.duration().count());
    case ScoreRole:
        return moment.current.scorecard.average();
    case RankRole:
        return m_ranks.at(index.row());
    case HookRole:
        return moment.current.hook;
    case CategoryRole:
        return moment.current.category;
    case DecisionRole:
        return static_cast<int>(moment.decision);
    case ReasonRole:
        return moment.reason;
    case StarredRole:
        return moment.starred;
    case EditedRole:
        return moment.isEdited();
    case WarningsRole:
        return momentWarnings(moment.current);
    case SearchTextRole:
        return searchText(moment.current);
    default:
        return {};
    }
}

MomentId MomentListModel::idAt(const QModelIndex &index) const
{
    return {index.data(IdRole).toString()};
}

QModelIndex MomentListModel::indexOf(const MomentId &id) const
{
    const int row = m_rows.value(id, -1);
    return row < 0 ? QModelIndex() : index(row);
}

void MomentListModel::follow(const DocumentChange &change)
{
    if (std::holds_alternative<WorkReplaced>(change) || std::holds_alternative<MomentsAddedOrRemoved>(change))
        reload();
    else if (const auto *edited = std::get_if<MomentsEdited>(&change))
        updateEdited(edited->moments);
}

void MomentListModel::reload()
{
    beginResetModel();
    m_moments = m_document.review().moments();
    rank();
    endResetModel();
}

void MomentListModel::updateEdited(const QList<MomentId> &moments)
{
    const QList<ReviewedMoment> &now = m_document.review().moments();
    const bool sameOrder = now.size() == m_moments.size() &&
                           std::equal(now.begin(), now.end(), m_moments.begin(),
                                      [](const ReviewedMoment &a, const ReviewedMoment &b) { return a.id == b.id; });
    if (!sameOrder) {
        reload();
        return;
    }
    m_moments = now;
    const QList<int> ranksBefore = m_ranks;
    rank();
    for (const MomentId &id : moments)
        Q_EMIT dataChanged(indexOf(id), indexOf(id));
    if (m_ranks != ranksBefore && !m_moments.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {RankRole});
}

void MomentListModel::rank()
{
    m_rows.clear();
    for (int row = 0; row < m_moments.size(); ++row)
        m_rows.insert(m_moments.at(row).id, row);
    QList<int> byScore(m_moments.size());
    std::iota(byScore.begin(), byScore.end(), 0);
    std::stable_sort(byScore.begin(), byScore.end(), [this](int a, int b) {
        return m_moments.at(a).current.scorecard.sum() > m_moments.at(b).current.scorecard.sum();
    });
    m_ranks.resize(m_moments.size());
    for (int place = 0; place < byScore.size(); ++place)
        m_ranks[byScore.at(place)] = place + 1;
}

} // namespace Viral
