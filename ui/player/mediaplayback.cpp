// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/mediaplayback.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QFileInfo>
#include <QMediaDevices>
#include <QMediaMetaData>
#include <QVideoFrame>
#include <QVideoSink>

namespace Viral {

namespace {

// Stopping this long before the end keeps the last picture: after the end of the stream the back end shows none.
constexpr Milliseconds endGuard{80};
// A seek that brings no picture in this time (sound only, or a slow key frame) makes way for the next one.
constexpr int seekPatience = 1500;
constexpr int soundSeekPatience = 60;

} // namespace

MediaPlayback::MediaPlayback(const QString &path, QObject *parent)
    : Playback(parent)
    , m_player(std::make_unique<QMediaPlayer>())
    , m_sink(std::make_unique<QVideoSink>())
{
    m_player->setVideoSink(m_sink.get());
    // Sound needs an output even where there is no device: GStreamer then plays it silently by the system's clock, and
    // without one knows no duration. The FFmpeg back end would crash instead.
    if (!QMediaDevices::audioOutputs().isEmpty() || qgetenv("QT_MEDIA_BACKEND") != "ffmpeg") {
        m_audio = std::make_unique<QAudioOutput>();
        m_player->setAudioOutput(m_audio.get());
    }
    m_ticker.setInterval(20);
    m_ticker.setTimerType(Qt::PreciseTimer);
    m_seekDeadline.setSingleShot(true);
    connect(&m_ticker, &QTimer::timeout, this, &MediaPlayback::tick);
    connect(&m_seekDeadline, &QTimer::timeout, this, &MediaPlayback::seekArrived);
    connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this, &MediaPlayback::statusChanged);
    connect(m_player.get(), &QMediaPlayer::playbackStateChanged, this, &MediaPlayback::stateChanged);
    connect(m_player.get(), &QMediaPlayer::errorOccurred, this, &MediaPlayback::errorOccurred);
    connect(m_player.get(), &QMediaPlayer::durationChanged, this, [this](qint64 duration) {
        m_duration = Milliseconds{duration};
        Q_EMIT durationChanged(m_duration);
    });
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &MediaPlayback::frameArrived);
    m_player->setSource(QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()));
}

MediaPlayback::~MediaPlayback()
{
    m_player->disconnect(this);
    m_sink->disconnect(this);
    m_player->stop();
}

Milliseconds MediaPlayback::position() const
{
    if (m_seekWanted)
        return *m_seekWanted;
    if (m_seekInFlight)
        return *m_seekInFlight;
    if (!isPlaying())
        return m_anchor;
    const auto played = Milliseconds{qRound64(static_cast<double>(m_sinceAnchor.elapsed()) * m_rate)};
    return std::clamp(m_anchor + played, Milliseconds{0}, m_duration);
}

bool MediaPlayback::isPlaying() const
{
    return m_player->playbackState() == QMediaPlayer::PlayingState;
}

void MediaPlayback::play()
{
    m_playWanted = true;
    if (!m_isLoaded)
        return;
    if (m_rate > 0 && position() >= m_duration - 2 * endGuard)
        seek(Milliseconds{0});
    anchorAt(position());
    m_player->play();
}

void MediaPlayback::pause()
{
    m_playWanted = false;
    const Milliseconds now = position();
    if (m_isLoaded)
        m_player->pause();
    anchorAt(now);
    Q_EMIT positionChanged(now);
}

void MediaPlayback::seek(Milliseconds time)
{
    const Milliseconds latest = m_duration > endGuard ? m_duration - endGuard : m_duration;
    const Milliseconds wanted = std::clamp(time, Milliseconds{0}, std::max(Milliseconds{0}, latest));
    if (!m_isLoaded || m_seekInFlight)
        m_seekWanted = m_isLoaded ? wanted : time;
    else
        startSeek(wanted);
    Q_EMIT positionChanged(wanted);
}

void MediaPlayback::startSeek(Milliseconds time)
{
    m_seekInFlight = time;
    m_seekWanted.reset();
    anchorAt(time);
    // The middle of the frame: exact on its edge the back end may show the one before.
    const Milliseconds target = m_player->hasVideo() ? time + m_frameDuration / 2 : time;
    m_seekDeadline.start(m_player->hasVideo() ? seekPatience : soundSeekPatience);
    m_player->setPosition(std::min(target, m_duration).count());
}

void MediaPlayback::seekArrived()
{
    m_seekDeadline.stop();
    if (!m_seekInFlight)
        return;
    anchorAt(*m_seekInFlight);
    m_seekInFlight.reset();
    if (m_seekWanted)
        startSeek(*m_seekWanted);
    else
        Q_EMIT positionChanged(position());
}

void MediaPlayback::setRate(double rate)
{
    anchorAt(position());
    m_rate = rate;
    m_player->setPlaybackRate(rate);
}

void MediaPlayback::anchorAt(Milliseconds position)
{
    m_anchor = position;
    m_sinceAnchor.start();
}

void MediaPlayback::tick()
{
    const Milliseconds now = position();
    if (m_rate > 0 && m_duration > endGuard && now >= m_duration - endGuard)
        pause();
    else if (m_rate < 0 && now <= Milliseconds{0})
        pause();
    else
        Q_EMIT positionChanged(now);
}

void MediaPlayback::statusChanged(QMediaPlayer::MediaStatus status)
{
    if (status != QMediaPlayer::LoadedMedia && status != QMediaPlayer::BufferedMedia)
        return;
    if (m_isLoaded)
        return;
    m_isLoaded = true;
    const double frameRate = m_player->metaData().value(QMediaMetaData::VideoFrameRate).toDouble();
    if (frameRate > 1)
        m_frameDuration = Milliseconds{qRound64(1000.0 / frameRate)};
    m_player->pause();
    const Milliseconds first = m_seekWanted.value_or(Milliseconds{0});
    m_seekWanted.reset();
    // Seeking is possible only after this signal has been delivered.
    QMetaObject::invokeMethod(
        this,
        [this, first] {
            seek(first);
            if (m_playWanted)
                play();
        },
        Qt::QueuedConnection);
}

void MediaPlayback::stateChanged(QMediaPlayer::PlaybackState state)
{
    const bool playing = state == QMediaPlayer::PlayingState;
    anchorAt(m_anchor);
    if (playing)
        m_ticker.start();
    else
        m_ticker.stop();
    Q_EMIT playingChanged(playing);
}

void MediaPlayback::frameArrived(const QVideoFrame &frame)
{
    if (!frame.isValid())
        return;
    if (m_seekInFlight)
        seekArrived();
    else if (isPlaying() && frame.startTime() >= 0)
        anchorAt(Milliseconds{frame.startTime() / 1000});
    Q_EMIT frameChanged(frame.toImage());
}

void MediaPlayback::errorOccurred(QMediaPlayer::Error error, const QString &text)
{
    if (error == QMediaPlayer::NoError)
        return;
    if (error == QMediaPlayer::FormatError || error == QMediaPlayer::ResourceError)
        Q_EMIT failed(tr("The media file cannot be played: %1 On Debian the packages gstreamer1.0-plugins-base, "
                         "gstreamer1.0-plugins-good and gstreamer1.0-libav play most files.")
                          .arg(text));
    else
        Q_EMIT failed(tr("The media file cannot be played: %1").arg(text));
}

} // namespace Viral
