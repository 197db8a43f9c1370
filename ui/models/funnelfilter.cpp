// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/funnelfilter.h"

#include "ui/models/funnelmodel.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

QString ruleOf(const FunnelEntry &entry)
{
    return entry.rule.isEmpty() ? QString(stageKey(entry.stage)) : entry.rule;
}

QString ruleName(const FunnelEntry &entry)
{
    const QHash<QString, QString> names{
        {u"duplicate-iou"_s, FunnelFilter::tr("Same stretch")},
        {u"duplicate-overlap"_s, FunnelFilter::tr("Inside another")},
        {u"duration-minimum"_s, FunnelFilter::tr("Too short")},
        {u"duration-maximum"_s, FunnelFilter::tr("Too long")},
        {u"nothing-spoken"_s, FunnelFilter::tr("Nothing spoken")},
        {u"outside-chunk"_s, FunnelFilter::tr("Outside its chunk")},
        {u"no-such-sentence"_s, FunnelFilter::tr("No such sentence")},
        {u"no-place"_s, FunnelFilter::tr("No place given")},
        {u"edges-reversed"_s, FunnelFilter::tr("Ends before it starts")},
        {u"hook-late"_s, FunnelFilter::tr("Hook too late")},
        {u"no-platform"_s, FunnelFilter::tr("No known platform")},
        {u"copy-does-not-fit"_s, FunnelFilter::tr("Post does not fit")},
        {u"score-missing"_s, FunnelFilter::tr("Score missing")},
        {u"not-an-object"_s, FunnelFilter::tr("Unreadable")},
        {u"rank"_s, FunnelFilter::tr("Weaker than others")},
    };
    return names.value(entry.rule, stageName(entry.stage));
}

FunnelFilter::FunnelFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(FunnelModel::SortRole);
}

void FunnelFilter::setCriteria(const FunnelCriteria &criteria)
{
    if (criteria == m_criteria)
        return;
    m_criteria = criteria;
    m_words = criteria.text.toLower().simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool FunnelFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_criteria.droppedOnly && index.data(FunnelModel::KeptRole).toBool())
        return false;
    if (!m_criteria.rule.isEmpty() && index.data(FunnelModel::RuleRole).toString() != m_criteria.rule)
        return false;
    if (m_criteria.place) {
        const auto start = Milliseconds{index.data(FunnelModel::StartRole).toLongLong()};
        const auto end = Milliseconds{index.data(FunnelModel::EndRole).toLongLong()};
        if (!m_criteria.place->overlaps({start, end}))
            return false;
    }
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(FunnelModel::SearchTextRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&text](const QString &word) { return text.contains(word); });
}

} // namespace Viral
