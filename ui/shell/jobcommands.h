// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/rundesk.h"

#include <QObject>

#include <functional>

namespace Viral {

class JobsPanel;

/// What the list of runs asks for: its runs opened, compared, exported.
class JobCommands final : public QObject
{
    Q_OBJECT

public:
    /// Everything outlives the commands.
    JobCommands(RunDesk &desk, JobsPanel &panel, QWidget &window, QObject *parent);

    /// Opens the run's work, or the one that goes on.
    void open(const RunId &id);
    /// Opens the first and compares it with the second.
    void compare(const RunId &first, const RunId &second);
    void exportResult(const RunId &id);
    /// A work is being read from the library.
    bool isBusy() const { return !m_wishes.isEmpty(); }

Q_SIGNALS:
    void opened(const std::shared_ptr<Viral::Work> &work);
    /// The run goes on: it is to be watched.
    void watchRequested(Viral::LiveRun *run);
    void compareReady(const std::shared_ptr<Viral::Work> &ours, const std::shared_ptr<Viral::Work> &theirs);
    void message(const QString &text);
    void failed(const Viral::Error &error);

private:
    using Take = std::function<void(const std::shared_ptr<Work> &)>;
    void load(const RunId &id, Take take);
    void takeWork(const RunId &id, const std::shared_ptr<Work> &work);
    void takeFailure(const RunId &id, const Error &error);
    void write(const Work &work);

    RunDesk &m_desk;
    QWidget &m_window;
    QMultiHash<RunId, Take> m_wishes;
};

} // namespace Viral
