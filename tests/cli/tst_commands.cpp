// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/eventscodec.h"
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// The command line program as a process: its streams, exit statuses and files. No key, no network.
class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpAndVersion_data();
    void helpAndVersion();
    void wrongUsage_data();
    void wrongUsage();
    void runWritesOneDocument();
    void runReadsStandardInput();
    void runTellsProgress();
    void runWritesTheFunnel();
    void oneFileForTwoIsRefused_data();
    void oneFileForTwoIsRefused();
    void everyFailureWritesThePayload_data();
    void everyFailureWritesThePayload();
    void aFunnelThatFailsLeavesTheResultAlone();
    void deepPlacesAreCutForPeople();
    void aGuessedLanguageIsANote();
    void runRefusesBadInput_data();
    void runRefusesBadInput();
    void runTakesOptionsAndMetadata();
    void theSameInputGivesTheSameBytes();
    void validateTellsEveryProblem();
    void validateAcceptsWhatRunWrites();
    void payloadFromTranscriptRuns();
    void payloadFromParts();
    void payloadNeverHoldsTheKey();

private:
    struct Outcome
    {
        int status = -1;
        QByteArray output;
        QString messages;
    };
    Outcome call(const QStringList &arguments, const QByteArray &input = {}) const;
    QString file(const QString &name, const QByteArray &content) const;

    QTemporaryDir m_folder;
};

VIRAL_TEST(CommandsTest)

namespace {

const QString sample = QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json");
const QString subtitles = QStringLiteral(VIRAL_RESOURCES "/sample/interview.srt");

QByteArray contentOf(const QString &path)
{
    QFile source(path);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

} // namespace

CommandsTest::Outcome CommandsTest::call(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"OPENAI_API_KEY"_s);
    environment.insert(u"VIRAL_MOMENTS_LIBRARY"_s, m_folder.filePath(u"library"_s));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(VIRAL_PROGRAMS "/viral-moments-cli"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

QString CommandsTest::file(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder.filePath(name);
    QFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
        return {};
    return path;
}

void CommandsTest::helpAndVersion_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("part");
    QTest::newRow("help") << QStringList{u"--help"_s} << u"COMMAND"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << u"viral-moments-cli "_s;
    for (const char *command : {"run", "validate", "payload"}) {
        QTest::addRow("%s help", command) << QStringList{QString::fromLatin1(command), u"--help"_s} << u"Usage"_s;
        QTest::addRow("%s version", command)
            << QStringList{QString::fromLatin1(command), u"--version"_s} << u"viral-moments-cli "_s;
    }
}

void CommandsTest::helpAndVersion()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, part);
    const Outcome outcome = call(arguments);
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.contains(part.toUtf8()));
    QVERIFY(outcome.messages.isEmpty());
}

void CommandsTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"dance"_s};
    QTest::newRow("unknown option") << QStringList{u"run"_s, u"--dance"_s, sample};
    QTest::newRow("no input") << QStringList{u"run"_s};
    QTest::newRow("two inputs") << QStringList{u"run"_s, sample, sample};
    QTest::newRow("unknown engine") << QStringList{u"run"_s, u"--engine"_s, u"magic"_s, sample};
    QTest::newRow("unknown progress") << QStringList{u"run"_s,        u"--engine"_s, u"offline"_s,
                                                     u"--progress"_s, u"x"_s,        sample};
    QTest::newRow("payload without a source") << QStringList{u"payload"_s};
    QTest::newRow("payload with both sources")
        << QStringList{u"payload"_s, u"--transcript"_s, subtitles, u"--words"_s, subtitles};
    QTest::newRow("webhook over plain http")
        << QStringList{u"payload"_s, u"--transcript"_s, subtitles, u"--result-webhook"_s, u"http://example.com/x"_s};
}

void CommandsTest::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    const Outcome outcome = call(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(!outcome.messages.isEmpty());
}

