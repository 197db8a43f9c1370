// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QVideoFrame>

namespace Viral {

/// Turns video frames into images away from the interface's thread: one at a time, and of those that arrive meanwhile
/// only the latest.
class PictureConverter final : public QObject
{
    Q_OBJECT

public:
    explicit PictureConverter(QObject *parent = nullptr);
    ~PictureConverter() override;

    void convert(const QVideoFrame &frame);
    /// No larger than this many device pixels from now on; the last frame is converted again.
    void setSize(const QSize &size);
    /// Pixels are shown this much wider than high; the last frame is converted again.
    void setPixelAspect(double aspect);

Q_SIGNALS:
    void converted(const QImage &picture);
    /// Once: not one frame could be made a picture of.
    void failed();

private:
    void start();
    void finish(const QImage &picture, const QVideoFrame &frame);

    QThreadPool m_pool;
    QVideoFrame m_latest;
    QSize m_size;
    double m_pixelAspect = 1;
    bool m_hasConverted = false;
    bool m_hasFailed = false;
    bool m_isBusy = false;
    bool m_isWaiting = false;
};

} // namespace Viral
