// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "ui/style/metrics.h"
#include "ui/style/oklab.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QProxyStyle>
#include <QScopedValueRollback>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr int movementMilliseconds = 120;
constexpr int smallestTextSize = 100;
constexpr int largestTextSize = 150;

/// Fusion with our distances and our time for movements.
class GridStyle : public QProxyStyle
{
public:
    explicit GridStyle(Motion motion)
        : QProxyStyle(u"Fusion"_s)
        , m_motion(motion)
    {}

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        switch (metric) {
        case PM_LayoutLeftMargin:
        case PM_LayoutTopMargin:
        case PM_LayoutRightMargin:
        case PM_LayoutBottomMargin:
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing:
            return normalGap;
        case PM_ToolBarItemSpacing:
        case PM_ToolBarItemMargin:
        case PM_DockWidgetSeparatorExtent:
        case PM_SplitterWidth:
            return smallGap;
        case PM_ScrollBarExtent:
            return 3 * gridStep;
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_ToolBarIconSize:
        case PM_ListViewIconSize:
        case PM_TabBarIconSize:
            return smallIcon;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override
    {
        switch (hint) {
        case SH_Widget_Animation_Duration:
        case SH_Widget_Animate:
            return m_motion == Motion::On ? movementMilliseconds : 0;
        case SH_EtchDisabledText:
        case SH_DialogButtonBox_ButtonsHaveIcons:
            return 0;
        default:
            return QProxyStyle::styleHint(hint, option, widget, result);
        }
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if (element == PE_PanelMenu) {
            // Fusion lightens it, which makes paper white.
            const Colours &colours = coloursFor(option->palette);
            painter->fillRect(option->rect, colours.base);
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
        const bool isField =
            element == PE_FrameLineEdit || (element == PE_Frame && area && area->focusPolicy() != Qt::NoFocus);
        if (isField || element == PE_IndicatorCheckBox)
            drawOutline(*option, *painter, isField);
    }

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override
    {
        QProxyStyle::drawControl(element, option, painter, widget);
        // The tab that has the keys looks like the one that is only chosen.
        if (element == CE_TabBarTabLabel && option->state.testFlag(State_HasFocus)) {
            QStyleOption inner(*option);
            inner.rect = option->rect.adjusted(gridStep, gridStep, -gridStep, -gridStep);
            drawOutline(inner, *painter, true);
        }
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (control == CC_SpinBox && spin && spin->frame)
            drawOutline(*option, *painter, true);
    }

private:
    /// Fusion's own frames are darker than the window, which a dark one swallows; on paper they are too faint.
    static void drawOutline(const QStyleOption &option, QPainter &painter, bool isRound)
    {
        if (!option.state.testFlag(State_Enabled))
            return;
        const Colours &colours = coloursFor(option.palette);
        const bool hasFocus = isRound && option.state.testFlag(State_HasFocus);
        const double width = hasFocus ? 2 : 1;
        const double radius = isRound ? 2 : 0;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, isRound);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(hasFocus ? colours.accent : colours.line, width));
        const QRectF edge(option.rect);
        painter.drawRoundedRect(edge.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
        painter.restore();
    }

    Motion m_motion;
};

/// Properties of a widget whose text has a size of its own: that size at 100 %, and what it was made last.
constexpr const char *ownSize = "ownTextSize";
constexpr const char *madeSize = "madeTextSize";

/// The same text at another size; \a before and \a after are percent of the system's size.
void resizeText(QWidget &widget, int before, int after)
{
    QFont font = widget.font();
    const bool hasOwnSize = widget.testAttribute(Qt::WA_SetFont) && (font.resolveMask() & QFont::SizeResolved);
    if (!hasOwnSize || font.pointSizeF() <= 0)
        return;
    // From the size it was given and not from the last one, so that nothing drifts.
    if (!qFuzzyCompare(widget.property(madeSize).toDouble(), font.pointSizeF()))
        widget.setProperty(ownSize, font.pointSizeF() * 100 / before);
    font.setPointSizeF(std::round(widget.property(ownSize).toDouble() * after / 50) / 2);
    widget.setFont(font);
    widget.setProperty(madeSize, font.pointSizeF());
}

bool isDark(const QPalette &palette)
{
    return relativeLuminance(palette.color(QPalette::Active, QPalette::Window)) < 0.2;
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_systemFont(QApplication::font())
{
    applyStyle();
    apply();
    m_application.installEventFilter(this);
}

void Theme::setChoice(ThemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::setMotion(Motion motion)
{
    if (m_motion == motion)
        return;
    m_motion = motion;
    applyStyle();
    apply();
}

void Theme::setTextSize(int percent)
{
    const int before = std::exchange(m_textSize, std::clamp(percent, smallestTextSize, largestTextSize));
    if (before == m_textSize)
        return;
    QFont font = m_systemFont;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * m_textSize / 100);
    else
        font.setPixelSize(font.pixelSize() * m_textSize / 100);
    QApplication::setFont(font);
    for (QWidget *widget : QApplication::allWidgets())
        resizeText(*widget, before, m_textSize);
    Q_EMIT changed();
}

const Colours &Theme::colours() const
{
    return coloursFor(QApplication::palette());
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop has changed its mind: our own palette is in the way, so ask anew.
    if (watched == &m_application && event->type() == QEvent::ThemeChange && !m_isApplying &&
        m_choice == ThemeChoice::System)
        apply();
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    const QScopedValueRollback guard(m_isApplying, true);
    QApplication::setPalette(paletteOf(isDarkWanted() ? darkColours() : lightColours()));
    Q_EMIT changed();
}

void Theme::applyStyle()
{
    const QScopedValueRollback guard(m_isApplying, true);
    QApplication::setStyle(new GridStyle(m_motion));
}

bool Theme::isDarkWanted()
{
    return m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && isSystemDark());
}

bool Theme::isSystemDark()
{
    // Qt 6.4 has no colour scheme to ask for, but an empty palette brings the system's own back.
    QApplication::setPalette(QPalette());
    return isDark(QApplication::palette()) || isDark(QApplication::style()->standardPalette());
}

int movementTime(const QWidget *widget)
{
    return widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget);
}

} // namespace Viral
