// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/waveformreader.h"

#include <QThreadPool>
#include <QtConcurrentRun>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int samplesPerSecond = 8000;
constexpr qsizetype bytesPerPeak = samplesPerSecond / PeakPyramid::peaksPerSecond * 2;
constexpr int tellEvery = 250;

qint8 eightBits(int sample)
{
    return static_cast<qint8>(std::clamp(sample / 256, -127, 127));
}

} // namespace

std::vector<Peak> peaksOf(const QByteArray &samples)
{
    std::vector<Peak> peaks;
    peaks.reserve(static_cast<std::size_t>(samples.size() / bytesPerPeak));
    for (qsizetype offset = 0; offset + bytesPerPeak <= samples.size(); offset += bytesPerPeak) {
        int low = 0;
        int high = 0;
        for (qsizetype byte = offset; byte < offset + bytesPerPeak; byte += 2) {
            const int sample = qFromLittleEndian<qint16>(samples.constData() + byte);
            low = std::min(low, sample);
            high = std::max(high, sample);
        }
        peaks.push_back({eightBits(low), eightBits(high)});
    }
    return peaks;
}

WaveformReader::WaveformReader(const QString &mediaPath, WaveformCache cache, QObject *parent)
    : QObject(parent)
    , m_mediaPath(mediaPath)
    , m_cache(std::move(cache))
    , m_peaks(std::make_shared<PeakPyramid>())
{
    connect(&m_looking, &QFutureWatcherBase::finished, this, &WaveformReader::takeKept);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &WaveformReader::readMore);
    connect(&m_process, &QProcess::finished, this, &WaveformReader::end);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(tr("There is no waveform, because ffmpeg is not installed (package ffmpeg)."));
    });
    if (!m_cache.isOn()) {
        startReading();
        return;
    }
    m_looking.setFuture(QtConcurrent::run([path = m_mediaPath, kept = m_cache] {
        Kept found{WaveformCache::keyOf(path), {}};
        if (const auto peaks = kept.load(found.key))
            found.peaks.append(*peaks);
        return found;
    }));
}

void WaveformReader::takeKept()
{
    Kept kept = m_looking.future().takeResult();
    m_key = kept.key;
    if (kept.peaks.isEmpty())
        return startReading();
    *m_peaks = std::move(kept.peaks);
    Q_EMIT grown();
    Q_EMIT finished();
}

void WaveformReader::startReading()
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    // A path that begins with a dash or holds a colon is still a file.
    m_process.start(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-nostdin"_s, u"-i"_s, u"file:"_s + m_mediaPath, u"-map"_s,
                                  u"0:a:0"_s, u"-vn"_s, u"-sn"_s, u"-dn"_s, u"-ac"_s, u"1"_s, u"-ar"_s,
                                  QString::number(samplesPerSecond), u"-f"_s, u"s16le"_s, u"-"_s});
}

WaveformReader::~WaveformReader()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(1000);
}

void WaveformReader::readMore()
{
    m_rest += m_process.readAllStandardOutput();
    const qsizetype whole = m_rest.size() - m_rest.size() % bytesPerPeak;
    m_peaks->append(peaksOf(m_rest.left(whole)));
    m_rest.remove(0, whole);
    // The first part at once, then not too often.
    if (m_peaks->isEmpty() || (m_sinceTold.isValid() && m_sinceTold.elapsed() < tellEvery))
        return;
    m_sinceTold.start();
    Q_EMIT grown();
}

void WaveformReader::end(int exitCode, QProcess::ExitStatus status)
{
    readMore();
    Q_EMIT grown();
    if (m_peaks->isEmpty()) {
        Q_EMIT failed(tr("There is no waveform: the media file has no sound, or it cannot be read."));
    } else if (status != QProcess::NormalExit || exitCode != 0) {
        Q_EMIT failed(tr("The sound of the media file could not be read whole; the waveform may be incomplete."));
    } else {
        keep();
        Q_EMIT finished();
    }
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
