// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/gridstyle.h"

#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/style/textline.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QHeaderView>
#include <QListView>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// Around the text of a button, at each side.
constexpr int buttonRoom = 3 * gridStep;

int onGrid(int pixels)
{
    return (pixels + gridStep - 1) / gridStep * gridStep;
}

/// Whether a chosen row of \a widget begins with the cell that \a item draws.
bool beginsRow(const QStyleOptionViewItem &item, const QWidget *widget)
{
    if (const auto *table = qobject_cast<const QTableView *>(widget))
        return table->horizontalHeader()->visualIndex(item.index.column()) == 0;
    return qobject_cast<const QListView *>(widget) || item.viewItemPosition == QStyleOptionViewItem::Beginning ||
           item.viewItemPosition == QStyleOptionViewItem::OnlyOne;
}

bool isOfRows(const QWidget *widget)
{
    const auto *header = qobject_cast<const QHeaderView *>(widget);
    return header && header->orientation() == Qt::Vertical;
}

/// Above and below the text of a control.
constexpr int frameRoom = 3;
/// Before and after the text of a field, besides what Qt leaves.
constexpr int textRoom = smallGap;

bool isOfSpinBox(const QWidget *widget)
{
    return widget && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
}

/// Where a header says that its column orders the rows.
QRect sortMark(const QStyleOptionHeader &header)
{
    const QRect rect = header.rect;
    return QStyle::visualRect(
        header.direction, rect,
        QRect(rect.right() + 1 - 2 * normalGap, rect.center().y() - smallGap, normalGap, normalGap));
}

/// The colour under a chosen row is quiet; this tells it apart for every eye.
void drawChosenMark(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    if (!item || !option.state.testFlag(QStyle::State_Selected) || !beginsRow(*item, widget))
        return;
    const QRect bar(option.rect.left(), option.rect.top(), gridStep, option.rect.height());
    painter.fillRect(QStyle::visualRect(option.direction, option.rect, bar), coloursFor(option.palette).accent);
}

void drawHeader(const QStyleOption &option, QPainter &painter)
{
    const Colours &colours = coloursFor(option.palette);
    const QRect rect = option.rect;
    const bool isPressed = option.state.testFlag(QStyle::State_Sunken);
    const bool isHovered =
        option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    painter.fillRect(rect, isPressed || isHovered ? colours.raised : colours.window);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.hairline);
    const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    const bool isLast = section && (section->position == QStyleOptionHeader::End ||
                                    section->position == QStyleOptionHeader::OnlyOneSection);
    if (section && !isLast)
        painter.fillRect(QStyle::visualRect(option.direction, rect, QRect(rect.right(), rect.top(), 1, rect.height())),
                         colours.hairline);
}

bool isSorted(const QStyleOptionHeader &header)
{
    return header.sortIndicator != QStyleOptionHeader::None;
}

/// The words of a header: as high as it is, between its margins and before the mark.
QRect headerLabel(const QStyleOptionHeader &header)
{
    const int mark = isSorted(header) ? normalGap + smallGap : 0;
    return QStyle::visualRect(header.direction, header.rect, header.rect.adjusted(normalGap, 0, -normalGap - mark, 0));
}

void drawToolBarSeparator(const QStyleOption &option, QPainter &painter)
{
    const QPoint middle = option.rect.center();
    const QRect line = option.state.testFlag(QStyle::State_Horizontal)
                           ? QRect(middle.x(), option.rect.top() + smallGap, 1, option.rect.height() - 2 * smallGap)
                           : QRect(option.rect.left() + smallGap, middle.y(), option.rect.width() - 2 * smallGap, 1);
    painter.fillRect(line, coloursFor(option.palette).hairline);
}

