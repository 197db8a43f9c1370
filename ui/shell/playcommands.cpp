// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/playcommands.h"

#include "ui/commands/actions.h"
#include "ui/player/transport.h"
#include "ui/shell/momentcommands.h"

namespace Viral {

PlayCommands::PlayCommands(PlayerTransport &transport, MomentCommands &moments, const Actions &actions, QObject *parent)
    : QObject(parent)
{
    actions.on(Command::PlayPause, this, [&transport] { transport.toggle(); });
    actions.on(Command::PlayMoment, this, [&moments] { moments.playCurrent(); });
    actions.on(Command::PlayAroundEdge, this, [&moments] { moments.playAroundEdge(); });
    actions.on(Command::PlayLastSeconds, this, [&moments] { moments.playLastSeconds(); });
    actions.on(Command::PlayKept, this, [&moments] { moments.playKept(); });
    actions.on(Command::PlayHooks, this, [&moments] { moments.playHooks(); });
    actions.on(Command::ShuttleBackward, this, [&transport] { transport.shuttleBackward(); });
    actions.on(Command::ShuttleStop, this, [&transport] { transport.pause(); });
    actions.on(Command::ShuttleForward, this, [&transport] { transport.shuttleForward(); });
    actions.on(Command::SlowBackward, this, [&transport] { transport.playSlowly(-1); });
    actions.on(Command::SlowForward, this, [&transport] { transport.playSlowly(1); });
    // A key that stays down is no second press: the speed would run away.
    using enum Command;
    for (const Command command :
         {PlayPause, PlayMoment, ShuttleBackward, ShuttleStop, ShuttleForward, SlowBackward, SlowForward})
        actions.of(command)->setAutoRepeat(false);
    QAction *loop = actions.of(Command::Loop);
    connect(loop, &QAction::toggled, &transport, &PlayerTransport::setLooping);
    actions.on(Command::FrameBack, this, [&transport] { transport.stepFrames(-1); });
    actions.on(Command::FrameForward, this, [&transport] { transport.stepFrames(1); });
    actions.on(Command::SecondBack, this, [&transport] { transport.seekBy(Milliseconds{-1000}); });
    actions.on(Command::SecondForward, this, [&transport] { transport.seekBy(Milliseconds{1000}); });
    actions.on(Command::FiveBack, this, [&transport] { transport.seekBy(Milliseconds{-5000}); });
    actions.on(Command::FiveForward, this, [&transport] { transport.seekBy(Milliseconds{5000}); });
    actions.on(Command::SourceStart, this, [&transport] { transport.seek(Milliseconds{0}); });
    actions.on(Command::SourceEnd, this, [&transport] { transport.seek(transport.duration()); });
    actions.on(Command::GoToStart, this, [&moments] { moments.seekToEdge(Edge::Start); });
    actions.on(Command::GoToEnd, this, [&moments] { moments.seekToEdge(Edge::End); });
}

} // namespace Viral
