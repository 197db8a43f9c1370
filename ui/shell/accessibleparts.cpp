// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/accessibleparts.h"

#include "ui/style/accessiblechildren.h"

#include <QAccessibleWidget>
#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Told as a window of its own, as it is by default, a reader would take it for another one and keep silent about what
/// happens in the rest.
class AccessibleDock final : public QAccessibleWidget
{
public:
    explicit AccessibleDock(QDockWidget &dock)
        : QAccessibleWidget(&dock, QAccessible::Grouping, dock.windowTitle())
    {}
};

/// By default a reader says "layered pane" whenever the keys come into it.
class AccessiblePages final : public QAccessibleWidget
{
public:
    explicit AccessiblePages(QStackedWidget &pages)
        : QAccessibleWidget(&pages, QAccessible::Grouping)
    {}
};

/// What the toolkit puts into a search field: the button that empties it, and the picture before the text.
class AccessibleFieldButton final : public QAccessibleWidget
{
public:
    explicit AccessibleFieldButton(QToolButton &button)
        : QAccessibleWidget(&button, isClearing(button) ? QAccessible::Button : QAccessible::Graphic)
        , m_button(button)
    {}

    QString text(QAccessible::Text type) const override
    {
        return type != QAccessible::Name ? QString()
               : isClearing(m_button)    ? QCoreApplication::translate("Viral::AccessibleParts", "Clear the search")
                                         : QCoreApplication::translate("Viral::AccessibleParts", "Search");
    }
    QStringList actionNames() const override
    {
        return isClearing(m_button) ? QStringList{pressAction()} : QStringList();
    }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            m_button.click();
    }

private:
    static bool isClearing(const QToolButton &button)
    {
        const QAction *action = button.defaultAction();
        return action && action->objectName() == "_q_qlineeditclearaction"_L1;
    }

    QToolButton &m_button;
};

QAccessibleInterface *makeFieldButton(const QString &, QObject *object)
{
    auto *button = qobject_cast<QToolButton *>(object);
    const bool isInField = button && qobject_cast<QLineEdit *>(button->parentWidget());
    return isInField ? new AccessibleFieldButton(*button) : nullptr;
}

} // namespace

void installAccessibleParts()
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory(makeFieldButton);
        return true;
    }();
    installAccessibility<QDockWidget, AccessibleDock>();
    installAccessibility<QStackedWidget, AccessiblePages>();
}

} // namespace Viral
