// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QFlags>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Viral {

/// Everything the editor can do, once.
enum class Command
{
    NewWindow,
    Open,
    Save,
    SaveAs,
    ExportKept,
    HandOverMoments,
    CopyCost,
    ExportCost,
    ChooseMedia,
    AddTranscript,
    Close,
    Quit,
    Undo,
    Redo,
    Keep,
    Reject,
    Hold,
    Undecide,
    KeepWithReason,
    RejectWithReason,
    HoldWithReason,
    Star,
    WriteNote,
    NextMoment,
    PreviousMoment,
    NextUndecided,
    SelectNext,
    SelectPrevious,
    SearchMoments,
    FilterMoments,
    ClearFilters,
    StartHere,
    EndHere,
    GoToStart,
    GoToEnd,
    EdgeWordEarlier,
    EdgeWordLater,
    EdgeSentenceEarlier,
    EdgeSentenceLater,
    NewMoment,
    RepairEdges,
    TakeSpokenQuote,
    WhyMoment,
    PromoteCandidate,
    PlayPause,
    PlayMoment,
    PlayAroundEdge,
    PlayLastSeconds,
    PlayKept,
    PlayHooks,
    ShuttleBackward,
    ShuttleStop,
    ShuttleForward,
    SlowBackward,
    SlowForward,
    Loop,
    FrameBack,
    FrameForward,
    SecondBack,
    SecondForward,
    FiveBack,
    FiveForward,
    SourceStart,
    SourceEnd,
    GoToTime,
    NextTimeStyle,
    RunStart,
    RunWith,
    RunSelection,
    RunThin,
    RunCancel,
    RunGoOn,
    RunQuote,
    RunJobs,
    RunFollow,
    RunMonths,
    ZoomIn,
    ZoomOut,
    ZoomAll,
    ZoomMoment,
    Snapping,
    FollowPage,
    FollowCentre,
    FollowOff,
    FindInTranscript,
    FindNext,
    ReadWithCaret,
    Settings,
    ShowScores,
    ShowPosts,
    ShowWords,
    ShowCost,
    ShowCandidates,
    ShowHistory,
    ShowCompare,
    ShowMessages,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ShowPalette,
    ShowKeys,
    ChangeKeys,
    ShowLog,
    ReportProblem,
    About,
};

/// Which menu a command stands in.
enum class MenuName
{
    File,
    Editing,
    Moment,
    Play,
    Run,
    View,
    Help,
};

enum class CommandTrait
{
    StartsGroup = 1, ///< a line stands before it in its menu
    WithoutWork = 2, ///< makes sense while nothing is open
    Checkable = 4,   ///< is on or off
};
Q_DECLARE_FLAGS(CommandTraits, CommandTrait)
Q_DECLARE_OPERATORS_FOR_FLAGS(CommandTraits)

/// One row of the table of commands.
struct CommandEntry
{
    Command command = Command::Open;
    /// Stable name for settings and tests: "moment.keep".
    const char *id = "";
    MenuName menu = MenuName::File;
    /// Portable key sequences, the first is shown.
    QStringList keys = {};
    std::optional<Icon> icon = {};
    CommandTraits traits = {};
    /// English text for Actions::tr().
    const char *text = "";
};

/// Every command, menu by menu in the order of the menu bar.
const QList<CommandEntry> &commandTable();

} // namespace Viral
