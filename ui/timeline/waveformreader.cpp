// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/waveformreader.h"

#include "core/base/timetext.h"

#include <QThread>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace Viral {

namespace {

constexpr int tellEvery = 250;
// Sound that ends this much before the file does is worth a word, where something is wrong with the file.
constexpr Milliseconds mostMissing{2000};

} // namespace

int WaveformSplit::usualCount()
{
    return std::clamp(QThread::idealThreadCount(), 1, 4);
}

std::vector<std::size_t> stretchesOf(Milliseconds length, const WaveformSplit &split)
{
    std::vector<std::size_t> first{0};
    const auto seconds = std::size_t(std::max<qint64>(0, length.count()) / 1000);
    if (length < split.shortest || seconds * PeakPyramid::peaksPerSecond > PeakPyramid::mostPeaks)
        return first;
    const auto count = std::size_t(std::max(1, split.most));
    for (std::size_t i = 1; i < count; ++i) {
        if (const std::size_t place = seconds * i / count * PeakPyramid::peaksPerSecond; place > first.back())
            first.push_back(place);
    }
    return first;
}

WaveformReader::WaveformReader(const QString &mediaPath, WaveformCache cache, const WaveformSplit &split,
                               QObject *parent)
    : QObject(parent)
    , m_mediaPath(mediaPath)
    , m_cache(std::move(cache))
    , m_split(split)
    , m_peaks(std::make_shared<PeakPyramid>())
{
    connect(&m_looking, &QFutureWatcherBase::finished, this, &WaveformReader::takeKept);
    if (!m_cache.isOn()) {
        begin(0);
        return;
    }
    m_looking.setFuture(QtConcurrent::run([path = m_mediaPath, kept = m_cache] {
        Kept found{WaveformCache::keyOf(path), {}};
        if (const auto peaks = kept.load(found.key))
            found.peaks.append(*peaks);
        return found;
    }));
}

WaveformReader::~WaveformReader()
{
    // All at once, before one after the other is waited for.
    for (Part &part : m_parts)
        part.stretch->stop();
}

void WaveformReader::takeKept()
{
    Kept kept = m_looking.future().takeResult();
    m_key = kept.key;
    if (kept.peaks.isEmpty())
        return begin(0);
    *m_peaks = std::move(kept.peaks);
    Q_EMIT grown();
    Q_EMIT finished();
}

void WaveformReader::begin(std::size_t first)
{
    auto stretch = std::make_unique<WaveformStretch>(m_mediaPath, first);
    const WaveformStretch *one = stretch.get();
    connect(one, &WaveformStretch::arrived, this, [this, one] { readFrom(one); });
    connect(one, &WaveformStretch::ended, this, [this, one] { endOf(one); });
    if (first == 0) {
        connect(one, &WaveformStretch::lengthTold, this, &WaveformReader::beginOthers);
        connect(one, &WaveformStretch::notInstalled, this, [this] {
            Q_EMIT failed(tr("There is no waveform, because ffmpeg is not installed (package ffmpeg)."));
        });
    } else {
        connect(one, &WaveformStretch::notInstalled, this, [this, one] { endOf(one); });
    }
    m_parts.push_back({.stretch = std::move(stretch)});
    m_parts.back().stretch->start();
}

void WaveformReader::beginOthers(Milliseconds length)
{
    m_toldLength = length;
    for (const std::size_t first : stretchesOf(length, m_split)) {
        if (first > 0)
            begin(first);
    }
}

std::size_t WaveformReader::indexOf(const WaveformStretch *stretch) const
{
    return std::size_t(std::ranges::find(m_parts, stretch, [](const Part &part) { return part.stretch.get(); }) -
                       m_parts.begin());
}

void WaveformReader::readFrom(const WaveformStretch *stretch)
{
    const std::size_t index = indexOf(stretch);
    if (index == m_parts.size())
        return;
    const std::size_t first = stretch->end();
    const std::vector<Peak> peaks = m_parts[index].stretch->take();
    if (peaks.empty())
        return;
    meetNext(index, first, peaks);
    m_peaks->put(first, peaks);
    tellGrown();
    if (m_parts[index].isJoined)
        finishIfDone();
}

