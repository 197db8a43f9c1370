// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/waveformcache.h"
#include "ui/timeline/waveformseam.h"
#include "ui/timeline/waveformstretch.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace Viral {

/// When a file's sound is read in several stretches at the same time.
struct WaveformSplit
{
    /// Shorter files are read in one.
    Milliseconds shortest = std::chrono::minutes(10);
    /// One for each processor, up to four.
    int most = usualCount();

    static int usualCount();
};

/// Where the stretches of a file of this \a length begin, in peaks: the first at 0, each on a whole second.
std::vector<std::size_t> stretchesOf(Milliseconds length, const WaveformSplit &split);

/// Reads the sound of a media file into a waveform: out of the cache where it was read before, else with ffmpeg child
/// processes, a bit at a time, so that the first part is there at once and nothing waits. Destroying it ends them.
///
/// The first child reads from the beginning. As soon as it tells how long the file is, others begin further on. Each
/// reads on into the stretch behind its own until there was sound enough to see that both have the same at the same
/// place; then it is done. Where they differ, or nothing comes, the other one is dropped and it reads on itself: so the
/// waveform is always the one that a single child would have made.
class WaveformReader final : public QObject
{
    Q_OBJECT

public:
    explicit WaveformReader(const QString &mediaPath, WaveformCache cache = WaveformCache(),
                            const WaveformSplit &split = {}, QObject *parent = nullptr);
    ~WaveformReader() override;

    /// Grows while it is read; shared with whoever draws it.
    std::shared_ptr<const PeakPyramid> peaks() const { return m_peaks; }
    /// How many children's reading the waveform is made of; 0 out of the cache.
    std::size_t stretchCount() const { return m_parts.size(); }

Q_SIGNALS:
    /// More of the sound is there; at most four times a second.
    void grown();
    /// The whole sound is there.
    void finished();
    /// There is no waveform, or not all of it; a message with the next step.
    void failed(const QString &message);

private:
    /// What the cache knows of a file.
    struct Kept
    {
        QString key;
        /// Empty where it knows nothing.
        PeakPyramid peaks;
    };

    /// A child and what is known of the place where it meets the next one.
    struct Part
    {
        std::unique_ptr<WaveformStretch> stretch;
        WaveformSeam seam = {};
        bool isJoined = false;
    };

    void takeKept();
    void begin(std::size_t first);
    void beginOthers(Milliseconds length);
    void readFrom(const WaveformStretch *stretch);
    void meetNext(std::size_t index, std::size_t first, std::span<const Peak> peaks);
    void drop(std::size_t index);
    void tellGrown();
    void endOf(const WaveformStretch *stretch);
    void settleEnd(std::size_t index);
    void finishIfDone();
    QString troubleText() const;
    void keep();
    std::size_t indexOf(const WaveformStretch *stretch) const;

    QString m_mediaPath;
    WaveformCache m_cache;
    WaveformSplit m_split;
    QString m_key;
    QFutureWatcher<Kept> m_looking;
    /// In the order of their places.
    std::vector<Part> m_parts;
    /// Their children may still have to be told; they go with the reader.
    std::vector<std::unique_ptr<WaveformStretch>> m_dropped;
    std::shared_ptr<PeakPyramid> m_peaks;
    QElapsedTimer m_sinceTold;
    Milliseconds m_toldLength{0};
    bool m_isFinished = false;
};

} // namespace Viral
