// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/seekwatch.h"

namespace Viral {

void SeekWatch::note(Milliseconds time)
{
    m_times.append(time);
    if (m_times.size() > counted)
        m_times.removeFirst();
}

Milliseconds SeekWatch::median() const
{
    if (m_times.size() < counted)
        return Milliseconds{0};
    QList<Milliseconds> sorted = m_times;
    std::nth_element(sorted.begin(), sorted.begin() + counted / 2, sorted.end());
    return sorted.at(counted / 2);
}

} // namespace Viral
