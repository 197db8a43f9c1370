// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepainter.h"

#include "core/base/timetext.h"
#include "ui/style/marks.h"
#include "ui/style/metrics.h"
#include "ui/style/oklab.h"
#include "ui/timeline/rulerscale.h"
#include "ui/timeline/timelinepaintcontext.h"
#include "ui/timeline/waveformpainter.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <cmath>
#include <vector>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// Between two lines of what is not known.
constexpr int hatchDistance = 12;

/// Texts of the timeline for the translators.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Viral::Timeline)
};

QString soundHeader(double gain)
{
    return gain > 1 ? Texts::tr("Sound ×%1").arg(QLocale().toString(gain, 'g', 2)) : Texts::tr("Sound");
}

QStringList headers()
{
    return {soundHeader(2.8),           Texts::tr("Speakers"), Texts::tr("Chunks"),
            Texts::tr("Offline score"), Texts::tr("Moments"),  Texts::tr("Dropped")};
}

} // namespace

int viewportX(const TimelineState &state, Milliseconds time)
{
    const double x = std::clamp(state.geometry.x(time), -10000.0, state.geometry.width() + 10000.0);
    return state.layout.metrics.headerWidth + int(std::lround(x));
}

QRect momentBox(const TimelineState &state, const TimeSpan &span, int lane)
{
    const TimelineMetrics &metrics = state.layout.metrics;
    const int left = viewportX(state, span.start);
    // The pixel at the end belongs to what comes next.
    const int width = std::max(2, viewportX(state, span.end) - left - 1);
    const int top = metrics.fixedHeight() + state.layout.moments.top - state.scroll + lane * metrics.momentPitch();
    return {left, top, width, metrics.momentHeight};
}

void TimelinePainter::setLook(const Colours &colours, const QFont &font, double scale)
{
    m_colours = colours;
    m_normal.setFont(sized(font, TextSize::Small));
    m_strong.setFont(tabular(sized(font, TextSize::Small, TextWeight::Strong)));
    m_small.setFont(tabular(sized(font, TextSize::Small)));
    makeColours();
    makeMarks(scale);
}

void TimelinePainter::makeColours()
{
    for (std::size_t i = 0; i < m_scores.size(); ++i) {
        m_scores[i] = m_colours.score(1 + double(i) / 10);
        m_scoreAreas[i] = mixed(m_colours.base, m_scores[i], 0.45);
    }
    for (std::size_t i = 0; i < m_speakers.size(); ++i)
        m_speakers[i] = m_colours.speaker(int(i));
    for (const ChunkState state : allChunkStates)
        m_chunks[std::size_t(state)] = m_colours.chunk(state);
    m_gridLine = mixed(m_colours.base, m_colours.hairline, 0.5);
    m_soundGround = mixed(m_colours.base, m_colours.window, 0.6);
}

std::size_t TimelinePainter::scoreIndex(double score)
{
    return std::isnan(score) ? 0 : std::size_t(std::lround(std::clamp((score - 1) * 10, 0.0, 90.0)));
}

const QColor &TimelinePainter::scoreColour(double score) const
{
    return m_scores[scoreIndex(score)];
}

void TimelinePainter::makeMarks(double scale)
{
    for (const Decision decision : allDecisions) {
        QPixmap mark(QSize(markSide, markSide) * scale);
        mark.setDevicePixelRatio(scale);
        mark.fill(Qt::transparent);
        QPainter painter(&mark);
        paintDecision(painter, QRectF(1, 1, markSide - 2, markSide - 2), decision, m_colours, m_colours.base);
        painter.end();
        m_marks[std::size_t(decision)] = mark;
    }
}

TimelineMetrics TimelinePainter::metrics()
{
    double widest = 0;
    for (const QString &header : headers())
        widest = std::max(widest, m_normal.widthOf(header));
    return timelineMetrics(std::max(m_normal.height(), m_small.height()), widest);
}

