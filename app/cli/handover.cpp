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

namespace {

/// The file that is written for \a path: behind every link, in the folder as it is really called.
QString finalPlace(const QString &path)
{
    constexpr int mostLinks = 40;
    QString place = path;
    for (int i = 0; i < mostLinks && QFileInfo(place).isSymLink(); ++i)
        place = QFileInfo(place).symLinkTarget();
    const QFileInfo file(place);
    if (file.exists())
        return file.canonicalFilePath();
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return (folder.isEmpty() ? file.absolutePath() : folder) + u'/' + file.fileName();
}

} // namespace

Result<void> checkDistinct(const RunWishes &wishes)
{
    if (wishes.output.isEmpty() || wishes.funnel.isEmpty() || finalPlace(wishes.output) != finalPlace(wishes.funnel))
        return {};
    return failure(ErrorKind::Usage, u"--output and --funnel name the same file; each wants its own"_s, wishes.funnel);
}

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

int refuseHandOver(const Error &error, const FailurePayload &payload, const RunWishes &wishes)
{
    if (!wishes.output.isEmpty())
        return refuse(error, payload);
    printError(error);
    return JobFailed;
}

int refuse(const Error &error, const FailurePayload &payload)
{
    printError(error);
    FailurePayload told = payload;
    told.error = redacted(told.error.isEmpty() ? error.text() : told.error);
    printOutput(writeFailurePayload(told) + '\n');
    return error.kind == ErrorKind::Input || error.kind == ErrorKind::Usage ? WrongUsage : JobFailed;
}

} // namespace Viral::Cli
