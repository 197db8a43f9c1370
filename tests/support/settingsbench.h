// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakescheduler.h"
#include "tests/support/faketransport.h"
#include "ui/settings/connections.h"

#include <QTemporaryDir>

namespace ViralTest {

/// Everything the settings window stands on, without a network and a keychain.
struct SettingsBench
{
    explicit SettingsBench(const Viral::EnvironmentValues &environment = {})
        : store(folder.filePath(QStringLiteral("settings.conf")))
        , source(store, keys, environment)
        , connections(source, transport, scheduler)
    {}

    QTemporaryDir folder;
    Viral::PreferenceStore store;
    Viral::MemoryKeeper keys;
    FakeTransport transport;
    FakeScheduler scheduler;
    Viral::SettingsSource source;
    Viral::Connections connections;
};

} // namespace ViralTest