void TimelinePainter::paint(QPainter &painter, const TimelineScene &scene, const TimelineState &state)
{
    painter.setLayoutDirection(Qt::LeftToRight);
    const Context context{painter, scene, state, state.geometry.visible()};
    painter.fillRect(QRect(QPoint(), state.size), m_colours.base);
    const int top = context.metrics().fixedHeight();
    const QRect below(0, top, state.size.width(), state.size.height() - top);
    const QRect track = below.adjusted(context.metrics().headerWidth, 0, 0, 0);
    const Ruler ruler = rulerOf(state);
    painter.setClipRect(track);
    paintGrid(context, ruler);
    paintWaveform(context);
    paintSpeakers(context);
    paintSounds(context);
    paintChunks(context);
    paintRibbon(context);
    paintMoments(context);
    paintDropped(context);
    painter.setClipRect(below);
    paintHeaders(context);
    painter.setClipping(false);
    paintRuler(context, ruler);
}

Ruler TimelinePainter::rulerOf(const TimelineState &state)
{
    const int label = int(std::ceil(m_small.widthOf(timecodeText(state.geometry.duration(), state.times))));
    return Ruler(state.times, state.geometry.millisecondsPerPixel(), std::max(90, label + largeGap));
}

void TimelinePainter::paintGrid(const Context &context, const Ruler &ruler)
{
    const int top = context.metrics().fixedHeight();
    qint64 part = ruler.partAt(context.visible.start);
    part -= part % ruler.parts();
    for (; ruler.timeOf(part) <= context.visible.end; part += ruler.parts())
        context.painter.fillRect(context.x(ruler.timeOf(part)), top, 1, context.state.size.height(), m_gridLine);
}

void TimelinePainter::paintRuler(const Context &context, const Ruler &ruler)
{
    QPainter &painter = context.painter;
    const TimelineMetrics &metrics = context.metrics();
    const QRect strip(0, metrics.overviewHeight, context.state.size.width(), metrics.rulerHeight);
    painter.fillRect(strip, m_colours.window);
    painter.setClipRect(strip.adjusted(metrics.headerWidth, 0, 0, 0));
    painter.setPen(m_colours.textSecondary);
    for (qint64 part = ruler.partAt(context.visible.start);; ++part) {
        const Milliseconds time = ruler.timeOf(part);
        if (time > context.visible.end)
            break;
        const bool isLabelled = ruler.isLabelled(part);
        const int x = context.x(time);
        const int length = isLabelled ? 8 : 4;
        painter.fillRect(x, strip.bottom() + 1 - length, 1, length, m_colours.line);
        // The end of a label whose tick is out of sight reads as another time.
        if (isLabelled && time >= Milliseconds{0} && x >= metrics.headerWidth) {
            const QString label = ruler.label(part);
            m_small.draw(painter,
                         QRectF(x + smallGap, strip.top(), m_small.widthOf(label) + smallGap, strip.height() - 6),
                         label);
        }
    }
    paintUsed(context);
    painter.setClipping(false);
    painter.fillRect(strip.left(), strip.bottom() + 1, strip.width(), 1, m_colours.hairline);
}

void TimelinePainter::paintUsed(const Context &context)
{
    const auto range = context.scene.usedIn(context.visible);
    for (int i = range.first; i < range.end; ++i) {
        const TimeSpan &span = context.scene.used()[i];
        const int left = context.x(span.start);
        context.painter.fillRect(left, context.metrics().overviewHeight, std::max(1, context.x(span.end) - left), 3,
                                 m_colours.textInactive);
    }
}

void TimelinePainter::paintHeaders(const Context &context)
{
    QPainter &painter = context.painter;
    const TimelineLayout &layout = context.state.layout;
    const QRect column(0, context.metrics().fixedHeight(), context.metrics().headerWidth, context.state.size.height());
    painter.fillRect(column, m_colours.window);
    painter.fillRect(column.right(), column.top(), 1, column.height(), m_colours.hairline);
    painter.setPen(m_colours.textSecondary);
    paintHeader(context, layout.waveform, soundHeader(context.state.gain));
    paintHeader(context, layout.speakers, Texts::tr("Speakers"));
    paintHeader(context, layout.chunks, Texts::tr("Chunks"));
    paintHeader(context, layout.ribbon, Texts::tr("Offline score"));
    paintHeader(context, {.top = layout.moments.top, .height = context.metrics().momentHeight}, Texts::tr("Moments"));
    paintHeader(context, layout.dropped, Texts::tr("Dropped"));
}

