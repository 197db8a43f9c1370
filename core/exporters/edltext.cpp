// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/edltext.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/sourcelabel.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qsizetype longestTitle = 70;
constexpr qsizetype longestComment = 200;
constexpr int reelColumns = 8;
constexpr int channelColumns = 4;
constexpr int hoursOfDay = 24;
/// What CMX 3600 was made for.
constexpr qint64 usualRate = 30;
constexpr qint64 mostCountable = 100;

} // namespace

EdlText::EdlText(const QString &title, const CutPlan &plan)
    : m_rate(plan.facts.rate)
    , m_dropsFrames(plan.dropsFrames)
    , m_hour(hourFrame(plan.facts.rate, plan.dropsFrames))
{
    line(u"TITLE: "_s + leftCodePoints(oneLine(title), longestTitle).trimmed().toString());
    line(m_dropsFrames ? u"FCM: DROP FRAME"_s : u"FCM: NON-DROP FRAME"_s);
    line({});
}

void EdlText::event(QStringView reel, QLatin1StringView channels, FrameSpan source, FrameSpan record)
{
    ++m_events;
    const QString number = QString::number(m_events).rightJustified(3, u'0');
    line(number + u"  "_s + reel.toString().leftJustified(reelColumns, u' ', true) + u' ' +
         QString(channels).leftJustified(channelColumns) + u"  C        "_s + label(source.first) + u' ' +
         label(source.end) + u' ' + label(record.first) + u' ' + label(record.end));
}

void EdlText::line(const QString &text)
{
    m_text += text + u"\r\n"_s;
}

void EdlText::comment(QLatin1StringView key, const QString &text)
{
    const QString plain = leftCodePoints(oneLine(text), longestComment).trimmed().toString();
    if (!plain.isEmpty())
        line(u"* "_s + key + u": "_s + plain);
}

QString EdlText::label(qint64 frame) const
{
    return frameLabel(frame % (hoursOfDay * m_hour), m_rate, m_dropsFrames);
}

Result<void> edlCanCount(const FrameRate &rate)
{
    if (rate.nominal() <= mostCountable)
        return {};
    return failure(ErrorKind::Usage,
                   u"An edit list has two digits for the pictures of a second, and %1 need more: another format, or "
                   "media at a lower rate, holds them."_s.arg(frameRateText(rate)));
}

QStringList edlWarnings(const CutPlan &plan)
{
    QStringList warnings = plan.warnings;
    if (plan.facts.rate.nominal() > usualRate) {
        warnings.append(u"An edit list does not say its rate: set the project to %1 pictures per second before it is "
                        "imported."_s.arg(frameRateText(plan.facts.rate)));
    }
    return warnings;
}

QString edlFileName(const QString &name, qsizetype index, qsizetype count, const QString &kind)
{
    const QString stem = safeFileName(name, u"moments"_s);
    const QString part = count > 1 ? u" %1 of %2"_s.arg(index + 1).arg(count) : QString();
    return stem + kind + part + u".edl"_s;
}

} // namespace Viral
