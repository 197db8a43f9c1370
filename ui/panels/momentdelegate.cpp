// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/momentdelegate.h"

#include "ui/models/momentlistmodel.h"
#include "ui/models/stepwords.h"
#include "ui/style/icons.h"
#include "ui/style/marks.h"
#include "ui/style/metrics.h"
#include "ui/style/textline.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int barWidth = gridStep;
constexpr int markSize = 16;

/// What an editor said of it, and what is wrong with it.
QString remarks(const QModelIndex &index)
{
    QStringList parts;
    if (index.data(MomentListModel::SupersededRole).toBool())
        parts.append(MomentDelegate::tr("no longer in the result"));
    parts.append(reasonText(index.data(MomentListModel::ReasonRole).toString()));
    parts.append(index.data(MomentListModel::NoteRole).toString().simplified());
    if (index.data(MomentListModel::EditedRole).toBool())
        parts.append(MomentDelegate::tr("edited"));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// Time and length, then warnings and remarks as far as there is room, then the star. \a line is where they would
/// be in a window that reads from left to right.
void paintFacts(QPainter &painter, QRect line, const QStyleOptionViewItem &option, const Colours &colours,
                const QModelIndex &index)
{
    const QFont small = sized(option.font, TextSize::Small);
    const int mark = QFontMetrics(small).height();
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const auto paintMark = [&](Icon which, const QColor &colour, int left) {
        icon(which, colour).paint(&painter, placed(QRect(left, line.top(), mark, mark)));
    };
    const QString when = index.data(MomentListModel::TimesTextRole).toString();
    painter.setFont(tabular(small));
    drawTextLine(painter, placed(line), when, option.direction);
    line.setLeft(line.left() + QFontMetrics(tabular(small)).horizontalAdvance(when) + 3 * gridStep);
    if (index.data(MomentListModel::StarredRole).toBool()) {
        paintMark(Icon::Star, colours.accent, line.right() - mark + 1);
        line.setRight(line.right() - mark - smallGap);
    }
    // Words beside the model's choice: the second opinion agrees. The tip and the spoken text say so.
    if (index.data(MomentListModel::AgreementRole).toInt() == static_cast<int>(Agreement::Both)) {
        paintMark(Icon::Transcript, colours.textSecondary, line.right() - mark + 1);
        line.setRight(line.right() - mark - smallGap);
    }
    painter.setFont(small);
    const QStringList warnings = index.data(MomentListModel::WarningsRole).toStringList();
    QStringList texts;
    if (!warnings.isEmpty()) {
        paintMark(Icon::Warning, colours.caution, line.left());
        line.setLeft(line.left() + mark + smallGap);
        texts.append(warnings.size() == 1
                         ? warnings.constFirst()
                         : MomentDelegate::tr("%1 (+%2)").arg(warnings.constFirst()).arg(warnings.size() - 1));
    }
    if (const QString said = remarks(index); !said.isEmpty())
        texts.append(said);
    drawTextLine(painter, placed(line), texts.join(u" · "_s), option.direction);
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
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, card, rect); };
    painter->fillRect(placed(QRect(card.left(), card.top(), barWidth, card.height() - 1)), colours.score(score));

    // What was rejected steps back and stays readable: its mark tells it.
    const QFont titleFont = sized(option.font, TextSize::Normal, faded ? TextWeight::Normal : TextWeight::Strong);
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
    painter->setPen(faded ? colours.textSecondary : colours.text);
    drawTextLine(*painter, placed(QRect(right - scoreWidth, top, scoreWidth, titleHeight)), scoreText, option.direction,
                 Qt::AlignRight);

    QRectF mark = placed(QRect(left, top, markSize, markSize));
    mark.translate(0, (titleHeight - markSize) / 2.0);
    paintDecision(*painter, mark, decision, colours, ground);
    const int textLeft = left + markSize + normalGap;
    const QRect titleArea(textLeft, top, right - scoreWidth - normalGap - textLeft, titleHeight);
    painter->setFont(titleFont);
    drawTextLine(*painter, placed(titleArea), index.data(Qt::DisplayRole).toString(), option.direction);
    top += titleHeight + smallGap;

    painter->setFont(smallFont);
    painter->setPen(colours.textSecondary);
    const QString rank = u"#"_s + QString::number(index.data(MomentListModel::RankRole).toInt());
    painter->setFont(tabular(smallFont));
    const int rankWidth = painter->fontMetrics().horizontalAdvance(rank);
    drawTextLine(*painter, placed(QRect(right - rankWidth, top, rankWidth, smallHeight)), rank, option.direction,
                 Qt::AlignRight);
    painter->setFont(smallFont);
    const QRect hookArea(textLeft, top, right - rankWidth - normalGap - textLeft, smallHeight);
    drawTextLine(*painter, placed(hookArea), index.data(MomentListModel::HookRole).toString(), option.direction);
    top += smallHeight + smallGap;

    paintFacts(*painter, QRect(textLeft, top, right - textLeft, smallHeight), option, colours, index);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(colours.accent);
        painter->drawRect(card.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

} // namespace Viral
