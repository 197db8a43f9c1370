// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/settingsbench.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/document/memoryjournal.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>

namespace ViralTest {

/// Windows over one desk, a server of this machine and settings without a keychain.
struct WindowBench
{
    explicit WindowBench(LoopbackServer::Responder responder)
        : desk(std::move(responder))
        , theme(*qApp)
    {}

    std::unique_ptr<Viral::MainWindow> makeWindow()
    {
        return std::make_unique<Viral::MainWindow>(Viral::Surroundings{.journal = journal,
                                                                       .clock = clock,
                                                                       .theme = theme,
                                                                       .desk = &desk.desk(),
                                                                       .connections = &settings.connections,
                                                                       .remembersLayout = false});
    }

    DeskBench desk;
    SettingsBench settings;
    Viral::MemoryJournal journal;
    Viral::SystemClock clock;
    Viral::Theme theme;
};

} // namespace ViralTest
