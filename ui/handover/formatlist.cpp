// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/formatlist.h"

#include "ui/handover/formatlistmodel.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/style/textline.h"

#include <QApplication>
#include <QPainter>

namespace Viral {

void FormatDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString name = row.text;
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const Colours &colours = coloursFor(option.palette);
    const QString takers = index.data(FormatListModel::TakersRole).toString();
    const bool isFormat = index.flags().testFlag(Qt::ItemIsEnabled);
    const QFont nameFont = isFormat ? option.font : sized(option.font, TextSize::Small, TextWeight::Strong);
    const QFont smallFont = sized(option.font, TextSize::Small);
    QRect area = option.rect.adjusted(normalGap, smallGap, -normalGap, -smallGap);
    const int nameHeight = QFontMetrics(nameFont).height();

    painter->save();
    painter->setFont(nameFont);
    painter->setPen(isFormat ? option.palette.color(QPalette::Text) : colours.textSecondary);
    // A title stands near to what it is the title of.
    const int top = isFormat ? area.top() : area.bottom() + 1 - nameHeight;
    drawTextLine(*painter, {area.left(), top, area.width(), nameHeight}, name, option.direction);
    if (isFormat) {
        const int smallHeight = QFontMetrics(smallFont).height();
        painter->setFont(smallFont);
        painter->setPen(colours.textSecondary);
        drawTextLine(*painter, {area.left(), area.bottom() + 1 - smallHeight, area.width(), smallHeight}, takers,
                     option.direction);
    }
    painter->restore();
}

QSize FormatDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int small = QFontMetrics(sized(option.font, TextSize::Small)).height();
    const bool isFormat = index.flags().testFlag(Qt::ItemIsEnabled);
    return {0, isFormat ? QFontMetrics(option.font).height() + small + 2 * smallGap : small + normalGap + smallGap};
}

FormatList::FormatList(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new FormatDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

QModelIndex FormatList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    QModelIndex place = QListView::moveCursor(action, modifiers);
    // The first row is a title: what comes to it goes on to its first format.
    while (place.isValid() && !place.flags().testFlag(Qt::ItemIsEnabled))
        place = place.siblingAtRow(place.row() + 1);
    return place;
}

} // namespace Viral
