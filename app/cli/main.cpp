// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/base/log.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Viral;
using namespace Viral::Cli;

namespace {

QByteArray helpText()
{
    QString text = u"Usage: viral-moments-cli COMMAND [OPTIONS]\n\n"
                   "Finds the clips of a long interview that are worth posting.\n\nCommands:\n"_s;
    for (const Command &command : allCommands())
        text += u"  %1  %2\n"_s.arg(command.name.leftJustified(9), command.summary);
    text +=
        u"\nEvery command has --help. Exit status: 0 done, 1 the job failed, 2 wrong usage or input, 130 interrupted.\n"_s;
    return text.toUtf8();
}

int dispatch(QStringList words)
{
    if (words.isEmpty()) {
        printMessage(QString::fromUtf8(helpText()));
        return WrongUsage;
    }
    const QString first = words.takeFirst();
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1) {
        printOutput(helpText());
        return Done;
    }
    if (first == "--version"_L1 || first == "-v"_L1) {
        printOutput(versionLine());
        return Done;
    }
    for (const Command &command : allCommands()) {
        if (command.name == first)
            return execute(command, words);
    }
    printMessage(u"There is no command '%1'. Try 'viral-moments-cli --help'."_s.arg(first));
    return WrongUsage;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"viral-moments"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VIRAL_VERSION));
    installLogHandler();
    const int status = dispatch(QCoreApplication::arguments().mid(1));
    if (std::ferror(stdout)) {
        printMessage(u"Standard output could not be written whole; is the disk full?"_s);
        return status == Done ? JobFailed : status;
    }
    return status;
}
