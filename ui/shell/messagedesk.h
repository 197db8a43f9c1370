// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/ids.h"
#include "ui/models/messagemodel.h"

#include <QObject>
#include <QPointer>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace Viral {

class Actions;
class MessagesPanel;
class PlayerTransport;
class ReviewDocument;
class RunDesk;
class WindowDocks;
struct Work;

/// What a window has to say: shown below, kept in a list with the next step, and brought to where it leads.
class MessageDesk final : public QObject
{
    Q_OBJECT

public:
    /// Everything outlives the desk.
    struct Place
    {
        QMainWindow &window;
        ReviewDocument &document;
        PlayerTransport &transport;
        const Actions &actions;
        WindowDocks &docks;
        Clock &clock;
    };
    explicit MessageDesk(const Place &place);

    MessageModel &messages() { return *m_messages; }
    /// \a target is where it leads: what was written.
    void tell(const QString &text, const MessageTarget &target = {});
    /// Something that the editor should know and that is nobody's error: it counts among the problems.
    void warn(const QString &text);
    /// \a run is the one that it concerns; empty for none.
    void tellError(const Error &error, const RunId &run = {});
    /// What reading \a work had to repair, each with its place.
    void tellProblems(const Work &work);
    /// Tells of runs that end badly.
    void follow(RunDesk &desk);
    /// Goes to where a message leads.
    void goTo(const MessageTarget &target);

Q_SIGNALS:
    void settingsRequested();
    void reportRequested();

private:
    void buildList();
    void showList();
    void openList();
    void showFile(const QString &path);
    void showRun(const RunId &run);
    void tellEnding(const RunDesk &desk, const RunId &run);

    Place m_place;
    MessageModel *m_messages;
    MessagesPanel *m_panel = nullptr;
    QDockWidget *m_dock = nullptr;
    /// Where the keys were before the list had them.
    QPointer<QWidget> m_before;
};

/// The next step after \a error, in a sentence, and where it is taken; empty where the message says all there is.
Message adviceFor(const Error &error, const RunId &run = {});

} // namespace Viral
