// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messagedesk.h"

#include "core/base/log.h"
#include "ui/commands/actions.h"
#include "ui/desk/rundesk.h"
#include "ui/document/reviewdocument.h"
#include "ui/jobs/jobspanel.h"
#include "ui/panels/messagespanel.h"
#include "ui/player/transport.h"
#include "ui/shell/messagebutton.h"
#include "ui/shell/windowdocks.h"
#include "ui/style/textline.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QStatusBar>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using Kind = MessageTarget::Kind;

constexpr int noteStaysMs = 10'000;

/// What the status bar has room for; the list of messages has the whole text.
QString firstLine(const QString &text)
{
    constexpr qsizetype longest = 300;
    const QString whole = text.trimmed();
    const QString line = whole.left(whole.indexOf(u'\n')).left(longest).simplified();
    return whole.size() > longest || whole.contains(u'\n') ? line + u" …"_s : line;
}

/// The list element that \a pointer ("/input/transcript/words/12/start") leads into, of those called \a name.
std::optional<qsizetype> elementOf(const QString &pointer, QStringView name, qsizetype count)
{
    const QStringList steps = pointer.split(u'/');
    const qsizetype at = steps.indexOf(name);
    bool isNumber = false;
    const qsizetype number = at < 0 ? -1 : steps.value(at + 1).toLongLong(&isNumber);
    return isNumber && number >= 0 && number < count ? std::optional(number) : std::nullopt;
}

MessageTarget targetOf(const Problem &problem, const Work &work, const Review &review)
{
    const Transcript &transcript = work.request.transcript;
    if (const auto sentence = elementOf(problem.pointer, u"sentences", transcript.sentences.size()))
        return {.kind = Kind::Place, .place = transcript.sentences.at(*sentence).span.start};
    if (const auto word = elementOf(problem.pointer, u"words", transcript.words.size()))
        return {.kind = Kind::Place, .place = transcript.words.at(*word).span.start};
    if (const auto moment = elementOf(problem.pointer, u"moments", review.moments().size()))
        return {.kind = Kind::Moment, .id = review.moments().at(*moment).id.value};
    return work.path.isEmpty() ? MessageTarget{} : MessageTarget{.kind = Kind::File, .id = work.path};
}

MessageTarget runOrNothing(const RunId &run)
{
    return run.isEmpty() ? MessageTarget{} : MessageTarget{.kind = Kind::Run, .id = run.value};
}

} // namespace

Message adviceFor(const Error &error, const RunId &run)
{
    const MessageTarget settings{.kind = Kind::Settings};
    const bool isFile = QFileInfo(error.place).isAbsolute();
    switch (error.kind) {
    case ErrorKind::Usage:
        return {.whatToDo = MessageDesk::tr("Enter what is missing in the settings."), .target = settings};
    case ErrorKind::Refused:
        return {.whatToDo =
                    MessageDesk::tr("Check key, account and budgets in the settings, then go on with the run: only "
                                    "what is missing is paid."),
                .target = settings};
    case ErrorKind::Network:
        return {.whatToDo =
                    run.isEmpty()
                        ? MessageDesk::tr("See that this computer is online, then try again.")
                        : MessageDesk::tr("See that this computer is online, then go on with the run: only what is "
                                          "missing is paid."),
                .target = runOrNothing(run)};
    case ErrorKind::Service:
        return {.whatToDo = run.isEmpty() ? QString()
                                          : MessageDesk::tr("Go on with the run later: only what is missing is paid."),
                .target = runOrNothing(run)};
    case ErrorKind::Storage:
        return {.whatToDo =
                    MessageDesk::tr("See that the disk has room and that the folder of the library may be written."),
                .target = runOrNothing(run)};
    case ErrorKind::Io:
        return {.whatToDo = MessageDesk::tr("See that the file is there and may be read and written."),
                .target = isFile ? MessageTarget{.kind = Kind::File, .id = error.place} : runOrNothing(run)};
    case ErrorKind::Internal:
        return {.whatToDo = MessageDesk::tr("This should not happen: please report it."),
                .target = {.kind = Kind::Report}};
    case ErrorKind::Input:
    case ErrorKind::Cancelled:
        break;
    }
    return {.target = isFile ? MessageTarget{.kind = Kind::File, .id = error.place} : runOrNothing(run)};
}

MessageDesk::MessageDesk(const Place &place)
    : QObject(&place.window)
    , m_place(place)
    , m_messages(new MessageModel(this))
{
    buildList();
    auto *button = new MessageButton(*m_messages);
    connect(button, &QToolButton::clicked, this, &MessageDesk::openList);
    place.window.statusBar()->addPermanentWidget(button);
}

