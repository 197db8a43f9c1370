// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/handovercommands.h"

#include "ui/commands/actions.h"
#include "ui/handover/handoverdialog.h"
#include "ui/shell/messagedesk.h"

namespace Viral {

HandOverCommands::HandOverCommands(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
{
    parts.actions.on(Command::HandOverMoments, this, [this] { open(); });
    connect(&parts.document, &ReviewDocument::changed, this, &HandOverCommands::follow);
}

void HandOverCommands::open()
{
    if (m_dialog || !m_parts.document.isOpen())
        return;
    m_dialog =
        new HandOverDialog(handOverSourceOf(m_parts.document), HandOverMemory(m_parts.settings), &m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &HandOverDialog::mediaWanted, m_parts.actions.of(Command::ChooseMedia), &QAction::trigger);
    connect(m_dialog, &HandOverDialog::transcriptWanted, m_parts.actions.of(Command::AddTranscript), &QAction::trigger);
    connect(m_dialog, &HandOverDialog::written, this, [this](const QString &text, const QString &place) {
        const bool isFile = !place.isEmpty();
        m_parts.messages.tell(text,
                              isFile ? MessageTarget{.kind = MessageTarget::Kind::File, .id = place} : MessageTarget{});
    });
    connect(m_dialog, &HandOverDialog::folderWanted, this,
            [this](const QString &place) { m_parts.messages.goTo({.kind = MessageTarget::Kind::File, .id = place}); });
    m_dialog->open();
}

void HandOverCommands::follow(const DocumentChange &change)
{
    if (!m_dialog || std::holds_alternative<CurrentMomentChanged>(change))
        return;
    if (m_parts.document.isOpen())
        m_dialog->setSource(handOverSourceOf(m_parts.document));
    else
        m_dialog->reject();
}

} // namespace Viral
