// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/pictureconversion.h"

#include <QTransform>

#include <algorithm>
#include <vector>

namespace Viral {

namespace {

/// Where the three parts of a picture with halved colour lie; \a step bytes from one value to the next.
struct Planes
{
    const uchar *luma = nullptr;
    const uchar *blue = nullptr;
    const uchar *red = nullptr;
    int lumaStride = 0;
    int colourStride = 0;
    int lumaStep = 1;
    int colourStep = 1;

    bool isValid() const { return luma && blue && red; }
};

/// Factors in 1/1024: what one step of luma and of the two colour parts adds.
struct Matrix
{
    int black = 16;
    int luma = 1192;
    int redFromRed = 1836;
    int greenFromBlue = -218;
    int greenFromRed = -546;
    int blueFromBlue = 2163;
};

Matrix matrixFor(const QVideoFrameFormat &format)
{
    const auto space = format.colorSpace();
    const bool isSmall = format.frameHeight() < 720;
    const bool isOld =
        space == QVideoFrameFormat::ColorSpace_BT601 || (space == QVideoFrameFormat::ColorSpace_Undefined && isSmall);
    const bool isFull = format.colorRange() == QVideoFrameFormat::ColorRange_Full;
    if (isOld)
        return isFull ? Matrix{0, 1024, 1436, -352, -731, 1815} : Matrix{16, 1192, 1634, -401, -832, 2066};
    return isFull ? Matrix{0, 1024, 1613, -192, -479, 1900} : Matrix{};
}

Planes planesOf(const QVideoFrame &frame)
{
    using Format = QVideoFrameFormat;
    const auto three = [&frame](int blue, int red) {
        return Planes{.luma = frame.bits(0),
                      .blue = frame.bits(blue),
                      .red = frame.bits(red),
                      .lumaStride = frame.bytesPerLine(0),
                      .colourStride = frame.bytesPerLine(1)};
    };
    const auto two = [&frame](int blue, int red) {
        return Planes{.luma = frame.bits(0),
                      .blue = frame.bits(1) ? frame.bits(1) + blue : nullptr,
                      .red = frame.bits(1) ? frame.bits(1) + red : nullptr,
                      .lumaStride = frame.bytesPerLine(0),
                      .colourStride = frame.bytesPerLine(1),
                      .colourStep = 2};
    };
    switch (frame.pixelFormat()) {
    case Format::Format_YUV420P:
        return three(1, 2);
    case Format::Format_YV12:
        return three(2, 1);
    case Format::Format_NV12:
        return two(0, 1);
    case Format::Format_NV21:
        return two(1, 0);
    case Format::Format_P010:
    case Format::Format_P016: {
        // Sixteen bits a value, little end first: the upper byte is all a screen shows.
        Planes planes = two(1, 3);
        ++planes.luma;
        planes.lumaStep = 2;
        planes.colourStep = 4;
        return planes;
    }
    default:
        return {};
    }
}

constexpr int byteFrom(int value)
{
    return std::clamp(value >> 10, 0, 255);
}

/// One row of the result: each pixel is the mean of \a factor by \a factor values.
class RowReader
{
public:
    RowReader(const Planes &planes, int width, int factor)
        : m_planes(planes)
        , m_sums(std::size_t(width))
        , m_factor(factor)
    {}

    const std::vector<int> &lumaOf(int row)
    {
        std::fill(m_sums.begin(), m_sums.end(), 0);
        for (int line = 0; line < m_factor; ++line) {
            const uchar *value = m_planes.luma + qsizetype(row * m_factor + line) * m_planes.lumaStride;
            for (int &sum : m_sums) {
                for (int i = 0; i < m_factor; ++i, value += m_planes.lumaStep)
                    sum += *value;
            }
        }
        return m_sums;
    }

private:
    const Planes &m_planes;
    std::vector<int> m_sums;
    int m_factor;
};

QImage fromPlanes(const Planes &planes, const QSize &size, int factor, const Matrix &matrix)
{
    QImage image(size.width() / factor, size.height() / factor, QImage::Format_RGB32);
    RowReader reader(planes, image.width(), factor);
    const int area = factor * factor;
    const int round = 512;
    for (int row = 0; row < image.height(); ++row) {
        const std::vector<int> &luma = reader.lumaOf(row);
        const qsizetype colourRow = qsizetype(row * factor / 2) * planes.colourStride;
        auto *pixel = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < image.width(); ++column) {
            const qsizetype place = colourRow + qsizetype(column * factor / 2) * planes.colourStep;
            const int blue = planes.blue[place] - 128;
            const int red = planes.red[place] - 128;
            const int grey = (luma[std::size_t(column)] / area - matrix.black) * matrix.luma + round;
            *pixel++ = qRgb(byteFrom(grey + matrix.redFromRed * red),
                            byteFrom(grey + matrix.greenFromBlue * blue + matrix.greenFromRed * red),
                            byteFrom(grey + matrix.blueFromBlue * blue));
        }
    }
    return image;
}

QSize targetSize(const QSize &frame, const QSize &most, bool isOnItsSide)
{
    if (most.isEmpty())
        return frame;
    const QSize room = isOnItsSide ? most.transposed() : most;
    const QSize scaled = frame.scaled(room, Qt::KeepAspectRatio);
    return scaled.width() < frame.width() ? scaled.expandedTo({1, 1}) : frame;
}

QImage asShown(const QVideoFrame &frame, const QSize &target)
{
    const QSize size = frame.size();
    if (const auto format = QVideoFrameFormat::imageFormatFromPixelFormat(frame.pixelFormat());
        format != QImage::Format_Invalid && frame.bits(0))
        return QImage(frame.bits(0), size.width(), size.height(), frame.bytesPerLine(0), format)
            .convertToFormat(QImage::Format_RGB32);
    const Planes planes = planesOf(frame);
    if (!planes.isValid())
        return {};
    // The larger part of the way by whole pixels, which is quick; the rest is smoothed.
    const int factor = std::clamp(std::min(size.width() / target.width(), size.height() / target.height()), 1, 16);
    return fromPlanes(planes, size, factor, matrixFor(frame.surfaceFormat()));
}

} // namespace

QImage pictureOf(QVideoFrame frame, const QSize &most, double pixelAspect)
{
    if (frame.size().isEmpty() || !frame.map(QVideoFrame::ReadOnly))
        return {};
    const int angle = int(frame.rotationAngle());
    // As it is shown: no pixel is thrown away.
    const QSize square = pixelAspect >= 1 ? QSize(qRound(frame.width() * pixelAspect), frame.height())
                                          : QSize(frame.width(), qRound(frame.height() / pixelAspect));
    const QSize target = targetSize(square, most, angle % 180 != 0);
    QImage image = asShown(frame, target);
    // Still in the frame's memory where no conversion was needed.
    image.detach();
    frame.unmap();
    if (image.isNull())
        return {};
    if (image.size() != target)
        image = image.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (frame.mirrored())
        image = image.mirrored(true, false);
    return angle == 0 ? image : image.transformed(QTransform().rotate(angle));
}

} // namespace Viral
