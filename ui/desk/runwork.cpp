// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/runwork.h"

#include "core/analysis/funnelcodec.h"
#include "core/review/reviewid.h"
#include "core/run/forecastcodec.h"
#include "core/run/measure.h"
#include "core/run/replay.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

namespace Viral {

namespace {

/// So many runs of one model teach as much as more would.
constexpr int runsPerModel = 3;
/// Requests are large: no more of them are read.
constexpr int mostRuns = 8;

QString say(const char *text)
{
    return QCoreApplication::translate("Viral::RunWork", text);
}

AnalysisSettings settingsOf(const Request &request, const RunRecord &record)
{
    return withOptions({.model = record.model}, request.options);
}

/// Answers by their questions, and what the run itself paid for where the question was another one.
Result<QList<ChunkAnswer>> answersOfRun(AnswerStore &answers, const RunRecord &record, const Request &request,
                                        const QList<Chunk> &chunks, const ReplayBasis &basis)
{
    const OpenAiSettings settings = openAiSettings(withRequest(basis.settings, request));
    Result<QList<ChunkAnswer>> kept = keptChunkAnswers(request, chunks, settings, basis.templates, answers);
    if (!kept)
        return kept;
    QSet<int> known;
    for (const ChunkAnswer &answer : std::as_const(*kept))
        known.insert(answer.chunkIndex);
    const auto paid = answers.answersOf(record.id);
    if (!paid)
        return tl::unexpected(paid.error());
    for (const ChunkAnswer &answer : paidChunkAnswers(*paid)) {
        if (!known.contains(answer.chunkIndex))
            kept->append(answer);
    }
    return kept;
}

Result<AnalysisOutcome> replayed(AnswerStore &answers, const RunRecord &record, const Request &request,
                                 const ReplayBasis &basis)
{
    const AnalysisSettings settings = settingsOf(request, record);
    const QList<Chunk> chunks = makeChunks(request.transcript, settings);
    const auto found = record.kind == RunKind::OpenAi ? answersOfRun(answers, record, request, chunks, basis)
                                                      : Result<QList<ChunkAnswer>>();
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty()) {
        return failure(ErrorKind::Input, record.isFinished()
                                             ? say("Nothing of this run was answered; there is nothing to show.")
                                             : say("Nothing of this run is answered yet."));
    }
    return assemble(request, settings, chunks, *found, basis.prices);
}

const ChunkAnswer *answerLike(const QList<ChunkAnswer> &answers, const ChunkUsage &usage)
{
    const auto found = std::find_if(answers.begin(), answers.end(), [&usage](const ChunkAnswer &answer) {
        return answer.chunkIndex == usage.chunkIndex && answer.usage && answer.usage->counts == usage.counts;
    });
    return found == answers.end() ? nullptr : &*found;
}

/// What was paid for the chunks of \a result, of those whose kept answers come to the same tokens: the run's own ones,
/// else those that it took from earlier runs.
QList<ChunkPayment> paymentsOf(AnswerStore &answers, const RunRecord &record, const Request &request,
                               const ServiceResult &result, const ReplayBasis &basis)
{
    QList<ChunkPayment> payments;
    if (record.kind != RunKind::OpenAi || !result.usage)
        return payments;
    const QList<ChunkAnswer> own = paidChunkAnswers(answers.answersOf(record.id).value_or(QList<StoredAnswer>()));
    std::optional<QList<ChunkAnswer>> kept;
    for (const ChunkUsage &usage : result.usage->byChunk) {
        const ChunkAnswer *answer = answerLike(own, usage);
        // Every question has to be written again for these: only where they are wanted.
        if (!answer && !kept) {
            const QList<Chunk> chunks = makeChunks(request.transcript, settingsOf(request, record));
            const OpenAiSettings settings = openAiSettings(withRequest(basis.settings, request));
            kept = keptChunkAnswers(request, chunks, settings, basis.templates, answers).value_or(QList<ChunkAnswer>());
        }
        if (!answer)
            answer = answerLike(*kept, usage);
        if (answer)
            payments.append(answer->payment);
    }
    return payments;
}

Result<AnalysisOutcome> outcomeOf(RunStore &runs, AnswerStore &answers, const RunRecord &record, const Request &request,
                                  const ReplayBasis &basis)
{
    Result<std::optional<ServiceResult>> result = runs.result(record.id);
    if (!result)
        return tl::unexpected(result.error());
    if (!*result)
        return replayed(answers, record, request, basis);
    AnalysisOutcome outcome{.result = std::move(**result)};
    outcome.payments = paymentsOf(answers, record, request, outcome.result, basis);
    const auto funnel = runs.funnel(record.id);
    // A funnel that cannot be read takes nothing from the result.
    if (funnel && *funnel)
        outcome.funnel = parseFunnel(**funnel).value_or(Funnel{});
    return outcome;
}

/// Chunks that the run asked about and has answers to.
int chunksAsked(const RunRecord &record, const QList<StoredAnswer> &paid)
{
    QSet<int> asked;
    for (const StoredAnswer &answer : paid)
        asked.insert(answer.chunkIndex);
    // Who did the work elsewhere does not tell which answers were kept.
    return record.kind == RunKind::RunPod ? record.finishedChunks
                                          : std::min(record.finishedChunks, static_cast<int>(asked.size()));
}

std::optional<ForecastCheck> quoteCheckOf(RunStore &runs, AnswerStore &answers, const RunRecord &record,
                                          const ServiceResult &result)
{
    const auto kept = runs.quote(record.id);
    const auto paid = answers.answersOf(record.id);
    if (!record.isFinished() || !kept || !*kept || !paid)
        return std::nullopt;
    const Result<ModelForecast> quote = parseQuote(**kept);
    if (!quote)
        return std::nullopt;
    const TokenCounts totals = result.usage ? result.usage->totals : TokenCounts{};
    const Milliseconds lived{std::max<qint64>(0, record.createdAt.msecsTo(record.updatedAt))};
    return checkForecast(*quote, {.inputTokens = tokenCount(totals, u"input_tokens"),
                                  .cachedTokens = tokenCount(totals, u"input_cached_tokens"),
                                  .outputTokens = tokenCount(totals, u"output_tokens"),
                                  .price = record.price,
                                  .elapsed = record.took.value_or(lived),
                                  .chunks = chunksAsked(record, *paid)});
}

} // namespace

