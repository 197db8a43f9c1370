// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/momentfilter.h"

#include "ui/models/momentlistmodel.h"

namespace Viral {

MomentFilter::MomentFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(0);
}

void MomentFilter::setOrder(MomentOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    invalidate();
}

void MomentFilter::setDecisions(const QSet<Decision> &decisions)
{
    m_decisions = decisions;
    invalidateFilter();
}

void MomentFilter::setText(const QString &text)
{
    m_words = text.toLower().simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool MomentFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto decision = static_cast<Decision>(index.data(MomentListModel::DecisionRole).toInt());
    if (!m_decisions.isEmpty() && !m_decisions.contains(decision))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(MomentListModel::SearchTextRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return text.contains(word); });
}

bool MomentFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (m_order == MomentOrder::ByScore)
        return left.data(MomentListModel::RankRole).toInt() < right.data(MomentListModel::RankRole).toInt();
    return left.row() < right.row();
}

} // namespace Viral
