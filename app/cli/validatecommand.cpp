// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/base/files.h"
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

/// Checks against the contract itself: a transcript that the importers would repair is not a valid payload.
int validate(const QCommandLineParser &parser)
{
    const QString path = parser.positionalArguments().constFirst();
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes) {
        printError(bytes.error());
        return WrongUsage;
    }
    const Result<JsonDocument> document = JsonDocument::parse(*bytes);
    if (!document) {
        printError(document.error());
        return WrongUsage;
    }
    Problems problems;
    const bool isResult = looksLikeServiceResult(document->root());
    if (isResult)
        readServiceResult(document->root(), problems);
    else
        readRequest(document->root(), problems);
    printProblems(problems);
    const QString kind = isResult ? u"result"_s : u"payload"_s;
    if (problems.hasErrors()) {
        const qsizetype count = problems.errorCount();
        const QString counted = count == 1 ? u"one problem"_s : u"%1 problems"_s.arg(count);
        printMessage(u"%1: not a valid %2, %3"_s.arg(path, kind, counted));
        return WrongUsage;
    }
    printMessage(u"%1: a valid %2"_s.arg(path, kind));
    return Done;
}

} // namespace

Command validateCommand()
{
    return {.name = u"validate"_s,
            .summary = u"Check a payload or a result against the contract; every problem with its JSON pointer."_s,
            .arguments = {u"FILE"_s},
            .options = {},
            .run = validate};
}

} // namespace Viral::Cli
