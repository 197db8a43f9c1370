// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "ui/style/gridstyle.h"
#include "ui/style/oklab.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QStyle>
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

/// Rows of lists: what is chosen lies on a quiet area under its usual text.
QPalette listPalette(QPalette palette)
{
    const Colours &colours = coloursFor(palette);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group, QPalette::Highlight, colours.accentArea);
        palette.setColor(group, QPalette::HighlightedText, colours.text);
    }
    return palette;
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
    const QPalette palette = paletteOf(isDarkWanted() ? darkColours() : lightColours());
    QApplication::setPalette(palette);
    QApplication::setPalette(listPalette(palette), "QAbstractItemView");
    Q_EMIT changed();
}

void Theme::applyStyle()
{
    const QScopedValueRollback guard(m_isApplying, true);
    QApplication::setStyle(new GridStyle(m_motion == Motion::On ? movementMilliseconds : 0));
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
