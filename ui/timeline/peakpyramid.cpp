// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/peakpyramid.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace Viral {

namespace {

Peak joined(Peak one, Peak other)
{
    return {std::min(one.low, other.low), std::max(one.high, other.high)};
}

/// Brings \a coarse up to date with \a fine, of which \a changed has changed.
void remake(std::vector<Peak> &coarse, const std::vector<Peak> &fine, const PeakRange &changed)
{
    coarse.resize((fine.size() + 1) / 2);
    for (std::size_t i = changed.first / 2; i < std::min(coarse.size(), (changed.end + 1) / 2); ++i)
        coarse[i] = 2 * i + 1 < fine.size() ? joined(fine[2 * i], fine[2 * i + 1]) : fine[2 * i];
}

} // namespace

void PeakPyramid::reserve(Milliseconds duration)
{
    const auto count = std::size_t(std::clamp<qint64>(duration / peakLength, 0, mostPeaks));
    if (m_levels.empty())
        m_levels.emplace_back();
    m_levels.front().reserve(count);
}

void PeakPyramid::put(std::size_t first, std::span<const Peak> peaks)
{
    if (first >= mostPeaks || peaks.empty())
        return;
    peaks = peaks.first(std::min(peaks.size(), mostPeaks - first));
    if (m_levels.empty())
        m_levels.emplace_back();
    std::vector<Peak> &finest = m_levels.front();
    const PeakRange range{first, first + peaks.size()};
    finest.resize(std::max(finest.size(), range.end));
    std::ranges::copy(peaks, finest.begin() + std::ptrdiff_t(first));
    setKnown(range);
    remakeAbove(range);
}

void PeakPyramid::erase(const PeakRange &range)
{
    if (m_levels.empty() || range.first >= range.end)
        return;
    setUnknown(range);
    std::vector<Peak> &finest = m_levels.front();
    const std::size_t end = std::min(range.end, finest.size());
    if (range.first >= end)
        return;
    std::fill(finest.begin() + std::ptrdiff_t(range.first), finest.begin() + std::ptrdiff_t(end), Peak{});
    finest.resize(m_known.empty() ? 0 : m_known.back().end);
    remakeAbove({range.first, end});
}

void PeakPyramid::remakeAbove(const PeakRange &range)
{
    PeakRange changed = range;
    std::size_t level = 1;
    for (; m_levels[level - 1].size() > 1; ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        remake(m_levels[level], m_levels[level - 1], changed);
        changed = {changed.first / 2, (changed.end + 1) / 2};
    }
    m_levels.resize(level);
}

void PeakPyramid::setKnown(const PeakRange &range)
{
    PeakRange joint = range;
    std::erase_if(m_known, [&joint](const PeakRange &other) {
        if (other.end < joint.first || other.first > joint.end)
            return false;
        joint = {std::min(joint.first, other.first), std::max(joint.end, other.end)};
        return true;
    });
    m_known.insert(std::ranges::upper_bound(m_known, joint.first, {}, &PeakRange::first), joint);
}

void PeakPyramid::setUnknown(const PeakRange &range)
{
    std::vector<PeakRange> left;
    for (const PeakRange &other : m_known) {
        if (const PeakRange before{other.first, std::min(other.end, range.first)}; before.first < before.end)
            left.push_back(before);
        if (const PeakRange after{std::max(other.first, range.end), other.end}; after.first < after.end)
            left.push_back(after);
    }
    m_known = std::move(left);
}

Milliseconds PeakPyramid::covered() const
{
    const bool isFromBeginning = !m_known.empty() && m_known.front().first == 0;
    return isFromBeginning ? Milliseconds{peakLength.count() * qint64(m_known.front().end)} : Milliseconds{0};
}

bool PeakPyramid::knows(double position) const
{
    return std::ranges::any_of(m_known, [position](const PeakRange &range) {
        return position >= double(range.first) && position < double(range.end);
    });
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
