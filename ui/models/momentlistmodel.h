// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QAbstractListModel>

namespace Viral {

/// The moments of the review in order of start, a row each.
class MomentListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Raw values beside the display text, so that sorting and painting never parse text.
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< QString
        StartRole,                 ///< qint64, ms
        DurationRole,              ///< qint64, ms
        ScoreRole,                 ///< double, average of the five
        RankRole,                  ///< int, 1 is the best score
        HookRole,                  ///< QString
        CategoryRole,              ///< QString
        DecisionRole,              ///< int, a Decision
        ReasonRole,                ///< QString
        StarredRole,               ///< bool
        EditedRole,                ///< bool
        WarningsRole,              ///< QStringList
        SearchTextRole,            ///< QString, folded to lower case
    };

    explicit MomentListModel(ReviewDocument &document, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    MomentId idAt(const QModelIndex &index) const;
    QModelIndex indexOf(const MomentId &id) const;

private:
    void follow(const DocumentChange &change);
    void reload();
    void updateEdited(const QList<MomentId> &moments);
    void rank();

    ReviewDocument &m_document;
    QList<ReviewedMoment> m_moments;
    QHash<MomentId, int> m_rows;
    QList<int> m_ranks;
};

} // namespace Viral
