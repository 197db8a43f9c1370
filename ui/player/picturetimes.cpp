// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/picturetimes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr Milliseconds usualReach{10'000};
// A picture may stand for long in a recording of a screen.
constexpr Milliseconds mostReach{1'280'000};
// Packets come in the order of decoding: of the last ones, some that are shown before them may be missing.
constexpr Milliseconds disorder{2000};
constexpr qsizetype mostPrinted = 16 * 1024 * 1024;

std::optional<qint64> microseconds(QByteArrayView text)
{
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    return isNumber && std::abs(seconds) < 1e9 ? std::optional(qRound64(seconds * 1e6)) : std::nullopt;
}

Milliseconds roundedUp(qint64 time)
{
    return Milliseconds{time > 0 ? (time + 999) / 1000 : 0};
}

} // namespace

std::optional<Milliseconds> PictureTimeList::stepped(Milliseconds time, int count) const
{
    if (times.empty() || (time < times.front() && !hasFirst))
        return {};
    const auto last = std::ptrdiff_t(times.size()) - 1;
    const std::ptrdiff_t shown = std::max<std::ptrdiff_t>(0, std::ranges::upper_bound(times, time) - times.begin() - 1);
    const std::ptrdiff_t wanted = shown + count;
    if ((wanted < 0 && !hasFirst) || (wanted > last && !hasLast))
        return {};
    return times[std::size_t(std::clamp<std::ptrdiff_t>(wanted, 0, last))];
}

PictureTimeList pictureTimesFrom(const QByteArray &printed, const TimeSpan &asked)
{
    std::vector<qint64> times;
    qint64 start = 0;
    for (const QByteArray &line : printed.left(mostPrinted).split('\n')) {
        const auto value = microseconds(QByteArrayView(line).sliced(line.indexOf(',') + 1).trimmed());
        if (value && line.startsWith("packet,"))
            times.push_back(*value);
        else if (value && line.startsWith("format,"))
            start = *value;
    }
    PictureTimeList list{.hasFirst = asked.start <= Milliseconds{0}};
    if (times.empty())
        return list;
    // What is shown before the key frame that comes first may not be whole.
    const qint64 first = list.hasFirst ? std::ranges::min(times) : times.front();
    std::ranges::sort(times);
    list.hasLast = roundedUp(times.back() - start) + disorder < asked.end;
    for (const qint64 time : times) {
        const Milliseconds place = roundedUp(time - start);
        const bool isSure = time >= first && (list.hasLast || place + disorder < asked.end);
        if (isSure && (list.times.empty() || place > list.times.back()))
            list.times.push_back(place);
    }
    return list;
}

PictureTimes::PictureTimes(const QString &path, Milliseconds start, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_start(start)
    , m_reach(usualReach)
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::finished, this, &PictureTimes::take);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_canTell = false;
        Q_EMIT known();
    });
}

PictureTimes::~PictureTimes()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(1000);
}

std::optional<Milliseconds> PictureTimes::stepped(Milliseconds time, int count)
{
    if (const auto place = m_list.stepped(time, count))
        return place;
    // Asked for here, and still not there: it lies further away.
    const bool isHere = m_asked.contains(time) && m_reach * 2 <= mostReach;
    m_wanted = time;
    if (m_canTell && m_process.state() == QProcess::NotRunning) {
        m_reach = isHere ? m_reach * 2 : usualReach;
        ask();
    }
    return {};
}

void PictureTimes::ask()
{
    m_asked = {std::max(Milliseconds{0}, m_wanted - m_reach), m_wanted + m_reach};
    const auto seconds = [this](Milliseconds time) {
        return QString::number(double((time + m_start).count()) / 1000, 'f', 3);
    };
    m_process.start(u"ffprobe"_s,
                    {u"-v"_s, u"error"_s, u"-select_streams"_s, u"v:0"_s, u"-read_intervals"_s,
                     seconds(m_asked.start) + u'%' + seconds(m_asked.end), u"-show_entries"_s,
                     u"packet=pts_time:format=start_time"_s, u"-of"_s, u"csv"_s, u"-i"_s, u"file:"_s + m_path});
}

void PictureTimes::take()
{
    m_list = pictureTimesFrom(m_process.readAllStandardOutput(), m_asked);
    m_canTell = !m_list.times.empty();
    Q_EMIT known();
}

} // namespace Viral
