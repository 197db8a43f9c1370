// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/momentfilter.h"

#include "ui/models/momentlistmodel.h"

#include <algorithm>

namespace Viral {

QStringList categoryFacets(const QString &category)
{
    QStringList facets;
    for (const QString &facet : category.split(u'/')) {
        if (const QString name = facet.simplified(); !name.isEmpty())
            facets.append(name);
    }
    return facets;
}

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

void MomentFilter::setCriteria(const MomentCriteria &criteria)
{
    if (criteria == m_criteria)
        return;
    m_criteria = criteria;
    m_words = criteria.text.toLower().simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool MomentFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return acceptsFacts(index) && acceptsText(index);
}

bool MomentFilter::acceptsFacts(const QModelIndex &index) const
{
    const auto decision = static_cast<Decision>(index.data(MomentListModel::DecisionRole).toInt());
    if (!m_criteria.decisions.isEmpty() && !m_criteria.decisions.contains(decision))
        return false;
    if (index.data(MomentListModel::ScoreRole).toDouble() < m_criteria.leastScore)
        return false;
    if (m_criteria.starredOnly && !index.data(MomentListModel::StarredRole).toBool())
        return false;
    if (m_criteria.warnedOnly && index.data(MomentListModel::WarningsRole).toStringList().isEmpty())
        return false;
    const int platforms = m_criteria.platforms.isEmpty() ? 0 : index.data(MomentListModel::PlatformsRole).toInt();
    const bool isPosted =
        std::any_of(m_criteria.platforms.cbegin(), m_criteria.platforms.cend(),
                    [platforms](Platform platform) { return platforms & (1 << static_cast<int>(platform)); });
    if (!m_criteria.platforms.isEmpty() && !isPosted)
        return false;
    const auto holdsOne = [](const QSet<QString> &wanted, const QStringList &present) {
        return wanted.isEmpty() || std::any_of(present.cbegin(), present.cend(),
                                               [&wanted](const QString &each) { return wanted.contains(each); });
    };
    // Asked for only where it counts: speakers are looked up in the transcript.
    return (m_criteria.categories.isEmpty() ||
            holdsOne(m_criteria.categories, categoryFacets(index.data(MomentListModel::CategoryRole).toString()))) &&
           (m_criteria.speakers.isEmpty() ||
            holdsOne(m_criteria.speakers, index.data(MomentListModel::SpeakersRole).toStringList()));
}

bool MomentFilter::acceptsText(const QModelIndex &index) const
{
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