void CommandsTest::runWritesOneDocument()
{
    const Outcome outcome = call({u"run"_s, u"--engine"_s, u"offline"_s, sample});
    QCOMPARE(outcome.status, 0);
    const Result<ServiceResult> result = parseServiceResult(outcome.output);
    QVERIFY2(result, result ? "" : qPrintable(result.error().text()));
    QCOMPARE(result->jobId, u"sample-interview"_s);
    QCOMPARE(result->metadata.model, u"offline-lexical"_s);
    QVERIFY(!result->usage);
    QVERIFY(!result->metadata.pricing);
    QVERIFY(result->moments.size() >= 5);
    QVERIFY(findMember(result->metadata.custom, u"video_title"));
    for (const Moment &moment : result->moments) {
        QVERIFY(moment.span.duration() >= Milliseconds{40'000});
        QVERIFY(moment.span.duration() <= Milliseconds{90'000});
    }
}

void CommandsTest::runReadsStandardInput()
{
    const Outcome outcome = call({u"run"_s, u"--engine"_s, u"offline"_s, u"-"_s}, contentOf(subtitles));
    QCOMPARE(outcome.status, 0);
    QVERIFY(parseServiceResult(outcome.output));
}

void CommandsTest::runTellsProgress()
{
    const QStringList run{u"run"_s, u"--engine"_s, u"offline"_s, sample, u"--progress"_s};
    const Outcome json = call(run + QStringList{u"json"_s});
    QCOMPARE(json.status, 0);
    int completed = 0;
    int total = 0;
    for (const QString &line : json.messages.split(u'\n', Qt::SkipEmptyParts)) {
        const auto document = JsonDocument::parse(line.toUtf8());
        if (!document)
            continue;
        const auto event = readProgressEvent(document->root());
        QVERIFY(event);
        total = event->totalChunks;
        completed += event->kind == ProgressKind::ChunkCompleted ? 1 : 0;
    }
    QVERIFY(total > 1);
    QCOMPARE(completed, total);
    QVERIFY(call(run + QStringList{u"bar"_s}).messages.contains(u"[====="_s));
    QVERIFY(!call(run + QStringList{u"none"_s}).messages.contains(u"chunk"_s));
}

void CommandsTest::runWritesTheFunnel()
{
    const QString funnel = m_folder.filePath(u"funnel.json"_s);
    const QString result = m_folder.filePath(u"result.json"_s);
    const Outcome outcome =
        call({u"run"_s, u"--engine"_s, u"offline"_s, u"--funnel"_s, funnel, u"-o"_s, result, sample});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(parseServiceResult(contentOf(result)));
    const auto document = JsonDocument::parse(contentOf(funnel));
    QVERIFY(document);
    const JsonValue root = document->root();
    const auto candidates = root.member(u"candidates");
    QVERIFY(candidates);
    QVERIFY(candidates->size() >= static_cast<std::size_t>(parseServiceResult(contentOf(result))->moments.size()));
}

void CommandsTest::oneFileForTwoIsRefused_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("funnel");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("the same word") << u"one.json"_s << u"one.json"_s << true;
    QTest::newRow("a detour") << u"one.json"_s << u"folder/../one.json"_s << true;
    QTest::newRow("a link to it") << u"one.json"_s << u"link.json"_s << true;
    QTest::newRow("a link to nothing yet") << u"new.json"_s << u"dangling.json"_s << true;
    QTest::newRow("through a linked folder") << u"folder/two.json"_s << u"linked/two.json"_s << true;
    QTest::newRow("two files") << u"folder/one.json"_s << u"one.json"_s << false;
    QTest::newRow("two names") << u"a.json"_s << u"b.json"_s << false;
}

void CommandsTest::oneFileForTwoIsRefused()
{
    QFETCH(const QString, output);
    QFETCH(const QString, funnel);
    QFETCH(const bool, isRefused);
    const QTemporaryDir folder;
    QDir(folder.path()).mkdir(u"folder"_s);
    QFile::link(folder.filePath(u"folder"_s), folder.filePath(u"linked"_s));
    QFile(folder.filePath(u"one.json"_s)).open(QIODevice::WriteOnly);
    QFile::link(folder.filePath(u"one.json"_s), folder.filePath(u"link.json"_s));
    QFile::link(folder.filePath(u"new.json"_s), folder.filePath(u"dangling.json"_s));
    const Outcome outcome = call({u"run"_s, u"--engine"_s, u"offline"_s, u"-o"_s, folder.filePath(output),
                                  u"--funnel"_s, folder.filePath(funnel), sample});
    QCOMPARE(outcome.status, isRefused ? 2 : 0);
    QCOMPARE(outcome.messages.contains(u"same file"_s), isRefused);
    QVERIFY(outcome.output.isEmpty());
    QCOMPARE(QFileInfo::exists(folder.filePath(u"new.json"_s)), false);
}

void CommandsTest::everyFailureWritesThePayload_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    const QString missing = u"/nowhere/at/all/x.json"_s;
    const auto row = [](const char *name, QStringList arguments, int status) {
        QTest::newRow(name) << QStringList{u"run"_s} + arguments << status;
    };
    row("no such input", {u"--engine"_s, u"offline"_s, missing}, 2);
    row("no folder for the result", {u"--engine"_s, u"offline"_s, u"-o"_s, missing, sample}, 2);
    row("no folder for the funnel", {u"--engine"_s, u"offline"_s, u"--funnel"_s, missing, sample}, 2);
    row("a folder as the result", {u"--engine"_s, u"offline"_s, u"-o"_s, u"/tmp"_s, sample}, 2);
    row("an option out of its range", {u"--engine"_s, u"offline"_s, u"--set"_s, u"max_concurrency=0"_s, sample}, 2);
    row("an option that is none", {u"--engine"_s, u"offline"_s, u"--set"_s, u"colour=red"_s, sample}, 2);
    row("a setting without a value", {u"--engine"_s, u"offline"_s, u"--set"_s, u"max_concurrency"_s, sample}, 2);
    row("no key", {u"--engine"_s, u"openai"_s, sample}, 2);
}

void CommandsTest::everyFailureWritesThePayload()
{
    QFETCH(const QStringList, arguments);
    const Outcome outcome = call(arguments);
    QVERIFY(!outcome.messages.isEmpty());
    const auto document = JsonDocument::parse(outcome.output);
    QVERIFY2(document, outcome.output.constData());
    QCOMPARE(document->root().member(u"status")->asString().value_or(QString()), u"failed"_s);
    QVERIFY(!document->root().member(u"error")->asString().value_or(QString()).isEmpty());
    QTEST(outcome.status, "status");
}

void CommandsTest::aFunnelThatFailsLeavesTheResultAlone()
{
    // Nothing can be written to it, which shows only in the end.
    const Outcome outcome = call({u"run"_s, u"--engine"_s, u"offline"_s, u"--funnel"_s, u"/dev/full"_s, sample});
    QCOMPARE(outcome.status, 1);
    QVERIFY(parseServiceResult(outcome.output));
    const Outcome toFile = call({u"run"_s, u"--engine"_s, u"offline"_s, u"-o"_s, u"/dev/full"_s, sample});
    QCOMPARE(toFile.status, 1);
    const auto payload = JsonDocument::parse(toFile.output);
    QVERIFY(payload);
    QCOMPARE(payload->root().member(u"status")->asString().value_or(QString()), u"failed"_s);
}

void CommandsTest::deepPlacesAreCutForPeople()
{
    QByteArray deep;
    for (int i = 0; i < 1'100; ++i)
        deep += R"({"a_level":)";
    const QString path = file(u"deep.json"_s, deep + '1' + QByteArray(1'100, '}'));
    const Outcome outcome = call({u"run"_s, u"--engine"_s, u"offline"_s, path});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.messages.size() < 500, qPrintable(outcome.messages));
    QVERIFY(outcome.messages.contains(u"nested deeper"_s) && outcome.messages.contains(u" … "_s));
    // Programs get all of it.
    QVERIFY(outcome.output.size() > 8 * 1'000);
    QVERIFY(JsonDocument::parse(outcome.output));
    const Outcome validated = call({u"validate"_s, path});
    QCOMPARE(validated.status, 2);
    QVERIFY2(validated.messages.size() < 500, qPrintable(validated.messages));
}

void CommandsTest::aGuessedLanguageIsANote()
{
    const Outcome outcome = call({u"run"_s, u"--engine"_s, u"offline"_s, subtitles});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.messages.contains(u"note: The language was guessed"_s));
    QVERIFY(!outcome.messages.contains(u"warning:"_s));
}

void CommandsTest::runRefusesBadInput_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("truncated") << QByteArray(R"({"transcript": {"sentences": [{"text": "Hel)") << u"line 1"_s;
    QTest::newRow("binary") << QByteArray(4096, '\x01') << QString();
    QTest::newRow("zip") << QByteArray("PK\x03\x04 and so on") << QString();
    QTest::newRow("a million brackets") << QByteArray(1'000'000, '[') << QString();
    QTest::newRow("no transcript") << QByteArray(R"({"job_id": "x"})") << QString();
    QTest::newRow("every problem at once")
        << QByteArray(R"({"transcript": {"sentences": [{"text": 5, "start": 0, "end": 1},
                          {"text": "a", "start": 5, "end": 1}]}})")
        << u"/transcript/sentences/1/end"_s;
}

