// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/peakpyramid.h"

#include <QObject>
#include <QProcess>

namespace Viral {

/// One ffmpeg child that reads the sound of a media file from a place on to its end, or until it is stopped. Destroying
/// it ends the child.
class WaveformStretch final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Reading,
        Stopped, ///< by stop()
        Ended,   ///< at the end of the sound
        Broken,  ///< before it
    };

    /// From peak number \a first on, a whole second of the file's own time.
    WaveformStretch(const QString &mediaPath, std::size_t first, QObject *parent = nullptr);
    ~WaveformStretch() override;

    void start();
    void stop();
    State state() const { return m_state; }
    std::size_t first() const { return m_first; }
    /// Behind the last peak taken.
    std::size_t end() const { return m_end; }
    bool isEmpty() const { return m_end == m_first; }
    /// What has arrived since the last time.
    std::vector<Peak> take();
    /// ffmpeg has said that something is wrong with the file.
    bool hasComplained() const { return m_hasComplained; }

Q_SIGNALS:
    void arrived();
    /// How long the file says it is; not told where it does not say.
    void lengthTold(Viral::Milliseconds length);
    /// At the end of the sound or before it; everything has arrived.
    void ended();
    void notInstalled();

private:
    void readWords();
    void settle(int exitCode, QProcess::ExitStatus status);

    QString m_mediaPath;
    QProcess m_process;
    State m_state = State::Reading;
    std::size_t m_first;
    std::size_t m_end;
    /// Bytes of sound before the place, read to get going.
    qsizetype m_leadIn = 0;
    /// Samples that do not yet fill a peak.
    QByteArray m_rest;
    QByteArray m_line;
    bool m_hasToldLength = false;
    bool m_hasComplained = false;
};

/// Peaks of \a samples (little-endian 16-bit mono at 8 kHz): one per 10 ms; what does not fill one more stays out.
std::vector<Peak> peaksOf(const QByteArray &samples);
/// The length in a line such as "  Duration: 01:00:00.02, start: 0.000000"; zero in any other.
Milliseconds lengthInWords(const QByteArray &line);

} // namespace Viral
