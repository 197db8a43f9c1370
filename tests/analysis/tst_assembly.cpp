// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/assembly.h"

#include "tests/analysis/transcripts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class AssemblyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAtAll();
    void numbersFollowChunkAndPosition();
    void answersForUnknownChunks();
    void chunksAreCounted();
    void duplicatesNameTheirWinner();
    void usageOfSeveralAnswersForOneChunk();
    void emptyUsageIsNone();
    void serviceNamesInMetadata();
    void hostileTranscripts_data();
    void hostileTranscripts();
};

VIRAL_TEST(AssemblyTest)

namespace {

const AnalysisSettings shortChunks{Milliseconds{100'000}, Milliseconds{0}, Milliseconds{0}, u"m"_s};

Request requestOf(const Transcript &transcript)
{
    Request request;
    request.jobId = u"job"_s;
    request.transcript = transcript;
    return request;
}

Candidate candidateAt(int first, int last, int position, int score = 5)
{
    Candidate candidate{.chunkIndex = 0, .position = position};
    candidate.startSentence = first;
    candidate.endSentence = last;
    candidate.title = u"Title"_s;
    candidate.hook = u"Hook"_s;
    candidate.scores.fill(score);
    return candidate;
}

struct Setup
{
    Request request = requestOf(TranscriptMaker().numbered(30, 10'000).transcript());
    QList<Chunk> chunks = makeChunks(request.transcript, shortChunks);

    AnalysisOutcome run(const QList<ChunkAnswer> &answers) const
    {
        return assemble(request, shortChunks, chunks, answers, {});
    }
};

} // namespace

void AssemblyTest::nothingAtAll()
{
    const AnalysisOutcome outcome = assemble({}, {}, {}, {}, {});
    QCOMPARE(outcome.result.totalChunks, 0);
    QCOMPARE(outcome.result.failedChunks, 0);
    QVERIFY(outcome.result.moments.isEmpty());
    QVERIFY(!outcome.result.usage);
    QVERIFY(!outcome.result.metadata.pricing);
    QCOMPARE(outcome.result.metadata.chunkDuration, Milliseconds{450'000});
    QCOMPARE(outcome.result.metadata.overlap, Milliseconds{45'000});
    QCOMPARE(outcome.funnel, Funnel{});
}

void AssemblyTest::numbersFollowChunkAndPosition()
{
    FunnelEntry unreadable;
    unreadable.stage = FunnelStage::Parsing;
    unreadable.rule = u"not-an-object"_s;
    unreadable.candidate.chunkIndex = 1;
    unreadable.candidate.position = 1;
    const QList<ChunkAnswer> answers{
        {.chunkIndex = 1, .candidates = {candidateAt(14, 18, 2), candidateAt(10, 13, 0)}, .ended = {unreadable}},
        {.chunkIndex = 0, .candidates = {candidateAt(0, 4, 0)}}};
    const AnalysisOutcome outcome = Setup().run(answers);
    QStringList seen;
    for (const FunnelEntry &entry : outcome.funnel.entries)
        seen += u"%1:%2/%3 %4 %5"_s.arg(entry.number)
                    .arg(entry.candidate.chunkIndex)
                    .arg(entry.candidate.position)
                    .arg(stageKey(entry.stage))
                    .arg(entry.momentIndex.value_or(-1));
    QCOMPARE(seen, (QStringList{u"0:0/0 kept 0"_s, u"1:1/0 kept 1"_s, u"2:1/1 parsing -1"_s, u"3:1/2 kept 2"_s}));
    // The chunk is the answer's, whatever the candidate says.
    QCOMPARE(outcome.result.moments[2].chunkIndex, std::optional(1));
}

void AssemblyTest::answersForUnknownChunks()
{
    const AnalysisOutcome outcome = Setup().run({{.chunkIndex = 9, .candidates = {candidateAt(0, 4, 0)}}});
    QVERIFY(outcome.result.moments.isEmpty());
    QCOMPARE(outcome.funnel.entries.constFirst().rule, u"no-such-chunk"_s);
    QCOMPARE(outcome.funnel.entries.constFirst().measured, u"chunk 9"_s);
    QCOMPARE(outcome.result.failedChunks, 3);
}

void AssemblyTest::chunksAreCounted()
{
    const AnalysisOutcome outcome =
        Setup().run({{.chunkIndex = 0, .failed = true}, {.chunkIndex = 2, .entriesBeyondLimit = 7}});
    QCOMPARE(outcome.result.totalChunks, 3);
    QCOMPARE(outcome.result.successfulChunks, 1);
    QCOMPARE(outcome.result.failedChunks, 2);
    QCOMPARE(outcome.funnel.notes,
             (QStringList{u"Chunk 0 failed and was passed over."_s, u"The answer for chunk 2 holds no candidates."_s,
                          u"The answer for chunk 2 has 7 entries too many; they were not read."_s,
                          u"Chunk 1 has no answer."_s}));
}

void AssemblyTest::duplicatesNameTheirWinner()
{
    const AnalysisOutcome outcome = Setup().run(
        {{.chunkIndex = 0, .candidates = {candidateAt(0, 4, 0, 5), candidateAt(5, 8, 1, 5), candidateAt(5, 9, 2, 9)}}});
    QCOMPARE(outcome.result.metadata.momentsBeforeDedup, 3);
    QCOMPARE(outcome.result.metadata.momentsAfterDedup, 2);
    const FunnelEntry &loser = outcome.funnel.entries[1];
    QCOMPARE(loser.stage, FunnelStage::Duplicates);
    QCOMPARE(loser.rule, u"duplicate-iou"_s);
    QCOMPARE(loser.measured, u"IoU 0.80"_s);
    QCOMPARE(loser.momentIndex, std::optional(1));
    QCOMPARE(loser.reason, u"Candidate 2 of chunk 0 stays, a better clip of the same stretch."_s);
    QCOMPARE(loser.refined, std::optional(spanMs(50'000, 90'000)));
}

void AssemblyTest::usageOfSeveralAnswersForOneChunk()
{
    const auto usage = [](int chunk, std::int64_t tokens) {
        return ChunkUsage{.chunkIndex = chunk, .counts = {{u"input_tokens"_s, tokens}}};
    };
    const AnalysisOutcome outcome = Setup().run({{.chunkIndex = 1, .usage = usage(0, 5)},
                                                 {.chunkIndex = 1, .usage = usage(1, 7)},
                                                 {.chunkIndex = 0, .usage = usage(0, 100)}});
    QVERIFY(outcome.result.usage.has_value());
    QCOMPARE(outcome.result.usage->byChunk, (QList<ChunkUsage>{usage(0, 100), usage(1, 12)}));
    QCOMPARE(outcome.result.usage->totals, (TokenCounts{{u"input_tokens"_s, 112}}));
    QCOMPARE(outcome.result.metadata.usageTotals, outcome.result.usage->totals);
}

void AssemblyTest::emptyUsageIsNone()
{
    const ChunkUsage timeOnly{.chunkIndex = 0, .responseTime = Milliseconds{5}};
    QVERIFY(!Setup().run({{.chunkIndex = 0, .usage = timeOnly}}).result.usage);
}

void AssemblyTest::serviceNamesInMetadata()
{
    Setup setup;
    setup.request.metadata = {{u"model"_s, "\"mine\""}, {u"video_id"_s, "7.50"}, {u"pricing"_s, "{}"}};
    const ResultMetadata metadata = setup.run({}).result.metadata;
    QCOMPARE(metadata.model, u"m"_s);
    QCOMPARE(metadata.custom, (RawMembers{{u"video_id"_s, "7.50"}}));
}

void AssemblyTest::hostileTranscripts_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("one endless sentence under all others") << 0;
    QTest::newRow("all at one instant") << 1;
    QTest::newRow("words without a sentence") << 2;
    QTest::newRow("words far from their sentences") << 3;
    QTest::newRow("reversed spans") << 4;
    QTest::newRow("sentences without text") << 5;
}

void AssemblyTest::hostileTranscripts()
{
    QFETCH(const int, kind);
    constexpr int count = 20'000;
    Transcript transcript;
    if (kind == 0)
        transcript.sentences.append({u"on and on"_s, spanMs(0, count * 1000)});
    for (int i = 0; i < count; ++i) {
        const qint64 start = kind == 1 ? 5000 : i * 1000;
        const qint64 end = kind == 1 ? 5000 : kind == 4 ? start - 500 : start + 1000;
        const int sentence = kind == 2   ? -1
                             : kind == 3 ? (i * 7919) % count
                                         : static_cast<int>(transcript.sentences.size());
        transcript.words.append({u"word"_s, spanMs(start, end), sentence});
        transcript.sentences.append({kind == 5 ? QString() : u"Word."_s, spanMs(start, end)});
    }
    const Request request = requestOf(transcript);
    const QList<Chunk> chunks = makeChunks(transcript, {});
    QList<ChunkAnswer> answers;
    for (const Chunk &chunk : chunks) {
        ChunkAnswer answer{.chunkIndex = chunk.index};
        for (int position = 0; position < 50; ++position) {
            Candidate candidate = candidateAt(chunk.firstSentence + position, chunk.endSentence - 1, position);
            candidate.hook = u"word word"_s;
            candidate.quote = u"word word word word other"_s;
            answer.candidates.append(candidate);
        }
        answers.append(answer);
    }
    const AnalysisOutcome outcome = assemble(request, {}, chunks, answers, {});
    QCOMPARE(outcome.funnel.entries.size(), chunks.size() * 50);
    for (const Moment &moment : outcome.result.moments) {
        QVERIFY(moment.span.duration() >= shortestMoment);
        QVERIFY(moment.span.duration() <= longestMoment);
    }
    for (const FunnelEntry &entry : outcome.funnel.entries)
        QCOMPARE(entry.isKept(), entry.rule.isEmpty());
}

#include "tst_assembly.moc"
