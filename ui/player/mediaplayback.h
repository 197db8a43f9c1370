// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/pictureconverter.h"
#include "ui/player/playback.h"

#include <QElapsedTimer>
#include <QMediaPlayer>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>

class QAudioOutput;
class QVideoFrame;
class QVideoSink;

namespace Viral {

/// Plays a media file through Qt Multimedia. One seek is on its way at a time and the latest wish wins; the position is
/// interpolated between the pictures, so the playhead moves smoothly; speeds that decoding does not reach are shown by
/// seeking; it pauses before the end of the stream, because after it the back end shows no picture any more.
class MediaPlayback final : public Playback
{
    Q_OBJECT

public:
    explicit MediaPlayback(const QString &path, QObject *parent = nullptr);
    ~MediaPlayback() override;

    Milliseconds duration() const override { return m_duration; }
    Milliseconds position() const override;
    Milliseconds picturePosition() const override;
    bool isPlaying() const override { return m_mode != Mode::Paused; }
    double rate() const override { return m_rate; }
    FrameRate frameRate() const override { return m_frameRate; }
    Milliseconds frameDuration() const override { return m_frameDuration; }

    void play() override;
    void pause() override;
    void seek(Milliseconds time) override;
    void setRate(double rate) override;
    void setFrameRate(const FrameRate &rate) override;
    void setPictureSize(const QSize &size) override { m_converter.setSize(size); }
    void setPixelAspect(double aspect) override { m_converter.setPixelAspect(aspect); }

private:
    enum class Mode
    {
        Paused,
        Running,  ///< the back end plays
        Stepping, ///< the back end is paused and asked for one picture after another
    };

    void loadFrom(const QString &path);
    void attachSound();
    void statusChanged(QMediaPlayer::MediaStatus status);
    void becomeLoaded();
    void frameArrived(const QVideoFrame &frame);
    void learnOffset(qint64 told);
    bool askAgainUnless(Milliseconds picture);
    void settleAt(Milliseconds picture);
    void errorOccurred(QMediaPlayer::Error error, const QString &text);
    void tick();
    void setMode(Mode mode);
    void applyRate(double rate, bool playsOn);
    void requestPicture(Milliseconds time);
    void sendSeek();
    void seekArrived();
    void tellLate();
    void tellSettled();
    void tellUnshowable();
    void stopAtEnd();
    void stopAtStart();
    void anchorAt(Milliseconds position);
    bool isStale(Milliseconds pictureTime) const;
    /// The last place that has a picture, one before the end of the stream.
    Milliseconds latest() const;

    std::unique_ptr<QMediaPlayer> m_player;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QAudioOutput> m_audio;
    PictureConverter m_converter;
    QTimer m_ticker;
    QTimer m_seekDeadline;
    /// Runs while a picture is on its way, until that is worth a word.
    QTimer m_lateness;
    /// Runs after a pause until the last picture is there.
    QTimer m_settling;
    QElapsedTimer m_sinceAnchor;
    QElapsedTimer m_sinceSeek;
    QString m_path;
    Mode m_mode = Mode::Paused;
    Milliseconds m_anchor{0};
    Milliseconds m_duration{0};
    Milliseconds m_frameDuration{40};
    FrameRate m_frameRate;
    double m_rate = 1.0;
    /// The rate the back end is set to.
    double m_appliedRate = 1.0;
    std::optional<Milliseconds> m_seekInFlight;
    std::optional<Milliseconds> m_seekWanted;
    /// Where the last picture lies that came.
    Milliseconds m_arrived{0};
    bool m_isLate = false;
    /// When the picture on the screen begins, in whole milliseconds.
    std::optional<Milliseconds> m_shownPicture;
    /// What the back end was asked for last.
    Milliseconds m_askedPosition{0};
    int m_timesAsked = 0;
    /// What its times of pictures are late by, in microseconds, and what the last one said.
    std::optional<qint64> m_timeOffset;
    qint64 m_pictureLateness = 0;
    bool m_isLoaded = false;
    bool m_playWanted = false;
    /// Asked for, but the back end has not been told yet.
    bool m_isUnsent = false;
    bool m_isTakingPicture = false;
};

/// Where to ask for the picture shown at \a time: the time itself, except so near the picture's edges that rounding may
/// give its neighbour; then its middle.
Milliseconds seekTarget(Milliseconds time, const FrameRate &rate);

} // namespace Viral
