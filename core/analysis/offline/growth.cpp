// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/growth.h"

#include "core/analysis/offline/edges.h"
#include "core/analysis/settings.h"

#include <algorithm>
#include <optional>

namespace Viral::Offline {

namespace {

/// Weight of what is said against how it opens and ends.
constexpr double bodyWeight = 4.0;
/// Of several edges within this time only the best is tried, so that a peak costs the same in any transcript.
constexpr Milliseconds bucket{2'000};
/// Clips of this length need no excuse; longer and shorter ones need better edges.
constexpr TimeSpan comfortable{Milliseconds{46'000}, Milliseconds{80'000}};

/// One unit as a possible edge.
struct Edge
{
    int unit = 0;
    Milliseconds time{0};
    double worth = 0;
};

double lengthPenalty(Milliseconds length)
{
    const Milliseconds off = std::max({Milliseconds{0}, comfortable.start - length, length - comfortable.end});
    return static_cast<double>(off.count()) / 15'000.0 * 0.5;
}

/// What a length outside the limits costs: more than any edge can bring, and more the further it is off.
double limitPenalty(Milliseconds length)
{
    const Milliseconds off = std::max({Milliseconds{0}, shortestMoment - length, length - longestMoment});
    return off > Milliseconds{0} ? 100.0 + static_cast<double>(off.count()) / 1'000.0 : 0.0;
}

class Grower
{
public:
    Grower(const Reading &reading, const std::vector<Window> &windows, const QList<Chunk> &chunks)
        : m_reading(reading)
        , m_windows(windows)
        , m_chunks(chunks)
        , m_edges(judgeEdges(reading))
        , m_used(reading.units().size())
    {
        m_bodies.push_back(0);
        for (const double score : unitScores(reading, windows))
            m_bodies.push_back(m_bodies.back() + score);
    }

    std::optional<Clip> grow(int peak)
    {
        const TimeSpan window = m_windows[static_cast<std::size_t>(peak)].span;
        const std::optional<int> core = coreOf(m_windows[static_cast<std::size_t>(peak)]);
        if (!core)
            return std::nullopt;
        const std::vector<Edge> starts = startsBefore(*core, window);
        const std::vector<Edge> ends = endsAfter(*core, window);
        std::optional<Clip> best;
        for (const Edge &start : starts) {
            const int chunk = lastChunkFrom(m_reading.unit(start.unit).sentence);
            for (const Edge &end : ends)
                consider(start, end, chunk, best);
        }
        if (best) {
            best->chunk = firstChunkTo(m_reading.unit(best->lastUnit).sentence);
            std::fill(m_used.begin() + best->firstUnit, m_used.begin() + best->lastUnit + 1, true);
        }
        return best;
    }

private:
    const Unit &unit(int number) const { return m_reading.unit(number); }

    /// The unit nearest to the middle of the window that no clip has yet.
    std::optional<int> coreOf(const Window &window) const
    {
        std::optional<int> core;
        Milliseconds nearest = Milliseconds::max();
        for (int number = window.firstUnit; number < window.endUnit; ++number) {
            const Milliseconds away = std::chrono::abs(unit(number).span.middle() - window.span.middle());
            if (!m_used[static_cast<std::size_t>(number)] && unit(number).isSpoken() && away < nearest) {
                nearest = away;
                core = number;
            }
        }
        return core;
    }

    static void offer(std::vector<Edge> &edges, const Edge &edge)
    {
        const bool sameBucket = !edges.empty() && edges.back().time / bucket == edge.time / bucket;
        if (!sameBucket)
            edges.push_back(edge);
        else if (edge.worth > edges.back().worth)
            edges.back() = edge;
    }

    std::vector<Edge> startsBefore(int core, const TimeSpan &window) const
    {
        std::vector<Edge> starts;
        const Milliseconds earliest = std::min(window.middle(), unit(core).span.end) - longestMoment;
        for (int number = core; number >= 0 && !m_used[static_cast<std::size_t>(number)]; --number) {
            if (unit(number).span.start < earliest && !starts.empty())
                break;
            offer(starts, {number, unit(number).span.start, m_edges.openings[static_cast<std::size_t>(number)]});
        }
        return starts;
    }

    std::vector<Edge> endsAfter(int core, const TimeSpan &window) const
    {
        std::vector<Edge> ends;
        const Milliseconds latest = std::max(window.middle(), unit(core).span.start) + longestMoment;
        for (int number = core; number < m_reading.unitCount() && !m_used[static_cast<std::size_t>(number)]; ++number) {
            if (unit(number).span.end > latest && !ends.empty())
                break;
            offer(ends, {number, unit(number).span.end, m_edges.payoffs[static_cast<std::size_t>(number)]});
        }
        return ends;
    }

    void consider(const Edge &start, const Edge &end, int chunk, std::optional<Clip> &best) const
    {
        if (end.unit < start.unit || unit(end.unit).sentence >= m_chunks[chunk].endSentence)
            return;
        const Milliseconds length = end.time - start.time;
        const auto units = static_cast<double>(end.unit - start.unit + 1);
        const double body =
            (m_bodies[static_cast<std::size_t>(end.unit) + 1] - m_bodies[static_cast<std::size_t>(start.unit)]) / units;
        const double strength =
            bodyWeight * body + start.worth + end.worth - lengthPenalty(length) - limitPenalty(length);
        if (!best || strength > best->strength)
            best = Clip{start.unit, end.unit, {start.time, end.time}, 0, strength};
    }

    /// The last chunk that begins at or before the sentence reaches furthest.
    int lastChunkFrom(int sentence) const
    {
        const auto after = std::partition_point(m_chunks.cbegin(), m_chunks.cend(),
                                                [sentence](const Chunk &c) { return c.firstSentence <= sentence; });
        return std::max(0, static_cast<int>(after - m_chunks.cbegin()) - 1);
    }

    int firstChunkTo(int sentence) const
    {
        const auto holding = std::partition_point(m_chunks.cbegin(), m_chunks.cend(),
                                                  [sentence](const Chunk &c) { return c.endSentence <= sentence; });
        return static_cast<int>(std::min<qsizetype>(holding - m_chunks.cbegin(), m_chunks.size() - 1));
    }

    const Reading &m_reading;
    const std::vector<Window> &m_windows;
    const QList<Chunk> &m_chunks;
    Edges m_edges;
    std::vector<bool> m_used;
    /// Sums of the units' scores up to each unit.
    std::vector<double> m_bodies;
};

} // namespace

std::vector<Clip> growClips(const Reading &reading, const std::vector<Window> &windows, const std::vector<int> &peaks,
                            const QList<Chunk> &chunks)
{
    std::vector<Clip> clips;
    if (chunks.isEmpty() || windows.empty())
        return clips;
    Grower grower(reading, windows, chunks);
    for (const int peak : peaks) {
        if (const std::optional<Clip> clip = grower.grow(peak))
            clips.push_back(*clip);
    }
    std::stable_sort(clips.begin(), clips.end(), [](const Clip &a, const Clip &b) { return a.strength > b.strength; });
    return clips;
}

} // namespace Viral::Offline
