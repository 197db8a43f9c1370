// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/funnel.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace Viral {

/// Which candidates an editor wants to see; what is empty shows all.
struct FunnelCriteria
{
    bool droppedOnly = false;
    /// Where it ended: a rule, or for those in the result the stage's word.
    QString rule = {};
    /// All words of it stand in title, hook or reason, in any case.
    QString text = {};
    /// Only those that have to do with this place of the result: the one in it, what gave way to it and what overlaps.
    std::optional<TimeSpan> place = {};

    bool operator==(const FunnelCriteria &) const = default;
};

/// The candidates an editor wants to see.
class FunnelFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FunnelFilter(QObject *parent = nullptr);

    void setCriteria(const FunnelCriteria &criteria);
    const FunnelCriteria &criteria() const { return m_criteria; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    FunnelCriteria m_criteria;
    QStringList m_words;
};

/// What a rule is called: the rule that let a candidate go, "In the result" for a kept one.
QString ruleName(const FunnelEntry &entry);
/// The word that candidates are counted under: their rule, else their stage.
QString ruleOf(const FunnelEntry &entry);

} // namespace Viral
