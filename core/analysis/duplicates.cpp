// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/duplicates.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Two decimals, rounded half up.
QString ratioText(Milliseconds part, Milliseconds whole)
{
    const auto hundredths = (part.count() * 200 + whole.count()) / (2 * whole.count());
    return u"%1.%2"_s.arg(hundredths / 100).arg(hundredths % 100, 2, 10, QChar(u'0'));
}

/// Sorts the better clip first.
auto rank(const RankedClip &clip)
{
    return std::tuple(-clip.scoreSum, -clip.richness, clip.span.start, clip.span.end, clip.number);
}

/// The clips that stay, by start. They overlap each other too little to be many at one place, so looking around one
/// place takes a bounded number of steps.
class Winners
{
public:
    explicit Winners(Milliseconds longest)
        : m_longest(longest)
    {}

    void insert(const TimeSpan &span, std::size_t clip, std::size_t place)
    {
        m_byStart.insert({span.start, {span, clip, place}});
    }

    /// The best of those that are the same as \a span.
    std::optional<DuplicateOf> sameAs(const TimeSpan &span) const
    {
        std::optional<DuplicateOf> best;
        std::size_t bestPlace = 0;
        for (auto it = m_byStart.lower_bound(span.start - m_longest); it != m_byStart.end() && it->first < span.end;
             ++it) {
            const auto same = sameness(span, it->second.span);
            if (!same || (best && it->second.place > bestPlace))
                continue;
            best = DuplicateOf{it->second.clip, *same};
            bestPlace = it->second.place;
        }
        return best;
    }

private:
    struct Winner
    {
        TimeSpan span;
        std::size_t clip;
        std::size_t place;
    };

    Milliseconds m_longest;
    std::multimap<Milliseconds, Winner> m_byStart;
};

} // namespace

std::optional<Sameness> sameness(const TimeSpan &a, const TimeSpan &b)
{
    const Milliseconds common = a.overlap(b);
    if (common <= Milliseconds{0})
        return std::nullopt;
    const Milliseconds together = a.duration() + b.duration() - common;
    const Milliseconds shorter = std::min(a.duration(), b.duration());
    if (common * 2 >= together)
        return Sameness{u"duplicate-iou"_s, u"IoU "_s + ratioText(common, together)};
    if (common * 10 >= shorter * 6)
        return Sameness{u"duplicate-overlap"_s, ratioText(common, shorter) + u" of the shorter"_s};
    return std::nullopt;
}

std::vector<std::optional<DuplicateOf>> findDuplicates(std::span<const RankedClip> clips)
{
    std::vector<std::size_t> order(clips.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [clips](std::size_t a, std::size_t b) { return rank(clips[a]) < rank(clips[b]); });
    Milliseconds longest{0};
    for (const RankedClip &clip : clips)
        longest = std::max(longest, clip.span.duration());
    Winners winners(longest);
    std::vector<std::optional<DuplicateOf>> duplicates(clips.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        const std::size_t clip = order[place];
        duplicates[clip] = winners.sameAs(clips[clip].span);
        if (!duplicates[clip])
            winners.insert(clips[clip].span, clip, place);
    }
    return duplicates;
}

} // namespace Viral