void WaveformReader::meetNext(std::size_t index, std::size_t first, std::span<const Peak> peaks)
{
    while (index + 1 < m_parts.size()) {
        Part &part = m_parts[index];
        const WaveformStretch &next = *m_parts[index + 1].stretch;
        const std::size_t end = first + peaks.size();
        if (end <= next.first())
            return;
        const std::size_t from = std::max(first, next.first());
        const std::size_t to = std::min(end, next.end());
        if (from < to)
            part.seam.compare(peaks.subspan(from - first), m_peaks->finest().subspan(from, to - from));
        const WaveformSeam::Verdict verdict = part.seam.verdict();
        if (verdict == WaveformSeam::Verdict::Same) {
            part.isJoined = true;
            part.stretch->stop();
            return;
        }
        // Overtaken, the other one is of no use either.
        if (verdict == WaveformSeam::Verdict::Unknown && end <= next.end())
            return;
        drop(index + 1);
        part.seam = {};
    }
}

void WaveformReader::drop(std::size_t index)
{
    WaveformStretch &stretch = *m_parts[index].stretch;
    stretch.stop();
    // What the neighbours have read of its place stays.
    const std::size_t from = index > 0 ? std::max(stretch.first(), m_parts[index - 1].stretch->end()) : stretch.first();
    const bool isLast = index + 1 == m_parts.size();
    m_peaks->erase({from, isLast ? stretch.end() : std::min(stretch.end(), m_parts[index + 1].stretch->first())});
    m_dropped.push_back(std::move(m_parts[index].stretch));
    m_parts.erase(m_parts.begin() + std::ptrdiff_t(index));
}

void WaveformReader::tellGrown()
{
    // The first part at once, then not too often.
    if (m_sinceTold.isValid() && m_sinceTold.elapsed() < tellEvery)
        return;
    m_sinceTold.start();
    Q_EMIT grown();
}

void WaveformReader::endOf(const WaveformStretch *stretch)
{
    readFrom(stretch);
    const std::size_t index = indexOf(stretch);
    if (index < m_parts.size() && !m_parts[index].isJoined)
        settleEnd(index);
    finishIfDone();
}

void WaveformReader::settleEnd(std::size_t index)
{
    const WaveformStretch &stretch = *m_parts[index].stretch;
    const bool isBroken = stretch.state() == WaveformStretch::State::Broken;
    // The one before a child that broke, or found nothing, does without it.
    if (index > 0 && !m_parts[index - 1].isJoined && (isBroken || stretch.isEmpty())) {
        drop(index);
        return;
    }
    // Nothing is behind the end that was reached by reading.
    while (!isBroken && index + 1 < m_parts.size() && m_parts[index + 1].stretch->first() <= stretch.end())
        drop(index + 1);
}

void WaveformReader::finishIfDone()
{
    const auto isReading = [](const Part &part) { return part.stretch->state() == WaveformStretch::State::Reading; };
    if (m_isFinished || std::ranges::any_of(m_parts, isReading))
        return;
    m_isFinished = true;
    Q_EMIT grown();
    if (const QString trouble = troubleText(); !trouble.isEmpty()) {
        Q_EMIT failed(trouble);
        return;
    }
    keep();
    Q_EMIT finished();
}

QString WaveformReader::troubleText() const
{
    if (m_peaks->isEmpty())
        return tr("There is no waveform: the media file has no sound, or it cannot be read.");
    const auto isBroken = [](const Part &part) { return part.stretch->state() == WaveformStretch::State::Broken; };
    if (m_peaks->known().size() > 1 || std::ranges::any_of(m_parts, isBroken))
        return tr("The sound of the media file could not be read whole; the waveform may be incomplete.");
    const Milliseconds covered = m_peaks->covered();
    if (covered + mostMissing < m_toldLength && m_parts.back().stretch->hasComplained())
        return tr("The sound ends at %1, but the media file says that it lasts %2; it may be cut off.")
            .arg(clockText(covered), clockText(m_toldLength));
    return {};
}

void WaveformReader::keep()
{
    if (!m_cache.isOn())
        return;
    const std::span<const Peak> finest = m_peaks->finest();
    QThreadPool::globalInstance()->start(
        [cache = m_cache, key = m_key, peaks = std::vector<Peak>(finest.begin(), finest.end())] {
            cache.save(key, peaks);
        });
}

} // namespace Viral
