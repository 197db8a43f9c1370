// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/viewcommands.h"

#include "ui/commands/actions.h"
#include "ui/commands/commandpalette.h"
#include "ui/commands/keymapdialog.h"
#include "ui/commands/keymapstore.h"
#include "ui/commands/keysheet.h"
#include "ui/shell/findbar.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelineview.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace Viral {

ViewCommands::ViewCommands(const Targets &targets, const Actions &actions, QObject *parent)
    : QObject(parent)
    , m_targets(targets)
    , m_actions(actions)
{
    TimelineView *timeline = &targets.timeline;
    FindBar *findBar = &targets.findBar;
    actions.on(Command::ZoomIn, timeline, [timeline] { timeline->zoomIn(); });
    actions.on(Command::ZoomOut, timeline, [timeline] { timeline->zoomOut(); });
    actions.on(Command::ZoomAll, timeline, [timeline] { timeline->zoomToSource(); });
    actions.on(Command::ZoomMoment, timeline, [timeline] { timeline->zoomToSelected(); });
    actions.on(Command::FindInTranscript, findBar, [findBar] { findBar->open(); });
    actions.on(Command::FindNext, findBar, [findBar] { findBar->findNext(); });
    connectColours();
    connectHelp();
    connectKeys();
}

void ViewCommands::connectColours()
{
    auto *group = new QActionGroup(this);
    for (const auto &[command, choice] :
         {std::pair{Command::ThemeSystem, ThemeChoice::System}, std::pair{Command::ThemeLight, ThemeChoice::Light},
          std::pair{Command::ThemeDark, ThemeChoice::Dark}}) {
        QAction *action = m_actions.of(command);
        group->addAction(action);
        m_actions.on(command, this, [this, choice = choice] { m_targets.theme.setChoice(choice); });
        const auto check = [this, action, choice = choice] {
            action->setChecked(m_targets.theme.choice() == choice);
        };
        connect(&m_targets.theme, &Theme::changed, this, check);
        check();
    }
}

void ViewCommands::connectHelp()
{
    QWidget *window = &m_targets.window;
    m_actions.on(Command::ShowPalette, this, [this, window] { CommandPalette(m_actions, window).exec(); });
    m_actions.on(Command::ShowKeys, this, [this, window] { KeySheet(m_actions, window).exec(); });
    m_actions.on(Command::About, this, [window] {
        QMessageBox::about(window, tr("About Viral Moments"),
                           tr("Viral Moments %1\n\nFind, judge and hand over the clips of a long interview that are "
                              "worth posting.\nFree software under the GNU General Public License, version 3 or later.")
                               .arg(QCoreApplication::applicationVersion()));
    });
}

void ViewCommands::connectKeys()
{
    KeyMapStore *keys = m_targets.keys;
    m_actions.of(Command::ChangeKeys)->setVisible(keys);
    if (!keys)
        return;
    m_actions.setKeys(keys->keys());
    connect(keys, &KeyMapStore::changed, this, [this, keys] { m_actions.setKeys(keys->keys()); });
    m_actions.on(Command::ChangeKeys, this, [this, keys] { KeyMapDialog(*keys, &m_targets.window).exec(); });
}

} // namespace Viral
