// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scorebar.h"

#include "ui/panels/scorebaraccess.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/style/textline.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <numeric>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int highest = 10;
constexpr int leastTrack = highest * 2 * gridStep;

} // namespace

ScoreBar::ScoreBar(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    installScoreBarAccess();
    setFocusPolicy(Qt::StrongFocus);
    setProperty("usesArrowKeys", true);
    setAccessibleName(name);
    setToolTip(tr("%1: click, or arrow keys, to change").arg(name));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScoreBar::setScore(int score)
{
    const int before = std::exchange(m_score, std::clamp(score, 1, highest));
    setAccessibleDescription(tr("%1 of 10").arg(m_score));
    if (m_score != before) {
        update();
        QAccessibleValueChangeEvent event(this, m_score);
        QAccessible::updateAccessibility(&event);
    }
}

void ScoreBar::choose(int score)
{
    if (const int chosen = std::clamp(score, 1, highest); chosen != m_score)
        Q_EMIT scoreChosen(chosen);
}

QSize ScoreBar::sizeHint() const
{
    return {240, std::max(rowHeight, fontMetrics().height() + normalGap)};
}

void ScoreBar::alignWith(const QStringList &names)
{
    m_alignedNames = names;
    update();
}

QRect ScoreBar::placed(const QRect &rect) const
{
    return QStyle::visualRect(layoutDirection(), this->rect(), rect);
}

QRect ScoreBar::track() const
{
    const auto widest = [this](int width, const QString &name) {
        return std::max(width, fontMetrics().horizontalAdvance(name));
    };
    const int wanted = std::accumulate(m_alignedNames.cbegin(), m_alignedNames.cend(), widest(0, m_name), widest);
    const int numberWidth = fontMetrics().horizontalAdvance(u"10"_s) + normalGap;
    // The bar gives way to the name, as long as its steps can be told apart and clicked.
    const int left = std::max(0, width() - numberWidth - normalGap);
    const int nameWidth = std::min({wanted + 2 * normalGap, left - leastTrack, left});
    return {std::max(0, nameWidth), (height() - normalGap) / 2, std::max(10, left - std::max(0, nameWidth)), normalGap};
}

void ScoreBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(this);
    const QRect bar = track();
    painter.setPen(colours.text);
    const QRect nameArea(0, 0, bar.left() - normalGap, height());
    drawTextLine(painter, placed(nameArea), m_name, layoutDirection());
    painter.fillRect(placed(bar), colours.hairline);
    painter.fillRect(placed(QRect(bar.left(), bar.top(), bar.width() * m_score / highest, bar.height())),
                     colours.score(m_score));
    for (int step = 1; step < highest; ++step)
        painter.fillRect(placed(QRect(bar.left() + bar.width() * step / highest, bar.top(), 1, bar.height())),
                         colours.base);
    painter.setFont(tabular(sized(font(), TextSize::Normal, TextWeight::Strong)));
    painter.setPen(colours.text);
    drawTextLine(painter, placed(QRect(bar.right() + 1, 0, width() - bar.right() - 1, height())),
                 QString::number(m_score), layoutDirection(), Qt::AlignRight);
    if (hasFocus()) {
        painter.setPen(colours.accent);
        painter.drawRect(placed(bar).adjusted(-3, -3, 2, 2));
    }
}

void ScoreBar::mousePressEvent(QMouseEvent *event)
{
    const QRect bar = track();
    const int x = placed(QRect(event->position().toPoint(), QSize(1, 1))).x();
    if (event->button() != Qt::LeftButton || x < bar.left() || x > bar.right())
        return;
    choose((x - bar.left()) * highest / bar.width() + 1);
}

void ScoreBar::keyPressEvent(QKeyEvent *event)
{
    const bool isMirrored = isRightToLeft();
    const bool up = event->key() == (isMirrored ? Qt::Key_Left : Qt::Key_Right) || event->key() == Qt::Key_Plus;
    const bool down = event->key() == (isMirrored ? Qt::Key_Right : Qt::Key_Left) || event->key() == Qt::Key_Minus;
    if (!up && !down)
        QWidget::keyPressEvent(event);
    else
        choose(m_score + (up ? 1 : -1));
}

} // namespace Viral
