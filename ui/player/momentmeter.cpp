// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/momentmeter.h"

#include "core/analysis/settings.h"
#include "core/base/timetext.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Viral {

QString playedText(const PlayedPart &played)
{
    switch (played.kind) {
    case PlayedPart::Kind::Nothing:
        return {};
    case PlayedPart::Kind::Moment:
        return MomentMeter::tr("Moment");
    case PlayedPart::Kind::Edge:
        return MomentMeter::tr("Edge");
    case PlayedPart::Kind::LastSeconds:
        return MomentMeter::tr("Last seconds");
    case PlayedPart::Kind::Reel:
        return MomentMeter::tr("Reel %1 of %2").arg(played.index + 1).arg(played.count);
    }
    return {};
}

QString lengthProblem(Milliseconds length)
{
    if (length < shortestMoment)
        return MomentMeter::tr("%1 too short").arg(secondsText(shortestMoment - length));
    if (length > longestMoment)
        return MomentMeter::tr("%1 too long").arg(secondsText(length - longestMoment));
    return {};
}

MomentMeter::MomentMeter(QWidget *parent)
    : QWidget(parent)
{
    setFont(tabular(font()));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(tr("A clip is %1 to %2 long.").arg(secondsText(shortestMoment), secondsText(longestMoment)));
}

void MomentMeter::setSpan(const TimeSpan &span)
{
    if (span == m_span)
        return;
    m_span = span;
    refresh();
    updateGeometry();
}

void MomentMeter::setPlayed(const PlayedPart &played)
{
    if (played == m_played)
        return;
    m_played = played;
    refresh();
    updateGeometry();
}

void MomentMeter::setPosition(Milliseconds position)
{
    m_position = position;
    if (const QString length = lengthText(); length != m_length) {
        m_length = length;
        update();
    }
}

void MomentMeter::refresh()
{
    m_length = lengthText();
    setAccessibleName(text());
    update();
}

QString MomentMeter::lengthText() const
{
    if (m_span.isEmpty())
        return {};
    const QString whole = secondsText(m_span.duration());
    const bool isInside = m_span.contains(m_position) || m_position == m_span.end;
    return isInside ? secondsText(m_position - m_span.start).section(u' ', 0, 0) + u" / "_s + whole : whole;
}

QString MomentMeter::text() const
{
    QStringList parts{playedText(m_played), m_length};
    if (!m_span.isEmpty())
        parts.append(lengthProblem(m_span.duration()));
    parts.removeAll(QString());
    return parts.join(u"  "_s);
}

QSize MomentMeter::sizeHint() const
{
    // As for the longest it will say, so that counting moves nothing.
    const QString problem = m_span.isEmpty() ? QString() : lengthProblem(m_span.duration());
    const QString widest = playedText(m_played) + u"  00.0 / 00.0 s  "_s + problem;
    return {fontMetrics().horizontalAdvance(widest) + smallIcon + 2 * smallGap, rowHeight};
}

QSize MomentMeter::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"00.0 / 00.0 s"_s) + smallIcon + 2 * smallGap, rowHeight};
}

void MomentMeter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // Figures and their unit, as everything about time, from left to right.
    painter.setLayoutDirection(Qt::LeftToRight);
    const Colours &colours = coloursFor(palette());
    QRect room = rect();
    const auto draw = [&](const QString &text, const QColor &colour) {
        const int width = std::min(room.width(), fontMetrics().horizontalAdvance(text));
        painter.setPen(colour);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                         fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        room.setRight(room.right() - width - normalGap);
    };
    if (m_span.isEmpty()) {
        draw(playedText(m_played), colours.textSecondary);
        return;
    }
    const QString problem = lengthProblem(m_span.duration());
    const QRect mark(room.right() - smallIcon + 1, (height() - smallIcon) / 2, smallIcon, smallIcon);
    icon(problem.isEmpty() ? Icon::Keep : Icon::Warning, problem.isEmpty() ? colours.good : colours.caution)
        .paint(&painter, mark);
    room.setRight(mark.left() - smallGap);
    const int wanted = fontMetrics().horizontalAdvance(m_length + problem) + normalGap;
    if (!problem.isEmpty() && wanted <= room.width())
        draw(problem, colours.caution);
    draw(m_length, colours.text);
    if (room.width() > fontMetrics().averageCharWidth() * 4)
        draw(playedText(m_played), colours.textSecondary);
}

} // namespace Viral
