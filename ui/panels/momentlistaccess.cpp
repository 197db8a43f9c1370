// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/momentlistaccess.h"

#include "ui/style/accessiblechildren.h"

#include <QAccessibleWidget>
#include <QListView>
#include <QPointer>

namespace Viral {

namespace {

constexpr const char *isOfMoments = "isOfMoments";

class AccessibleCard final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleCard(QListView &list, int row)
        : m_list(&list)
        , m_row(row)
    {}

    bool isValid() const override { return index().isValid(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_list ? QAccessible::queryAccessibleInterface(m_list) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text type) const override
    {
        return type == QAccessible::Name ? index().data(Qt::AccessibleTextRole).toString() : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        const QRect box = isValid() ? m_list->visualRect(index()) : QRect();
        return box.isEmpty() ? QRect() : QRect(m_list->viewport()->mapToGlobal(box.topLeft()), box.size());
    }

    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.invalid = !isValid();
        if (!isValid())
            return state;
        state.selected = m_list->selectionModel()->isSelected(index());
        state.focused = m_list->hasFocus() && m_list->currentIndex() == index();
        state.offscreen = !m_list->viewport()->rect().intersects(m_list->visualRect(index()));
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), toggleAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    /// Toggling selects, pressing plays, as a click and a double click do.
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == toggleAction() || name == pressAction())
            m_list->setCurrentIndex(index());
        if (name == pressAction())
            Q_EMIT m_list->activated(index());
    }

private:
    QModelIndex index() const { return m_list ? m_list->model()->index(m_row, 0) : QModelIndex(); }

    QPointer<QListView> m_list;
    int m_row;
};

class AccessibleMomentList final : public QAccessibleWidget
{
public:
    explicit AccessibleMomentList(QListView &list)
        : QAccessibleWidget(&list, accessibleHolder)
        , m_list(list)
    {}

    int childCount() const override { return m_list.model()->rowCount(); }

    QAccessibleInterface *child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        return m_cards.of(row, [this, row] { return new AccessibleCard(m_list, row); });
    }

    int indexOfChild(const QAccessibleInterface *card) const override { return m_cards.keyOf(card).value_or(-1); }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_list.indexAt(m_list.viewport()->mapFromGlobal(QPoint(x, y))).row());
    }

    QAccessibleInterface *focusChild() const override { return child(m_list.currentIndex().row()); }

private:
    QListView &m_list;
    mutable AccessibleChildren<int> m_cards;
};

QAccessibleInterface *makeMomentList(const QString &, QObject *object)
{
    auto *list = qobject_cast<QListView *>(object);
    return list && list->property(isOfMoments).toBool() ? new AccessibleMomentList(*list) : nullptr;
}

} // namespace

void tellAsMoments(QListView &list)
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory(makeMomentList);
        return true;
    }();
    list.setProperty(isOfMoments, true);
}

} // namespace Viral
