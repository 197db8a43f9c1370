// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/mediaplayback.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QFileInfo>
#include <QMediaDevices>
#include <QMediaMetaData>
#include <QScopedValueRollback>
#include <QVideoFrame>
#include <QVideoSink>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

// Sound without pictures stops this long before the end of the stream.
constexpr Milliseconds soundEndGuard{80};
constexpr Milliseconds tickLength{20};
// A seek that brings no picture in this time (sound only, or a slow key frame) makes way for the next one.
constexpr int seekPatience = 2000;
constexpr int soundSeekPatience = 60;
constexpr int mostTimesAsked = 3;
// A picture that comes sooner than this does not seem late.
constexpr int seemsLate = 120;
// After a pause one more picture may come, within this time.
constexpr int settleTime = 60;
constexpr int firstSettleTime = 400;
// Pictures decoded before a seek may still arrive this long after it.
constexpr int staleTime = 300;
constexpr Milliseconds staleDistance{1000};
// The picture on the screen and the clock are never further apart while it keeps up.
constexpr Milliseconds closeBy{200};

/// Beyond these the decoder does not keep up with usual files, and long groups of pictures played backwards fill the
/// memory.
constexpr bool needsSteps(double rate)
{
    return rate < -2.0 || rate > 4.0;
}

} // namespace

Milliseconds seekTarget(Milliseconds time, const FrameRate &rate)
{
    if (!rate.isKnown())
        return time;
    const qint64 frame = frameAt(time, rate);
    const Milliseconds start = timeOfFrame(frame, rate);
    const Milliseconds end = timeOfFrame(frame + 1, rate);
    constexpr Milliseconds edge{2};
    return time - start < edge || end - time < edge ? start + (end - start) / 2 : time;
}

MediaPlayback::MediaPlayback(const QString &path, QObject *parent)
    : Playback(parent)
    , m_player(std::make_unique<QMediaPlayer>())
    , m_sink(std::make_unique<QVideoSink>())
    , m_path(QFileInfo(path).absoluteFilePath())
{
    m_player->setVideoSink(m_sink.get());
    attachSound();
    m_ticker.setInterval(tickLength);
    m_ticker.setTimerType(Qt::PreciseTimer);
    m_seekDeadline.setSingleShot(true);
    m_sinceSeek.start();
    connect(&m_ticker, &QTimer::timeout, this, &MediaPlayback::tick);
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, &MediaPlayback::sendSeek);
    connect(&m_seekDeadline, &QTimer::timeout, this, [this] {
        m_shownPicture.reset();
        seekArrived();
    });
    m_lateness.setSingleShot(true);
    m_lateness.setInterval(seemsLate);
    connect(&m_lateness, &QTimer::timeout, this, &MediaPlayback::tellLate);
    connect(&m_converter, &PictureConverter::failed, this, &MediaPlayback::tellUnshowable);
    connect(&m_converter, &PictureConverter::converted, this, &MediaPlayback::frameChanged);
    connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this, &MediaPlayback::statusChanged);
    connect(m_player.get(), &QMediaPlayer::errorOccurred, this, &MediaPlayback::errorOccurred);
    connect(m_player.get(), &QMediaPlayer::durationChanged, this, [this](qint64 duration) {
        m_duration = Milliseconds{duration};
        Q_EMIT durationChanged(m_duration);
    });
    connect(m_player.get(), &QMediaPlayer::positionChanged, this, [this](qint64 position) {
        // Without pictures the sound's own clock is the one to follow.
        if (m_mode == Mode::Running && !m_player->hasVideo() && !m_seekInFlight && !isStale(Milliseconds{position}))
            anchorAt(Milliseconds{position});
    });
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &MediaPlayback::frameArrived);
    // Told after the constructor, so that somebody listens.
    QMetaObject::invokeMethod(
        this, [this] { loadFrom(m_path); }, Qt::QueuedConnection);
}

MediaPlayback::~MediaPlayback()
{
    m_player->disconnect(this);
    m_sink->disconnect(this);
    m_player->stop();
}

void MediaPlayback::attachSound()
{
    // Sound needs an output even where there is no device: GStreamer then plays it silently by the system's clock, and
    // without one knows no duration. The FFmpeg back end would crash instead.
    if (QMediaDevices::audioOutputs().isEmpty() && qgetenv("QT_MEDIA_BACKEND") == "ffmpeg")
        return;
    m_audio = std::make_unique<QAudioOutput>();
    m_player->setAudioOutput(m_audio.get());
}

