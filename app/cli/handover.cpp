// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/handover.h"

#include "app/cli/console.h"
#include "core/analysis/funnelcodec.h"
#include "core/base/files.h"
#include "core/base/log.h"
#include "core/contract/eventscodec.h"
#include "core/contract/serviceresultcodec.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

Result<void> checkPlaces(const RunWishes &wishes)
{
    for (const QString &path : {wishes.output, wishes.funnel}) {
        if (path.isEmpty())
            continue;
        const QFileInfo file(path);
        if (file.isDir())
            return failure(ErrorKind::Usage, u"is a folder; a file is wanted"_s, path);
        if (!QFileInfo(file.absolutePath()).isDir())
            return failure(ErrorKind::Usage, u"cannot be written: there is no such folder"_s, path);
        if (!QFileInfo(file.absolutePath()).isWritable())
            return failure(ErrorKind::Usage, u"cannot be written: the folder is write-protected"_s, path);
    }
    return {};
}

Result<void> handOver(const AnalysisOutcome &outcome, const RunWishes &wishes)
{
    for (const FunnelEntry &entry : outcome.funnel.entries) {
        if (!entry.isKept())
            qCInfo(analysisLog).noquote() << discardMessage(entry);
    }
    const QByteArray result = writeServiceResult(outcome.result, JsonWriter::Layout::Indented);
    Result<void> written;
    if (wishes.output.isEmpty())
        printOutput(result);
    else
        written = writeFile(wishes.output, result);
    if (!wishes.funnel.isEmpty()) {
        const Result<void> funnel = writeFile(wishes.funnel, writeFunnel(outcome.funnel, JsonWriter::Layout::Indented));
        if (written)
            written = funnel;
    }
    return written;
}

int refuse(const Error &error, const FailurePayload &payload)
{
    printMessage(error.text());
    FailurePayload told = payload;
    told.error = redacted(told.error.isEmpty() ? error.text() : told.error);
    printOutput(writeFailurePayload(told) + '\n');
    return error.kind == ErrorKind::Input || error.kind == ErrorKind::Usage ? WrongUsage : JobFailed;
}

} // namespace Viral::Cli
