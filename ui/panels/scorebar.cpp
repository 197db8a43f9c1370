// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scorebar.h"

#include "ui/panels/scorebaraccess.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int highest = 10;

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
    update();
    if (m_score != before) {
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

QRect ScoreBar::track() const
{
    const int nameWidth = std::min(width() / 2, fontMetrics().horizontalAdvance(u"Emotional impact  "_s) + normalGap);
    const int numberWidth = fontMetrics().horizontalAdvance(u"10"_s) + normalGap;
    return {nameWidth, (height() - normalGap) / 2, std::max(10, width() - nameWidth - numberWidth - normalGap),
            normalGap};
}

void ScoreBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(this);
    const QRect bar = track();
    painter.setPen(colours.text);
    const QRect nameArea(0, 0, bar.left() - normalGap, height());
    painter.drawText(nameArea, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_name, Qt::ElideRight, nameArea.width()));
    painter.fillRect(bar, colours.hairline);
    painter.fillRect(QRect(bar.left(), bar.top(), bar.width() * m_score / highest, bar.height()),
                     colours.score(m_score));
    painter.setPen(colours.base);
    for (int step = 1; step < highest; ++step)
        painter.drawLine(bar.left() + bar.width() * step / highest, bar.top(),
                         bar.left() + bar.width() * step / highest, bar.bottom());
    painter.setFont(tabular(sized(font(), TextSize::Normal, TextWeight::Strong)));
    painter.setPen(colours.text);
    painter.drawText(QRect(bar.right() + 1, 0, width() - bar.right() - 1, height()), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(m_score));
    if (hasFocus()) {
        painter.setPen(colours.accent);
        painter.drawRect(bar.adjusted(-3, -3, 2, 2));
    }
}

void ScoreBar::mousePressEvent(QMouseEvent *event)
{
    const QRect bar = track();
    if (event->button() != Qt::LeftButton || event->position().x() < bar.left() || event->position().x() > bar.right())
        return;
    choose(static_cast<int>((event->position().x() - bar.left()) * highest / bar.width()) + 1);
}

void ScoreBar::keyPressEvent(QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Right || event->key() == Qt::Key_Plus;
    const bool down = event->key() == Qt::Key_Left || event->key() == Qt::Key_Minus;
    if (!up && !down)
        QWidget::keyPressEvent(event);
    else
        choose(m_score + (up ? 1 : -1));
}

} // namespace Viral
