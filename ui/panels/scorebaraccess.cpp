// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scorebaraccess.h"

#include "ui/panels/scorebar.h"

#include <QAccessibleWidget>

namespace Viral {

namespace {

class ScoreBarAccess final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit ScoreBarAccess(ScoreBar *bar)
        : QAccessibleWidget(bar, QAccessible::Slider)
    {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QVariant currentValue() const override { return bar()->score(); }
    /// As if the editor had chosen it.
    void setCurrentValue(const QVariant &value) override { bar()->choose(value.toInt()); }
    QVariant maximumValue() const override { return 10; }
    QVariant minimumValue() const override { return 1; }
    QVariant minimumStepSize() const override { return 1; }

private:
    ScoreBar *bar() const { return static_cast<ScoreBar *>(widget()); }
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *bar = qobject_cast<ScoreBar *>(object);
    return bar ? new ScoreBarAccess(bar) : nullptr;
}

} // namespace

void installScoreBarAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace Viral