void MediaPlayback::loadFrom(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        Q_EMIT failed({.kind = PlaybackFailure::Kind::Missing,
                       .message = tr("The media file is not there: %1").arg(path),
                       .path = path});
    else if (file.isDir())
        Q_EMIT failed({.message = tr("This is a folder, not a media file: %1").arg(path), .path = path});
    else if (file.size() == 0)
        Q_EMIT failed({.message = tr("The media file is empty: %1").arg(path), .path = path});
    else
        m_player->setSource(QUrl::fromLocalFile(path));
}

Milliseconds MediaPlayback::position() const
{
    const bool waitsForPicture = m_mode == Mode::Running && m_seekInFlight;
    if (m_mode == Mode::Paused || waitsForPicture)
        return m_anchor;
    const auto played = Milliseconds{qRound64(static_cast<double>(m_sinceAnchor.elapsed()) * m_rate)};
    return std::clamp(m_anchor + played, Milliseconds{0}, m_duration);
}

Milliseconds MediaPlayback::picturePosition() const
{
    const bool isSettled = m_mode == Mode::Paused && !m_seekInFlight && !m_settling.isActive();
    return isSettled ? m_shownPicture.value_or(m_anchor) : position();
}

Milliseconds MediaPlayback::latest() const
{
    if (!m_player->hasVideo())
        return std::max(Milliseconds{0}, m_duration - soundEndGuard);
    if (!m_frameRate.isKnown())
        return std::max(Milliseconds{0}, m_duration - 2 * m_frameDuration);
    return timeOfFrame(std::max<qint64>(0, frameAt(m_duration - Milliseconds{1}, m_frameRate) - 1), m_frameRate);
}

void MediaPlayback::play()
{
    m_playWanted = true;
    if (!m_isLoaded || isPlaying())
        return;
    if (m_rate > 0 && position() >= latest() - tickLength)
        seek(Milliseconds{0});
    setMode(needsSteps(m_rate) ? Mode::Stepping : Mode::Running);
}

void MediaPlayback::pause()
{
    m_playWanted = false;
    if (!isPlaying())
        return;
    Milliseconds now = position();
    // What is seen is where we are: an edge set now is set at this picture.
    if (m_shownPicture && std::chrono::abs(*m_shownPicture - now) <= closeBy && !m_seekInFlight)
        now = *m_shownPicture;
    anchorAt(now);
    setMode(Mode::Paused);
    anchorAt(now);
    Q_EMIT positionChanged(now);
}

void MediaPlayback::setMode(Mode mode)
{
    const Mode before = m_mode;
    anchorAt(position());
    m_mode = mode;
    m_settling.stop();
    sendSeek();
    if (before == Mode::Running && mode != Mode::Running && m_player->hasVideo())
        m_settling.start(settleTime);
    // At rest only the direction counts: pictures are found much faster forwards.
    if (mode == Mode::Running || m_appliedRate < 0)
        applyRate(mode == Mode::Running ? m_rate : 1.0, before == mode);
    if (mode == Mode::Running)
        m_player->play();
    else
        m_player->pause();
    if (mode == Mode::Paused)
        m_ticker.stop();
    else
        m_ticker.start();
    const bool wasPlaying = before != Mode::Paused;
    if (wasPlaying != isPlaying())
        Q_EMIT playingChanged(isPlaying());
}

void MediaPlayback::setRate(double rate)
{
    anchorAt(position());
    m_rate = rate;
    if (isPlaying())
        setMode(needsSteps(rate) ? Mode::Stepping : Mode::Running);
}

void MediaPlayback::applyRate(double rate, bool playsOn)
{
    if (!m_isLoaded || qFuzzyCompare(rate, m_appliedRate))
        return;
    m_appliedRate = rate;
    m_sinceSeek.start();
    m_player->setPlaybackRate(rate);
    // The back end seeks to change its rate, to the place it thinks it is at. That is near enough while it plays on.
    if (!playsOn)
        requestPicture(m_anchor);
}

void MediaPlayback::seek(Milliseconds time)
{
    const Milliseconds wanted =
        std::max(Milliseconds{0}, m_isLoaded && m_duration > Milliseconds{0} ? std::min(time, latest()) : time);
    anchorAt(wanted);
    if (m_isLoaded)
        requestPicture(wanted);
    Q_EMIT positionChanged(wanted);
}

