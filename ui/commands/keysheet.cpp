// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/keysheet.h"

#include "ui/commands/actions.h"
#include "ui/style/dialogsize.h"
#include "ui/style/metrics.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Viral {

namespace {

QString keyText(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(QStringLiteral(",  "));
}

/// False when nothing is left.
bool filterTree(QTreeWidget *tree, const QString &text)
{
    bool hasAny = false;
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = tree->topLevelItem(i);
        bool hasMatch = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem *item = group->child(j);
            const bool matches =
                item->text(0).contains(text, Qt::CaseInsensitive) || item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!matches);
            hasMatch = hasMatch || matches;
        }
        group->setHidden(!hasMatch);
        hasAny = hasAny || hasMatch;
    }
    return hasAny;
}

} // namespace

KeySheet::KeySheet(const Actions &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    giveSize(*this, {140 * gridStep, 160 * gridStep});
    auto *search = new QLineEdit;
    search->setPlaceholderText(tr("Search"));
    search->setAccessibleName(tr("Search"));
    search->setClearButtonEnabled(true);
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({tr("Command"), tr("Keys")});
    tree->setRootIsDecorated(false);
    tree->setAccessibleName(tr("Keys"));
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->setUniformRowHeights(true);
    QHash<MenuName, QTreeWidgetItem *> groups;
    for (const CommandEntry &entry : commandTable()) {
        const QAction *action = actions.of(entry.command);
        if (!action->isVisible())
            continue;
        QTreeWidgetItem *&group = groups[entry.menu];
        if (!group) {
            group = new QTreeWidgetItem(tree, {menuTitle(entry.menu).remove(u'&')});
            group->setFont(0, sized(font(), TextSize::Normal, TextWeight::Strong));
            group->setFlags(Qt::ItemIsEnabled);
        }
        new QTreeWidgetItem(group, {QString(action->text()).remove(u'&').remove(u'…'), keyText(*action)});
    }
    tree->expandAll();
    auto *nothing = new QLabel(tr("No command and no key is called so."));
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    nothing->setForegroundRole(QPalette::PlaceholderText);
    nothing->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(normalGap);
    layout->addWidget(search);
    layout->addWidget(tree, 1);
    layout->addWidget(nothing, 1);
    layout->addWidget(buttons);
    connect(search, &QLineEdit::textChanged, tree, [tree, nothing](const QString &text) {
        const bool hasAny = filterTree(tree, text);
        tree->setVisible(hasAny);
        nothing->setVisible(!hasAny);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace Viral