/// Fusion's own frames are darker than the window, which a dark one swallows; on paper they are too faint.
void drawOutline(const QStyleOption &option, QPainter &painter, bool isRound)
{
    const Colours &colours = coloursFor(option.palette);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hasFocus = isEnabled && isRound && option.state.testFlag(QStyle::State_HasFocus);
    // A box to tick is all there is to see of it; of a field that takes nothing, its text tells enough.
    const QColor quiet = isEnabled ? colours.line : isRound ? colours.hairline : colours.textInactive;
    const double width = hasFocus ? 2 : 1;
    const double radius = isRound ? 2 : 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, isRound);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus ? colours.accent : quiet, width));
    const QRectF edge(option.rect);
    painter.drawRoundedRect(edge.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
    painter.restore();
}

/// Fusion lays a veil over what has the keys, through which its text is hard to read.
void drawFocus(const QStyleOption &option, QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(coloursFor(option.palette).accent);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

} // namespace

GridStyle::GridStyle(int movementTime)
    : QProxyStyle(u"Fusion"_s)
    , m_movementTime(movementTime)
{}

int GridStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
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
    // Qt adds one more: the text of a cell stands as far from its edges as that of a header.
    case PM_FocusFrameHMargin:
        return normalGap - 1;
    case PM_HeaderMargin:
        // Of rows it is what they are high at least.
        return isOfRows(widget) ? smallGap : normalGap;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return smallIcon;
    case PM_TabBarTabHSpace:
        return 4 * gridStep;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int GridStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_Widget_Animate:
        return m_movementTime;
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

QSize GridStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                  const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const auto *field = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const int text = option ? option->fontMetrics.height() : 0;
    switch (type) {
    case CT_PushButton:
        size = size.expandedTo({contents.width() + 2 * buttonRoom, 0});
        size.setHeight(onGrid(std::max(text, contents.height()) + 2 * frameRoom));
        break;
    case CT_LineEdit:
        if (field && field->lineWidth > 0)
            size.setHeight(onGrid(text + 2 * frameRoom));
        break;
    case CT_ComboBox:
        size += QSize(2 * textRoom, 0);
        size.setHeight(onGrid(text + 2 * frameRoom));
        break;
    case CT_SpinBox:
        size += QSize(textRoom, 0);
        size.setHeight(onGrid(text + 2 * frameRoom));
        break;
    case CT_HeaderSection:
        if (!isOfRows(widget))
            size.setHeight(onGrid(text + 2 * smallGap));
        break;
    default:
        break;
    }
    return size;
}

QRect GridStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *field = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const bool isFramed = field && (field->lineWidth > 0 || isOfSpinBox(widget));
    return element == SE_LineEditContents && isFramed ? rect.adjusted(textRoom, 0, -textRoom, 0) : rect;
}

QRect GridStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField && box && !box->editable)
        return rect.adjusted(textRoom, 0, -textRoom, 0);
    return rect;
}

void GridStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const Colours &colours = coloursFor(option->palette);
    switch (element) {
    case PE_PanelMenu:
        // Fusion lightens it, which makes paper white.
        painter->fillRect(option->rect, colours.base);
        return;
    case PE_IndicatorToolBarSeparator:
        drawToolBarSeparator(*option, *painter);
        return;
    case PE_FrameFocusRect:
        drawFocus(*option, *painter);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_PanelItemViewItem)
        drawChosenMark(*option, *painter, widget);
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
    const bool isField =
        element == PE_FrameLineEdit || (element == PE_Frame && area && area->focusPolicy() != Qt::NoFocus);
    if (isField || element == PE_IndicatorCheckBox)
        drawOutline(*option, *painter, isField);
}

void GridStyle::drawItemText(QPainter *painter, const QRect &area, int flags, const QPalette &palette, bool isEnabled,
                             const QString &text, QPalette::ColorRole role) const
{
    QProxyStyle::drawItemText(painter, area, flags, palette, isEnabled,
                              inOwnDirection(text, painter->layoutDirection()), role);
}

void GridStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const Colours &colours = coloursFor(option->palette);
    const QRect rect = option->rect;
    switch (element) {
    // Fusion's shades make these louder than what stands in them.
    case CE_Header:
        if (drawColumnHeader(*option, *painter, widget))
            return;
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeader(*option, *painter);
        return;
    case CE_ComboBoxLabel:
        drawChoice(*option, *painter, widget);
        return;
    case CE_PushButtonLabel:
        if (drawMirroredButton(*option, *painter, widget))
            return;
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(rect, colours.window);
        return;
    case CE_ToolBar:
        painter->fillRect(rect, colours.window);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.hairline);
        return;
    case CE_MenuBarItem:
        if (drawMenuTitle(*option, *painter, widget))
            return;
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
            painter->fillRect(QRect(rect.left() + normalGap, rect.center().y(), rect.width() - 2 * normalGap, 1),
                              colours.hairline);
            return;
        }
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem written(*item);
            written.text = inOwnDirection(item->text, item->direction);
            QProxyStyle::drawControl(element, &written, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    // The tab that has the keys looks like the one that is only chosen.
    if (element == CE_TabBarTabLabel && option->state.testFlag(State_HasFocus)) {
        QStyleOption inner(*option);
        inner.rect = option->rect.adjusted(gridStep, gridStep, -gridStep, -gridStep);
        drawOutline(inner, *painter, true);
    }
}

void GridStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spin && spin->frame)
        drawOutline(*option, *painter, true);
}

bool GridStyle::drawColumnHeader(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeaderV2 *>(&option);
    if (!header || header->orientation != Qt::Horizontal)
        return false;
    drawHeader(option, painter);
    QStyleOptionHeaderV2 part(*header);
    part.rect = headerLabel(*header);
    proxy()->drawControl(CE_HeaderLabel, &part, &painter, widget);
    if (isSorted(*header)) {
        part.rect = sortMark(*header);
        proxy()->drawPrimitive(PE_IndicatorHeaderArrow, &part, &painter, widget);
    }
    return true;
}

void GridStyle::drawChoice(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(&option);
    if (!box)
        return;
    // Fusion cuts what is too long in the middle of a letter.
    QStyleOptionComboBox cut(*box);
    const int icon = box->currentIcon.isNull() ? 0 : box->iconSize.width() + smallGap;
    const int room = proxy()->subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - icon - 2;
    if (box->fontMetrics.horizontalAdvance(box->currentText) > room)
        cut.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room);
    QProxyStyle::drawControl(CE_ComboBoxLabel, &cut, &painter, widget);
}

bool GridStyle::drawMirroredButton(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (!button || button->direction == Qt::LeftToRight || button->icon.isNull() || button->text.isEmpty())
        return false;
    // Qt pushes the words away from the icon to the far edge here.
    const bool isEnabled = button->state.testFlag(State_Enabled);
    const int mnemonic =
        proxy()->styleHint(SH_UnderlineShortcut, button, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    const int words = button->fontMetrics.size(mnemonic, button->text).width();
    const int whole = button->iconSize.width() + smallGap + words;
    const int right = button->rect.center().x() + whole / 2;
    const QRect icon(
        QPoint(right - button->iconSize.width(), button->rect.center().y() - button->iconSize.height() / 2),
        button->iconSize);
    button->icon.paint(&painter, icon, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
    const QRect text(icon.left() - smallGap - words, button->rect.top(), words, button->rect.height());
    proxy()->drawItemText(&painter, text, Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine | mnemonic,
                          button->palette, isEnabled, button->text, QPalette::ButtonText);
    return true;
}

bool GridStyle::drawMenuTitle(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
    if (!item || option.state.testFlag(State_Sunken))
        return false;
    const Colours &colours = coloursFor(option.palette);
    painter.fillRect(option.rect, option.state.testFlag(State_Selected) ? colours.raised : colours.window);
    const int mnemonic =
        proxy()->styleHint(SH_UnderlineShortcut, &option, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    proxy()->drawItemText(&painter, option.rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, option.palette,
                          option.state.testFlag(State_Enabled), item->text, QPalette::WindowText);
    return true;
}

} // namespace Viral
