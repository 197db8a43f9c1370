// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/celldelegate.h"

#include "ui/style/metrics.h"

#include <QApplication>
#include <QStyle>

namespace Viral {

namespace {

constexpr int sideRoom = gridStep;

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem whole(option);
    initStyleOption(&whole, index);
    const QStyle *style = whole.widget ? whole.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &whole, painter, whole.widget);
    QStyleOptionViewItem inner(option);
    // Text stays under its title; a number keeps off the text of the next column.
    if (whole.displayAlignment & Qt::AlignRight)
        inner.rect.adjust(0, 0, -sideRoom, 0);
    QStyledItemDelegate::paint(painter, inner, index);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(sideRoom, 0);
}

} // namespace Viral
