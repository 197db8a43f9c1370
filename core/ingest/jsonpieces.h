// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/fields.h"
#include "core/json/jsonreader.h"

#include <QString>

namespace Viral {

/// What the numbers of a format count.
enum class TimeUnit
{
    Second,
    Millisecond,
    Tick, ///< of 100 nanoseconds
};

/// Reads the parts of other services' JSON. Nothing is refused: what cannot be read is a warning with its pointer, and
/// counts as missing; null and what is not there are no oddity.
class JsonPieces
{
public:
    JsonPieces(TimeUnit unit, Problems &problems)
        : m_unit(unit)
        , m_problems(problems)
    {}

    /// A number, or text that holds one ("12.5", "12.5s", "0:12.5"), rounded to milliseconds; nothing beyond
    /// latestTime.
    std::optional<Milliseconds> time(const Field &field) const;
    /// Empty when missing; a number is read as it was written.
    QString text(const Field &field) const;
    /// A name for people; "Speaker 2" for a mere number or letter, empty for what stands for nobody known.
    QString speaker(const Field &field) const;
    /// Calls visit(const JsonValue &) for every object in the list; other elements, and other values than a list, are
    /// warned of.
    template <typename Visit>
    void forEachObject(const Field &list, Visit &&visit) const
    {
        if (!isList(list))
            return;
        list->forEachElement([this, &visit](std::size_t, const JsonValue &element) {
            if (element.isObject())
                visit(element);
            else
                m_problems.addWarning(element, expectedObject(element));
        });
    }

    Problems &problems() const { return m_problems; }

private:
    bool isList(const Field &list) const;
    static QString expectedObject(const JsonValue &value);

    TimeUnit m_unit;
    Problems &m_problems;
};

/// The first element of a list, and the member of a member: nothing as soon as one is missing.
Field firstOf(const Field &list);
Field memberOf(const Field &object, QStringView name);

} // namespace Viral
