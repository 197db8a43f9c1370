// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exportsource.h"

#include "app/cli/console.h"
#include "app/cli/inputfile.h"
#include "core/exporters/sourcelabel.h"
#include "core/json/jsonreader.h"
#include "core/library/library.h"
#include "core/media/mediaprobe.h"
#include "core/review/history.h"
#include "core/review/reviewid.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

/// Runs looked through for the one that a result came from.
constexpr int mostRuns = 10'000;

MediaFacts probed(const QString &path)
{
    MediaFacts facts;
    QEventLoop loop;
    MediaProbe probe(path);
    QObject::connect(&probe, &MediaProbe::finished, &loop, [&](const MediaFacts &found) {
        facts = found;
        loop.quit();
    });
    loop.exec();
    return facts;
}

Result<SourceMedia> readMedia(const ExportWishes &wishes)
{
    SourceMedia media;
    if (!wishes.media.isEmpty()) {
        const QFileInfo file(wishes.media);
        if (!file.isFile())
            return failure(ErrorKind::Input, u"There is no such media file."_s, wishes.media);
        media = {.path = file.absoluteFilePath(), .facts = probed(file.absoluteFilePath())};
        if (media.facts == MediaFacts{})
            printMessage(u"%1: nothing could be learnt about this file; is it media, and is ffprobe installed?"_s.arg(
                wishes.media));
    }
    if (!wishes.mediaElsewhere.isEmpty())
        media.path = wishes.mediaElsewhere;
    if (wishes.rate.isKnown())
        media.facts = countedAt(media.facts, wishes.rate);
    return media;
}

/// The steps of the review of this result: opened as a file, or as the run that it came from.
Result<QList<JournalEntry>> journalOf(Library &library, const ServiceResult &result)
{
    Result<QList<JournalEntry>> entries = library.journal().entriesAfter(reviewIdOf(result), 0);
    if (!entries || !entries->isEmpty())
        return entries;
    const Result<QList<RunRecord>> runs = library.runs().allRuns(mostRuns);
    if (!runs)
        return tl::unexpected(runs.error());
    for (const RunRecord &run : *runs) {
        if (run.jobId != result.jobId)
            continue;
        entries = library.journal().entriesAfter(reviewIdOf(run.id), 0);
        if (!entries || !entries->isEmpty())
            return entries;
    }
    return entries;
}

Result<Review> readReview(const ServiceResult &result, const ExportWishes &wishes)
{
    Review fresh(result);
    const auto library = Library::open(wishes.libraryFolder, Library::Access::ReadOnly);
    // Without a library nothing is decided; one that cannot be read may hold what was rejected.
    if (!library && !QDir(wishes.libraryFolder).isEmpty(QDir::Files))
        return failure(ErrorKind::Storage,
                       library.error().message + u" What is decided on this result cannot be known; name another "
                                                 "library (--library) to hand it over as it is."_s,
                       library.error().place);
    const Result<QList<JournalEntry>> journal =
        library ? journalOf(**library, result) : Result<QList<JournalEntry>>(QList<JournalEntry>());
    if (!journal)
        return tl::unexpected(journal.error());
    if (journal->isEmpty() && wishes.handOver == HandOver::KeptOnly) {
        return failure(ErrorKind::Usage,
                       u"Nothing is decided on this result in the library %1: keep its moments in viral-moments, name "
                       "another library (--library), or leave out --only."_s.arg(wishes.libraryFolder));
    }
    return replayed(std::move(fresh), *journal).history.review();
}

Result<Transcript> readTranscript(const ExportWishes &wishes, const Input &result)
{
    if (wishes.transcript.isEmpty())
        return result.request.transcript;
    const Result<Input> input = readInputFile(wishes.transcript);
    if (!input)
        return tl::unexpected(input.error());
    return input->request.transcript;
}

QString nameOf(const ServiceResult &result, const QString &path)
{
    if (const RawMember *title = findMember(result.metadata.custom, u"video_title")) {
        const Result<JsonDocument> document = JsonDocument::parse(title->value);
        const QString text = document ? document->root().asString().value_or(QString()) : QString();
        if (!text.trimmed().isEmpty())
            return text;
    }
    const QString name = path == "-"_L1 ? QString() : QFileInfo(path).completeBaseName();
    return name.isEmpty() ? u"moments"_s : name;
}

} // namespace

Result<Selects> readSelects(const ExportWishes &wishes)
{
    const Result<Input> input = readInputFile(wishes.input);
    if (!input)
        return tl::unexpected(input.error());
    if (!input->result) {
        return failure(
            ErrorKind::Input,
            u"This is a %1, not a result: find its moments first (viral-moments-cli run)."_s.arg(input->formatName),
            wishes.input);
    }
    const Result<Review> review = readReview(*input->result, wishes);
    if (!review)
        return tl::unexpected(review.error());
    Result<Transcript> transcript = readTranscript(wishes, *input);
    if (!transcript)
        return tl::unexpected(transcript.error());
    Result<SourceMedia> media = readMedia(wishes);
    if (!media)
        return tl::unexpected(media.error());
    Selects selects = makeSelects(nameOf(*input->result, wishes.input), *input->result, *review, wishes.handOver);
    selects.transcript = std::move(*transcript);
    selects.media = std::move(*media);
    return selects;
}

} // namespace Viral::Cli
