// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <memory>
#include <utility>

namespace Viral {

/// Lets \a value end on another thread: to give back the memory of ten hours of words takes longer than a window may
/// stand still. Whoever shows parts of it lets go of them before.
template <typename T>
void destroyElsewhere(T value)
{
    QThreadPool::globalInstance()->start(
        [holder = std::make_shared<T>(std::move(value))]() mutable { holder.reset(); });
}

} // namespace Viral
