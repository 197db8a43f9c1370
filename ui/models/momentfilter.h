// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/platform.h"
#include "core/review/decision.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace Viral {

enum class MomentOrder
{
    ByTime,
    ByScore,
};

/// Which moments an editor wants to see: all conditions hold, of a set one of its members. What is empty or 0 shows
/// all.
struct MomentCriteria
{
    QSet<Decision> decisions = {};
    /// Average of the five scores.
    double leastScore = 0;
    QSet<Platform> platforms = {};
    /// Facets of the category, as written ("Money", "Story").
    QSet<QString> categories = {};
    /// Ids of the transcript.
    QSet<QString> speakers = {};
    bool starredOnly = false;
    bool warnedOnly = false;
    /// All words of it stand in the moment's texts, in any case.
    QString text = {};

    bool isEmpty() const { return *this == MomentCriteria{}; }
    bool operator==(const MomentCriteria &) const = default;
};

/// The facets of a category: "Money / Story" has two.
QStringList categoryFacets(const QString &category);

/// The moments an editor wants to see, in the order wanted.
class MomentFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit MomentFilter(QObject *parent = nullptr);

    void setOrder(MomentOrder order);
    MomentOrder order() const { return m_order; }

    void setCriteria(const MomentCriteria &criteria);
    const MomentCriteria &criteria() const { return m_criteria; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool acceptsFacts(const QModelIndex &index) const;
    bool acceptsText(const QModelIndex &index) const;

    MomentOrder m_order = MomentOrder::ByTime;
    MomentCriteria m_criteria;
    QStringList m_words;
};

} // namespace Viral