void TimelinePainter::paintHeader(const Context &context, const RowPlace &row, const QString &text)
{
    if (!context.isVisible(row))
        return;
    const QRect rect(normalGap, context.top(row), context.metrics().headerWidth - normalGap - smallGap, row.height);
    // A row lower than its text still gets it, centred on the row.
    m_normal.draw(context.painter, rect, text);
}

void TimelinePainter::paintWaveform(const Context &context)
{
    const RowPlace &row = context.state.layout.waveform;
    if (!context.isVisible(row))
        return;
    const PeakPyramid *peaks = context.scene.peaks();
    const QRect rect = context.rect(row).adjusted(context.metrics().headerWidth, 0, 0, 0);
    QPainter &painter = context.painter;
    if (peaks && !peaks->isEmpty()) {
        WaveformLook look{.ground = m_soundGround,
                          .line = m_colours.waveform,
                          .markedGround = m_colours.accentArea,
                          .markedLine = m_colours.accent,
                          .marked = context.state.preview,
                          .gain = context.state.gain};
        if (!look.marked && context.state.selected)
            look.marked = context.scene.moments()[*context.state.selected].span;
        painter.drawImage(rect.topLeft(), waveformImage(*peaks, context.state.geometry, rect.height(),
                                                        painter.device()->devicePixelRatioF(), look));
    }
    Milliseconds unknown{0};
    const std::vector<PeakRange> none;
    for (const PeakRange &known : peaks ? peaks->known() : none) {
        paintUnknownSound(context, {unknown, PeakPyramid::peakLength * qint64(known.first)});
        unknown = PeakPyramid::peakLength * qint64(known.end);
    }
    paintUnknownSound(context, {unknown, context.scene.duration()});
}

void TimelinePainter::paintUnknownSound(const Context &context, const TimeSpan &span)
{
    if (span.isEmpty() || span.start >= context.visible.end || span.end <= context.visible.start)
        return;
    const QRect row = context.rect(context.state.layout.waveform);
    const int left = std::max(context.metrics().headerWidth, context.x(span.start));
    const int right = span.end >= context.visible.end ? row.right() + 1 : context.x(span.end);
    hatchUnknownSound(context, QRect(left, row.top(), right - left, row.height()));
}

void TimelinePainter::hatchUnknownSound(const Context &context, const QRect &place)
{
    QPainter &painter = context.painter;
    // Hatched, so that it is not taken for silence.
    std::vector<QLineF> hatch;
    const int first = (place.left() - place.height()) / hatchDistance * hatchDistance;
    for (int x = first; x < place.right(); x += hatchDistance) {
        const int left = std::max(x, place.left());
        const int right = std::min(x + place.height(), place.right() + 1);
        hatch.emplace_back(left, place.bottom() - (left - x), right, place.bottom() - (right - x));
    }
    painter.setPen(QPen(m_gridLine, 0));
    painter.drawLines(hatch.data(), int(hatch.size()));
    const QString text = context.state.soundNote.isEmpty() ? Texts::tr("No waveform yet") : context.state.soundNote;
    const double width = m_normal.widthOf(text) + 2 * normalGap;
    if (place.width() < width + largeGap)
        return;
    const double height = m_normal.height() + smallGap;
    const QRectF label(place.center().x() - width / 2, place.center().y() - height / 2, width, height);
    painter.fillRect(label, m_colours.base);
    painter.setPen(m_colours.textSecondary);
    m_normal.draw(painter, label.adjusted(normalGap, 0, 0, 0), text);
}

void TimelinePainter::paintSpeakers(const Context &context)
{
    const RowPlace &row = context.state.layout.speakers;
    if (!context.isVisible(row))
        return;
    std::array<int, TimelineMetrics::mostSpeakerLanes> painted;
    painted.fill(std::numeric_limits<int>::min());
    const auto range = context.scene.runsIn(context.visible);
    for (int i = range.first; i < range.end; ++i) {
        const SpeakerRun &run = context.scene.speakers().runs[i];
        const int lane = std::min(run.speaker, TimelineMetrics::mostSpeakerLanes - 1);
        const int right = std::max(context.x(run.span.end), context.x(run.span.start) + 1);
        // What falls on pixels already painted is not painted again.
        const int left = std::max(context.x(run.span.start), painted[std::size_t(lane)]);
        if (right <= left)
            continue;
        painted[std::size_t(lane)] = right;
        context.painter.fillRect(left, context.top(row) + lane * TimelineMetrics::speakerLaneHeight + 2, right - left,
                                 4, m_speakers[std::size_t(run.speaker) % m_speakers.size()]);
    }
}

