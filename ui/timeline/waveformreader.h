// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/waveformcache.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QProcess>

#include <memory>

namespace Viral {

/// Reads the sound of a media file into a waveform: out of the cache where it was read before, else with an ffmpeg
/// child process, a bit at a time, so that the first part is there at once and nothing waits. Destroying it ends the
/// child.
class WaveformReader final : public QObject
{
    Q_OBJECT

public:
    explicit WaveformReader(const QString &mediaPath, WaveformCache cache = WaveformCache(), QObject *parent = nullptr);
    ~WaveformReader() override;

    /// Grows while it is read; shared with whoever draws it.
    std::shared_ptr<const PeakPyramid> peaks() const { return m_peaks; }

Q_SIGNALS:
    /// More of the sound is there; at most four times a second.
    void grown();
    /// The whole sound is there.
    void finished();
    /// There is no waveform; a message with the next step.
    void failed(const QString &message);

private:
    /// What the cache knows of a file.
    struct Kept
    {
        QString key;
        /// Empty where it knows nothing.
        PeakPyramid peaks;
    };

    void takeKept();
    void startReading();
    void readMore();
    void end(int exitCode, QProcess::ExitStatus status);
    void keep();

    QString m_mediaPath;
    WaveformCache m_cache;
    QString m_key;
    QFutureWatcher<Kept> m_looking;
    QProcess m_process;
    std::shared_ptr<PeakPyramid> m_peaks;
    /// Samples that do not yet fill a peak.
    QByteArray m_rest;
    QElapsedTimer m_sinceTold;
};

/// Peaks of \a samples (little-endian 16-bit mono at 8 kHz): one per 10 ms; what does not fill one more stays out.
std::vector<Peak> peaksOf(const QByteArray &samples);

} // namespace Viral
