// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

namespace Viral::Cli {

/// Exit status of the program (interface.md section 1).
enum ExitStatus
{
    Done = 0,
    JobFailed = 1,
    WrongUsage = 2,
    Interrupted = 130,
};

/// One command of the program: its words for --help, its options, what it does.
struct Command
{
    QString name;
    QString summary;
    /// "INPUT" and the like, for the usage line; the number of words must match, "[INPUT]" may be left out.
    QStringList arguments;
    QList<QCommandLineOption> options;
    int (*run)(const QCommandLineParser &parser);
};

/// Every command in the order of --help.
const QList<Command> &allCommands();

Command runCommand();
Command validateCommand();
Command payloadCommand();
Command estimateCommand();
Command exportCommand();
Command submitCommand();
Command statusCommand();
Command cancelCommand();
Command retryCommand();
Command healthCommand();
Command listenCommand();
Command serveCommand();
Command workerCommand();

/// Parses \a words (without the program's name) for \a command and runs it; --help and --version are answered here.
int execute(const Command &command, const QStringList &words);

/// Splits "KEY=VALUE"; fails when there is no '=' or no key. \a optionName is for the message.
Result<std::pair<QString, QString>> keyAndValue(const QString &text, const QString &optionName);

} // namespace Viral::Cli
