// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recentdelegate.h"

#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/style/textline.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Viral {

void RecentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const Colours &colours = coloursFor(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isMissing = index.data(MissingRole).toBool();
    const QFont nameFont = option.font;
    const QFont smallFont = sized(option.font, TextSize::Small);
    const QFontMetrics nameMetrics(nameFont);
    const QFontMetrics smallMetrics(smallFont);
    QRect area = option.rect.adjusted(normalGap, smallGap, -normalGap, -smallGap);

    painter->save();
    if (isMissing) {
        const QString word = tr("missing");
        painter->setFont(smallFont);
        painter->setPen(isSelected ? option.palette.color(QPalette::HighlightedText) : colours.caution);
        drawTextLine(*painter, {area.left(), area.top(), area.width(), nameMetrics.height()}, word, option.direction,
                     Qt::AlignRight);
        area.setRight(area.right() - smallMetrics.horizontalAdvance(word) - largeGap);
        area = QStyle::visualRect(option.direction, option.rect.adjusted(normalGap, smallGap, -normalGap, -smallGap),
                                  area);
    }
    painter->setFont(nameFont);
    painter->setPen(isSelected  ? option.palette.color(QPalette::HighlightedText)
                    : isMissing ? colours.textSecondary
                                : colours.text);
    drawTextLine(*painter, {area.left(), area.top(), area.width(), nameMetrics.height()},
                 nameMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, area.width()), option.direction);
    painter->setFont(smallFont);
    if (!isSelected)
        painter->setPen(colours.textSecondary);
    const int smallHeight = smallMetrics.height();
    drawTextLine(*painter, {area.left(), area.bottom() + 1 - smallHeight, area.width(), smallHeight},
                 smallMetrics.elidedText(index.data(FolderRole).toString(), Qt::ElideMiddle, area.width()),
                 option.direction);
    painter->restore();
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height =
        QFontMetrics(option.font).height() + QFontMetrics(sized(option.font, TextSize::Small)).height() + 3 * smallGap;
    return {0, height};
}

} // namespace Viral
