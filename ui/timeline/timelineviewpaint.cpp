// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of the timeline on the screen, and what lies over them.
#include "ui/style/metrics.h"
#include "ui/timeline/timelineview.h"

#include <QPaintEvent>
#include <QPainter>

#include <array>
#include <cmath>

namespace Viral {

namespace {

/// \a picture, or an empty one in its place where it has another size: a new one costs as much as what is painted.
void fit(QPixmap &picture, const QSize &size, double scale)
{
    if (picture.size() == size * scale && qFuzzyCompare(picture.devicePixelRatio(), scale))
        return;
    picture = QPixmap(size * scale);
    picture.setDevicePixelRatio(scale);
}

} // namespace

void TimelineView::ensureLayers()
{
    const double scale = viewport()->devicePixelRatioF();
    if (!qFuzzyCompare(m_scale, scale)) {
        m_scale = scale;
        m_painter.setLook(coloursFor(palette()), font(), scale);
        forgetLayers();
    }
    if (m_doLayersStandIn && !m_layer.isNull()) {
        m_layerTimer.start(0, this);
        return;
    }
    const bool isLayerDue = !m_isLayerValid;
    if (isLayerDue)
        paintLayer();
    // What changed is seen in the layer; the overview follows in a turn of its own.
    if (!m_isOverviewValid && isLayerDue && !m_overview.isNull())
        m_layerTimer.start(0, this);
    else if (!m_isOverviewValid)
        paintOverview();
}

void TimelineView::paintLayer()
{
    fit(m_layer, viewport()->size(), m_scale);
    if (m_layer.isNull())
        return;
    QPainter painter(&m_layer);
    m_painter.paint(painter, m_scene, m_state);
    m_isLayerValid = true;
}

void TimelineView::paintOverview()
{
    const QSize strip(axis().width(), metrics().overviewHeight);
    fit(m_overview, strip, m_scale);
    QPainter painter(&m_overview);
    m_painter.paintOverview(painter, m_scene, strip);
    m_isOverviewValid = true;
}

void TimelineView::forgetLayers()
{
    m_layer = {};
    m_overview = {};
    m_doLayersStandIn = false;
    m_isLayerValid = false;
    m_isOverviewValid = false;
}

void TimelineView::letLayersStandIn()
{
    m_doLayersStandIn |= isVisible() && m_isLayerValid;
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    ensureLayers();
    QPainter painter(viewport());
    const QRect known(QPoint(), m_layer.deviceIndependentSize().toSize());
    for (const QRect &part : event->region()) {
        if (!known.contains(part))
            painter.fillRect(part, m_painter.colours().base);
        const QRect shown = part & known;
        const QRectF source(QPointF(shown.topLeft()) * m_scale, QSizeF(shown.size()) * m_scale);
        painter.drawPixmap(QRectF(shown), m_layer, source);
    }
    paintOverlay(painter);
}

void TimelineView::paintOverlay(QPainter &painter)
{
    const Colours &colours = m_painter.colours();
    painter.fillRect(0, 0, viewport()->width(), metrics().overviewHeight, colours.window);
    painter.drawPixmap(metrics().headerWidth, 0, m_overview);
    paintOverviewFrame(painter);
    painter.setClipRect(metrics().headerWidth, 0, viewport()->width(), viewport()->height());
    paintRange(painter);
    paintPointer(painter);
    paintLatePicture(painter);
    paintPlayhead(painter);
    painter.setClipping(false);
    if (m_showsFocus) {
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineView::paintOverviewFrame(QPainter &painter)
{
    const Colours &colours = m_painter.colours();
    painter.fillRect(0, metrics().overviewHeight - 1, viewport()->width(), 1, colours.hairline);
    if (axis().showsWholeSource())
        return;
    const TimeSpan visible = axis().visible();
    const int left = overviewX(visible.start);
    const int right = std::max(left + 3, overviewX(visible.end));
    QColor shade = colours.base;
    shade.setAlphaF(0.6F);
    painter.fillRect(metrics().headerWidth, 0, left - metrics().headerWidth, metrics().overviewHeight - 1, shade);
    painter.fillRect(right + 1, 0, viewport()->width() - right - 1, metrics().overviewHeight - 1, shade);
    painter.setPen(colours.accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(left, 0, right - left, metrics().overviewHeight - 2);
}

void TimelineView::paintRange(QPainter &painter)
{
    if (!m_range)
        return;
    const Colours &colours = m_painter.colours();
    const int left = trackX(m_range->start);
    const int right = trackX(m_range->end);
    QColor area = colours.accent;
    area.setAlphaF(0.18F);
    const int top = metrics().overviewHeight;
    const int height = viewport()->height() - top;
    painter.fillRect(left, top, right - left, height, area);
    painter.fillRect(left, top, 1, height, colours.accent);
    painter.fillRect(right, top, 1, height, colours.accent);
    if (right - left < 8)
        return;
    const QString text = TimelinePainter::lengthText(*m_range, m_state.limits);
    const double width = m_painter.smallText().widthOf(text) + 2 * smallGap;
    const QRectF label((left + right - width) / 2, metrics().overviewHeight + 2, width, metrics().rulerHeight - 4);
    painter.fillRect(label, colours.accent);
    painter.setPen(colours.accentText);
    m_painter.smallText().draw(painter, label.adjusted(smallGap, 0, smallGap, 0), text);
}

void TimelineView::paintPointer(QPainter &painter)
{
    if (!m_pointer || !isInTrack(*m_pointer) || m_gesture == Gesture::Pan)
        return;
    const Colours &colours = m_painter.colours();
    QColor line = colours.textSecondary;
    line.setAlphaF(0.6F);
    painter.fillRect(m_pointer->x(), metrics().overviewHeight, 1, viewport()->height(), line);
    const QString text = timecodeText(timeAt(*m_pointer), m_state.times);
    const double width = std::ceil(m_painter.smallText().widthOf(text)) + 2 * smallGap;
    const double left = std::min(double(m_pointer->x()), viewport()->width() - width);
    const QRectF label(left, metrics().overviewHeight, width, metrics().rulerHeight - 4);
    painter.fillRect(label, colours.raised);
    painter.setPen(colours.text);
    m_painter.smallText().draw(painter, label.adjusted(smallGap, 0, smallGap, 0), text);
}

namespace {

/// The outline of the playhead's head, its point at \a foot.
std::array<QPointF, 5> headAt(int x, int foot)
{
    const double middle = x + 0.5;
    return {QPointF(middle - 5, foot - 10), QPointF(middle + 5, foot - 10), QPointF(middle + 5, foot - 5),
            QPointF(middle, foot), QPointF(middle - 5, foot - 5)};
}

} // namespace

void TimelineView::paintLatePicture(QPainter &painter)
{
    if (!m_latePicture)
        return;
    // Dashed and hollow: not to be taken for the playhead by anyone.
    QColor faint = m_painter.colours().accent;
    faint.setAlphaF(0.6F);
    painter.fillRect(overviewX(*m_latePicture), 0, 1, metrics().overviewHeight, faint);
    const int x = trackX(*m_latePicture);
    for (int y = metrics().fixedHeight(); y < viewport()->height(); y += 8)
        painter.fillRect(x, y, 1, 4, faint);
    const auto head = headAt(x, metrics().fixedHeight());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(faint);
    painter.setBrush(Qt::NoBrush);
    painter.drawConvexPolygon(head.data(), int(head.size()));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimelineView::paintPlayhead(QPainter &painter)
{
    const Colours &colours = m_painter.colours();
    painter.fillRect(overviewX(m_playhead), 0, 1, metrics().overviewHeight, colours.accent);
    const int x = trackX(m_playhead);
    painter.fillRect(x, metrics().fixedHeight() - 8, 1, viewport()->height(), colours.accent);
    const auto head = headAt(x, metrics().fixedHeight());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawConvexPolygon(head.data(), int(head.size()));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace Viral
