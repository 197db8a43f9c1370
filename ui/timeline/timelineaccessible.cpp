// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineaccessible.h"

#include "ui/style/accessiblechildren.h"
#include "ui/timeline/timelineview.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace Viral {

namespace {

/// One moment of the list. Lives as long as Qt's table of interfaces says; the view may be gone before.
class AccessibleMoment : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleMoment(TimelineView &view, MomentId id)
        : m_view(&view)
        , m_id(std::move(id))
    {}

    bool isValid() const override { return number().has_value(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text type) const override
    {
        const std::optional<int> place = number();
        if (!place || type != QAccessible::Name)
            return {};
        return spokenMoment(*place + 1, m_view->scene().moments()[*place], m_view->times());
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        const std::optional<int> place = number();
        if (!place)
            return {};
        const QRect box = m_view->momentRect(*place);
        return {m_view->viewport()->mapToGlobal(box.topLeft()), box.size()};
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
        state.selected = m_view->selected() == m_id;
        state.focused = state.selected && m_view->hasFocus();
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->momentRect(*number()));
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
        const std::optional<int> place = number();
        if (!place)
            return;
        if (name == toggleAction())
            m_view->chooseMoment(*place);
        else if (name == pressAction())
            Q_EMIT m_view->momentActivated(m_id);
    }

private:
    std::optional<int> number() const { return m_view ? m_view->scene().indexOf(m_id) : std::nullopt; }

    QPointer<TimelineView> m_view;
    MomentId m_id;
};

class AccessibleTimeline : public QAccessibleWidget
{
public:
    explicit AccessibleTimeline(TimelineView &view)
        : QAccessibleWidget(&view, accessibleHolder)
        , m_view(view)
    {}

    int childCount() const override { return int(moments().size()); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const MomentId &id = moments()[index].id;
        return m_children.of(id, [this, &id] { return new AccessibleMoment(m_view, id); });
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const std::optional<MomentId> id = m_children.keyOf(child);
        return id ? m_view.scene().indexOf(*id).value_or(-1) : -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const std::optional<int> moment = m_view.momentAt(m_view.viewport()->mapFromGlobal(QPoint(x, y)));
        return moment ? child(*moment) : nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        const std::optional<int> selected = m_view.scene().indexOf(m_view.selected());
        return selected ? child(*selected) : nullptr;
    }

private:
    const QList<TimelineMoment> &moments() const { return m_view.scene().moments(); }

    TimelineView &m_view;
    mutable AccessibleChildren<MomentId> m_children;
};

} // namespace

void installTimelineAccessibility()
{
    installAccessibility<TimelineView, AccessibleTimeline>();
}

void tellAccessibleReset(TimelineView &view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void tellAccessibleSelection(TimelineView &view)
{
    const std::optional<int> selected = view.scene().indexOf(view.selected());
    if (!QAccessible::isActive() || !selected)
        return;
    QAccessibleEvent event(&view, view.hasFocus() ? QAccessible::Focus : QAccessible::Selection);
    event.setChild(*selected);
    QAccessible::updateAccessibility(&event);
}

} // namespace Viral
