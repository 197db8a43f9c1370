// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/timetextwidget.h"

#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

namespace Viral {

TimeText::TimeText(QWidget *parent)
    : QAbstractButton(parent)
{
    setFont(tabular(sized(font(), TextSize::Large, TextWeight::Strong)));
    setCursor(Qt::IBeamCursor);
    // A command reaches it by the keyboard; focus here would take the space bar away from playing.
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void TimeText::setShownText(const QString &text)
{
    if (text == this->text())
        return;
    // Kept as the button's text, so that it is read aloud; setText() would lay out anew.
    const QSignalBlocker quiet(this);
    setText(text);
    update();
}

void TimeText::setWidest(const QString &text)
{
    if (text.size() == m_widest.size())
        return;
    m_widest = text;
    updateGeometry();
}

QSize TimeText::sizeHint() const
{
    ensurePolished();
    return {fontMetrics().horizontalAdvance(m_widest) + 2 * smallGap, rowHeight};
}

void TimeText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = coloursFor(palette());
    if (underMouse()) {
        painter.setPen(colours.line);
        painter.drawLine(smallGap, height() - smallGap, width() - smallGap, height() - smallGap);
    }
    painter.setPen(colours.text);
    painter.drawText(rect().adjusted(smallGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace Viral
