// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/flow/flowprogram.h"
#include "tests/support/loopbackserver.h"
#include "tests/support/sampletranscript.h"
#include "ui/desk/rundesk.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace ViralTest {

/// A desk over a library in a folder of its own and a server of this machine.
class DeskBench
{
public:
    explicit DeskBench(LoopbackServer::Responder responder, Viral::Budgets budgets = {});
    ~DeskBench();

    Viral::RunDesk &desk() { return *m_desk; }
    LoopbackServer &server() { return *m_server; }
    QString libraryFolder() const { return m_folder.path(); }
    Viral::DeskSetup setup() const;

    /// Another desk over the same library and server, as a program started anew has it. Waits until it is open.
    void restart(std::function<void(Viral::DeskSetup &)> change = {});
    /// Nobody is at the desk.
    void close() { m_desk.reset(); }
    bool waitForLibrary();

    Viral::RunPlan plan(int chunks) const;
    /// Waits for the end; what is told after that.
    static bool waitForEnd(const Viral::LiveRun &run);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<LoopbackServer> m_server;
    Viral::Budgets m_budgets;
    std::unique_ptr<Viral::RunDesk> m_desk;
};

/// The answer of goodReply() after \a delay.
Reply slowReply(const ReceivedRequest &request, std::chrono::milliseconds delay);

} // namespace ViralTest