void TimelinePainter::paintSounds(const Context &context)
{
    const RowPlace &row = context.state.layout.waveform;
    if (!context.isVisible(row))
        return;
    QPainter &painter = context.painter;
    const auto range = context.scene.soundsIn(context.visible);
    const int top = context.top(row);
    for (int i = range.end - 1, next = context.state.size.width(); i >= range.first; --i) {
        const TimelineSound &sound = context.scene.sounds()[i];
        const int left = context.x(sound.span.start);
        // Where many fall together the marks alone are drawn, one to a pixel.
        if (left == next)
            continue;
        painter.fillRect(left, top, 1, row.height, m_colours.textInactive);
        painter.fillRect(left, top, 4, 4, m_colours.textSecondary);
        const double width = m_normal.widthOf(sound.label) + smallGap;
        if (left + normalGap + width < next) {
            const QRectF label(left + normalGap, top, width, m_normal.height());
            painter.fillRect(label.adjusted(-2, 0, 0, 0), m_soundGround);
            painter.setPen(m_colours.textSecondary);
            m_normal.draw(painter, label, sound.label);
        }
        next = left;
    }
}

void TimelinePainter::paintChunks(const Context &context)
{
    const RowPlace &row = context.state.layout.chunks;
    if (!context.isVisible(row))
        return;
    const auto range = context.scene.chunksIn(context.visible);
    for (int i = range.first; i < range.end; ++i)
        paintChunk(context, context.scene.chunks()[i], context.top(row));
}

void TimelinePainter::paintChunk(const Context &context, const TimelineChunk &chunk, int top)
{
    const int left = context.x(chunk.span.start);
    const int width = std::max(2, context.x(chunk.span.end) - left - 1);
    const QRect box(left, top, width, context.metrics().chunkHeight);
    QPainter &painter = context.painter;
    painter.fillRect(box, m_colours.window);
    const QColor colour = m_chunks[std::size_t(chunk.state)];
    paintTextured(painter, QRect(left, box.bottom() - 5, width, 6), textureOf(chunk.state), colour);
    const int shown = std::max(left, context.metrics().headerWidth);
    const int room = box.right() - shown - smallGap;
    if (room < narrowestMark)
        return;
    const QString number = QString::number(chunk.index + 1);
    painter.setPen(m_colours.textSecondary);
    const QRectF place(shown + smallGap, top, room, context.metrics().chunkHeight - 6);
    const double numberWidth = m_small.widthOf(number);
    m_small.draw(painter, place, number);
    const QString facts = chunk.tokens.isEmpty() ? chunkStateText(chunk.state) : chunk.tokens;
    const QRectF rest = place.adjusted(numberWidth + normalGap, 0, 0, 0);
    if (rest.width() >= narrowestText)
        m_small.draw(painter, rest, facts);
}

void TimelinePainter::paintRibbon(const Context &context)
{
    const RowPlace &row = context.state.layout.ribbon;
    if (!context.isVisible(row))
        return;
    const auto range = context.scene.ribbonIn(context.visible);
    int painted = std::numeric_limits<int>::min();
    for (int i = range.first; i < range.end; ++i) {
        const RibbonPoint &point = context.scene.ribbon()[i];
        const int left = std::max(painted, context.x(point.span.start));
        const int right = std::max(context.x(point.span.end), context.x(point.span.start) + 1);
        if (right <= left)
            continue;
        painted = right;
        const int height = std::clamp(int(std::lround(point.score / 10 * row.height)), 1, row.height);
        context.painter.fillRect(left, context.top(row) + row.height - height, right - left, height,
                                 scoreColour(point.score));
    }
}

} // namespace Viral
