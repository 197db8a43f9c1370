// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/latertranscript.h"

#include "core/base/files.h"
#include "core/base/timetext.h"
#include "core/ingest/inputreader.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Quotes beyond these say nothing new about whose words they are.
constexpr qsizetype mostQuotes = 20;
/// What a clip may reach over the last word.
constexpr Milliseconds slack{2'000};

QString say(const char *text)
{
    return QCoreApplication::translate("Viral::LaterTranscript", text);
}

/// Letters and digits alone, so that punctuation and line breaks do not matter.
QString bare(const QString &text)
{
    QString letters;
    letters.reserve(text.size());
    for (const QChar letter : text.toCaseFolded()) {
        if (letter.isLetterOrNumber() || letter.isSurrogate())
            letters.append(letter);
    }
    return letters;
}

bool isSameInterview(const Request &given, const Work &work)
{
    if (!given.jobId.isEmpty() && given.jobId == work.outcome.result.jobId)
        return true;
    for (const QStringView name : {QStringView(u"video_id"), QStringView(u"video_title")}) {
        const QString ours = work.request.metadataText(name);
        if (!ours.isEmpty() && ours == given.metadataText(name))
            return true;
    }
    return false;
}

QString doubtAboutTimes(const Transcript &transcript, const QList<Moment> &moments)
{
    Milliseconds last{0};
    for (const Moment &moment : moments)
        last = std::max(last, moment.span.end);
    if (last <= transcript.span().end + slack)
        return {};
    return say("The transcript ends at %1, but the last moment ends at %2.")
        .arg(clockText(transcript.span().end), clockText(last));
}

QString doubtAboutWords(const Transcript &transcript, const QList<Moment> &moments)
{
    QString spoken;
    for (const Sentence &sentence : transcript.sentences)
        spoken += bare(sentence.text);
    int asked = 0;
    int found = 0;
    for (const Moment &moment : moments) {
        const QString quote = bare(moment.quote.value_or(QString()));
        if (quote.isEmpty() || asked == mostQuotes)
            continue;
        ++asked;
        found += spoken.contains(quote) ? 1 : 0;
    }
    if (asked == 0)
        return say("Neither job nor title say whether it belongs to this result.");
    if (2 * found >= asked)
        return {};
    return say("Of %1 quotes of the result only %2 are in the transcript.").arg(asked).arg(found);
}

QString doubtAbout(const Request &given, const Work &work)
{
    if (isSameInterview(given, work))
        return {};
    const QList<Moment> &moments = work.outcome.result.moments;
    const QString times = doubtAboutTimes(given.transcript, moments);
    return times.isEmpty() ? doubtAboutWords(given.transcript, moments) : times;
}

} // namespace

Result<LaterTranscript> withTranscript(Work work, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Result<Input> input = readInput(*bytes, name);
    if (!input)
        return tl::unexpected(input.error());
    if (input->request.transcript.sentences.isEmpty()) {
        return failure(ErrorKind::Input,
                       input->result ? say("This file holds a result and no transcript.")
                                     : say("There is no speech in this file."),
                       name);
    }
    LaterTranscript later{.doubt = doubtAbout(input->request, work)};
    later.work = std::move(work);
    Work &full = later.work;
    full.request.transcript = std::move(input->request.transcript);
    full.request.options = input->request.options;
    AnalysisSettings settings = withOptions({}, full.request.options);
    // Results of other programs may not say how the transcript was cut.
    if (full.outcome.result.metadata.chunkDuration > full.outcome.result.metadata.overlap) {
        settings.chunkDuration = full.outcome.result.metadata.chunkDuration;
        settings.chunkOverlap = full.outcome.result.metadata.overlap;
    }
    full.index = TranscriptIndex(full.request.transcript);
    full.chunks = makeChunks(full.request.transcript, settings);
    full.lexicalScores = lexicalScores(full.index);
    full.secondOpinion = secondOpinion(full.request, full.outcome.result, settings);
    full.speakers = std::move(input->speakers);
    full.sounds = std::move(input->sounds);
    full.problems = std::move(input->problems);
    full.notes = std::move(input->notes);
    if (full.mediaPath.isEmpty())
        full.mediaPath = mediaBeside(path);
    return later;
}

} // namespace Viral