void CommandsTest::runRefusesBadInput()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, part);
    const Outcome outcome = call({u"run"_s, u"--engine"_s, u"offline"_s, file(u"bad"_s, content)});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.messages.contains(part), qPrintable(outcome.messages));
    const auto document = JsonDocument::parse(outcome.output);
    QVERIFY(document);
    const auto failure = readFailurePayload(document->root());
    QVERIFY(failure);
    QVERIFY(!failure->error.isEmpty());
}

void CommandsTest::runTakesOptionsAndMetadata()
{
    const Outcome outcome =
        call({u"run"_s, u"--engine"_s, u"offline"_s, u"--set"_s, u"chunk_duration_ms=300000"_s, u"--set"_s,
              u"chunk_overlap_ms=30000"_s, u"--metadata"_s, u"audience=Bakers = buyers"_s, sample});
    QCOMPARE(outcome.status, 0);
    const Result<ServiceResult> result = parseServiceResult(outcome.output);
    QVERIFY(result);
    QCOMPARE(result->metadata.chunkDuration, Milliseconds{300'000});
    QCOMPARE(result->metadata.overlap, Milliseconds{30'000});
    QCOMPARE(findMember(result->metadata.custom, u"audience")->value, QByteArray("\"Bakers = buyers\""));

    for (const QString &wrong : {u"chunk_duration_ms=0"_s, u"chunk_duration_ms="_s, u"chunk_duration_ms=x"_s,
                                 u"no_such_option=1"_s, u"chunk_duration_ms"_s, u"chunk_overlap_ms=450000"_s}) {
        const Outcome refused = call({u"run"_s, u"--engine"_s, u"offline"_s, u"--set"_s, wrong, sample});
        QVERIFY2(refused.status == 2, qPrintable(wrong));
    }
}

void CommandsTest::theSameInputGivesTheSameBytes()
{
    const QStringList run{u"run"_s, u"--engine"_s, u"offline"_s, sample};
    const QByteArray first = call(run).output;
    QVERIFY(!first.isEmpty());
    QCOMPARE(call(run).output, first);
}

void CommandsTest::validateTellsEveryProblem()
{
    const QString bad = file(u"bad.json"_s, R"({"transcript": {"sentences": [{"text": "a", "start": -1, "end": 2},
        {"text": "b", "start": 9, "end": 3}]}, "options": {"chunk_duration_ms": "long"}})");
    const Outcome outcome = call({u"validate"_s, bad});
    QCOMPARE(outcome.status, 2);
    for (const QString &pointer :
         {u"/transcript/sentences/0/start"_s, u"/transcript/sentences/1/end"_s, u"/options/chunk_duration_ms"_s})
        QVERIFY2(outcome.messages.contains(pointer), qPrintable(outcome.messages));
    QCOMPARE(call({u"validate"_s, sample}).status, 0);
    QCOMPARE(call({u"validate"_s, m_folder.filePath(u"missing.json"_s)}).status, 2);
}

void CommandsTest::validateAcceptsWhatRunWrites()
{
    const Outcome run = call({u"run"_s, u"--engine"_s, u"offline"_s, sample});
    QCOMPARE(call({u"validate"_s, file(u"written.json"_s, run.output)}).status, 0);
}

void CommandsTest::payloadFromTranscriptRuns()
{
    const QString payload = m_folder.filePath(u"payload.json"_s);
    const Outcome outcome = call({u"payload"_s, u"--transcript"_s, subtitles, u"--output"_s, payload, u"--job-id"_s,
                                  u"from-subtitles"_s, u"--metadata"_s, u"tone=dry"_s, u"--wrap"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(contentOf(payload).startsWith("{\n  \"input\": {"));
    const Result<Request> request = parseRequest(contentOf(payload));
    QVERIFY(request);
    QCOMPARE(request->jobId, u"from-subtitles"_s);
    QCOMPARE(request->metadataText(u"tone"), u"dry"_s);
    QCOMPARE(call({u"run"_s, u"--engine"_s, u"offline"_s, payload}).status, 0);
}

void CommandsTest::payloadFromParts()
{
    const QString sentences =
        file(u"sentences.json"_s, R"([{"text": "Hello world.", "start": 0, "end": 2000, "speaker_id": "a"}])");
    const QString words = file(u"words.json"_s, R"([{"text": "Hello", "start": 0, "end": 900, "sentence_index": 0},
        {"text": "world.", "start": 1000, "end": 2000, "sentence_index": 0}])");
    const Outcome both = call({u"payload"_s, u"--sentences"_s, sentences, u"--words"_s, words});
    QCOMPARE(both.status, 0);
    const Result<Request> request = parseRequest(both.output);
    QVERIFY(request);
    QCOMPARE(request->transcript.sentences.size(), 1);
    QCOMPARE(request->transcript.words.size(), 2);
    QCOMPARE(call({u"payload"_s, u"--sentences"_s, sentences}).status, 0);
    QCOMPARE(call({u"payload"_s, u"--words"_s, words}).status, 0);
}

void CommandsTest::payloadNeverHoldsTheKey()
{
    const QString with = file(u"key.json"_s, R"({"openai_api_key": "sk-very-secret-key-123456", "transcript":
        {"sentences": [{"text": "Hello world.", "start": 0, "end": 2000}]}})");
    const Outcome payload = call({u"payload"_s, u"--transcript"_s, with});
    QCOMPARE(payload.status, 0);
    const Outcome run = call({u"run"_s, u"--engine"_s, u"offline"_s, with});
    for (const Outcome &outcome : {payload, run}) {
        QVERIFY(!outcome.output.contains("very-secret"));
        QVERIFY(!outcome.messages.contains(u"very-secret"_s));
    }
}

#include "tst_commands.moc"
