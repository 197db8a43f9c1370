// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Viral {

/// Lets widgets that live by plain keys keep them: with the focus in a table, a button, a box of choices or a score,
/// the window's single-key actions for the keys that such a widget needs do not fire. Text fields guard their letters
/// themselves, but not Enter.
class ShortcutGuard final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Viral
