// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QMenu;
class QMenuBar;

namespace Viral {

/// Everything the editor can do, once.
enum class Command
{
    Open,
    Save,
    SaveAs,
    ExportKept,
    ChooseMedia,
    Close,
    Quit,
    Undo,
    Redo,
    Keep,
    Reject,
    Hold,
    Undecide,
    Star,
    NextMoment,
    PreviousMoment,
    NextUndecided,
    SearchMoments,
    StartHere,
    EndHere,
    GoToStart,
    GoToEnd,
    EdgeWordEarlier,
    EdgeWordLater,
    EdgeSentenceEarlier,
    EdgeSentenceLater,
    NewMoment,
    PlayPause,
    PlayMoment,
    PlayAroundEdge,
    PlayLastSeconds,
    PlayKept,
    PlayHooks,
    ShuttleBackward,
    ShuttleStop,
    ShuttleForward,
    Loop,
    FrameBack,
    FrameForward,
    SecondBack,
    SecondForward,
    FiveBack,
    FiveForward,
    SourceStart,
    SourceEnd,
    ZoomIn,
    ZoomOut,
    ZoomAll,
    ZoomMoment,
    FindInTranscript,
    FindNext,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ShowPalette,
    ShowKeys,
    About,
};

/// Which menu a command stands in.
enum class MenuName
{
    File,
    Editing,
    Moment,
    Play,
    View,
    Help,
};

/// One row of the table of commands.
struct CommandEntry
{
    Command command = Command::Open;
    MenuName menu = MenuName::File;
    /// Stable name for settings and tests: "moment.keep".
    const char *id = "";
    /// English text for tr().
    const char *text = "";
    /// Portable key sequences, the first is shown.
    QStringList keys = {};
    std::optional<Icon> icon = {};
    /// A line stands before it in its menu.
    bool startsGroup = false;
};

const QList<CommandEntry> &commandTable();

/// The window's actions made from the table; menus and buttons show these and nothing else.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    QAction *of(Command command) const { return m_actions.value(command); }
    /// Fills the menu bar from the table.
    void fillMenus(QMenuBar *bar);
    /// A menu of the bar, for what is not a command: the docks' own switches.
    QMenu *menu(MenuName name) const { return m_menus.value(name); }
    /// What is done when the command is given; \a what lives as long as \a receiver.
    void on(Command command, QObject *receiver, const std::function<void()> &what) const;
    /// Switches everything that makes sense only while something is open.
    void setWorkOpen(bool isOpen) const;

private:
    QHash<Command, QAction *> m_actions;
    QHash<MenuName, QMenu *> m_menus;
};

QString menuTitle(MenuName menu);

} // namespace Viral
