// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "core/base/log.h"

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

void printOutput(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void printMessage(const QString &line)
{
    const QByteArray bytes = redacted(line).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

QString readablePlace(const QString &place)
{
    constexpr qsizetype longest = 160;
    constexpr qsizetype kept = 70;
    return place.size() <= longest ? place : place.first(kept) + u" … "_s + place.last(kept);
}

void printError(const Error &error)
{
    // Several problems in one error come as lines, each with its pointer in front.
    QStringList lines = error.message.split(u'\n');
    for (QString &line : lines) {
        const qsizetype end = line.indexOf(u": "_s);
        if (line.startsWith(u'/') && end > 0)
            line = readablePlace(line.first(end)) + line.sliced(end);
    }
    printMessage(Error{error.kind, lines.join(u'\n'), readablePlace(error.place)}.text());
}

void printProblems(const Problems &problems)
{
    for (const Problem &problem : problems.all()) {
        const QString mark = problem.severity == Problem::Severity::Warning ? u"warning: "_s : QString();
        const QString place = problem.pointer.isEmpty() ? QString() : readablePlace(problem.pointer) + u": "_s;
        printMessage(mark + place + problem.message);
    }
    const qsizetype unseen = problems.errorCount() + problems.warningCount() - problems.all().size();
    if (unseen > 0)
        printMessage(u"… and %1 more"_s.arg(unseen));
}

bool messagesAreSeen()
{
    return isatty(STDERR_FILENO) != 0;
}

int messageColumns()
{
    winsize size{};
    constexpr int usual = 80;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
}

QByteArray versionLine()
{
    return QByteArrayLiteral("viral-moments-cli " VIRAL_VERSION "\n");
}

} // namespace Viral::Cli
