// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QList>

namespace Viral {

/// Watches how long pictures take to come, to say when a file is slow to work with.
class SeekWatch
{
public:
    static constexpr int counted = 7;
    static constexpr Milliseconds slow{150};

    void note(Milliseconds time);
    /// Of the last few seeks; zero until there are enough to judge by.
    Milliseconds median() const;
    bool isSlow() const { return median() > slow; }

private:
    QList<Milliseconds> m_times;
};

} // namespace Viral
