// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messagebutton.h"

#include "ui/models/messagemodel.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QEvent>

namespace Viral {

MessageButton::MessageButton(const MessageModel &messages, QWidget *parent)
    : QToolButton(parent)
    , m_messages(messages)
{
    setAutoRaise(true);
    setIconSize({smallIcon, smallIcon});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setToolTip(tr("Show the messages of this window"));
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&messages, signal, this, &MessageButton::showCount);
    connect(&messages, &QAbstractItemModel::modelReset, this, &MessageButton::showCount);
    showCount();
}

void MessageButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showCount();
}

void MessageButton::showCount()
{
    const Colours &colours = coloursFor(palette());
    const bool isError = m_messages.countOf(Message::Severity::Error) > 0;
    const int count = m_messages.problemCount();
    setVisible(count > 0);
    setText(tr("Problems: %1").arg(count));
    setAccessibleName(text());
    setIcon(isError ? Viral::icon(Icon::Error, colours.danger) : Viral::icon(Icon::Warning, colours.caution));
}

} // namespace Viral
