// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ttmltime.h"

#include "core/contract/fields.h"
#include "core/ingest/cueclock.h"

#include <QList>

#include <array>
#include <cmath>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// A finite number above 0, or \a fallback.
double positive(QStringView text, double fallback)
{
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(value) && value > 0 ? value : fallback;
}

std::optional<Milliseconds> fromSeconds(double seconds)
{
    const double milliseconds = seconds * 1000;
    if (!std::isfinite(milliseconds) || milliseconds < 0 || milliseconds > double(latestTime))
        return std::nullopt;
    return Milliseconds(std::llround(milliseconds));
}

std::optional<double> numberIn(QStringView text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

struct Metric
{
    QLatin1StringView name;
    double seconds = 1;
};

/// "12.5s": a number with its metric behind it.
std::optional<Milliseconds> offsetTime(QStringView text, const TtmlClock &clock)
{
    const std::array metrics{
        Metric{"ms"_L1, 0.001},
        Metric{"h"_L1, 3600},
        Metric{"m"_L1, 60},
        Metric{"s"_L1, 1},
        Metric{"f"_L1, 1 / clock.framesPerSecond},
        Metric{"t"_L1, 1 / clock.ticksPerSecond},
    };
    for (const Metric &metric : metrics) {
        if (!text.endsWith(metric.name))
            continue;
        const auto number = numberIn(text.chopped(metric.name.size()));
        return number ? fromSeconds(*number * metric.seconds) : std::nullopt;
    }
    const auto seconds = numberIn(text);
    return seconds ? fromSeconds(*seconds) : std::nullopt;
}

} // namespace

TtmlClock ttmlClock(QStringView frameRate, QStringView multiplier, QStringView tickRate)
{
    TtmlClock clock;
    const double frames = positive(frameRate, 30);
    const qsizetype gap = multiplier.trimmed().indexOf(u' ');
    const double ratio =
        gap < 0 ? 1 : positive(multiplier.trimmed().left(gap), 1) / positive(multiplier.trimmed().sliced(gap + 1), 1);
    clock.framesPerSecond = positive(QString::number(frames * ratio, 'g', 17), 30);
    clock.ticksPerSecond = positive(tickRate, frameRate.isEmpty() ? 1 : clock.framesPerSecond);
    return clock;
}

std::optional<Milliseconds> parseTtmlTime(QStringView text, const TtmlClock &clock)
{
    text = text.trimmed();
    const qsizetype colons = text.count(u':');
    if (colons == 0)
        return offsetTime(text, clock);
    const QStringView time = colons == 3 ? text.left(text.lastIndexOf(u':')) : text;
    const auto whole = parseClock(time);
    if (!whole || colons > 3)
        return std::nullopt;
    const auto frames = colons == 3 ? numberIn(text.sliced(text.lastIndexOf(u':') + 1)) : std::optional(0.0);
    if (!frames)
        return std::nullopt;
    return fromSeconds(double(whole->time.count()) / 1000 + *frames / clock.framesPerSecond);
}

} // namespace Viral
