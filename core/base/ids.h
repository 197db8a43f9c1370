// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace Viral {

/// A text id of one kind; ids of different kinds do not mix.
template <typename Tag>
struct Id
{
    QString value;

    bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return value < other.value; }
};

template <typename Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHash(id.value, seed);
}

/// One moment of one result, stable for as long as the result's text is (see momentId() in review/review.h).
using MomentId = Id<struct MomentTag>;
/// One review: the decisions on one result.
using ReviewId = Id<struct ReviewTag>;
/// One run or submission kept in the library.
using RunId = Id<struct RunTag>;

} // namespace Viral
