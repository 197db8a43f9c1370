// SPDX-License-Identifier: GPL-3.0-or-later
// The strip with the whole source: a few pixels for each of thousands of things.
#include "ui/style/marks.h"
#include "ui/timeline/timelinepainter.h"

#include <QPainter>

#include <cmath>
#include <vector>

namespace Viral {

namespace {

/// Heights over the columns of the strip, all of one colour: what lies on what was there already is not painted.
class Skyline
{
public:
    explicit Skyline(int width)
        : m_heights(std::size_t(std::max(0, width)))
    {}

    void raise(int left, int width, int height)
    {
        const int first = std::max(0, left);
        const int end = std::min(left + width, int(m_heights.size()));
        for (int x = first; x < end; ++x)
            m_heights[std::size_t(x)] = std::max(m_heights[std::size_t(x)], height);
    }

    void paint(QPainter &painter, int floor, const QColor &colour) const
    {
        for (std::size_t first = 0; first < m_heights.size();) {
            std::size_t end = first + 1;
            while (end < m_heights.size() && m_heights[end] == m_heights[first])
                ++end;
            if (m_heights[first] > 0)
                painter.fillRect(int(first), floor - m_heights[first], int(end - first), m_heights[first], colour);
            first = end;
        }
    }

private:
    std::vector<int> m_heights;
};

} // namespace

void TimelinePainter::paintOverview(QPainter &painter, const TimelineScene &scene, const QSize &size)
{
    painter.fillRect(QRect(QPoint(), size), m_colours.window);
    const TimelineGeometry whole(scene.duration(), size.width());
    const auto place = [&whole](const TimeSpan &span) {
        const int left = int(whole.x(span.start));
        return std::pair(left, std::max(1, int(whole.x(span.end)) - left));
    };
    for (const TimelineChunk &chunk : scene.chunks()) {
        const auto [left, width] = place(chunk.span);
        paintTextured(painter, QRect(left, size.height() - 5, std::max(1, width - 1), 3), textureOf(chunk.state),
                      m_chunks[std::size_t(chunk.state)]);
    }
    const int floor = size.height() - 8;
    const auto heightOf = [floor](double score, int least) {
        return std::clamp(int(std::lround(score / 10 * (floor - 4))), least, floor - 4);
    };
    Skyline ribbon(size.width());
    for (const RibbonPoint &point : scene.ribbon()) {
        const auto [left, width] = place(point.span);
        ribbon.raise(left, width, heightOf(point.score, 1));
    }
    ribbon.paint(painter, floor, m_colours.raised);
    for (const TimelineMoment &moment : scene.moments()) {
        const auto [left, width] = place(moment.span);
        const int height = heightOf(moment.score, 4);
        painter.fillRect(left, floor - height, std::min(width, 3), height,
                         moment.decision == Decision::Rejected ? m_colours.hairline : scoreColour(moment.score));
    }
}

} // namespace Viral
