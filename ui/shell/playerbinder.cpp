// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/playerbinder.h"

#include "ui/document/reviewdocument.h"
#include "ui/player/playerview.h"
#include "ui/player/transport.h"
#include "ui/shell/mediamemory.h"
#include "ui/shell/momentcommands.h"

#include <QFileInfo>
#include <QScopedValueRollback>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// In the folder of what can be made again.
LightCopies lightCopies()
{
    return LightCopies(QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/light-copies"_s);
}

} // namespace

PlayerBinder::PlayerBinder(const Targets &targets, QObject *parent)
    : QObject(parent)
    , m_to(targets)
    , m_source(targets.transport, targets.display, lightCopies())
{
    connect(&m_to.document, &ReviewDocument::changed, this, &PlayerBinder::follow);
    connect(&m_source, &MediaSource::failed, this, [this](const QString &message) {
        Q_EMIT failed({ErrorKind::Input, message, {}});
    });
    connectBanner();
}

void PlayerBinder::connectBanner()
{
    PlayerBanner *banner = &m_to.view.banner();
    connect(&m_source, &MediaSource::noticeChanged, banner, &PlayerBanner::setNotice);
    connect(banner, &PlayerBanner::locateRequested, this, &PlayerBinder::mediaWanted);
    connect(banner, &PlayerBanner::withoutMediaRequested, this, [this] { m_to.document.setMediaPath({}); });
    connect(banner, &PlayerBanner::copyRequested, &m_source, &MediaSource::makeLightCopy);
    connect(banner, &PlayerBanner::copyCancelled, &m_source, &MediaSource::cancelLightCopy);
    connect(banner, &PlayerBanner::closed, &m_source, &MediaSource::closeNotice);
}

void PlayerBinder::follow(const DocumentChange &change)
{
    const bool isNew = std::holds_alternative<WorkReplaced>(change);
    if (isNew)
        openWork();
    else if (std::holds_alternative<MediaChanged>(change))
        changeMedia();
    showCurrentMoment();
    if (isNew || std::holds_alternative<CurrentMomentChanged>(change))
        goToCurrentMoment();
}

void PlayerBinder::openWork()
{
    const Work &work = m_to.document.work();
    m_to.view.setTranscript(work.index);
    const auto chosen = m_to.memory ? m_to.memory->chosenFor(work.review) : std::nullopt;
    const bool isBetter = chosen && *chosen != work.mediaPath &&
                          (chosen->isEmpty() || work.mediaPath.isEmpty() || QFileInfo::exists(*chosen));
    if (!isBetter) {
        loadMedia();
        return;
    }
    const QScopedValueRollback recalling(m_isRecalling, true);
    // Told to everybody: the waveform belongs to this file as well.
    m_to.document.setMediaPath(*chosen);
}

void PlayerBinder::changeMedia()
{
    const Work &work = m_to.document.work();
    if (m_to.memory && !m_isRecalling)
        m_to.memory->note(work.review, work.mediaPath);
    loadMedia();
}

void PlayerBinder::loadMedia()
{
    if (!m_to.document.isOpen()) {
        m_source.close();
        return;
    }
    const Work &work = m_to.document.work();
    m_source.open(work.mediaPath, work.source().end);
}

void PlayerBinder::showCurrentMoment()
{
    const ReviewedMoment *moment = m_to.document.current();
    m_to.view.setSpan(moment ? moment->current.span : TimeSpan{});
    m_to.moments.followEdges();
}

void PlayerBinder::goToCurrentMoment()
{
    const ReviewedMoment *moment = m_to.document.current();
    if (!moment)
        return;
    // Chosen while another moment plays: what is current is what is heard.
    const std::optional<TimeSpan> played = m_to.transport.playedSpan();
    if (m_to.transport.isPlaying() && played && !m_to.moments.isPlayingReel() && *played != moment->current.span)
        m_to.moments.playCurrent();
    else if (!m_to.transport.isPlaying())
        m_to.transport.seek(moment->current.span.start);
}

} // namespace Viral
