// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandpalette.h"

#include "ui/commands/actions.h"
#include "ui/style/dialogsize.h"
#include "ui/style/metrics.h"
#include "ui/style/textline.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr QSize usualSize{140 * gridStep, 110 * gridStep};

enum Role
{
    CommandRole = Qt::UserRole,
    MenuRole,
    KeyRole,
};

bool hasAllWords(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// A command with its menu before it and its key at the end of the line, both in columns.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const QString name = std::exchange(row.text, QString());
        row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
        const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
        const QPalette::ColorGroup group = isEnabled ? QPalette::Active : QPalette::Disabled;
        const QRect line = option.rect.adjusted(2 * gridStep, 0, -2 * gridStep, 0);
        const QString key = index.data(KeyRole).toString();
        const int menuWidth = menuColumn(option);
        const int keyWidth = key.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(key) + normalGap;
        const auto place = [&](const QRect &part) { return QStyle::visualRect(option.direction, option.rect, part); };
        painter->setFont(option.font);
        painter->setPen(option.palette.color(group, QPalette::PlaceholderText));
        drawTextLine(*painter, place({line.left(), line.top(), menuWidth - normalGap, line.height()}),
                     index.data(MenuRole).toString(), option.direction);
        drawTextLine(*painter, place({line.right() + 1 - keyWidth, line.top(), keyWidth, line.height()}), key,
                     option.direction, Qt::AlignRight);
        painter->setPen(option.palette.color(group, QPalette::Text));
        drawTextLine(*painter,
                     place({line.left() + menuWidth, line.top(), line.width() - menuWidth - keyWidth, line.height()}),
                     name, option.direction);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, std::max(rowHeight, option.fontMetrics.height() + normalGap)};
    }

private:
    /// As wide as the longest title of a menu.
    static int menuColumn(const QStyleOptionViewItem &option)
    {
        int width = 0;
        for (const CommandEntry &entry : commandTable())
            width = std::max(width, option.fontMetrics.horizontalAdvance(menuTitle(entry.menu).remove(u'&')));
        return width + largeGap;
    }
};

} // namespace

CommandPalette::CommandPalette(const Actions &actions, QWidget *parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_text(new QLineEdit)
    , m_list(new QListWidget)
{
    setWindowTitle(tr("Commands"));
    giveSize(*this, usualSize);
    m_text->setPlaceholderText(tr("Type a command"));
    m_text->setAccessibleName(tr("Type a command"));
    m_text->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_nothing = new QLabel(tr("No command has these words."));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, normalGap, normalGap, normalGap);
    layout->setSpacing(normalGap);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
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
        const QString menu = menuTitle(entry.menu).remove(u'&');
        const QString name = QString(action->text()).remove(u'&').remove(u'…');
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString whole = menu + u": "_s + name;
        if (entry.command == Command::ShowPalette || !action->isVisible() || !hasAllWords(whole, words))
            continue;
        auto *item = new QListWidgetItem(name, m_list);
        item->setData(CommandRole, static_cast<int>(entry.command));
        item->setData(MenuRole, menu);
        item->setData(KeyRole, key);
        item->setData(Qt::AccessibleTextRole, key.isEmpty() ? whole : whole + u", "_s + key);
        if (!action->isEnabled())
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_list->setVisible(m_list->count() > 0);
    m_nothing->setVisible(m_list->count() == 0);
    m_list->setCurrentRow(-1);
    step(1);
}

bool CommandPalette::canGive(int row) const
{
    return m_list->item(row)->flags().testFlag(Qt::ItemIsEnabled);
}

void CommandPalette::step(int count)
{
    const int direction = count < 0 ? -1 : 1;
    int chosen = m_list->currentRow();
    // As far as it goes, over those that cannot be given now.
    for (int row = chosen + direction, left = std::abs(count); row >= 0 && row < m_list->count() && left > 0;
         row += direction, --left) {
        while (row >= 0 && row < m_list->count() && !canGive(row))
            row += direction;
        if (row < 0 || row >= m_list->count())
            break;
        chosen = row;
    }
    m_list->setCurrentRow(chosen);
}

void CommandPalette::give()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled))
        return;
    QAction *action = m_actions.of(static_cast<Command>(item->data(CommandRole).toInt()));
    accept();
    action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int page = std::max(1, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_PageDown:
            step(page);
            return true;
        case Qt::Key_PageUp:
            step(-page);
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace Viral
