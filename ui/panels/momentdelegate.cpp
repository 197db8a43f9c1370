// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/momentdelegate.h"

#include "core/base/timetext.h"
#include "ui/models/momentlistmodel.h"
#include "ui/style/icons.h"
#include "ui/style/marks.h"
#include "ui/style/metrics.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int barWidth = gridStep;
constexpr int markSize = 16;

QString secondLine(const QModelIndex &index)
{
    const auto start = Milliseconds{index.data(MomentListModel::StartRole).toLongLong()};
    const auto duration = Milliseconds{index.data(MomentListModel::DurationRole).toLongLong()};
    return clockText(start) + u"   "_s + secondsText(duration);
}

} // namespace

QSize MomentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(sized(option.font, TextSize::Normal, TextWeight::Strong)).height() +
                      QFontMetrics(sized(option.font, TextSize::Small)).height() * 2;
    return {200, lines + 3 * normalGap};
}

void MomentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect card = option.rect;
    const auto decision = static_cast<Decision>(index.data(MomentListModel::DecisionRole).toInt());
    const double score = index.data(MomentListModel::ScoreRole).toDouble();
    const bool faded = decision == Decision::Rejected;
    const QColor ground = selected ? colours.accentArea : colours.base;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(card, ground);
    painter->fillRect(QRect(card.left(), card.bottom(), card.width(), 1), colours.hairline);
    painter->fillRect(QRect(card.left(), card.top(), barWidth, card.height() - 1), colours.score(score));

    const QFont titleFont = sized(option.font, TextSize::Normal, TextWeight::Strong);
    const QFont smallFont = sized(option.font, TextSize::Small);
    const QFont scoreFont = tabular(titleFont);
    const int titleHeight = QFontMetrics(titleFont).height();
    const int smallHeight = QFontMetrics(smallFont).height();
    int top = card.top() + normalGap;
    const int left = card.left() + barWidth + normalGap;
    const int right = card.right() - normalGap;

    const QString scoreText = QString::number(score, 'f', 1);
    const int scoreWidth = QFontMetrics(scoreFont).horizontalAdvance(u"10.0"_s);
    painter->setFont(scoreFont);
    painter->setPen(faded ? colours.textInactive : colours.text);
    painter->drawText(QRect(right - scoreWidth, top, scoreWidth, titleHeight), Qt::AlignRight | Qt::AlignVCenter,
                      scoreText);

    paintDecision(*painter, QRectF(left, top + (titleHeight - markSize) / 2.0, markSize, markSize), decision, colours,
                  ground);
    const int textLeft = left + markSize + normalGap;
    const QRect titleArea(textLeft, top, right - scoreWidth - normalGap - textLeft, titleHeight);
    painter->setFont(titleFont);
    const QString title = index.data(Qt::DisplayRole).toString();
    painter->drawText(titleArea, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(titleFont).elidedText(title, Qt::ElideRight, titleArea.width()));
    top += titleHeight + smallGap;

    painter->setFont(smallFont);
    painter->setPen(faded ? colours.textInactive : colours.textSecondary);
    const QRect hookArea(textLeft, top, right - textLeft, smallHeight);
    painter->drawText(hookArea, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(smallFont).elidedText(index.data(MomentListModel::HookRole).toString(),
                                                         Qt::ElideRight, hookArea.width()));
    top += smallHeight + smallGap;

    painter->setFont(tabular(smallFont));
    painter->drawText(QRect(textLeft, top, right - textLeft, smallHeight), Qt::AlignLeft | Qt::AlignVCenter,
                      secondLine(index));
    int markRight = right;
    const auto drawMark = [&](Icon name, const QColor &colour) {
        icon(name, colour).paint(painter, QRect(markRight - smallHeight, top, smallHeight, smallHeight));
        markRight -= smallHeight + smallGap;
    };
    if (!index.data(MomentListModel::WarningsRole).toStringList().isEmpty())
        drawMark(Icon::Warning, colours.caution);
    if (index.data(MomentListModel::StarredRole).toBool())
        drawMark(Icon::Star, colours.accent);
    if (index.data(MomentListModel::EditedRole).toBool()) {
        const QString edited = tr("edited");
        painter->setFont(smallFont);
        const int width = QFontMetrics(smallFont).horizontalAdvance(edited);
        painter->drawText(QRect(markRight - width, top, width, smallHeight), Qt::AlignRight | Qt::AlignVCenter, edited);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(colours.accent);
        painter->drawRect(card.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

} // namespace Viral
