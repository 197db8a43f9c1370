// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/timetextwidget.h"

#include "ui/style/accessiblechildren.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QAccessibleWidget>
#include <QPainter>
#include <QStyleOptionFocusRect>

namespace Viral {

namespace {

/// Tells the time when it is asked for it, and not many times a second.
class AccessibleTime final : public QAccessibleWidget
{
public:
    explicit AccessibleTime(TimeText &button)
        : QAccessibleWidget(&button, QAccessible::Button)
        , m_button(button)
    {}

    QString text(QAccessible::Text type) const override
    {
        const QString text = QAccessibleWidget::text(type);
        return type == QAccessible::Name ? text + u' ' + m_button.shownText() : text;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            m_button.click();
    }

private:
    TimeText &m_button;
};

} // namespace

TimeText::TimeText(QWidget *parent)
    : QAbstractButton(parent)
{
    installAccessibility<TimeText, AccessibleTime>();
    setFont(tabular(sized(font(), TextSize::Large, TextWeight::Strong)));
    setCursor(Qt::IBeamCursor);
    // A command reaches it by the keyboard; focus here would take the space bar away from playing.
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void TimeText::setShownText(const QString &text)
{
    if (text == m_shown)
        return;
    // Not the button's own text: that would lay out anew, and tell screen readers each time.
    m_shown = text;
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
    painter.drawText(rect().adjusted(smallGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_shown);
}

} // namespace Viral
