// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/evidenceaccess.h"

#include "ui/panels/evidenceview.h"
#include "ui/style/accessiblechildren.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace Viral {

namespace {

/// A quote, to be read and pressed as a link.
class AccessibleQuote final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleQuote(EvidenceView &view, int number)
        : m_view(&view)
        , m_number(number)
    {}

    bool isValid() const override { return m_view && m_number < m_view->evidence().size(); }
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
        return isValid() && type == QAccessible::Name ? m_view->quoteText(m_number) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        const QRect box = isValid() ? m_view->quoteRect(m_number) : QRect();
        return box.isEmpty() ? QRect() : QRect(m_view->mapToGlobal(box.topLeft()), box.size());
    }
    QAccessible::Role role() const override { return QAccessible::Link; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.linked = true;
        state.focusable = true;
        state.invalid = !isValid();
        state.focused = isValid() && m_view->focusedQuote() == m_number;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (isValid() && name == pressAction())
            m_view->choose(m_number);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<EvidenceView> m_view;
    int m_number;
};

/// The view: its description is all that stands in it, its quotes are its children.
class AccessibleEvidence final : public QAccessibleWidget
{
public:
    explicit AccessibleEvidence(EvidenceView &view)
        : QAccessibleWidget(&view, QAccessible::StaticText)
    {}

    int childCount() const override { return int(view().evidence().size()); }
    QAccessibleInterface *child(int number) const override
    {
        if (number < 0 || number >= childCount())
            return nullptr;
        return m_quotes.of(number, [this, number] { return new AccessibleQuote(view(), number); });
    }
    int indexOfChild(const QAccessibleInterface *child) const override { return m_quotes.keyOf(child).value_or(-1); }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int number = 0; number < childCount(); ++number) {
            if (view().quoteRect(number).contains(view().mapFromGlobal(QPoint(x, y))))
                return child(number);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override { return child(view().focusedQuote()); }

    QString text(QAccessible::Text type) const override
    {
        return type == QAccessible::Description ? view().text() : QAccessibleWidget::text(type);
    }

private:
    EvidenceView &view() const { return *static_cast<EvidenceView *>(object()); }

    mutable AccessibleChildren<int> m_quotes;
};

} // namespace

void installEvidenceAccess()
{
    installAccessibility<EvidenceView, AccessibleEvidence>();
}

void tellQuoteFocus(EvidenceView &view, int number)
{
    if (!QAccessible::isActive() || !view.hasFocus())
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(number);
    QAccessible::updateAccessibility(&event);
}

} // namespace Viral
