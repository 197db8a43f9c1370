// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/console.h"

#include <algorithm>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

const QList<Command> &allCommands()
{
    static const QList<Command> commands{runCommand(),    validateCommand(), payloadCommand(), estimateCommand(),
                                         exportCommand(), submitCommand(),   statusCommand(),  cancelCommand(),
                                         retryCommand(),  healthCommand(),   listenCommand(),  workerCommand(),
                                         serveCommand()};
    return commands;
}

namespace {

int refuseUsage(const Command &command, const QString &reason)
{
    printMessage(reason);
    printMessage(u"Try 'viral-moments-cli %1 --help'."_s.arg(command.name));
    return WrongUsage;
}

/// Whether \a command may have this many arguments.
bool fits(const Command &command, qsizetype count)
{
    const auto needed = std::count_if(command.arguments.cbegin(), command.arguments.cend(),
                                      [](const QString &argument) { return !argument.startsWith(u'['); });
    return count >= needed && count <= command.arguments.size();
}

} // namespace

int execute(const Command &command, const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary);
    for (const QString &argument : command.arguments)
        parser.addPositionalArgument(argument, {}, argument);
    parser.addOptions(command.options);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Show this help."_s);
    const QCommandLineOption version({u"v"_s, u"version"_s}, u"Show the version."_s);
    parser.addOption(help);
    parser.addOption(version);

    if (!parser.parse(QStringList{u"viral-moments-cli "_s + command.name} + words))
        return refuseUsage(command, parser.errorText());
    if (parser.isSet(help)) {
        // Qt names the program only; the command belongs to its name.
        QString text = parser.helpText();
        const QString program = QCoreApplication::arguments().constFirst();
        text.replace(text.indexOf(program), program.size(), u"viral-moments-cli "_s + command.name);
        printOutput(text.toUtf8());
        return Done;
    }
    if (parser.isSet(version)) {
        printOutput(versionLine());
        return Done;
    }
    if (!fits(command, parser.positionalArguments().size())) {
        return refuseUsage(command, command.arguments.isEmpty()
                                        ? u"This command takes no arguments."_s
                                        : u"This command wants: %1."_s.arg(command.arguments.join(u' ')));
    }
    return command.run(parser);
}

Result<std::pair<QString, QString>> keyAndValue(const QString &text, const QString &optionName)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return failure(ErrorKind::Usage, u"%1 wants KEY=VALUE, not '%2'."_s.arg(optionName, text));
    return std::pair{text.left(equals).trimmed(), text.mid(equals + 1)};
}

} // namespace Viral::Cli
