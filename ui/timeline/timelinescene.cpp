// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinescene.h"

#include <algorithm>
#include <utility>

namespace Viral {

namespace {

template <typename Item>
void sortByStart(QList<Item> &items)
{
    const auto comesBefore = [](const Item &one, const Item &other) {
        return one.span.start != other.span.start ? one.span.start < other.span.start : one.span.end > other.span.end;
    };
    // As a rule they come in order, several times a second while a run goes on.
    if (!std::ranges::is_sorted(std::as_const(items), comesBefore))
        std::ranges::stable_sort(items, comesBefore);
}

template <typename Item>
std::vector<TimeSpan> spansOf(const QList<Item> &items)
{
    std::vector<TimeSpan> spans;
    spans.reserve(std::size_t(items.size()));
    for (const Item &item : items)
        spans.push_back(item.span);
    return spans;
}

Milliseconds distance(const TimeSpan &span, Milliseconds time)
{
    return std::max({Milliseconds{0}, span.start - time, time - span.end});
}

} // namespace

void TimelineScene::setMoments(QList<TimelineMoment> moments)
{
    sortByStart(moments);
    const auto isInPlace = [](const TimelineMoment &now, const TimelineMoment &before) {
        return now.span == before.span && now.id == before.id;
    };
    const bool areAllInPlace = std::ranges::equal(std::as_const(moments), std::as_const(m_moments), isInPlace);
    m_moments = std::move(moments);
    // A decision moves nothing.
    if (areAllInPlace)
        return;
    std::vector<TimeSpan> spans = spansOf(m_moments);
    m_momentLanes = assignLanes(spans);
    m_momentIndex = SpanIndex(std::move(spans));
    m_momentNumbers.clear();
    m_momentNumbers.reserve(m_moments.size());
    for (int i = 0; i < m_moments.size(); ++i)
        m_momentNumbers.insert(m_moments[i].id, i);
}

std::optional<int> TimelineScene::indexOf(const MomentId &id) const
{
    const auto found = m_momentNumbers.constFind(id);
    return found == m_momentNumbers.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<int> TimelineScene::momentAt(int lane, Milliseconds time, Milliseconds slack) const
{
    const auto range = momentsIn({time - slack, time + slack + Milliseconds{1}});
    std::optional<int> best;
    for (int i = range.first; i < range.end; ++i) {
        if (laneOf(i) != lane || distance(m_moments[i].span, time) > slack)
            continue;
        if (!best || distance(m_moments[i].span, time) <= distance(m_moments[*best].span, time))
            best = i;
    }
    return best;
}

void TimelineScene::setDropped(QList<TimelineDropped> dropped)
{
    m_dropped = std::move(dropped);
    sortByStart(m_dropped);
    m_droppedIndex = SpanIndex(spansOf(m_dropped));
}

std::optional<int> TimelineScene::droppedAt(Milliseconds time, Milliseconds slack) const
{
    const auto range = droppedIn({time - slack, time + slack + Milliseconds{1}});
    std::optional<int> best;
    for (int i = range.first; i < range.end; ++i) {
        // Where several lie on one another the later is painted on top.
        if (distance(m_dropped[i].span, time) <= slack)
            best = i;
    }
    return best;
}

void TimelineScene::setChunks(QList<TimelineChunk> chunks)
{
    m_chunks = std::move(chunks);
    sortByStart(m_chunks);
    m_chunkIndex = SpanIndex(spansOf(m_chunks));
}

std::optional<int> TimelineScene::chunkAt(Milliseconds time) const
{
    const auto range = chunksIn({time, time + Milliseconds{1}});
    for (int i = range.end - 1; i >= range.first; --i) {
        if (m_chunks[i].span.contains(time))
            return i;
    }
    return {};
}

void TimelineScene::setSpeakers(TimelineSpeakers speakers)
{
    m_speakers = std::move(speakers);
    sortByStart(m_speakers.runs);
    m_runIndex = SpanIndex(spansOf(m_speakers.runs));
}

void TimelineScene::setRibbon(QList<RibbonPoint> ribbon)
{
    m_ribbon = std::move(ribbon);
    sortByStart(m_ribbon);
    m_ribbonIndex = SpanIndex(spansOf(m_ribbon));
}

void TimelineScene::setSounds(QList<TimelineSound> sounds)
{
    m_sounds = std::move(sounds);
    sortByStart(m_sounds);
    m_soundIndex = SpanIndex(spansOf(m_sounds));
}

std::optional<int> TimelineScene::soundAt(Milliseconds time, Milliseconds slack) const
{
    const auto range = soundsIn({time - slack, time + slack + Milliseconds{1}});
    for (int i = range.end - 1; i >= range.first; --i) {
        if (std::chrono::abs(m_sounds[i].span.start - time) <= slack)
            return i;
    }
    return {};
}

void TimelineScene::setUsed(QList<TimeSpan> used)
{
    m_used = std::move(used);
    std::ranges::sort(m_used, {}, &TimeSpan::start);
    m_usedIndex = SpanIndex({m_used.cbegin(), m_used.cend()});
}

} // namespace Viral