Result<Work> workOfRun(RunStore &runs, AnswerStore &answers, const RunId &id, const ReplayBasis &basis)
{
    const auto record = runs.run(id);
    if (!record)
        return tl::unexpected(record.error());
    if (!*record)
        return failure(ErrorKind::Input, say("The library does not have this run."));
    Result<std::optional<Request>> request = runs.request(id);
    if (!request)
        return tl::unexpected(request.error());
    Work work{.path = (*record)->source, .request = request->value_or(Request{})};
    Result<AnalysisOutcome> outcome = outcomeOf(runs, answers, **record, work.request, basis);
    if (!outcome)
        return tl::unexpected(outcome.error());
    work.outcome = std::move(*outcome);
    work.quoteCheck = quoteCheckOf(runs, answers, **record, work.outcome.result);
    if (work.request.metadata.isEmpty())
        work.request.metadata = work.outcome.result.metadata.custom;
    AnalysisSettings settings = settingsOf(work.request, **record);
    settings.chunkDuration = work.outcome.result.metadata.chunkDuration;
    settings.chunkOverlap = work.outcome.result.metadata.overlap;
    work.index = TranscriptIndex(work.request.transcript);
    work.chunks = makeChunks(work.request.transcript, settings);
    work.lexicalScores = lexicalScores(work.index);
    work.secondOpinion = secondOpinion(work.request, work.outcome.result, settings);
    work.review = reviewIdOf(id);
    if (!work.path.isEmpty())
        work.mediaPath = isMediaFile(work.path) ? work.path : mediaBeside(work.path);
    return work;
}

Result<Work> workFromLibrary(const QString &folder, const RunId &id, const ReplayBasis &basis)
{
    const auto library = Library::open(folder, Library::Access::ReadOnly);
    if (!library)
        return tl::unexpected(library.error());
    return workOfRun((*library)->runs(), (*library)->answers(), id, basis);
}

QList<UsageSample> experienceFrom(const QString &folder, const QList<RunRecord> &runs, const PromptTemplates &templates)
{
    QList<UsageSample> samples;
    const auto library = Library::open(folder, Library::Access::ReadOnly);
    if (!library)
        return samples;
    QHash<QString, int> taken;
    int read = 0;
    for (const RunRecord &run : runs) {
        if (run.kind != RunKind::OpenAi || run.finishedChunks == 0 || read >= mostRuns ||
            taken.value(run.model) >= runsPerModel)
            continue;
        const auto answers = (*library)->answers().answersOf(run.id);
        if (!answers || answers->isEmpty())
            continue;
        const auto request = (*library)->runs().request(run.id);
        if (!request || !*request)
            continue;
        ++read;
        ++taken[run.model];
        const QList<Chunk> chunks = makeChunks((*request)->transcript, settingsOf(**request, run));
        const UsageSample sample = usageSample(measureChunks(**request, chunks, templates), *answers, run.model,
                                               (*request)->transcript.language);
        if (sample.chunks > 0)
            samples.prepend(sample);
    }
    return samples;
}

} // namespace Viral
