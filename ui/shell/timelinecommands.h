// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelineview.h"

#include <QObject>

#include <span>

class QSettings;

namespace Viral {

class Actions;
class TranscriptView;
enum class Command;

/// What the commands about timeline and transcript do besides zoom and find: snapping, following, reading with the
/// caret; and the menus of both under the right button, made of the window's own commands.
class TimelineCommands final : public QObject
{
    Q_OBJECT

public:
    struct Targets
    {
        TimelineView &timeline;
        TranscriptView &transcript;
        /// Where the switches are remembered; null where nothing is.
        QSettings *settings = nullptr;
    };
    TimelineCommands(const Targets &targets, const Actions &actions, QObject *parent);

    /// The rows of a menu, in groups.
    static std::span<const std::span<const Command>> timelineMenu(bool isOnMoment);
    static std::span<const std::span<const Command>> transcriptMenu();

private:
    void connectSnapping();
    void connectFollowing();
    void connectTranscript();
    void follow(FollowMode mode);
    void show(std::span<const std::span<const Command>> groups, const QPoint &screenPlace);

    Targets m_targets;
    const Actions &m_actions;
};

} // namespace Viral
