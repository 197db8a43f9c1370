// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QObject>
#include <QPoint>

namespace Viral {

class Actions;
class MomentCommands;
class MomentsPanel;
class NoteEditor;
class ReasonPopup;
class PlayerTransport;

/// Decisions with a reason, and notes: each asks in a small list or field over the window that any key leaves.
class DecisionCommands final : public QObject
{
    Q_OBJECT

public:
    DecisionCommands(ReviewDocument &document, MomentCommands &moments, MomentsPanel &list, PlayerTransport &transport,
                     QWidget &window);

    void connectActions(const Actions &actions);

    /// Asks for the reason, then decides on the moments that were selected when it was asked.
    void decideWithReason(Decision decision);
    /// Playing rests while a note is written.
    void writeNote();

private:
    /// Beside the list of moments, or in the middle where that is not shown.
    QPoint place() const;

    ReviewDocument &m_document;
    MomentCommands &m_moments;
    MomentsPanel &m_list;
    PlayerTransport &m_transport;
    QWidget &m_window;
    ReasonPopup *m_reason = nullptr;
    NoteEditor *m_note = nullptr;
    /// What the reason is asked for: a reel that plays on may make another moment the current one meanwhile.
    QList<MomentId> m_asked;
    Decision m_decision = Decision::Undecided;
    MomentId m_noted;
    bool m_wasPlaying = false;
};

} // namespace Viral
