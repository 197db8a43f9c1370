// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/pictureconverter.h"

#include "ui/player/pictureconversion.h"

namespace Viral {

PictureConverter::PictureConverter(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PictureConverter::~PictureConverter()
{
    m_pool.waitForDone();
}

void PictureConverter::convert(const QVideoFrame &frame)
{
    m_latest = frame;
    if (m_isBusy)
        m_isWaiting = true;
    else
        start();
}

void PictureConverter::setSize(const QSize &size)
{
    if (size == m_size)
        return;
    m_size = size;
    if (m_latest.isValid())
        convert(m_latest);
}

void PictureConverter::setPixelAspect(double aspect)
{
    if (qFuzzyCompare(aspect, m_pixelAspect))
        return;
    m_pixelAspect = aspect;
    if (m_latest.isValid())
        convert(m_latest);
}

void PictureConverter::start()
{
    m_isBusy = true;
    m_isWaiting = false;
    m_pool.start([this, frame = m_latest, size = m_size, aspect = m_pixelAspect] {
        QImage picture = pictureOf(frame, size, aspect);
        QMetaObject::invokeMethod(
            this, [this, picture = std::move(picture), frame] { finish(picture, frame); }, Qt::QueuedConnection);
    });
}

void PictureConverter::finish(const QImage &picture, const QVideoFrame &frame)
{
    m_isBusy = false;
    // Formats of which only the graphics system knows more: slower, and only on this thread.
    const QImage shown = picture.isNull() ? frame.toImage() : picture;
    m_hasConverted = m_hasConverted || !shown.isNull();
    if (m_hasConverted)
        Q_EMIT converted(shown);
    else if (!std::exchange(m_hasFailed, true))
        Q_EMIT failed();
    if (m_isWaiting && !m_isBusy)
        start();
}

} // namespace Viral
