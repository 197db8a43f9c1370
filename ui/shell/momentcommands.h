// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/edgestepping.h"
#include "ui/document/reviewdocument.h"
#include "ui/player/transport.h"

#include <QObject>

namespace Viral {

class Actions;
class MomentsPanel;

/// What the commands of the menu "Moment" do: decide, move edges, go on to the next.
class MomentCommands final : public QObject
{
    Q_OBJECT

public:
    MomentCommands(ReviewDocument &document, PlayerTransport &transport, MomentsPanel &panel, QObject *parent = nullptr);

    /// Takes the commands of its menu over.
    void connectActions(const Actions &actions);

    /// Decides on the selected moments as one step, with a reason or without. A decision (not taking one back) goes on to
    /// the next undecided.
    void decide(Decision decision, const QString &reason = {});
    /// The same for \a moments; those that are gone are passed over.
    void decideOn(const QList<MomentId> &moments, Decision decision, const QString &reason);
    void toggleStar();
    /// To the next (1) or previous (-1) shown moment; it plays and stops at its end.
    void goBy(int rows);
    void goToNextUndecided();
    void playCurrent();

    void setEdgeAtPlayhead(Edge edge);
    /// Moves the edge nearer to the playhead by a word or a sentence; repeated steps are one undo step.
    void stepNearerEdge(EdgeStep step, StepDirection direction);
    void moveEdge(const MomentId &id, Edge edge, Milliseconds time);
    void addMoment(const TimeSpan &span);

    /// Plays one second on both sides of the edge nearer to the playhead.
    void playAroundEdge();
    void playLastSeconds();
    void playKept();
    /// The first three seconds of every moment shown, in their order: which opening holds?
    void playHooks();
    void seekToEdge(Edge edge);
    /// The current moment has other edges: if it is the one being played, it is played up to them.
    void followEdges();
    /// Several moments are being played one after another; choosing one is then not the editor's doing.
    bool isPlayingReel() const { return !m_reel.isEmpty() && m_transport.playedSpan(); }

Q_SIGNALS:
    void message(const QString &text);

private:
    void playPiece(const TimeSpan &span, PlayedPart::Kind kind);
    void playReel(const QList<MomentId> &moments, const std::function<TimeSpan(const TimeSpan &)> &part);
    void followSpan(int index);

    ReviewDocument &m_document;
    PlayerTransport &m_transport;
    MomentsPanel &m_panel;
    QList<MomentId> m_reel;
    /// The moment that is played from start to end; empty while a piece or a reel is.
    MomentId m_playedWhole;
};

} // namespace Viral
