// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/decisioncommands.h"

#include "ui/commands/actions.h"
#include "ui/panels/momentspanel.h"
#include "ui/panels/noteeditor.h"
#include "ui/panels/reasonpopup.h"
#include "ui/player/transport.h"
#include "ui/shell/momentcommands.h"
#include "ui/style/metrics.h"

namespace Viral {

DecisionCommands::DecisionCommands(ReviewDocument &document, MomentCommands &moments, MomentsPanel &list,
                                   PlayerTransport &transport, QWidget &window)
    : QObject(&window)
    , m_document(document)
    , m_moments(moments)
    , m_list(list)
    , m_transport(transport)
    , m_window(window)
    , m_reason(new ReasonPopup(&window))
    , m_note(new NoteEditor(&window))
{
    connect(m_reason, &ReasonPopup::chosen, this,
            [this](const QString &reason) { m_moments.decideOn(m_asked, m_decision, reason); });
    connect(m_note, &NoteEditor::written, this, [this](const QString &note) {
        m_document.apply({TextEdit{m_noted, TextField::Note, note}});
    });
    connect(m_note, &NoteEditor::closed, this, [this] {
        if (m_wasPlaying)
            m_transport.play();
        m_wasPlaying = false;
    });
}

void DecisionCommands::connectActions(const Actions &actions)
{
    actions.on(Command::KeepWithReason, this, [this] { decideWithReason(Decision::Kept); });
    actions.on(Command::RejectWithReason, this, [this] { decideWithReason(Decision::Rejected); });
    actions.on(Command::HoldWithReason, this, [this] { decideWithReason(Decision::Held); });
    actions.on(Command::WriteNote, this, [this] { writeNote(); });
}

QPoint DecisionCommands::place() const
{
    if (m_list.isVisible())
        return m_list.mapToGlobal(QPoint(m_list.width() + smallGap, 2 * rowHeight));
    return m_window.mapToGlobal(m_window.rect().center());
}

void DecisionCommands::decideWithReason(Decision decision)
{
    const ReviewedMoment *moment = m_document.current();
    if (!moment)
        return;
    m_decision = decision;
    m_asked = m_list.selectedMoments();
    m_reason->ask(decision, moment->reason, place());
}

void DecisionCommands::writeNote()
{
    const ReviewedMoment *moment = m_document.current();
    if (!moment)
        return;
    m_noted = moment->id;
    m_wasPlaying = m_transport.isPlaying();
    m_transport.pause();
    m_note->edit(moment->current.title, moment->note, place());
}

} // namespace Viral