void MessageDesk::buildList()
{
    m_panel = new MessagesPanel(*m_messages);
    m_dock = m_place.docks.addForAlways(Qt::BottomDockWidgetArea, u"dock.messages"_s, tr("Messages"), m_panel);
    // The timeline keeps its whole width: the list comes in front of it.
    if (auto *timeline = m_place.window.findChild<QDockWidget *>(u"dock.timeline"_s))
        m_place.window.tabifyDockWidget(timeline, m_dock);
    m_dock->hide();
    m_place.docks.name(u"messages"_s, m_panel);
    m_place.actions.on(Command::ShowMessages, this, [this] { showList(); });
    connect(m_panel, &MessagesPanel::targetRequested, this, &MessageDesk::goTo);
}

void MessageDesk::showList()
{
    QWidget *focus = QApplication::focusWidget();
    if (!m_panel->isVisible() || !focus || !m_panel->isAncestorOf(focus)) {
        openList();
        return;
    }
    m_dock->hide();
    if (m_before)
        m_before->setFocus(Qt::ShortcutFocusReason);
}

void MessageDesk::openList()
{
    if (QWidget *focus = QApplication::focusWidget(); focus && !m_panel->isAncestorOf(focus))
        m_before = focus;
    m_place.docks.show(u"messages"_s);
    m_panel->begin();
}

void MessageDesk::tell(const QString &text, const MessageTarget &target)
{
    m_messages->add({.text = text,
                     .whatToDo = target.kind == Kind::File ? tr("Open the folder.") : QString(),
                     .target = target,
                     .when = m_place.clock.now()});
    m_place.window.statusBar()->showMessage(inOwnDirection(firstLine(text), m_place.window.layoutDirection()),
                                            noteStaysMs);
}

void MessageDesk::warn(const QString &text)
{
    m_messages->add({.severity = Message::Severity::Warning, .text = text, .when = m_place.clock.now()});
    m_place.window.statusBar()->showMessage(inOwnDirection(firstLine(text), m_place.window.layoutDirection()));
}

void MessageDesk::tellError(const Error &error, const RunId &run)
{
    qCWarning(interfaceLog).noquote() << error.text();
    Message message = adviceFor(error, run);
    message.severity = Message::Severity::Error;
    message.text = error.text();
    message.when = m_place.clock.now();
    m_messages->add(message);
    m_place.window.statusBar()->showMessage(inOwnDirection(firstLine(message.text), m_place.window.layoutDirection()));
}

void MessageDesk::tellProblems(const Work &work)
{
    for (const Problem &problem : work.problems.all()) {
        m_messages->add(
            {.severity = Message::Severity::Warning,
             .text = problem.pointer.isEmpty() ? problem.message : problem.pointer + u": "_s + problem.message,
             .target = targetOf(problem, work, m_place.document.review()),
             .when = m_place.clock.now()});
    }
}

void MessageDesk::follow(RunDesk &desk)
{
    connect(&desk, &RunDesk::warned, this, &MessageDesk::warn);
    connect(&desk, &RunDesk::failed, this, &MessageDesk::tellError);
    connect(&desk, &RunDesk::runFinished, this, [this, &desk](const RunId &run) { tellEnding(desk, run); });
}

void MessageDesk::tellEnding(const RunDesk &desk, const RunId &id)
{
    const LiveRun *run = desk.live(id);
    if (!run || !run->ending() || run->ending()->state != RunState::Failed)
        return;
    Error error = run->ending()->error;
    const QString title = run->record().title;
    if (!title.isEmpty())
        error.message = tr("The run over “%1” failed. %2").arg(title, error.message);
    tellError(error, id);
}

void MessageDesk::goTo(const MessageTarget &target)
{
    switch (target.kind) {
    case Kind::None:
        break;
    case Kind::File:
        showFile(target.id);
        break;
    case Kind::Place:
        m_place.transport.seek(target.place);
        break;
    case Kind::Moment:
        m_place.document.setCurrentMoment({target.id});
        m_place.docks.show(u"moments"_s);
        break;
    case Kind::Run:
        showRun({target.id});
        break;
    case Kind::Settings:
        Q_EMIT settingsRequested();
        break;
    case Kind::Report:
        Q_EMIT reportRequested();
        break;
    }
}

void MessageDesk::showFile(const QString &path)
{
    const QFileInfo file(path);
    const QString folder = file.isDir() ? file.absoluteFilePath() : file.absolutePath();
    if (!QFileInfo::exists(folder) || !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        tell(tr("The folder could not be opened: %1").arg(folder));
}

void MessageDesk::showRun(const RunId &run)
{
    auto *jobs = qobject_cast<JobsPanel *>(m_place.docks.panel(u"jobs"_s));
    if (!jobs)
        return;
    m_place.docks.show(u"jobs"_s);
    jobs->select(run);
    jobs->enterList();
}

} // namespace Viral
