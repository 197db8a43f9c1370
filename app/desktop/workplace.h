// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktopoptions.h"
#include "core/base/clock.h"
#include "core/base/logfile.h"
#include "core/library/library.h"
#include "core/net/qttransport.h"
#include "ui/commands/keymapstore.h"
#include "ui/desk/rundesk.h"
#include "ui/document/memoryjournal.h"
#include "ui/settings/connections.h"
#include "ui/settings/lookfollower.h"
#include "ui/shell/desktopsignals.h"
#include "ui/shell/runnotifier.h"

#include <memory>

class QApplication;

namespace Viral {

class MainWindow;

namespace Desktop {

/// The log of the program as long as it lives.
class KeptLog
{
public:
    explicit KeptLog(const QString &folder)
        : m_file(folder)
    {
        setLogFile(&m_file);
    }
    ~KeptLog() { setLogFile(nullptr); }
    Q_DISABLE_COPY_MOVE(KeptLog)

    QString folder() const { return m_file.folder(); }

private:
    LogFile m_file;
};

/// What all windows of the program share: the library, the settings and keys, the run desk with its one limiter, the
/// colours.
class Workplace final : public QObject
{
    Q_OBJECT

public:
    Workplace(QApplication &application, const Options &options);
    ~Workplace() override;

    /// A further window; it deletes itself when it is closed.
    MainWindow *openWindow();
    /// Asks the keychain; what needs a key begins afterwards.
    void loadKeys() { m_keys->load(); }

private:
    void followSettings();
    void tellTroubles(MainWindow &window);

    Options m_options;
    /// The last to go: what the others say at their end is kept. Null where only a picture is taken.
    std::unique_ptr<KeptLog> m_log;
    SystemClock m_clock;
    EventLoopScheduler m_scheduler;
    QtTransport m_transport;
    Theme m_theme;
    KeyMapStore m_keyMap;
    PreferenceStore m_store;
    std::unique_ptr<KeyKeeper> m_keys;
    SettingsSource m_settings;
    Connections m_connections;
    LookFollower m_look;
    MemoryJournal m_memory;
    QString m_folder;
    Result<std::unique_ptr<Library>> m_library;
    std::unique_ptr<RunDesk> m_desk;
    std::unique_ptr<DesktopSignals> m_desktop;
    std::unique_ptr<RunNotifier> m_notifier;
};

} // namespace Desktop
} // namespace Viral
