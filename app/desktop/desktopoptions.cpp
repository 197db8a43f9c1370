// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoptions.h"

#include "ui/shell/screenshot.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace Viral::Desktop {

namespace {

Result<RunKind> engineFromText(const QString &text)
{
    if (text == "openai"_L1)
        return RunKind::OpenAi;
    if (text == "runpod"_L1)
        return RunKind::RunPod;
    if (text == "offline"_L1)
        return RunKind::Offline;
    return failure(ErrorKind::Usage, u"--engine is one of openai, runpod, offline; not '%1'."_s.arg(text));
}

Result<ThemeChoice> themeFromText(const QString &text)
{
    if (text == "system"_L1)
        return ThemeChoice::System;
    if (text == "light"_L1)
        return ThemeChoice::Light;
    if (text == "dark"_L1)
        return ThemeChoice::Dark;
    return failure(ErrorKind::Usage, u"--theme is one of system, light, dark; not '%1'."_s.arg(text));
}

} // namespace

Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Find, judge and hand over the clips of a long interview that are worth posting."_s);
    parser.addPositionalArgument(
        u"FILE"_s, u"Transcript, payload or result to open; its video or sound may be given too."_s, u"[FILE…]"_s);
    const QCommandLineOption library(u"library"_s, u"Where jobs and reviews are kept."_s, u"DIR"_s);
    const QCommandLineOption engine(u"engine"_s, u"What finds the moments: openai, runpod or offline."_s, u"NAME"_s);
    const QCommandLineOption screenshot(u"screenshot"_s, u"Save a picture of the window and quit."_s, u"FILE.png"_s);
    const QCommandLineOption size(u"size"_s, u"Size of the window, e.g. 1600x1000."_s, u"WxH"_s);
    const QCommandLineOption panel(
        u"panel"_s, u"Panel in front: scores, posts, words, cost, why, moments, timeline, transcript."_s, u"NAME"_s);
    const QCommandLineOption theme(u"theme"_s, u"system, light or dark."_s, u"NAME"_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Show this help."_s);
    const QCommandLineOption version({u"v"_s, u"version"_s}, u"Show the version."_s);
    parser.addOptions({library, engine, screenshot, size, panel, theme, help, version});
    if (!parser.parse(arguments))
        return failure(ErrorKind::Usage, parser.errorText());
    Options options{.files = parser.positionalArguments(),
                    .libraryFolder = parser.value(library),
                    .screenshot = parser.value(screenshot),
                    .panel = parser.value(panel),
                    .showsHelp = parser.isSet(help),
                    .showsVersion = parser.isSet(version),
                    .helpText = parser.helpText()};
    if (parser.isSet(size)) {
        options.size = sizeFromText(parser.value(size));
        if (!options.size.isValid())
            return failure(ErrorKind::Usage, u"--size wants WIDTHxHEIGHT, not '%1'."_s.arg(parser.value(size)));
    }
    if (parser.isSet(engine)) {
        const Result<RunKind> kind = engineFromText(parser.value(engine));
        if (!kind)
            return tl::unexpected(kind.error());
        options.engine = *kind;
    }
    if (parser.isSet(theme)) {
        const Result<ThemeChoice> choice = themeFromText(parser.value(theme));
        if (!choice)
            return tl::unexpected(choice.error());
        options.theme = *choice;
    }
    return options;
}

} // namespace Viral::Desktop
