// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoptions.h"
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/library/library.h"
#include "core/library/libraryfolder.h"
#include "ui/document/memoryjournal.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenshot.h"
#include "ui/commands/keymapstore.h"
#include "ui/commands/shortcutguard.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;
using namespace Viral;

namespace {

constexpr int wrongUsage = 2;
constexpr int mostRecent = 20;

/// Before the application exists: the media back end is chosen at first use. Of the two that are packaged only this one
/// seeks to the frame asked for and plays without a sound device.
void chooseMediaBackend()
{
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "gstreamer");
    // This sink takes over the console and crashes without one.
    if (qEnvironmentVariableIsEmpty("GST_PLUGIN_FEATURE_RANK"))
        qputenv("GST_PLUGIN_FEATURE_RANK", "dfbvideosink:NONE");
}

QString samplePath()
{
    for (const QString &path : {QStringLiteral(VIRAL_SAMPLE_INSTALLED), QStringLiteral(VIRAL_SAMPLE_SOURCE)}) {
        if (QFileInfo::exists(path))
            return path;
    }
    return {};
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

int run(QApplication &application, const Desktop::Options &options)
{
    SystemClock clock;
    Theme theme(application);
    theme.setChoice(options.theme.value_or(static_cast<ThemeChoice>(QSettings().value(u"look/theme"_s, 0).toInt())));
    KeyMapStore keys(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/keys.json"_s);
    MemoryJournal memory;
    const QString folder = options.libraryFolder.isEmpty() ? defaultLibraryFolder() : options.libraryFolder;
    Result<std::unique_ptr<Library>> opened = Library::open(folder);
    Library *library = opened ? opened->get() : nullptr;

    Surroundings surroundings{.journal = library ? library->journal() : memory,
                              .clock = clock,
                              .theme = theme,
                              .keys = &keys,
                              .samplePath = samplePath(),
                              .decisionsAreKept = library != nullptr,
                              .remembersLayout = options.screenshot.isEmpty()};
    surroundings.recentFiles = [library] { return recentFiles(library); };
    surroundings.noteOpened = [library, &clock](const QString &path, const QString &title) {
        if (library && !path.isEmpty())
            (void)library->recent().note(
                {.path = QFileInfo(path).absoluteFilePath(), .title = title, .openedAt = clock.now()});
    };
    MainWindow window(std::move(surroundings));
    ShortcutGuard guard;
    application.installEventFilter(&guard);
    if (!library) {
        window.tellError(opened.error());
        window.tell(QApplication::translate("main", "Decisions are kept only until the window is closed."));
    } else {
        for (const QString &notice : library->notices())
            window.tell(notice);
    }
    if (!keys.trouble().isEmpty())
        window.tell(keys.trouble());
    if (options.size.isValid())
        window.resize(options.size);
    if (!options.files.isEmpty())
        window.openAll(options.files);
    if (!options.panel.isEmpty() && !window.showPanel(options.panel)) {
        std::fprintf(stderr, "there is no panel named %s\n", qPrintable(options.panel));
        return wrongUsage;
    }
    window.show();
    std::unique_ptr<Screenshot> screenshot;
    if (!options.screenshot.isEmpty())
        screenshot = std::make_unique<Screenshot>(window, options.screenshot, !options.files.isEmpty());
    return QApplication::exec();
}

/// Help and version are answered without a display.
bool wantsOnlyText(int argc, char **argv)
{
    static constexpr std::array words{"--help"sv, "-h"sv, "--version"sv, "-v"sv};
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return std::find(words.begin(), words.end(), std::string_view(argument)) != words.end();
    });
}

void nameProgram()
{
    QCoreApplication::setApplicationName(u"viral-moments"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VIRAL_VERSION));
    QCoreApplication::setOrganizationName(u"viral-moments"_s);
}

int answerInText(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    nameProgram();
    const Result<Desktop::Options> options = Desktop::readOptions(QCoreApplication::arguments());
    const QString text = options && options->showsHelp ? options->helpText : u"viral-moments " VIRAL_VERSION "\n"_s;
    std::fputs(qPrintable(text), stdout);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (wantsOnlyText(argc, argv))
        return answerInText(argc, argv);
    chooseMediaBackend();
    installLogHandler();
    QApplication application(argc, argv);
    nameProgram();
    QApplication::setApplicationDisplayName(u"Viral Moments"_s);
    QApplication::setDesktopFileName(u"viral-moments"_s);
    QApplication::setWindowIcon(QIcon(u":/viral/viral-moments.svg"_s));

    const Result<Desktop::Options> options = Desktop::readOptions(QApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "%s\nTry 'viral-moments --help'.\n", qPrintable(options.error().text()));
        return wrongUsage;
    }
    return run(application, *options);
}