void MediaPlayback::requestPicture(Milliseconds time)
{
    if (m_seekInFlight) {
        m_seekWanted = time;
        return;
    }
    // Asked for pictures one after another, it is always behind.
    if (!m_seekInFlight && m_player->hasVideo() && m_mode != Mode::Stepping && !m_isLate)
        m_lateness.start();
    m_seekInFlight = time;
    m_seekWanted.reset();
    const bool hasVideo = m_player->hasVideo();
    m_seekDeadline.start(hasVideo ? seekPatience : soundSeekPatience);
    m_timesAsked = 1;
    m_askedPosition = std::min(hasVideo ? seekTarget(time, m_frameRate) : time, m_duration);
    m_isUnsent = true;
    sendSeek();
}

void MediaPlayback::sendSeek()
{
    // The back end waits for what it has begun: for the picture that follows a pause, and for us to be done with the
    // one it shows. Asked meanwhile it would hold up this thread, and the picture asked for would get lost.
    if (!m_isUnsent || m_settling.isActive())
        return;
    if (m_isTakingPicture) {
        QMetaObject::invokeMethod(this, &MediaPlayback::sendSeek, Qt::QueuedConnection);
        return;
    }
    m_isUnsent = false;
    m_sinceSeek.start();
    // The place it is at already would be taken for no change at all.
    if (m_player->position() == m_askedPosition.count())
        m_askedPosition += Milliseconds{1};
    m_player->setPosition(m_askedPosition.count());
}

void MediaPlayback::seekArrived()
{
    m_seekDeadline.stop();
    if (!m_seekInFlight)
        return;
    if (m_player->hasVideo())
        Q_EMIT seekTook(Milliseconds{m_sinceSeek.elapsed()});
    m_seekInFlight.reset();
    if (m_seekWanted) {
        if (m_isLate)
            Q_EMIT lateAt(m_arrived);
        requestPicture(*m_seekWanted);
        return;
    }
    if (m_mode == Mode::Running)
        anchorAt(m_anchor);
    Q_EMIT positionChanged(position());
}

void MediaPlayback::tellLate()
{
    if (!m_seekInFlight)
        return;
    m_isLate = true;
    Q_EMIT lateAt(m_arrived);
}

void MediaPlayback::tellSettled()
{
    m_lateness.stop();
    if (std::exchange(m_isLate, false))
        Q_EMIT lateAt({});
}

void MediaPlayback::tellUnshowable()
{
    Q_EMIT failed(
        {.message = tr("The pictures of this media file come in a form that cannot be shown."), .path = m_path});
}

void MediaPlayback::anchorAt(Milliseconds position)
{
    m_anchor = position;
    m_sinceAnchor.start();
}

bool MediaPlayback::isStale(Milliseconds pictureTime) const
{
    return m_sinceSeek.elapsed() < staleTime && std::chrono::abs(pictureTime - m_anchor) > staleDistance;
}

void MediaPlayback::tick()
{
    const Milliseconds now = position();
    if (m_rate > 0 && m_duration > Milliseconds{0} && now >= latest() - tickLength) {
        stopAtEnd();
    } else if (m_rate < 0 && now <= Milliseconds{0}) {
        stopAtStart();
    } else {
        if (m_mode == Mode::Stepping && !m_seekInFlight)
            requestPicture(now);
        Q_EMIT positionChanged(now);
    }
}

void MediaPlayback::stopAtEnd()
{
    Q_EMIT endReached();
    pause();
    seek(latest());
}

void MediaPlayback::stopAtStart()
{
    pause();
    seek(Milliseconds{0});
}

void MediaPlayback::statusChanged(QMediaPlayer::MediaStatus status)
{
    // Either end of the stream, whichever way it was played.
    if (status == QMediaPlayer::EndOfMedia && isPlaying())
        m_rate > 0 ? stopAtEnd() : stopAtStart();
    if (m_isLoaded || (status != QMediaPlayer::LoadedMedia && status != QMediaPlayer::BufferedMedia))
        return;
    // Seeking is possible only after this signal has been delivered.
    QMetaObject::invokeMethod(this, &MediaPlayback::becomeLoaded, Qt::QueuedConnection);
}

