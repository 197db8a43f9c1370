// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/enginesetup.h"

#include "app/cli/console.h"
#include "app/cli/inputfile.h"
#include "app/cli/requestoptions.h"
#include "core/contract/requestrules.h"
#include "core/library/libraryfolder.h"
#include "core/run/pricebook.h"

#include <QDir>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

Result<EngineSettings> settingsFromEnvironment()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    EnvironmentValues values;
    for (const VariableRule &rule : variableRules()) {
        const QString name(rule.name);
        if (environment.contains(name))
            values.insert(name, environment.value(name));
    }
    return withEnvironment({}, values);
}

QCommandLineOption libraryOption()
{
    return {u"library"_s, u"Where jobs and answers are kept."_s, u"DIR"_s};
}

QString libraryFolder(const QCommandLineParser &parser, const EngineSettings &settings)
{
    const QString chosen = parser.isSet(u"library"_s) ? parser.value(u"library"_s) : settings.library;
    if (chosen.isEmpty())
        return defaultLibraryFolder();
    return QDir::cleanPath(QDir::current().absoluteFilePath(chosen));
}

Result<Request> readJob(const QCommandLineParser &parser)
{
    Result<Input> input = readInputFile(parser.positionalArguments().constFirst());
    if (!input)
        return tl::unexpected(input.error());
    if (input->result)
        return failure(ErrorKind::Input, u"This is a result; a payload or a transcript is wanted."_s);
    Request request = std::move(input->request);
    if (const Result<void> applied = applyRequestOptions(request, parser); !applied)
        return tl::unexpected(applied.error());
    Problems problems;
    checkRequest(request, {}, problems);
    if (problems.hasErrors())
        return tl::unexpected(problems.asError());
    return request;
}

PriceTable readPrices(const QString &libraryFolder)
{
    const Result<PriceTable> prices = pricesWithUser(userPricesPath(libraryFolder));
    if (prices)
        return *prices;
    printMessage(u"Your own prices are left out. "_s + prices.error().text());
    return builtInPrices();
}

} // namespace Viral::Cli
