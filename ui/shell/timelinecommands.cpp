// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/timelinecommands.h"

#include "ui/commands/actions.h"
#include "ui/transcript/transcriptview.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using enum Command;

constexpr auto snappingKey = "timeline/snapping"_L1;
constexpr auto followKey = "timeline/follow"_L1;

constexpr std::array decisions{Keep, Reject, Hold, Undecide, Star};
constexpr std::array playing{PlayMoment, PlayAroundEdge, PlayLastSeconds, Loop};
constexpr std::array edges{StartHere, EndHere, GoToStart, GoToEnd};
constexpr std::array making{NewMoment, RunSelection};
constexpr std::array momentZoom{ZoomMoment, ZoomAll};
constexpr std::array zoom{ZoomIn, ZoomOut, ZoomMoment, ZoomAll};
constexpr std::array following{Snapping, FollowPage, FollowCentre, FollowOff};
constexpr std::array finding{FindInTranscript, FindNext, ReadWithCaret};

using Group = std::span<const Command>;
constexpr std::array<Group, 4> onMoment{decisions, playing, edges, momentZoom};
constexpr std::array<Group, 4> beside{making, edges, zoom, following};
constexpr std::array<Group, 4> inText{making, playing, edges, finding};

constexpr std::array modes{std::pair{FollowPage, FollowMode::Page}, std::pair{FollowCentre, FollowMode::Centre},
                           std::pair{FollowOff, FollowMode::None}};

} // namespace

TimelineCommands::TimelineCommands(const Targets &targets, const Actions &actions, QObject *parent)
    : QObject(parent)
    , m_targets(targets)
    , m_actions(actions)
{
    connectSnapping();
    connectFollowing();
    connectTranscript();
    connect(&targets.timeline, &TimelineView::menuRequested, this,
            [this](const QPoint &place, bool isOnMoment) { show(timelineMenu(isOnMoment), place); });
    connect(&targets.transcript, &TranscriptView::menuRequested, this,
            [this](const QPoint &place) { show(transcriptMenu(), place); });
}

std::span<const std::span<const Command>> TimelineCommands::timelineMenu(bool isOnMoment)
{
    return isOnMoment ? onMoment : beside;
}

std::span<const std::span<const Command>> TimelineCommands::transcriptMenu()
{
    return inText;
}

void TimelineCommands::connectSnapping()
{
    QAction *action = m_actions.of(Snapping);
    if (m_targets.settings)
        m_targets.timeline.setSnapping(m_targets.settings->value(snappingKey, true).toBool());
    action->setChecked(m_targets.timeline.isSnapping());
    connect(action, &QAction::toggled, this, [this](bool isOn) {
        m_targets.timeline.setSnapping(isOn);
        if (m_targets.settings)
            m_targets.settings->setValue(snappingKey, isOn);
    });
}

void TimelineCommands::connectFollowing()
{
    if (m_targets.settings) {
        const int kept = m_targets.settings->value(followKey, int(FollowMode::Page)).toInt();
        follow(FollowMode(std::clamp(kept, int(FollowMode::None), int(FollowMode::Centre))));
    }
    auto *group = new QActionGroup(this);
    for (const auto &[command, mode] : modes) {
        QAction *action = m_actions.of(command);
        group->addAction(action);
        action->setChecked(m_targets.timeline.followMode() == mode);
        m_actions.on(command, this, [this, mode = mode] {
            follow(mode);
            if (m_targets.settings)
                m_targets.settings->setValue(followKey, int(mode));
        });
    }
}

void TimelineCommands::follow(FollowMode mode)
{
    m_targets.timeline.setFollowMode(mode);
    m_targets.transcript.setFollowing(mode != FollowMode::None);
}

void TimelineCommands::connectTranscript()
{
    TranscriptView *transcript = &m_targets.transcript;
    connect(transcript, &TranscriptView::momentRequested, m_actions.of(NewMoment), &QAction::trigger);
    m_actions.on(ReadWithCaret, this, [transcript] {
        transcript->setFocus(Qt::ShortcutFocusReason);
        transcript->startCaret();
    });
}

void TimelineCommands::show(std::span<const std::span<const Command>> groups, const QPoint &screenPlace)
{
    QMenu menu(&m_targets.timeline);
    for (const std::span<const Command> group : groups) {
        menu.addSeparator();
        for (const Command command : group) {
            if (m_actions.of(command)->isVisible())
                menu.addAction(m_actions.of(command));
        }
    }
    menu.exec(screenPlace);
}

} // namespace Viral
