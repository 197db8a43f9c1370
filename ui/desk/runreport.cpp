// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/runreport.h"

#include "core/analysis/funnelcodec.h"
#include "core/base/files.h"
#include "core/contract/serviceresultcodec.h"
#include "core/review/reviewid.h"
#include "core/run/offlinerun.h"
#include "core/run/pricebook.h"
#include "core/run/replay.h"
#include "ui/desk/reportcodec.h"
#include "ui/desk/spillstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

namespace Viral {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Viral::RunReport", text);
}

/// Passes questions on and keeps what is answered.
class Recorder final : public AnswerStore
{
public:
    explicit Recorder(AnswerStore &inner)
        : m_inner(inner)
    {}

    Result<QList<StoredAnswer>> answersFor(const QList<QByteArray> &keys) override
    {
        return record(m_inner.answersFor(keys));
    }
    Result<QList<StoredAnswer>> answersOf(const RunId &run) override { return record(m_inner.answersOf(run)); }
    Result<int> keepAnswer(const StoredAnswer &answer) override { return m_inner.keepAnswer(answer); }
    Result<bool> claim(const QByteArray &, const RunId &, const QDateTime &) override { return false; }
    Result<void> renewClaims(const RunId &, const QDateTime &) override { return {}; }
    Result<void> release(const QByteArray &, const RunId &) override { return {}; }

    QList<StoredAnswer> seen;

private:
    Result<QList<StoredAnswer>> record(Result<QList<StoredAnswer>> found)
    {
        for (const StoredAnswer &answer : found.value_or(QList<StoredAnswer>())) {
            const auto name = qMakePair(answer.key, answer.attempt);
            if (!m_known.contains(name)) {
                m_known.insert(name);
                seen.append(answer);
            }
        }
        return found;
    }

    AnswerStore &m_inner;
    QSet<QPair<QByteArray, int>> m_known;
};

Result<void> collectAnswers(ReportedRun &run, AnswerStore &answers, const ReplayBasis &basis)
{
    Recorder recorder(answers);
    // What the run itself paid for comes first, in its order.
    if (const auto paid = recorder.answersOf(run.record.id); !paid)
        return tl::unexpected(paid.error());
    const AnalysisSettings settings = withOptions({.model = run.record.model}, run.request->options);
    const QList<Chunk> chunks = makeChunks(run.request->transcript, settings);
    const auto kept = keptChunkAnswers(*run.request, chunks, openAiSettings(withRequest(basis.settings, *run.request)),
                                       basis.templates, recorder);
    if (!kept)
        return tl::unexpected(kept.error());
    run.answers = recorder.seen;
    return {};
}

QByteArray bytesOf(const ServiceResult &result)
{
    return writeServiceResult(result, JsonWriter::Layout::Compact);
}

/// What is kept of the run as if it had been cut off before its result: from here on it goes the way of every run.
void keepForReplay(const ReportedRun &run, SpillRuns &runs, SpillAnswers &answers)
{
    runs.saveRun(run.record);
    runs.keepRequest(run.record.id, *run.request);
    if (run.record.kind == RunKind::OpenAi && !run.answers.isEmpty()) {
        // Memory takes them although no library does.
        for (const StoredAnswer &answer : run.answers)
            (void)answers.keepAnswer(answer);
        return;
    }
    if (run.record.kind == RunKind::Offline) {
        const AnalysisOutcome outcome = analyseOffline(*run.request, withOptions({}, run.request->options));
        runs.keepResult(run.record.id, outcome.result);
        runs.keepFunnel(run.record.id, writeFunnel(outcome.funnel, JsonWriter::Layout::Compact));
        return;
    }
    if (run.result)
        runs.keepResult(run.record.id, *run.result);
    if (!run.funnel.isEmpty())
        runs.keepFunnel(run.record.id, run.funnel);
}

ReplayBasis basisOf(const ReportedRun &run)
{
    ReplayBasis basis{.templates = PromptTemplates::builtIn(), .prices = builtInPrices()};
    if (const auto prices = parsePriceTable(run.prices))
        basis.prices = *prices;
    if (const auto base = parseBaseUrl(run.baseUrl, PlainHttp::Anywhere))
        basis.settings.openAiBase = *base;
    return basis;
}

} // namespace

Result<ReportedRun> reportedRun(RunStore &runs, AnswerStore &answers, const RunId &id, const ReplayBasis &basis)
{
    const auto record = runs.run(id);
    if (!record)
        return tl::unexpected(record.error());
    if (!*record)
        return failure(ErrorKind::Input, say("The library does not have this run."));
    ReportedRun run{.record = **record,
                    .baseUrl = basis.settings.openAiBase.url.toString(QUrl::RemoveUserInfo | QUrl::FullyEncoded)};
    auto request = runs.request(id);
    auto result = runs.result(id);
    auto funnel = runs.funnel(id);
    if (!request || !result || !funnel)
        return tl::unexpected(!request ? request.error() : !result ? result.error() : funnel.error());
    run.request = std::move(*request);
    // An address that takes webhooks is mostly a secret by itself, and whoever opens the report must not send any.
    if (run.request)
        run.request->webhooks = {};
    run.result = std::move(*result);
    run.funnel = funnel->value_or(QByteArray());
    if (run.request && run.record.kind == RunKind::OpenAi) {
        if (const Result<void> collected = collectAnswers(run, answers, basis); !collected)
            return tl::unexpected(collected.error());
    }
    return run;
}

Result<ReportedRun> reportedRunFrom(const QString &folder, const RunId &id, const ReplayBasis &basis)
{
    const auto library = Library::open(folder, Library::Access::ReadOnly);
    if (!library)
        return tl::unexpected(library.error());
    return reportedRun((*library)->runs(), (*library)->answers(), id, basis);
}

ReportedRun withoutWords(ReportedRun run)
{
    run.request.reset();
    run.result.reset();
    run.answers.clear();
    run.funnel.clear();
    run.record.title.clear();
    run.record.source.clear();
    run.record.notes.clear();
    return run;
}

bool isReportFile(const QString &path)
{
    constexpr qint64 beginning = 64;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && looksLikeReport(file.read(beginning));
}

Result<Work> workOfReport(const ReportedRun &run)
{
    if (!run.request)
        return failure(ErrorKind::Input, say("The words were left out of this report: there is nothing to show."));
    SpillRuns runs(nullptr, {});
    SpillAnswers answers(nullptr);
    keepForReplay(run, runs, answers);
    Result<Work> work = workOfRun(runs, answers, run.record.id, basisOf(run));
    if (!work)
        return work;
    // The files are those of another computer, and its decisions are its own.
    work->mediaPath.clear();
    work->review = reviewIdOf(work->outcome.result);
    if (run.result && bytesOf(work->outcome.result) != bytesOf(*run.result)) {
        work->problems.addWarning({},
                                  say("What is in this report gives another result than the run had: it was made by "
                                      "another version, or something is missing in it."));
    }
    return work;
}

Result<Work> workFromReportFile(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const Result<ReportedRun> run = readReportedRun(*bytes);
    if (!run)
        return tl::unexpected(run.error());
    Result<Work> work = workOfReport(*run);
    if (work)
        work->path = path;
    return work;
}

} // namespace Viral
