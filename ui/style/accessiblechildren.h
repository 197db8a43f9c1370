// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

#include <map>
#include <optional>
#include <unordered_map>

namespace Viral {

/// What holds many parts is told as this and not as a list: readers look through all that is in a list for what has the
/// keys, at each step, which takes them seconds where there are thousands.
constexpr QAccessible::Role accessibleHolder = QAccessible::Grouping;

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
        if (known == m_ids.end()) {
            QAccessibleInterface *part = make();
            known = m_ids.emplace(key, QAccessible::registerAccessibleInterface(part)).first;
            m_keys.emplace(part, key);
        }
        return QAccessible::accessibleInterface(known->second);
    }

    /// Nothing for a part of something else.
    std::optional<Key> keyOf(const QAccessibleInterface *part) const
    {
        const auto known = m_keys.find(part);
        return known == m_keys.end() ? std::nullopt : std::optional(known->second);
    }

private:
    std::map<Key, QAccessible::Id> m_ids;
    /// Readers ask each part for its place.
    std::unordered_map<const QAccessibleInterface *, Key> m_keys;
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
