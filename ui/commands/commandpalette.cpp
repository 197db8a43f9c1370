// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandpalette.h"

#include "ui/commands/actions.h"
#include "ui/style/metrics.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int commandRole = Qt::UserRole;

QString plainText(const CommandEntry &entry, const QAction &action)
{
    const QString menu = menuTitle(entry.menu).remove(u'&');
    return menu + u": "_s + QString(action.text()).remove(u'&').remove(u'…');
}

bool hasAllWords(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(const Actions &actions, QWidget *parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_text(new QLineEdit)
    , m_list(new QListWidget)
{
    setWindowTitle(tr("Commands"));
    resize(480, 400);
    m_text->setPlaceholderText(tr("Type a command"));
    m_text->setAccessibleName(tr("Type a command"));
    m_text->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, normalGap, normalGap, normalGap);
    layout->setSpacing(normalGap);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    connect(m_text, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_text, &QLineEdit::returnPressed, this, &CommandPalette::give);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::give);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::give);
    fill({});
}

void CommandPalette::fill(const QString &text)
{
    m_list->clear();
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const CommandEntry &entry : commandTable()) {
        const QAction *action = m_actions.of(entry.command);
        const QString name = plainText(entry, *action);
        if (entry.command == Command::ShowPalette || !hasAllWords(name, words))
            continue;
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(key.isEmpty() ? name : name + u"    "_s + key, m_list);
        item->setData(commandRole, static_cast<int>(entry.command));
        if (!action->isEnabled())
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::give()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled))
        return;
    QAction *action = m_actions.of(static_cast<Command>(item->data(commandRole).toInt()));
    accept();
    action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace Viral
