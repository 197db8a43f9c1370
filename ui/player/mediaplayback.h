// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
/// interpolated between the player's reports, so the playhead moves smoothly; it pauses before the end of the stream,
/// because after it the back end shows no frame any more.
class MediaPlayback final : public Playback
{
    Q_OBJECT

public:
    explicit MediaPlayback(const QString &path, QObject *parent = nullptr);
    ~MediaPlayback() override;

    Milliseconds duration() const override { return m_duration; }
    Milliseconds position() const override;
    bool isPlaying() const override;
    double rate() const override { return m_rate; }
    Milliseconds frameDuration() const override { return m_frameDuration; }

    void play() override;
    void pause() override;
    void seek(Milliseconds time) override;
    void setRate(double rate) override;

private:
    void statusChanged(QMediaPlayer::MediaStatus status);
    void stateChanged(QMediaPlayer::PlaybackState state);
    void frameArrived(const QVideoFrame &frame);
    void errorOccurred(QMediaPlayer::Error error, const QString &text);
    void tick();
    void startSeek(Milliseconds time);
    void seekArrived();
    void anchorAt(Milliseconds position);

    std::unique_ptr<QMediaPlayer> m_player;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QAudioOutput> m_audio;
    QTimer m_ticker;
    QTimer m_seekDeadline;
    QElapsedTimer m_sinceAnchor;
    Milliseconds m_anchor{0};
    Milliseconds m_duration{0};
    Milliseconds m_frameDuration{40};
    double m_rate = 1.0;
    std::optional<Milliseconds> m_seekInFlight;
    std::optional<Milliseconds> m_seekWanted;
    bool m_isLoaded = false;
    bool m_playWanted = false;
};

} // namespace Viral
