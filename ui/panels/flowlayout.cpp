// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace Viral {

FlowLayout::FlowLayout(int spacing)
    : m_spacing(spacing)
{
    setContentsMargins({});
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize largest;
    for (const QLayoutItem *item : m_items)
        largest = largest.expandedTo(QSize(0, item->minimumSize().height()));
    return largest;
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    arrange(area, Arranging::Place);
}

int FlowLayout::arrange(const QRect &area, Arranging arranging) const
{
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int left = area.left();
    int top = area.top();
    int lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        const QSize wanted = item->sizeHint();
        // Even a long word stays inside.
        const QSize size(std::min(wanted.width(), area.width()), wanted.height());
        if (left > area.left() && left + size.width() > area.right() + 1) {
            left = area.left();
            top += lineHeight + m_spacing;
            lineHeight = 0;
        }
        if (arranging == Arranging::Place)
            item->setGeometry(QStyle::visualRect(direction, area, QRect(QPoint(left, top), size)));
        left += size.width() + m_spacing;
        lineHeight = std::max(lineHeight, size.height());
    }
    return top + lineHeight - area.top();
}

} // namespace Viral
