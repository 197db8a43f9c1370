// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/rulebar.h"

#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int leastWidth = 3;

} // namespace

RuleBar::RuleBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Where the candidates ended"));
}

void RuleBar::setParts(const QList<Part> &parts)
{
    m_parts = parts;
    QStringList told;
    for (const Part &part : parts)
        told.append(tr("%1: %2").arg(part.name).arg(part.count));
    setAccessibleDescription(told.join(u", "_s));
    update();
}

QSize RuleBar::sizeHint() const
{
    return {200, 3 * gridStep};
}

QList<QRect> RuleBar::places() const
{
    int total = 0;
    for (const Part &part : m_parts)
        total += part.count;
    QList<QRect> places;
    int before = 0;
    for (const Part &part : m_parts) {
        const int left = total == 0 ? 0 : width() * before / total;
        before += part.count;
        const int right = total == 0 ? 0 : width() * before / total;
        places.append(QStyle::visualRect(layoutDirection(), rect(),
                                         QRect(left, 0, std::max(leastWidth, right - left - 1), height())));
    }
    return places;
}

int RuleBar::partAt(const QPoint &place) const
{
    const QList<QRect> all = places();
    for (int part = 0; part < all.size(); ++part) {
        if (all.at(part).contains(place))
            return part;
    }
    return -1;
}

void RuleBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(this);
    const QList<QRect> all = places();
    for (int part = 0; part < all.size(); ++part) {
        const QColor fill = m_parts.at(part).isKept ? colours.accent
                            : part % 2 == 0         ? colours.line
                                                    : colours.textInactive;
        painter.fillRect(all.at(part), fill);
    }
}

void RuleBar::mousePressEvent(QMouseEvent *event)
{
    if (const int part = partAt(event->position().toPoint()); part >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT partClicked(part);
}

bool RuleBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int part = partAt(help->pos()); part >= 0)
            QToolTip::showText(help->globalPos(), tr("%1: %2").arg(m_parts.at(part).name).arg(m_parts.at(part).count),
                               this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace Viral
