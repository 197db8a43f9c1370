// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decision.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace Viral {

enum class MomentOrder
{
    ByTime,
    ByScore,
};

/// The moments an editor wants to see, in the order wanted.
class MomentFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit MomentFilter(QObject *parent = nullptr);

    void setOrder(MomentOrder order);
    MomentOrder order() const { return m_order; }

    /// Shows only moments decided so; an empty set shows all.
    void setDecisions(const QSet<Decision> &decisions);
    /// Shows only moments whose texts hold all words of \a text, in any case.
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    MomentOrder m_order = MomentOrder::ByTime;
    QSet<Decision> m_decisions;
    QStringList m_words;
};

} // namespace Viral