void MediaPlayback::becomeLoaded()
{
    if (m_isLoaded)
        return;
    m_isLoaded = true;
    const double told = m_player->metaData().value(QMediaMetaData::VideoFrameRate).toDouble();
    if (told > 1 && m_player->hasVideo()) {
        m_frameDuration = Milliseconds{qRound64(1000.0 / told)};
        setFrameRate(frameRateFromDouble(told));
    }
    m_player->pause();
    if (m_player->hasVideo())
        m_settling.start(firstSettleTime);
    seek(m_anchor);
    if (m_playWanted)
        play();
}

void MediaPlayback::setFrameRate(const FrameRate &rate)
{
    if (rate == m_frameRate)
        return;
    m_frameRate = rate;
    if (rate.isKnown())
        m_frameDuration = frameLength(rate);
    Q_EMIT frameRateChanged();
}

void MediaPlayback::frameArrived(const QVideoFrame &frame)
{
    if (!frame.isValid())
        return;
    const QScopedValueRollback taking(m_isTakingPicture, true);
    const bool knowsTime = frame.startTime() >= 0;
    if (knowsTime && m_mode == Mode::Paused && m_seekInFlight && !m_isUnsent)
        learnOffset(frame.startTime());
    // Rounded up as timeOfFrame() does, so that this time still lies in this picture.
    const Milliseconds start{std::max<qint64>(0, frame.startTime() - m_timeOffset.value_or(0) + 999) / 1000};
    if (m_settling.isActive()) {
        settleAt(start);
        if (!m_seekInFlight)
            m_converter.convert(frame);
        return;
    }
    if (knowsTime && (m_mode == Mode::Running ? isStale(start) : askAgainUnless(start)))
        return;
    m_shownPicture = knowsTime ? std::optional(start) : std::nullopt;
    if (m_seekInFlight) {
        m_arrived = *m_seekInFlight;
        seekArrived();
    } else if (m_mode == Mode::Running && knowsTime) {
        anchorAt(start);
    }
    if (!m_seekInFlight) {
        m_arrived = knowsTime ? start : m_anchor;
        tellSettled();
    }
    m_converter.convert(frame);
}

bool MediaPlayback::askAgainUnless(Milliseconds picture)
{
    // A picture that was on its way when the back end paused may come instead of the one asked for, which is lost then.
    const Milliseconds late = picture - m_askedPosition;
    const bool isTheOne = late <= Milliseconds{5} && late >= -m_frameDuration * 3 / 4;
    if (!m_seekInFlight || !m_timeOffset || isTheOne || m_timesAsked >= mostTimesAsked)
        return false;
    ++m_timesAsked;
    m_isUnsent = true;
    sendSeek();
    return true;
}

void MediaPlayback::settleAt(Milliseconds picture)
{
    m_settling.stop();
    sendSeek();
    // A picture that was on its way when it paused is the one that stays, unless another is wanted by now.
    if (m_seekInFlight || std::chrono::abs(picture - m_anchor) > closeBy)
        return;
    anchorAt(picture);
    Q_EMIT positionChanged(picture);
}

void MediaPlayback::learnOffset(qint64 told)
{
    // Files whose pictures are stored out of order tell times that are late by a picture or two. After a seek the first
    // picture is told to begin at the very place that was asked for, so what is more is the lateness.
    constexpr qint64 mostOffset = 250'000;
    const qint64 late = told - m_askedPosition.count() * 1000;
    if (late < 0 || late > mostOffset)
        return;
    // A picture of an earlier wish may come in between; two that agree are right.
    if (!m_timeOffset || late == m_pictureLateness)
        m_timeOffset = late;
    m_pictureLateness = late;
}

void MediaPlayback::errorOccurred(QMediaPlayer::Error error, const QString &text)
{
    if (error == QMediaPlayer::NoError)
        return;
    const bool mayLackCodecs = error == QMediaPlayer::FormatError || error == QMediaPlayer::ResourceError;
    const QString packages = u"gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-libav"_s;
    if (mayLackCodecs)
        Q_EMIT failed(
            {.kind = PlaybackFailure::Kind::NoCodecs,
             .message =
                 tr("The media file cannot be played: %1 These packages play most files: %2").arg(text, packages),
             .packages = packages,
             .path = m_path});
    else
        Q_EMIT failed({.message = tr("The media file cannot be played: %1").arg(text), .path = m_path});
}

} // namespace Viral
