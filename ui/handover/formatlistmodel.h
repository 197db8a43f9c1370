// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverformat.h"

#include <QAbstractListModel>

namespace Viral {

/// The formats under the titles of their groups; titles cannot be chosen.
class FormatListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        KeyRole = Qt::UserRole + 1, ///< QString, empty for a title
        TakersRole,                 ///< QString
    };

    explicit FormatListModel(QObject *parent = nullptr);

    /// The row of \a format; invalid for none.
    QModelIndex indexOf(const QString &format) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        HandOverGroup group = HandOverGroup::Sheets;
        /// Null for the group's title.
        const HandOverFormat *format = nullptr;
    };
    QList<Row> m_rows;
};

} // namespace Viral
