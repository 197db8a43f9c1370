// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messagebutton.h"

#include "ui/models/messagemodel.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int mostShown = 20;
constexpr int widestLine = 120;

QIcon severityIcon(Message::Severity severity, const Colours &colours)
{
    switch (severity) {
    case Message::Severity::Error:
        return icon(Icon::Error, colours.danger);
    case Message::Severity::Warning:
        return icon(Icon::Warning, colours.caution);
    case Message::Severity::Note:
        break;
    }
    return icon(Icon::Info);
}

} // namespace

MessageButton::MessageButton(const MessageModel &messages, QWidget *parent)
    : QToolButton(parent)
    , m_messages(messages)
{
    setAutoRaise(true);
    setIconSize({smallIcon, smallIcon});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    setAccessibleName(tr("Messages"));
    connect(menu(), &QMenu::aboutToShow, this, &MessageButton::fill);
    connect(&messages, &QAbstractItemModel::rowsInserted, this, &MessageButton::showCount);
    connect(&messages, &QAbstractItemModel::rowsRemoved, this, &MessageButton::showCount);
    connect(&messages, &QAbstractItemModel::modelReset, this, &MessageButton::showCount);
    showCount();
}

void MessageButton::showCount()
{
    const int count = m_messages.problemCount();
    setVisible(count > 0);
    setText(tr("Problems: %1").arg(count));
    setIcon(Viral::icon(Icon::Warning, coloursFor(palette()).caution));
    setToolTip(tr("Show the messages of this window"));
}

void MessageButton::fill()
{
    menu()->clear();
    const Colours &colours = coloursFor(palette());
    for (int row = m_messages.rowCount() - 1; row >= std::max(0, m_messages.rowCount() - mostShown); --row) {
        const QModelIndex index = m_messages.index(row);
        const QString text = index.data().toString();
        const QString line = text.size() > widestLine ? text.left(widestLine) + u'…' : text;
        QAction *action = menu()->addAction(
            severityIcon(static_cast<Message::Severity>(index.data(MessageModel::SeverityRole).toInt()), colours),
            QString(line).replace(u'&', u"&&"_s));
        action->setToolTip(tr("%1\n\nClick to copy.").arg(text));
        connect(action, &QAction::triggered, this, [text] { QGuiApplication::clipboard()->setText(text); });
    }
    menu()->setToolTipsVisible(true);
}

} // namespace Viral
