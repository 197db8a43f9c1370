// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Viral {

/// A file on two lines: its name, and its folder with the middle left out where it is too long. A missing one says so.
class RecentDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role
    {
        PathRole = Qt::UserRole,
        FolderRole,
        MissingRole,
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Viral
