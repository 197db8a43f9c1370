// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRunnable>
#include <QThreadPool>

#include <utility>

namespace Viral {

/// Lets \a value end on another thread: to give back the memory of ten hours of words takes longer than a window may
/// stand still. Whoever shows parts of it lets go of them before.
template <typename T> void destroyElsewhere(T value)
{
    // The pool deletes it on the thread that ran it.
    class Ending final : public QRunnable
    {
    public:
        explicit Ending(T &&ended)
            : m_value(std::move(ended))
        {}
        void run() override {}

    private:
        T m_value;
    };
    QThreadPool::globalInstance()->start(new Ending(std::move(value)));
}

} // namespace Viral
