// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/droparea.h"

#include "ui/settings/settingwidgets.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace Viral {

DropArea::DropArea(const QString &title, const QString &explanation, const QList<QPushButton *> &buttons,
                   QWidget *parent)
    : QWidget(parent)
{
    auto *name = new QLabel(title);
    name->setFont(sized(name->font(), TextSize::Large, TextWeight::Strong));
    name->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(normalGap);
    for (QPushButton *button : buttons)
        row->addWidget(button);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8 * gridStep, 8 * gridStep, 8 * gridStep, 8 * gridStep);
    column->setSpacing(3 * gridStep);
    column->addStretch();
    column->addWidget(name);
    column->addWidget(smallLabel(explanation));
    column->addSpacing(smallGap);
    column->addLayout(row);
    column->addStretch();
}

void DropArea::setTarget(bool isTarget)
{
    m_isTarget = isTarget;
    update();
}

void DropArea::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_isTarget ? colours.accentArea : colours.base);
    painter.setPen(QPen(m_isTarget ? colours.accent : colours.line, m_isTarget ? 2 : 1,
                        m_isTarget ? Qt::SolidLine : Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), normalGap, normalGap);
}

} // namespace Viral
