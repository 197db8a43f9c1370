// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workplace.h"
#include "core/base/log.h"
#include "ui/commands/shortcutguard.h"
#include "ui/settings/translations.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenshot.h"
#include "ui/shell/sessionbus.h"

#include <QApplication>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;
using namespace Viral;

namespace {

constexpr int wrongUsage = 2;

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

/// A picture of the window speaks as the environment says (LANGUAGE, LC_ALL), whatever the settings choose.
std::optional<Language> chosenFor(const Desktop::Options &options)
{
    return options.screenshot.isEmpty() ? chosenLanguage(PreferenceStore()) : std::nullopt;
}

/// Who chooses another language than the system's reads numbers and dates in it as well.
void alignNumbers(Language chosen)
{
    const QLocale spoken(languageCode(chosen));
    const QLocale::Language around = QLocale::system().language();
    const bool isPlainEnglish = around == QLocale::C && chosen == Language::English;
    if (!isPlainEnglish && around != spoken.language())
        QLocale::setDefault(spoken);
}

int run(QApplication &application, const Desktop::Options &options)
{
    const std::optional<Language> chosen = chosenFor(options);
    if (chosen)
        alignNumbers(*chosen);
    const Translations translations(languageFor(chosen, QLocale::system().uiLanguages()));
    Desktop::Workplace workplace(application, options);
    MainWindow &window = *workplace.openWindow();
    ShortcutGuard guard;
    application.installEventFilter(&guard);
    if (!options.files.isEmpty())
        window.openAll(options.files);
    if (!options.panel.isEmpty() && !window.showPanel(options.panel)) {
        std::fprintf(stderr, "there is no panel named %s\n", qPrintable(options.panel));
        return wrongUsage;
    }
    window.show();
    // The keychain may ask its owner for a password; the window is there by then.
    QTimer::singleShot(0, &workplace, &Desktop::Workplace::loadKeys);
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
    avoidSilentBus();
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
