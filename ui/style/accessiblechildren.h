// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

#include <map>
#include <optional>

namespace Viral {

/// The accessible parts of a widget that paints itself, known by \a Key: made when they are asked for, and given back
/// to Qt's table of interfaces together with this.
template <typename Key>
class AccessibleChildren
{
public:
    AccessibleChildren() = default;
    ~AccessibleChildren()
    {
        for (const auto &[key, id] : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    Q_DISABLE_COPY_MOVE(AccessibleChildren)

    /// The part \a key; \a make gives a new one, which Qt's table then owns.
    template <typename Make>
    QAccessibleInterface *of(const Key &key, const Make &make)
    {
        auto known = m_ids.find(key);
        if (known == m_ids.end())
            known = m_ids.emplace(key, QAccessible::registerAccessibleInterface(make())).first;
        return QAccessible::accessibleInterface(known->second);
    }

    /// Nothing for a part of something else.
    std::optional<Key> keyOf(const QAccessibleInterface *part) const
    {
        for (const auto &[key, id] : m_ids) {
            if (QAccessible::accessibleInterface(id) == part)
                return key;
        }
        return {};
    }

private:
    std::map<Key, QAccessible::Id> m_ids;
};

/// Makes interfaces of \a Accessible for every \a Widget; may be called any number of times.
template <typename Widget, typename Accessible>
void installAccessibility()
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *widget = qobject_cast<Widget *>(object);
            return widget ? new Accessible(*widget) : nullptr;
        });
        return true;
    }();
}

} // namespace Viral
