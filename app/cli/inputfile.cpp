// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inputfile.h"

#include "app/cli/console.h"
#include "core/base/files.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

Result<Input> readInputFile(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Result<Input> input = readInput(*bytes, path == "-"_L1 ? u"standard input"_s : QFileInfo(path).fileName());
    if (input) {
        printProblems(input->problems);
        for (const QString &note : input->notes)
            printMessage(u"note: "_s + note);
    }
    return input;
}

} // namespace Viral::Cli
