// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace Viral {

const QList<CommandEntry> &commandTable()
{
    using enum Command;
    using M = MenuName;
    static const QList<CommandEntry> table{
        {Open, M::File, "file.open", QT_TRANSLATE_NOOP("Viral::Actions", "&Open…"), {u"Ctrl+O"_s}, Icon::Open},
        {ChooseMedia,
         M::File,
         "file.media",
         QT_TRANSLATE_NOOP("Viral::Actions", "Choose the &media file…"),
         {u"Ctrl+M"_s},
         Icon::Link},
        {Save,
         M::File,
         "file.save",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Save the result"),
         {u"Ctrl+S"_s},
         Icon::Save,
         true},
        {SaveAs,
         M::File,
         "file.saveAs",
         QT_TRANSLATE_NOOP("Viral::Actions", "Save the result &as…"),
         {u"Ctrl+Shift+S"_s}},
        {ExportKept,
         M::File,
         "file.exportKept",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Export only what is kept…"),
         {u"Ctrl+E"_s},
         Icon::Export},
        {Close, M::File, "file.close", QT_TRANSLATE_NOOP("Viral::Actions", "&Close"), {u"Ctrl+W"_s}, Icon::Close, true},
        {Quit, M::File, "file.quit", QT_TRANSLATE_NOOP("Viral::Actions", "&Quit"), {u"Ctrl+Q"_s}},

        {Undo, M::Editing, "edit.undo", QT_TRANSLATE_NOOP("Viral::Actions", "&Undo"), {u"Ctrl+Z"_s}, Icon::Undo},
        {Redo,
         M::Editing,
         "edit.redo",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Redo"),
         {u"Ctrl+Shift+Z"_s, u"Ctrl+Y"_s},
         Icon::Redo},
        {SearchMoments,
         M::Editing,
         "edit.searchMoments",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Search moments"),
         {u"Ctrl+Shift+F"_s},
         Icon::Search,
         true},
        {FindInTranscript,
         M::Editing,
         "edit.find",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Find in the transcript"),
         {u"Ctrl+F"_s},
         Icon::Search},
        {FindNext,
         M::Editing,
         "edit.findNext",
         QT_TRANSLATE_NOOP("Viral::Actions", "Find &next"),
         {u"F3"_s, u"Ctrl+G"_s}},

        {Keep, M::Moment, "moment.keep", QT_TRANSLATE_NOOP("Viral::Actions", "&Keep"), {u"A"_s}, Icon::Keep},
        {Reject,
         M::Moment,
         "moment.reject",
         QT_TRANSLATE_NOOP("Viral::Actions", "Re&ject"),
         {u"X"_s, u"Del"_s},
         Icon::Reject},
        {Hold, M::Moment, "moment.hold", QT_TRANSLATE_NOOP("Viral::Actions", "&Hold"), {u"H"_s}, Icon::Hold},
        {Undecide,
         M::Moment,
         "moment.undecide",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Undecided again"),
         {u"U"_s},
         Icon::Undecided},
        {Star, M::Moment, "moment.star", QT_TRANSLATE_NOOP("Viral::Actions", "S&tar"), {u"S"_s}, Icon::Star},
        {NextMoment,
         M::Moment,
         "moment.next",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Next moment"),
         {u"Down"_s},
         {},
         true},
        {PreviousMoment,
         M::Moment,
         "moment.previous",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Previous moment"),
         {u"Up"_s}},
        {NextUndecided,
         M::Moment,
         "moment.nextUndecided",
         QT_TRANSLATE_NOOP("Viral::Actions", "Next un&decided"),
         {u"Shift+Down"_s}},
        {StartHere,
         M::Moment,
         "moment.startHere",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Start at the playhead"),
         {u"I"_s, u"Q"_s},
         {},
         true},
        {EndHere,
         M::Moment,
         "moment.endHere",
         QT_TRANSLATE_NOOP("Viral::Actions", "&End at the playhead"),
         {u"O"_s, u"W"_s}},
        {EdgeWordEarlier,
         M::Moment,
         "moment.edgeWordEarlier",
         QT_TRANSLATE_NOOP("Viral::Actions", "Nearer edge a word earlier"),
         {u","_s}},
        {EdgeWordLater,
         M::Moment,
         "moment.edgeWordLater",
         QT_TRANSLATE_NOOP("Viral::Actions", "Nearer edge a word later"),
         {u"."_s}},
        {EdgeSentenceEarlier,
         M::Moment,
         "moment.edgeSentenceEarlier",
         QT_TRANSLATE_NOOP("Viral::Actions", "Nearer edge a sentence earlier"),
         {u"Shift+,"_s}},
        {EdgeSentenceLater,
         M::Moment,
         "moment.edgeSentenceLater",
         QT_TRANSLATE_NOOP("Viral::Actions", "Nearer edge a sentence later"),
         {u"Shift+."_s}},
        {NewMoment,
         M::Moment,
         "moment.new",
         QT_TRANSLATE_NOOP("Viral::Actions", "Ne&w moment from the selection"),
         {u"N"_s},
         Icon::Plus,
         true},

        {PlayPause,
         M::Play,
         "play.toggle",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Play or pause"),
         {u"Space"_s, u"Ctrl+Space"_s},
         Icon::Play},
        {PlayMoment,
         M::Play,
         "play.moment",
         QT_TRANSLATE_NOOP("Viral::Actions", "Play the &moment"),
         {u"Shift+Space"_s, u"Return"_s, u"Enter"_s},
         Icon::Run},
        {PlayAroundEdge,
         M::Play,
         "play.aroundEdge",
         QT_TRANSLATE_NOOP("Viral::Actions", "Play around the nearer &edge"),
         {u"/"_s}},
        {PlayLastSeconds,
         M::Play,
         "play.lastSeconds",
         QT_TRANSLATE_NOOP("Viral::Actions", "Play the last &three seconds"),
         {u"E"_s}},
        {PlayKept,
         M::Play,
         "play.kept",
         QT_TRANSLATE_NOOP("Viral::Actions", "Play all that is &kept"),
         {u"Ctrl+Shift+Space"_s}},
        {PlayHooks,
         M::Play,
         "play.hooks",
         QT_TRANSLATE_NOOP("Viral::Actions", "Play every &opening"),
         {u"Ctrl+Shift+H"_s}},
        {Loop,
         M::Play,
         "play.loop",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Loop the moment"),
         {u"Ctrl+L"_s},
         Icon::Loop},
        {ShuttleBackward,
         M::Play,
         "play.backward",
         QT_TRANSLATE_NOOP("Viral::Actions", "Shuttle &backward"),
         {u"J"_s},
         {},
         true},
        {ShuttleStop, M::Play, "play.stop", QT_TRANSLATE_NOOP("Viral::Actions", "Sto&p"), {u"K"_s}, Icon::Pause},
        {ShuttleForward, M::Play, "play.forward", QT_TRANSLATE_NOOP("Viral::Actions", "Shuttle &forward"), {u"L"_s}},
        {FrameBack,
         M::Play,
         "play.frameBack",
         QT_TRANSLATE_NOOP("Viral::Actions", "One picture back"),
         {u"Left"_s},
         Icon::StepBack,
         true},
        {FrameForward,
         M::Play,
         "play.frameForward",
         QT_TRANSLATE_NOOP("Viral::Actions", "One picture forward"),
         {u"Right"_s},
         Icon::StepForward},
        {SecondBack,
         M::Play,
         "play.secondBack",
         QT_TRANSLATE_NOOP("Viral::Actions", "One second back"),
         {u"Shift+Left"_s}},
        {SecondForward,
         M::Play,
         "play.secondForward",
         QT_TRANSLATE_NOOP("Viral::Actions", "One second forward"),
         {u"Shift+Right"_s}},
        {FiveBack,
         M::Play,
         "play.fiveBack",
         QT_TRANSLATE_NOOP("Viral::Actions", "Five seconds back"),
         {u"Ctrl+Left"_s}},
        {FiveForward,
         M::Play,
         "play.fiveForward",
         QT_TRANSLATE_NOOP("Viral::Actions", "Five seconds forward"),
         {u"Ctrl+Right"_s}},
        {GoToStart,
         M::Play,
         "play.goToStart",
         QT_TRANSLATE_NOOP("Viral::Actions", "Go to the moment's &start"),
         {u"Shift+I"_s},
         {},
         true},
        {GoToEnd,
         M::Play,
         "play.goToEnd",
         QT_TRANSLATE_NOOP("Viral::Actions", "Go to the moment's e&nd"),
         {u"Shift+O"_s}},
        {SourceStart,
         M::Play,
         "play.sourceStart",
         QT_TRANSLATE_NOOP("Viral::Actions", "Go to the beginning"),
         {u"Home"_s}},
        {SourceEnd, M::Play, "play.sourceEnd", QT_TRANSLATE_NOOP("Viral::Actions", "Go to the end"), {u"End"_s}},

        {ZoomIn,
         M::View,
         "view.zoomIn",
         QT_TRANSLATE_NOOP("Viral::Actions", "Zoom &in"),
         {u"="_s, u"+"_s},
         Icon::ZoomIn},
        {ZoomOut, M::View, "view.zoomOut", QT_TRANSLATE_NOOP("Viral::Actions", "Zoom &out"), {u"-"_s}, Icon::ZoomOut},
        {ZoomAll, M::View, "view.zoomAll", QT_TRANSLATE_NOOP("Viral::Actions", "Show &all"), {u"\\"_s}, Icon::ZoomFit},
        {ZoomMoment, M::View, "view.zoomMoment", QT_TRANSLATE_NOOP("Viral::Actions", "Show the &moment"), {u"Z"_s}},
        {ThemeSystem,
         M::View,
         "view.themeSystem",
         QT_TRANSLATE_NOOP("Viral::Actions", "Colours of the &system"),
         {},
         {},
         true},
        {ThemeLight, M::View, "view.themeLight", QT_TRANSLATE_NOOP("Viral::Actions", "&Light"), {}},
        {ThemeDark, M::View, "view.themeDark", QT_TRANSLATE_NOOP("Viral::Actions", "&Dark"), {}},

        {ShowPalette,
         M::Help,
         "help.palette",
         QT_TRANSLATE_NOOP("Viral::Actions", "&Commands…"),
         {u"Ctrl+K"_s, u"Ctrl+Shift+P"_s}},
        {ShowKeys, M::Help, "help.keys", QT_TRANSLATE_NOOP("Viral::Actions", "&Keys"), {u"?"_s, u"F1"_s}},
        {About,
         M::Help,
         "help.about",
         QT_TRANSLATE_NOOP("Viral::Actions", "&About Viral Moments"),
         {},
         Icon::Info,
         true},
    };
    return table;
}

