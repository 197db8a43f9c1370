// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/work.h"

#include "core/base/files.h"
#include "core/ingest/inputreader.h"
#include "core/review/reviewid.h"
#include "core/run/offlinerun.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Viral {

QString Work::title() const
{
    const QString named = request.metadataText(u"video_title");
    return named.isEmpty() ? QFileInfo(path).completeBaseName() : named;
}

TimeSpan Work::source() const
{
    TimeSpan source{Milliseconds{0}, index.transcript().span().end};
    for (const Moment &moment : outcome.result.moments)
        source.end = std::max(source.end, moment.span.end);
    return source;
}

std::optional<AnalysisOutcome> secondOpinion(const Request &request, const ServiceResult &result,
                                             const AnalysisSettings &settings)
{
    if (result.metadata.model == offlineModelName || request.transcript.sentences.isEmpty())
        return std::nullopt;
    return analyseOffline(request, settings);
}

namespace {

const QStringList &mediaEndings()
{
    static const QStringList endings{u"mp4"_s, u"mov"_s, u"mkv"_s, u"webm"_s, u"m4v"_s,  u"avi"_s, u"m4a"_s,
                                     u"mp3"_s, u"wav"_s, u"ogg"_s, u"opus"_s, u"flac"_s, u"aac"_s, u"oga"_s};
    return endings;
}

/// The first other file beside \a path with its base name and one of \a endings, in whatever case. Endings are taken
/// off one by one: "My.Show.en.srt" belongs to "My.Show.mp4", "interview.payload.json" to "interview.mp4".
QString fileBeside(const QString &path, const QStringList &endings)
{
    const QFileInfo info(path);
    QHash<QString, QString> files;
    for (const QString &name : info.dir().entryList(QDir::Files))
        files.insert(name.toLower(), name);
    files.remove(info.fileName().toLower());
    QString base = info.completeBaseName();
    while (!base.isEmpty()) {
        for (const QString &ending : endings) {
            if (const auto found = files.constFind(base.toLower() + u'.' + ending); found != files.cend())
                return info.dir().filePath(*found);
        }
        base = base.contains(u'.') ? base.left(base.lastIndexOf(u'.')) : QString();
    }
    return {};
}

} // namespace

QString mediaBeside(const QString &path)
{
    return fileBeside(path, mediaEndings());
}

QString transcriptBeside(const QString &mediaPath)
{
    return fileBeside(mediaPath, {u"payload.json"_s, u"result.json"_s, u"json"_s, u"vtt"_s, u"srt"_s, u"sbv"_s,
                                  u"en.vtt"_s, u"en.srt"_s});
}

bool isMediaFile(const QString &path)
{
    return mediaEndings().contains(QFileInfo(path).suffix().toLower());
}

namespace {

AnalysisOutcome outcomeOf(const Input &input, const AnalysisSettings &settings)
{
    if (input.result)
        return {.result = *input.result, .funnel = {}};
    return analyseOffline(input.request, settings);
}

/// A result seldom brings its transcript: else the one beside its file is taken, when there is one. The metadata are the
/// result's own.
void completeResult(Input &input, const QString &path)
{
    input.request.jobId = input.result->jobId;
    const QString beside = input.request.transcript.isEmpty() ? transcriptBeside(path) : QString();
    if (!beside.isEmpty()) {
        const Result<QByteArray> bytes = readFile(beside);
        Result<Input> other = bytes ? readInput(*bytes, QFileInfo(beside).fileName()) : tl::unexpected(bytes.error());
        if (other && !other->result) {
            input.request.transcript = std::move(other->request.transcript);
            input.speakers = std::move(other->speakers);
            input.sounds = std::move(other->sounds);
        }
    }
    input.request.metadata = input.result->metadata.custom;
}

} // namespace

Result<Work> loadWork(const QString &path)
{
    if (isMediaFile(path)) {
        const QString transcript = transcriptBeside(path);
        if (transcript.isEmpty())
            return failure(ErrorKind::Input,
                           QCoreApplication::translate("Viral::Work",
                                                       "There is no transcript beside this media file. "
                                                       "Open its transcript, then choose the media file."),
                           path);
        Result<Work> work = loadWork(transcript);
        if (work)
            work->mediaPath = path;
        return work;
    }
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Result<Input> input = readInput(*bytes, QFileInfo(path).fileName());
    if (!input)
        return tl::unexpected(input.error());

    Work work{.path = path};
    if (input->result)
        completeResult(*input, path);
    // Made of the file's bytes, so that the same file is the same job, and the same review, when it is opened again.
    if (input->request.jobId.isEmpty())
        input->request.jobId = QUuid::createUuidV5(QUuid(), *bytes).toString(QUuid::WithoutBraces);
    AnalysisSettings settings = withOptions({}, input->request.options);
    // Results of other programs may not say how the transcript was cut.
    if (input->result && input->result->metadata.chunkDuration > input->result->metadata.overlap) {
        settings.chunkDuration = input->result->metadata.chunkDuration;
        settings.chunkOverlap = input->result->metadata.overlap;
    }
    work.outcome = outcomeOf(*input, settings);
    work.secondOpinion = secondOpinion(input->request, work.outcome.result, settings);
    work.request = std::move(input->request);
    work.index = TranscriptIndex(work.request.transcript);
    work.chunks = makeChunks(work.request.transcript, settings);
    work.lexicalScores = lexicalScores(work.index);
    work.review = reviewIdOf(work.outcome.result);
    work.mediaPath = mediaBeside(path);
    work.speakers = std::move(input->speakers);
    work.sounds = std::move(input->sounds);
    work.problems = std::move(input->problems);
    work.notes = std::move(input->notes);
    return work;
}

} // namespace Viral
