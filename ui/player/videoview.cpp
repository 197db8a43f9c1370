// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/videoview.h"

#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/style/textline.h"

#include <QMouseEvent>
#include <QPainter>

namespace Viral {

QString fittingWords(const QString &text, const QFontMetrics &metrics, const QSize &area)
{
    // Heights of lines are rounded, each way by another hand: half a line decides.
    const int most = area.height() + metrics.lineSpacing() / 2;
    const auto fits = [&](const QString &part) {
        return metrics.boundingRect(QRect(0, 0, area.width(), 100'000), Qt::TextWordWrap, part).height() <= most;
    };
    if (fits(text))
        return text;
    const QStringList words = text.split(u' ');
    qsizetype enough = 1;
    qsizetype tooMany = words.size();
    while (tooMany - enough > 1) {
        const qsizetype middle = (enough + tooMany) / 2;
        (fits(words.first(middle).join(u' ') + u'…') ? enough : tooMany) = middle;
    }
    return words.first(enough).join(u' ') + u'…';
}

VideoView::VideoView(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Picture"));
}

void VideoView::setFrame(const QImage &frame)
{
    m_frame = frame;
    update();
}

void VideoView::setCaption(const QString &large, const QString &small)
{
    if (large == m_large && small == m_small)
        return;
    m_large = large;
    m_small = small;
    setAccessibleDescription(large + u' ' + small);
    if (m_frame.isNull())
        update();
}

void VideoView::setCoveredTop(int pixels)
{
    m_coveredTop = pixels;
    update();
}

void VideoView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_frame.isNull()) {
        paintCaption(painter);
        return;
    }
    painter.fillRect(rect(), Qt::black);
    const QSize size = m_frame.size().scaled(this->size(), Qt::KeepAspectRatio);
    const QRect target(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, m_frame);
}

void VideoView::paintCaption(QPainter &painter)
{
    const Colours &colours = coloursFor(palette());
    painter.fillRect(rect(), colours.base);

    QFont large = tabular(sized(font(), TextSize::Large, TextWeight::Strong));
    large.setPointSizeF(large.pointSizeF() * 1.6);
    const QFont small = sized(font(), TextSize::Large);
    const int largeHeight = QFontMetrics(large).height();
    const int lineHeight = QFontMetrics(small).lineSpacing();
    const int textWidth = std::min(width() - 4 * largeGap, 640);
    const int room = height() - m_coveredTop;
    const int mostLines = std::max(1, (room - largeHeight - 4 * largeGap) / lineHeight);
    const QRect wanted = QFontMetrics(small).boundingRect(QRect(0, 0, textWidth, 10000), Qt::TextWordWrap, m_small);
    const int smallHeight = std::min(wanted.height(), mostLines * lineHeight);
    const int top = m_coveredTop + std::max(smallGap, (room - largeHeight - normalGap - smallHeight) / 2);

    painter.setFont(large);
    painter.setPen(colours.text);
    painter.drawText(QRect(0, top, width(), largeHeight), Qt::AlignHCenter | Qt::AlignTop, m_large);
    painter.setFont(small);
    painter.setPen(colours.textSecondary);
    const QRect area((width() - textWidth) / 2, top + largeHeight + normalGap, textWidth, smallHeight);
    // Tails of letters may reach below the last line.
    painter.setClipRect(area.adjusted(0, 0, 0, smallGap));
    painter.setLayoutDirection(directionOf(m_small));
    painter.drawText(area, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     fittingWords(m_small, QFontMetrics(small), area.size()));
}

void VideoView::tellRoom()
{
    Q_EMIT roomChanged((QSizeF(size()) * devicePixelRatioF()).toSize());
}

void VideoView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    tellRoom();
}

void VideoView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tellRoom();
}

void VideoView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT clicked();
}

} // namespace Viral
