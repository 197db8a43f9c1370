// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/peakpyramid.h"

#include <bit>
#include <cmath>

namespace Viral {

namespace {

Peak joined(Peak one, Peak other)
{
    return {std::min(one.low, other.low), std::max(one.high, other.high)};
}

/// Brings \a coarse up to date with \a fine; everything from the last whole pair on is made anew.
void extend(std::vector<Peak> &coarse, const std::vector<Peak> &fine)
{
    if (!coarse.empty())
        coarse.pop_back();
    for (std::size_t i = coarse.size() * 2; i < fine.size(); i += 2)
        coarse.push_back(i + 1 < fine.size() ? joined(fine[i], fine[i + 1]) : fine[i]);
}

} // namespace

void PeakPyramid::reserve(Milliseconds duration)
{
    const auto count = std::size_t(std::clamp<qint64>(duration / peakLength, 0, 100LL * 3600 * peaksPerSecond));
    if (m_levels.empty())
        m_levels.emplace_back();
    m_levels.front().reserve(count);
}

void PeakPyramid::append(std::span<const Peak> peaks)
{
    if (peaks.empty())
        return;
    if (m_levels.empty())
        m_levels.emplace_back();
    m_levels.front().insert(m_levels.front().end(), peaks.begin(), peaks.end());
    for (std::size_t level = 1; m_levels[level - 1].size() > 1; ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        extend(m_levels[level], m_levels[level - 1]);
    }
}

Milliseconds PeakPyramid::covered() const
{
    return m_levels.empty() ? Milliseconds{0} : Milliseconds{peakLength.count() * qint64(m_levels.front().size())};
}

Peak PeakPyramid::over(double first, double end) const
{
    if (m_levels.empty())
        return {};
    const double length = std::max(1.0, end - first);
    const int wanted = int(std::bit_width(std::size_t(length))) - 1;
    const int level = std::min(wanted, int(m_levels.size()) - 1);
    const std::vector<Peak> &values = m_levels[std::size_t(level)];
    const double share = std::ldexp(1.0, -level);
    const auto from = std::size_t(std::max(0.0, std::floor(first * share)));
    const auto to = std::min(values.size(), std::size_t(std::max(1.0, std::ceil(end * share))));
    if (from >= to)
        return {};
    Peak peak = values[from];
    for (std::size_t i = from + 1; i < to; ++i)
        peak = joined(peak, values[i]);
    return peak;
}

Peak PeakPyramid::at(double position) const
{
    if (m_levels.empty() || m_levels.front().empty() || position < 0)
        return {};
    const std::vector<Peak> &values = m_levels.front();
    const auto left = std::size_t(position);
    if (left >= values.size())
        return {};
    const Peak from = values[left];
    const Peak to = values[std::min(left + 1, values.size() - 1)];
    const double share = position - double(left);
    return {qint8(std::lround(std::lerp(double(from.low), double(to.low), share))),
            qint8(std::lround(std::lerp(double(from.high), double(to.high), share)))};
}

} // namespace Viral
