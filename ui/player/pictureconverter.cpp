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

void PictureConverter::start()
{
    m_isBusy = true;
    m_isWaiting = false;
    m_pool.start([this, frame = m_latest, size = m_size] {
        QImage picture = pictureOf(frame, size);
        QMetaObject::invokeMethod(
            this, [this, picture = std::move(picture), frame] { finish(picture, frame); }, Qt::QueuedConnection);
    });
}

void PictureConverter::finish(const QImage &picture, const QVideoFrame &frame)
{
    m_isBusy = false;
    // Formats of which only the graphics system knows more: slower, and only on this thread.
    Q_EMIT converted(picture.isNull() ? frame.toImage() : picture);
    if (m_isWaiting && !m_isBusy)
        start();
}

} // namespace Viral
