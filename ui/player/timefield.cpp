// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/timefield.h"

#include "ui/player/timetextwidget.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/style/timedisplay.h"

#include <QActionGroup>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Viral {

TimeField::TimeField(TimeDisplay &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_pages(new QStackedLayout)
    , m_text(new TimeText)
    , m_entry(new QLineEdit)
    , m_menu(new QMenu(this))
{
    m_text->setObjectName(u"player.time"_s);
    m_entry->setObjectName(u"player.timeEntry"_s);
    m_entry->setFont(m_text->font());
    m_entry->setAccessibleName(tr("Go to a time"));
    m_entry->setPlaceholderText(tr("1912, +30, -2.."));
    m_entry->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_entry->installEventFilter(this);
    auto *choose = new QToolButton;
    choose->setObjectName(u"player.timeFormat"_s);
    choose->setIcon(icon(Icon::ChevronDown));
    choose->setIconSize({smallIcon, smallIcon});
    choose->setAutoRaise(true);
    choose->setPopupMode(QToolButton::InstantPopup);
    choose->setMenu(m_menu);
    choose->setFocusPolicy(Qt::NoFocus);
    choose->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);
    choose->setAccessibleName(tr("How times are written"));
    choose->setToolTip(tr("How times are written"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_entry);
    layout->addLayout(m_pages);
    layout->addWidget(choose);

    connect(m_text, &QAbstractButton::clicked, this, &TimeField::beginEntry);
    connect(m_entry, &QLineEdit::returnPressed, this, &TimeField::take);
    connect(m_entry, &QLineEdit::textEdited, this, [this] { m_entry->setPalette(palette()); });
    connect(m_menu, &QMenu::aboutToShow, this, &TimeField::fillMenu);
    connect(&m_display, &TimeDisplay::changed, this, &TimeField::updateTexts);
    fillMenu();
    updateTexts();
}

void TimeField::setTime(Milliseconds time)
{
    m_time = time;
    m_text->setShownText(m_display.text(time));
}

void TimeField::setDuration(Milliseconds duration)
{
    m_duration = duration;
    updateTexts();
}

void TimeField::updateTexts()
{
    const QString time = m_display.text(m_time);
    m_text->setWidest(time);
    m_text->setShownText(time);
    m_text->setAccessibleName(tr("Position"));
    m_text->setToolTip(
        tr("Go to a time: 1912 is 19:12, +30 is half a minute on, -2.. two minutes back. The end is at %1.")
            .arg(m_display.text(m_duration)));
}

bool TimeField::isEntering() const
{
    return m_pages->currentWidget() == m_entry;
}

void TimeField::beginEntry()
{
    m_entry->setPalette(palette());
    m_entry->setText(m_display.text(m_time));
    m_pages->setCurrentWidget(m_entry);
    m_entry->setFocus(Qt::ShortcutFocusReason);
    m_entry->selectAll();
}

void TimeField::endEntry()
{
    if (!isEntering())
        return;
    m_pages->setCurrentWidget(m_text);
    // The keys belong to the window again.
    if (window())
        window()->setFocus();
}

void TimeField::take()
{
    const auto time = timeFromTyped(m_entry->text(), m_time, m_display.format());
    if (!time) {
        QPalette wrong = palette();
        wrong.setColor(QPalette::Text, coloursFor(wrong).danger);
        m_entry->setPalette(wrong);
        m_entry->selectAll();
        return;
    }
    endEntry();
    Q_EMIT entered(*time);
}

bool TimeField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_entry && event->type() == QEvent::FocusOut)
        endEntry();
    const bool mayBeEscape = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_entry && mayBeEscape && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            endEntry();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TimeField::contextMenuEvent(QContextMenuEvent *event)
{
    m_menu->popup(event->globalPos());
}

void TimeField::fillMenu()
{
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QActionGroup *>());
    auto *styles = new QActionGroup(m_menu);
    const FrameRate rate = m_display.rate();
    const QString perSecond = rate.isKnown() ? tr(" at %1 per second").arg(frameRateText(rate)) : QString();
    const auto add = [this, styles](const QString &text, TimeStyle style, bool isPossible) {
        QAction *action = m_menu->addAction(text, this, [this, style] { m_display.setStyle(style); });
        action->setActionGroup(styles);
        action->setCheckable(true);
        action->setChecked(m_display.format().style == style);
        action->setEnabled(isPossible);
    };
    add(tr("Milliseconds"), TimeStyle::Clock, true);
    add(tr("Pictures%1").arg(perSecond), TimeStyle::Frames, rate.isKnown());
    add(tr("Drop-frame"), TimeStyle::DropFrame, rate.canDropFrames());
    m_menu->addSeparator();
    QAction *source = m_menu->addAction(tr("As the camera counted"));
    source->setCheckable(true);
    source->setChecked(m_display.showsSourceTime() && m_display.hasSourceTime());
    source->setEnabled(m_display.hasSourceTime());
    connect(source, &QAction::toggled, &m_display, &TimeDisplay::setShowsSourceTime);
}

} // namespace Viral
