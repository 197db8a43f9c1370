// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workplace.h"

#include "core/base/log.h"
#include "core/library/libraryfolder.h"
#include "core/run/pricebook.h"
#include "ui/document/preparedreview.h"
#include "ui/settings/systemkeychain.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Viral::Desktop {

namespace {

constexpr int mostRecent = 20;

QString samplePath()
{
    for (const QString &path : {QStringLiteral(VIRAL_SAMPLE_INSTALLED), QStringLiteral(VIRAL_SAMPLE_SOURCE)}) {
        if (QFileInfo::exists(path))
            return path;
    }
    return {};
}

QString libraryFolder(const Options &options)
{
    return options.libraryFolder.isEmpty() ? defaultLibraryFolder() : options.libraryFolder;
}

/// A picture of the window is the same on every computer: nothing is asked of its keychain.
std::unique_ptr<KeyKeeper> makeKeyKeeper(const Options &options, Scheduler &scheduler)
{
    if (!options.screenshot.isEmpty())
        return std::make_unique<MemoryKeeper>();
    return std::make_unique<KeychainKeeper>(std::make_unique<SystemKeychain>(), scheduler);
}

QStringList recentFiles(Library *library)
{
    QStringList paths;
    if (!library)
        return paths;
    if (const auto works = library->recent().all(mostRecent)) {
        for (const RecentWork &work : *works)
            paths.append(work.path);
    }
    return paths;
}

Budgets budgetsOf(const Preferences &preferences)
{
    return {.perRun = preferences.budgetPerRun, .perMonth = preferences.budgetPerMonth};
}

} // namespace

Workplace::Workplace(QApplication &application, const Options &options)
    : m_options(options)
    , m_log(options.screenshot.isEmpty() ? std::make_unique<KeptLog>(defaultLogFolder()) : nullptr)
    , m_transport(m_scheduler)
    , m_theme(application)
    , m_keyMap(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/keys.json"_s)
    , m_keys(makeKeyKeeper(options, m_scheduler))
    , m_settings(m_store, *m_keys, processEnvironment())
    , m_connections(m_settings, m_transport, m_scheduler)
    , m_look(m_settings, m_theme, options.theme)
    , m_folder(libraryFolder(options))
    , m_library(Library::open(m_folder))
    , m_desk(std::make_unique<RunDesk>(DeskSetup{.libraryFolder = m_folder,
                                                 .settings = m_settings.effective().value_or(EngineSettings()),
                                                 .budgets = budgetsOf(m_settings.preferences()),
                                                 .knownTrouble = m_library ? Error() : m_library.error()}))
{
    // A decision must not wait for the disk longer than its own bytes take: the desk's thread takes the log in.
    if (m_library && !(*m_library)->leaveLogToOthers())
        qCWarning(libraryLog) << "the library's log stays with the interface";
    if (options.screenshot.isEmpty()) {
        m_desktop = makeDesktopSignals();
        m_notifier =
            std::make_unique<RunNotifier>(*m_desk, *m_desktop, [] { return QApplication::activeWindow() != nullptr; });
    }
    connect(&m_settings, &SettingsSource::changed, this, &Workplace::followSettings);
    // RunPod is asked with its key: not before the keychain has given it.
    connect(m_keys.get(), &KeyKeeper::loaded, m_desk.get(), &RunDesk::followOpenJobs);
    connect(m_keys.get(), &KeyKeeper::changed, m_desk.get(), [this](KeyName name) {
        if (name == KeyName::RunPod && !m_keys->key(name).isEmpty())
            m_desk->followOpenJobs();
    });
    // Other programs may have worked on the library meanwhile.
    connect(&application, &QGuiApplication::applicationStateChanged, m_desk.get(), [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_desk->refresh();
    });
}

Workplace::~Workplace() = default;

void Workplace::followSettings()
{
    if (const Result<EngineSettings> settings = m_settings.effective())
        m_desk->setSettings(*settings);
    m_desk->setBudgets(budgetsOf(m_settings.preferences()));
}

MainWindow *Workplace::openWindow()
{
    Library *library = m_library ? m_library->get() : nullptr;
    Surroundings surroundings{.journal = library ? library->journal() : m_memory,
                              .clock = m_clock,
                              .theme = m_theme,
                              .keys = &m_keyMap,
                              .desk = m_desk.get(),
                              .engine = m_options.engine,
                              .connections = &m_connections,
                              .pricesPath = userPricesPath(m_folder),
                              .logFolder = m_log ? m_log->folder() : QString(),
                              .samplePath = samplePath(),
                              .decisionsAreKept = library != nullptr,
                              .remembersLayout = m_options.screenshot.isEmpty(),
                              .size = m_options.size};
    if (library) {
        // A library of its own: each is used on the thread that opened it.
        surroundings.prepareReview = [folder = m_folder](Work &work) {
            if (const auto reader = Library::open(folder, Library::Access::ReadOnly))
                prepareReview(work, (*reader)->journal());
        };
    }
    surroundings.recentFiles = [library] { return recentFiles(library); };
    surroundings.noteOpened = [this, library](const QString &path, const QString &title) {
        if (library && !path.isEmpty())
            (void)library->recent().note(
                {.path = QFileInfo(path).absoluteFilePath(), .title = title, .openedAt = m_clock.now()});
    };
    surroundings.openWindow = [this] { openWindow()->show(); };
    auto *window = new MainWindow(std::move(surroundings));
    window->setAttribute(Qt::WA_DeleteOnClose);
    tellTroubles(*window);
    return window;
}

void Workplace::tellTroubles(MainWindow &window)
{
    if (!m_library) {
        window.tellError(m_library.error());
        window.warn(tr("Decisions are kept only until the window is closed."));
    } else {
        for (const QString &notice : (*m_library)->notices())
            window.warn(notice);
    }
    if (!m_keyMap.trouble().isEmpty())
        window.tell(m_keyMap.trouble());
    if (const Result<EngineSettings> settings = m_settings.effective(); !settings)
        window.tellError(settings.error());
}

} // namespace Viral::Desktop
