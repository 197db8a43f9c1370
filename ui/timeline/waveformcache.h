// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/peakpyramid.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Viral {

/// Waveforms that were read once, one file each in a folder. The name is made of what the media file holds, not of
/// where it lies: it survives a move, and an edited file gets another. Functions may run on any thread.
///
/// The file: "VMWF", version (16 bits), peaks per second (16 bits), number of peaks (64 bits), SHA-1 of the peaks, then
/// low and high of each; all little-endian.
class WaveformCache
{
public:
    /// Without a \a folder nothing is kept. Oldest files go first when there are more than \a mostBytes of them.
    explicit WaveformCache(QString folder = {}, qint64 mostBytes = 256LL * 1024 * 1024);

    /// Size, time of change and a hash of first and last part of a media file; empty when it cannot be read.
    static QString keyOf(const QString &mediaPath);

    /// Nothing when it is not there or is no whole file of this version.
    std::optional<std::vector<Peak>> load(const QString &key) const;
    /// A folder that cannot be written to only costs the time next time.
    void save(const QString &key, std::span<const Peak> peaks) const;

    bool isOn() const { return !m_folder.isEmpty(); }

private:
    QString pathOf(const QString &key) const;
    void removeOldest() const;

    QString m_folder;
    qint64 m_mostBytes;
};

/// The bytes of a file with \a peaks.
QByteArray waveformBytes(std::span<const Peak> peaks);
/// The peaks back; nothing for anything that waveformBytes() has not written.
std::optional<std::vector<Peak>> waveformFromBytes(const QByteArray &bytes);

} // namespace Viral
