// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/waveformpainter.h"

#include <cmath>
#include <vector>

namespace Viral {

namespace {

/// One column of the picture, ready to be written row by row: rows [top, bottom) are line, the rest ground.
struct Columns
{
    std::vector<int> top;
    std::vector<int> bottom;
    std::vector<QRgb> line;
    std::vector<QRgb> ground;

    explicit Columns(std::size_t count)
        : top(count)
        , bottom(count)
        , line(count)
        , ground(count)
    {}
};

class ColumnMaker
{
public:
    ColumnMaker(const PeakPyramid &peaks, const TimelineGeometry &geometry, int rows, double scale,
                const WaveformLook &look)
        : m_peaks(peaks)
        , m_geometry(geometry)
        , m_look(look)
        , m_middle(rows / 2.0)
        , m_perUnit(rows / 2.0 / 127 * look.gain)
        , m_rows(rows)
        , m_scale(scale)
    {
        const double perPeak = double(PeakPyramid::peakLength.count());
        m_first = -geometry.x(Milliseconds{0}) * geometry.millisecondsPerPixel() / perPeak;
        m_step = geometry.millisecondsPerPixel() / scale / perPeak;
    }

    void make(Columns &columns) const
    {
        const auto [markedFrom, markedTo] = markedColumns();
        const QRgb line = m_look.line.rgb();
        const QRgb ground = m_look.ground.rgb();
        const QRgb markedLine = m_look.markedLine.rgb();
        const QRgb markedGround = m_look.markedGround.rgb();
        for (std::size_t i = 0; i < columns.top.size(); ++i) {
            const bool isMarked = double(i) >= markedFrom && double(i) < markedTo;
            columns.line[i] = isMarked ? markedLine : line;
            columns.ground[i] = isMarked ? markedGround : ground;
            place(columns, i);
        }
    }

private:
    std::pair<double, double> markedColumns() const
    {
        if (!m_look.marked)
            return {0, 0};
        return {m_geometry.x(m_look.marked->start) * m_scale, m_geometry.x(m_look.marked->end) * m_scale};
    }

    void place(Columns &columns, std::size_t i) const
    {
        const double from = m_first + double(i) * m_step;
        if (!m_peaks.knows(from))
            return;
        const Peak peak = m_step < 1 ? m_peaks.at(from) : m_peaks.over(from, from + m_step);
        const int top = int(std::lround(m_middle - peak.high * m_perUnit));
        const int bottom = int(std::lround(m_middle - peak.low * m_perUnit));
        columns.top[i] = std::clamp(top, 0, m_rows - 1);
        columns.bottom[i] = std::clamp(bottom, columns.top[i] + 1, m_rows);
    }

    const PeakPyramid &m_peaks;
    const TimelineGeometry &m_geometry;
    const WaveformLook &m_look;
    double m_middle;
    double m_perUnit;
    int m_rows;
    double m_scale;
    double m_first = 0;
    double m_step = 1;
};

} // namespace

QImage waveformImage(const PeakPyramid &peaks, const TimelineGeometry &geometry, int height, double scale,
                     const WaveformLook &look)
{
    const int width = int(std::ceil(geometry.width() * scale));
    const int rows = int(std::ceil(height * scale));
    QImage image(width, rows, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    Columns columns(static_cast<std::size_t>(width));
    ColumnMaker(peaks, geometry, rows, scale, look).make(columns);
    const std::size_t count = columns.top.size();
    for (int y = 0; y < rows; ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (std::size_t i = 0; i < count; ++i)
            row[i] = (y >= columns.top[i]) & (y < columns.bottom[i]) ? columns.line[i] : columns.ground[i];
    }
    image.setDevicePixelRatio(scale);
    return image;
}

} // namespace Viral