QString menuTitle(MenuName menu)
{
    switch (menu) {
    case MenuName::File:
        return Actions::tr("&File");
    case MenuName::Editing:
        return Actions::tr("&Edit");
    case MenuName::Moment:
        return Actions::tr("&Moment");
    case MenuName::Play:
        return Actions::tr("&Play");
    case MenuName::View:
        return Actions::tr("&View");
    case MenuName::Help:
        return Actions::tr("&Help");
    }
    return {};
}

namespace {

QString withKey(const QAction *action)
{
    const QString plain = QString(action->text()).remove(u'&').remove(u'…');
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    return key.isEmpty() ? plain : plain + u" ("_s + key + u')';
}

} // namespace

Actions::Actions(QWidget *window)
    : QObject(window)
{
    for (const CommandEntry &entry : commandTable()) {
        auto *action = new QAction(tr(entry.text), window);
        action->setObjectName(QString::fromLatin1(entry.id));
        QList<QKeySequence> keys;
        for (const QString &key : entry.keys)
            keys.append(QKeySequence::fromString(key, QKeySequence::PortableText));
        action->setShortcuts(keys);
        if (entry.icon)
            action->setIcon(icon(*entry.icon));
        action->setToolTip(withKey(action));
        action->setIconVisibleInMenu(false);
        window->addAction(action);
        m_actions.insert(entry.command, action);
    }
}

void Actions::fillMenus(QMenuBar *bar)
{
    for (const MenuName name :
         {MenuName::File, MenuName::Editing, MenuName::Moment, MenuName::Play, MenuName::View, MenuName::Help}) {
        QMenu *menu = bar->addMenu(menuTitle(name));
        m_menus.insert(name, menu);
        for (const CommandEntry &entry : commandTable()) {
            if (entry.menu != name)
                continue;
            if (entry.startsGroup)
                menu->addSeparator();
            menu->addAction(of(entry.command));
        }
    }
}

void Actions::on(Command command, QObject *receiver, const std::function<void()> &what) const
{
    connect(of(command), &QAction::triggered, receiver, what);
}

void Actions::setWorkOpen(bool isOpen) const
{
    using enum Command;
    // Undo and redo are switched by the history.
    static const QList<Command> always{Open,       Quit,      Undo,        Redo,     ThemeSystem,
                                       ThemeLight, ThemeDark, ShowPalette, ShowKeys, About};
    for (const CommandEntry &entry : commandTable()) {
        if (!always.contains(entry.command))
            of(entry.command)->setEnabled(isOpen);
    }
}

} // namespace Viral
