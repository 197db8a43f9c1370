// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/mediaprobe.h"
#include "ui/player/lightcopy.h"
#include "ui/player/playernotice.h"
#include "ui/player/seekwatch.h"

#include <QObject>

#include <memory>

namespace Viral {

class TimeDisplay;
class PlayerTransport;

/// Which file the transport plays and what there is to say about it: the media file or its light copy, else the
/// transcript's clock; what the file counts by; the light copy offered, made and used when seeking is slow.
class MediaSource final : public QObject
{
    Q_OBJECT

public:
    /// Everything given to it outlives it.
    MediaSource(PlayerTransport &transport, TimeDisplay &display, LightCopies copies, QObject *parent = nullptr);
    ~MediaSource() override;

    /// Plays \a path, or without one the transcript's clock up to \a sourceEnd.
    void open(const QString &path, Milliseconds sourceEnd);
    void close();
    const PlayerNotice &notice() const { return m_notice; }
    /// The file that plays now: the media file or its light copy; empty for the clock.
    const QString &playedPath() const { return m_playedPath; }

    void makeLightCopy();
    void cancelLightCopy();
    /// The editor has read it, or does not want it.
    void closeNotice();

Q_SIGNALS:
    void noticeChanged(const Viral::PlayerNotice &notice);
    /// For the list of messages as well.
    void failed(const QString &message);

private:
    void playFile(const QString &path);
    void playClock();
    void takeFacts(const MediaFacts &facts);
    void followRate();
    void tellFacts();
    void noteSeek(Milliseconds time);
    void takeFailure(const PlaybackFailure &failure);
    void takeCopy(const QString &path);
    void useCopy();
    void say(const PlayerNotice &notice);
    void sayWhetherBehind();

    PlayerTransport &m_transport;
    TimeDisplay &m_display;
    LightCopies m_copies;
    QString m_path;
    QString m_playedPath;
    Milliseconds m_sourceEnd{0};
    std::unique_ptr<MediaProbe> m_probe;
    std::optional<MediaFacts> m_facts;
    std::unique_ptr<LightCopyMaker> m_maker;
    SeekWatch m_watch;
    /// A finished copy that waits for a pause.
    QString m_waitingCopy;
    PlayerNotice m_notice;
    bool m_copyIsUnwanted = false;
};

} // namespace Viral
