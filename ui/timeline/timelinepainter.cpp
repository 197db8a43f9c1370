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
#include <QPainter>

#include <cmath>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

using Layout = TimelineLayout;

/// Texts of the timeline for the translators.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Viral::Timeline)
};

} // namespace

int viewportX(const TimelineGeometry &geometry, Milliseconds time)
{
    const double x = std::clamp(geometry.x(time), -10000.0, geometry.width() + 10000.0);
    return Layout::headerWidth + int(std::lround(x));
}

QRect momentBox(const TimelineState &state, const TimeSpan &span, int lane)
{
    const int left = viewportX(state.geometry, span.start);
    // The pixel at the end belongs to what comes next.
    const int width = std::max(2, viewportX(state.geometry, span.end) - left - 1);
    const int top = Layout::fixedHeight + state.layout.moments.top - state.scroll + lane * Layout::momentPitch;
    return {left, top, width, Layout::momentHeight};
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

void TimelinePainter::paint(QPainter &painter, const TimelineScene &scene, const TimelineState &state)
{
    painter.setLayoutDirection(Qt::LeftToRight);
    const Context context{painter, scene, state, state.geometry.visible()};
    painter.fillRect(QRect(QPoint(), state.size), m_colours.base);
    const QRect below(0, Layout::fixedHeight, state.size.width(), state.size.height() - Layout::fixedHeight);
    const QRect track = below.adjusted(Layout::headerWidth, 0, 0, 0);
    painter.setClipRect(track);
    paintGrid(context);
    paintWaveform(context);
    paintSpeakers(context);
    paintChunks(context);
    paintRibbon(context);
    paintMoments(context);
    paintDropped(context);
    painter.setClipRect(below);
    paintHeaders(context);
    painter.setClipping(false);
    paintRuler(context);
}

void TimelinePainter::paintGrid(const Context &context)
{
    const RulerScale scale = rulerScaleFor(context.state.geometry.millisecondsPerPixel());
    Milliseconds time = context.visible.start / scale.step.count() * scale.step.count();
    for (; time <= context.visible.end; time += scale.step)
        context.painter.fillRect(context.x(time), Layout::fixedHeight, 1, context.state.size.height(), m_gridLine);
}

void TimelinePainter::paintRuler(const Context &context)
{
    QPainter &painter = context.painter;
    const QRect strip(0, Layout::overviewHeight, context.state.size.width(), Layout::rulerHeight);
    painter.fillRect(strip, m_colours.window);
    painter.setClipRect(strip.adjusted(Layout::headerWidth, 0, 0, 0));
    const RulerScale scale = rulerScaleFor(context.state.geometry.millisecondsPerPixel());
    const auto parts = context.visible.start / scale.step * scale.parts;
    painter.setPen(m_colours.textSecondary);
    for (auto part = parts;; ++part) {
        // From the whole number of parts, so that rounding does not add up along the ruler.
        const Milliseconds time{part * scale.step.count() / scale.parts};
        if (time > context.visible.end)
            break;
        const bool isMajor = part % scale.parts == 0;
        const int x = context.x(time);
        const int length = isMajor ? 8 : 4;
        painter.fillRect(x, strip.bottom() + 1 - length, 1, length, m_colours.line);
        if (isMajor)
            m_small.draw(painter, QRectF(x + smallGap, strip.top(), 90, strip.height() - 6),
                         rulerLabel(time, scale.step));
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
        context.painter.fillRect(left, Layout::overviewHeight, std::max(1, context.x(span.end) - left), 3,
                                 m_colours.textInactive);
    }
}

void TimelinePainter::paintHeaders(const Context &context)
{
    QPainter &painter = context.painter;
    const TimelineLayout &layout = context.state.layout;
    painter.fillRect(0, Layout::fixedHeight, Layout::headerWidth, context.state.size.height(), m_colours.window);
    painter.fillRect(Layout::headerWidth - 1, Layout::fixedHeight, 1, context.state.size.height(), m_colours.hairline);
    painter.setPen(m_colours.textSecondary);
    paintHeader(context, layout.waveform, Texts::tr("Sound"));
    paintHeader(context, layout.speakers, Texts::tr("Speakers"));
    paintHeader(context, layout.chunks, Texts::tr("Chunks"));
    paintHeader(context, layout.ribbon, Texts::tr("Offline score"));
    paintHeader(context, {.top = layout.moments.top, .height = Layout::momentHeight}, Texts::tr("Moments"));
    paintHeader(context, layout.dropped, Texts::tr("Dropped"));
}

void TimelinePainter::paintHeader(const Context &context, const RowPlace &row, const QString &text)
{
    if (!context.isVisible(row))
        return;
    const QRect rect(normalGap, context.top(row), Layout::headerWidth - normalGap - smallGap, row.height);
    // A row lower than its text still gets it, centred on the row.
    m_normal.draw(context.painter, rect, text);
}

void TimelinePainter::paintWaveform(const Context &context)
{
    const RowPlace &row = context.state.layout.waveform;
    if (!context.isVisible(row))
        return;
    const PeakPyramid *peaks = context.scene.peaks();
    const QRect rect = context.rect(row).adjusted(Layout::headerWidth, 0, 0, 0);
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
    const Milliseconds known = peaks ? peaks->covered() : Milliseconds{0};
    if (known >= context.visible.end || known >= context.scene.duration())
        return;
    const int from = std::max(Layout::headerWidth, context.x(known));
    painter.setPen(QPen(m_colours.textInactive, 1, Qt::DotLine));
    painter.drawLine(from, rect.center().y(), rect.right(), rect.center().y());
    if (rect.right() - from < 160)
        return;
    const QString text = Texts::tr("no waveform yet");
    const double width = m_normal.widthOf(text) + 2 * normalGap;
    const QRectF place((from + rect.right() - width) / 2, rect.top(), width, rect.height());
    painter.fillRect(place, m_colours.base);
    painter.setPen(m_colours.textSecondary);
    m_normal.draw(painter, place.adjusted(normalGap, 0, 0, 0), text);
}

void TimelinePainter::paintSpeakers(const Context &context)
{
    const RowPlace &row = context.state.layout.speakers;
    if (!context.isVisible(row))
        return;
    std::array<int, Layout::mostSpeakerLanes> painted;
    painted.fill(std::numeric_limits<int>::min());
    const auto range = context.scene.runsIn(context.visible);
    for (int i = range.first; i < range.end; ++i) {
        const SpeakerRun &run = context.scene.speakers().runs[i];
        const int lane = std::min(run.speaker, Layout::mostSpeakerLanes - 1);
        const int right = std::max(context.x(run.span.end), context.x(run.span.start) + 1);
        // What falls on pixels already painted is not painted again.
        const int left = std::max(context.x(run.span.start), painted[std::size_t(lane)]);
        if (right <= left)
            continue;
        painted[std::size_t(lane)] = right;
        context.painter.fillRect(left, context.top(row) + lane * Layout::speakerLaneHeight + 2, right - left, 4,
                                 m_speakers[std::size_t(run.speaker) % m_speakers.size()]);
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
    const QRect box(left, top, width, Layout::chunkHeight);
    QPainter &painter = context.painter;
    painter.fillRect(box, m_colours.window);
    const QColor colour = m_chunks[std::size_t(chunk.state)];
    paintTextured(painter, QRect(left, box.bottom() - 5, width, 6), textureOf(chunk.state), colour);
    const int shown = std::max(left, Layout::headerWidth);
    const int room = box.right() - shown - smallGap;
    if (room < narrowestMark)
        return;
    const QString number = QString::number(chunk.index + 1);
    painter.setPen(m_colours.textSecondary);
    const QRectF place(shown + smallGap, top, room, Layout::chunkHeight - 6);
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
    for (const RibbonPoint &point : scene.ribbon()) {
        const auto [left, width] = place(point.span);
        const int height = std::clamp(int(std::lround(point.score / 10 * (floor - 4))), 1, floor - 4);
        painter.fillRect(left, floor - height, width, height, m_colours.raised);
    }
    for (const TimelineMoment &moment : scene.moments()) {
        const auto [left, width] = place(moment.span);
        const int height = std::clamp(int(std::lround(moment.score / 10 * (floor - 4))), 4, floor - 4);
        const bool isRejected = moment.decision == Decision::Rejected;
        painter.fillRect(left, floor - height, std::max(1, std::min(width, 3)), height,
                         isRejected ? m_colours.hairline : scoreColour(moment.score));
    }
}

} // namespace Viral
