// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/playerbinder.h"

#include "ui/document/reviewdocument.h"
#include "ui/player/clockplayback.h"
#include "ui/player/mediaplayback.h"
#include "ui/player/playerview.h"
#include "ui/player/transport.h"
#include "ui/shell/momentcommands.h"

namespace Viral {

PlayerBinder::PlayerBinder(ReviewDocument &document, Transport &transport, PlayerView &view, MomentCommands &moments,
                           QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_transport(transport)
    , m_view(view)
    , m_moments(moments)
{
    connect(&document, &ReviewDocument::changed, this, &PlayerBinder::follow);
    connect(&transport, &Transport::failed, this, &PlayerBinder::goOnWithoutMedia, Qt::QueuedConnection);
}

void PlayerBinder::follow(const DocumentChange &change)
{
    const bool isNew = std::holds_alternative<WorkReplaced>(change);
    if (isNew)
        m_view.setTranscript(m_document.work().index);
    if (isNew || std::holds_alternative<MediaChanged>(change))
        loadMedia();
    showCurrentMoment();
    if (isNew || std::holds_alternative<CurrentMomentChanged>(change))
        goToCurrentMoment();
}

void PlayerBinder::loadMedia()
{
    if (!m_document.isOpen())
        m_transport.setPlayback(nullptr);
    else if (const QString path = m_document.work().mediaPath; path.isEmpty())
        m_transport.setPlayback(std::make_unique<ClockPlayback>(m_document.work().source().end));
    else
        m_transport.setPlayback(std::make_unique<MediaPlayback>(path));
}

void PlayerBinder::goOnWithoutMedia(const QString &message)
{
    Q_EMIT failed({ErrorKind::Input, message, m_document.work().mediaPath});
    if (m_document.isOpen() && m_transport.duration() == Milliseconds{0})
        m_transport.setPlayback(std::make_unique<ClockPlayback>(m_document.work().source().end));
}

void PlayerBinder::showCurrentMoment()
{
    const ReviewedMoment *moment = m_document.current();
    m_view.setSpan(moment ? moment->current.span : TimeSpan{});
    m_moments.followEdges();
}

void PlayerBinder::goToCurrentMoment()
{
    const ReviewedMoment *moment = m_document.current();
    if (!moment)
        return;
    // Chosen while another moment plays: what is current is what is heard.
    const std::optional<TimeSpan> played = m_transport.playedSpan();
    if (m_transport.isPlaying() && played && !m_moments.isPlayingReel() && *played != moment->current.span)
        m_moments.playCurrent();
    else if (!m_transport.isPlaying())
        m_transport.seek(moment->current.span.start);
}

} // namespace Viral
