// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/mediasource.h"

#include "core/base/timetext.h"
#include "ui/player/clockplayback.h"
#include "ui/player/extendedplayback.h"
#include "ui/player/mediaplayback.h"
#include "ui/player/transport.h"
#include "ui/style/timedisplay.h"

#include <QFile>
#include <QFileInfo>

namespace Viral {

MediaSource::MediaSource(PlayerTransport &transport, TimeDisplay &display, LightCopies copies, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_display(display)
    , m_copies(std::move(copies))
{
    connect(&transport, &PlayerTransport::seekTook, this, &MediaSource::noteSeek);
    connect(&transport, &PlayerTransport::frameRateChanged, this, &MediaSource::followRate);
    connect(&transport, &PlayerTransport::behindMediaChanged, this, &MediaSource::sayWhetherBehind);
    connect(&transport, &PlayerTransport::playingChanged, this, &MediaSource::useCopy, Qt::QueuedConnection);
    // Queued: a playback must not be taken away while it speaks.
    connect(&transport, &PlayerTransport::failed, this, &MediaSource::takeFailure, Qt::QueuedConnection);
}

MediaSource::~MediaSource() = default;

void MediaSource::close()
{
    m_probe.reset();
    m_maker.reset();
    m_facts.reset();
    m_watch = {};
    m_path.clear();
    m_waitingCopy.clear();
    m_playedPath.clear();
    m_copyIsUnwanted = false;
    m_display.setSource({}, 0);
    m_transport.setPlayback(nullptr);
    say({});
}

void MediaSource::open(const QString &path, Milliseconds sourceEnd)
{
    const Milliseconds place = m_transport.position();
    close();
    m_path = path;
    m_sourceEnd = sourceEnd;
    if (path.isEmpty()) {
        playClock();
    } else {
        m_probe = std::make_unique<MediaProbe>(path);
        connect(m_probe.get(), &MediaProbe::finished, this, &MediaSource::takeFacts);
        const QString copy = m_copies.existing(path);
        playFile(copy.isEmpty() ? path : copy);
    }
    m_transport.seek(place);
}

void MediaSource::playFile(const QString &path)
{
    m_playedPath = path;
    m_transport.setPlayback(std::make_unique<ExtendedPlayback>(std::make_unique<MediaPlayback>(path), m_sourceEnd));
    tellFacts();
}

void MediaSource::playClock()
{
    m_playedPath.clear();
    m_transport.setPlayback(std::make_unique<ClockPlayback>(m_sourceEnd));
}

void MediaSource::takeFacts(const MediaFacts &facts)
{
    m_facts = facts;
    tellFacts();
}

void MediaSource::tellFacts()
{
    followRate();
    if (m_playedPath.isEmpty() || !m_facts || !m_facts->hasVideo)
        return;
    // A light copy begins at 0 and has square pixels.
    const bool isOriginal = m_playedPath == m_path;
    m_transport.setPixelAspect(isOriginal ? m_facts->pixelAspect : 1);
    if (!isOriginal || !m_facts->isStream)
        m_transport.setPictureTimes(
            std::make_unique<PictureTimes>(m_playedPath, isOriginal ? m_facts->start : Milliseconds{0}));
    else if (m_notice.kind == PlayerNotice::Kind::None && !m_maker && !m_copyIsUnwanted)
        say({.kind = PlayerNotice::Kind::Slow,
             .text = tr("Places in a file of this kind (MPEG stream) are found only roughly. A light copy, made in the "
                        "background, shows every picture exactly.")});
}

void MediaSource::followRate()
{
    if (m_playedPath.isEmpty())
        return;
    // The file's own words count for more than what the player makes of it, above all where the rate varies.
    const bool isKnown = m_facts && m_facts->hasVideo;
    if (isKnown && m_transport.frameRate() != m_facts->rate)
        m_transport.setFrameRate(m_facts->rate);
    m_display.setSource(m_transport.frameRate(), isKnown ? m_facts->startFrame : 0);
}

void MediaSource::noteSeek(Milliseconds time)
{
    m_watch.note(time);
    const bool isOriginal = !m_path.isEmpty() && m_playedPath == m_path;
    if (!isOriginal || m_maker || m_copyIsUnwanted || !m_watch.isSlow() || m_notice.kind != PlayerNotice::Kind::None)
        return;
    say({.kind = PlayerNotice::Kind::Slow,
         .text = tr("A picture of this file takes %1 to come. A light copy, made in the background, makes it quick.")
                     .arg(secondsText(m_watch.median()))});
}

void MediaSource::takeFailure(const PlaybackFailure &failure)
{
    // What was on its way when another file was opened is about the file before.
    if (m_playedPath.isEmpty() || failure.path != QFileInfo(m_playedPath).absoluteFilePath())
        return;
    if (m_playedPath != m_path) {
        // A copy that cannot be played is worth nothing.
        QFile::remove(m_playedPath);
        playFile(m_path);
        return;
    }
    m_maker.reset();
    const Milliseconds place = m_transport.position();
    playClock();
    m_transport.seek(place);
    say({.kind = PlayerNotice::Kind::Failed, .text = failure.message, .packages = failure.packages});
    Q_EMIT failed(failure.message);
}

void MediaSource::makeLightCopy()
{
    if (m_path.isEmpty() || m_maker)
        return;
    const Milliseconds length = m_facts && m_facts->duration > Milliseconds{0} ? m_facts->duration : m_sourceEnd;
    m_maker = std::make_unique<LightCopyMaker>(m_copies, m_path, length);
    const auto tellProgress = [this](int percent) {
        say({.kind = PlayerNotice::Kind::Copying,
             .text = tr("The light copy is being made; go on working."),
             .percent = percent});
    };
    tellProgress(0);
    connect(m_maker.get(), &LightCopyMaker::progressed, this, tellProgress);
    // Queued: these end the maker.
    connect(m_maker.get(), &LightCopyMaker::finished, this, &MediaSource::takeCopy, Qt::QueuedConnection);
    connect(
        m_maker.get(), &LightCopyMaker::failed, this,
        [this](const QString &message) {
            m_maker.reset();
            say({.kind = PlayerNotice::Kind::CopyFailed, .text = message});
            Q_EMIT failed(message);
        },
        Qt::QueuedConnection);
    m_maker->start();
}

void MediaSource::cancelLightCopy()
{
    m_maker.reset();
    m_copyIsUnwanted = true;
    say({});
}

void MediaSource::closeNotice()
{
    m_copyIsUnwanted = true;
    say({});
}

void MediaSource::takeCopy(const QString &path)
{
    // Finished, but meanwhile cancelled or overtaken by another file.
    if (!m_maker)
        return;
    m_maker.reset();
    m_waitingCopy = path;
    say({});
    useCopy();
}

void MediaSource::useCopy()
{
    if (m_waitingCopy.isEmpty() || m_transport.isPlaying())
        return;
    playFile(std::exchange(m_waitingCopy, QString()));
    m_watch = {};
}

void MediaSource::sayWhetherBehind()
{
    using enum PlayerNotice::Kind;
    if (m_notice.kind != None && m_notice.kind != Behind)
        return;
    if (m_transport.isBehindMedia())
        say({.kind = Behind,
             .text = tr("The media file ends before this. The transcript’s clock goes on without it.")});
    else
        say({});
}

void MediaSource::say(const PlayerNotice &notice)
{
    if (notice == m_notice)
        return;
    m_notice = notice;
    Q_EMIT noticeChanged(m_notice);
    // What was covered by something more urgent.
    if (notice.kind == PlayerNotice::Kind::None && m_transport.isBehindMedia())
        sayWhetherBehind();
}

} // namespace Viral
