// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/requestcodec.h"

#include "core/contract/transcriptcodec.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

constexpr auto sampleTranscript =
    R"({"language": "en-US", "sentences": [{"text": "Hello there.", "start": 0, "end": 5000, "speaker_id": "a"},
        {"text": "Yes.", "start": 5000, "end": 6000}],
        "words": [{"text": "Hello", "start": 0, "end": 1000, "sentence_index": 0},
                  {"text": "there.", "start": 1000, "end": 5000, "sentence_index": 0},
                  {"text": "Yes.", "start": 5000, "end": 5000, "sentence_index": 1}]})";

QByteArray payload(const QByteArray &further = {})
{
    return QByteArray("{\"transcript\": ") + sampleTranscript + (further.isEmpty() ? "" : ", ") + further + "}";
}

struct Read
{
    Request request;
    Problems problems;
};

Read read(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        qFatal("%s", qPrintable(document.error().text()));
    Read result;
    result.request = readRequest(document->root(), result.problems);
    return result;
}

Sentence sentence(const QString &text, qint64 start, qint64 end, const QString &speaker = {})
{
    return {.text = text, .span = spanMs(start, end), .speakerId = speaker};
}

Word word(const QString &text, qint64 start, qint64 end, int sentenceIndex)
{
    return {.text = text, .span = spanMs(start, end), .sentenceIndex = sentenceIndex};
}

} // namespace

class RequestCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void absentAndNullAreTheSame();
    void bareAndWrapped();
    void keepsMetadataBytes();
    void metadataText();
    void refused_data();
    void refused();
    void everyProblemAtOnce();
    void manyProblemsAreCounted();
    void sortsSentencesAndTakesWordsAlong();
    void sortIsStable();
    void sortsWords();
    void assignsWordsByTime_data();
    void assignsWordsByTime();
    void onlyWords();
    void onlySentences();
    void languages_data();
    void languages();
    void listsInFilesOfTheirOwn();
    void writesInOrder();
    void writesOnlyWhatIsGiven();
    void keyIsLeftOut();
    void readsBackTheSame();
    void everyPrefixIsRefused();
    void changedBytesNeverCrash();
};

void RequestCodecTest::readsEveryField()
{
    const Read result = read(payload(R"("job_id": "job", "openai_api_key": "sk-x",
        "metadata": {"video_title": "T"},
        "options": {"chunk_duration_ms": 450000.0, "chunk_overlap_ms": 45000, "min_chunk_duration_ms": 180000,
                    "max_concurrency": 10, "openai_model": "gpt-5", "openai_temperature": 0.25,
                    "openai_max_output_tokens": 4096, "request_timeout_seconds": 1.5, "later": {}},
        "webhook_endpoints": {"result_webhook_url": "https://example.com/r",
                              "progress_webhook_url": "http://localhost:8000/p"}, "unknown": 1)"));
    QCOMPARE(result.problems.text(), QString());
    const Request expected{
        .jobId = u"job"_s,
        .openAiApiKey = Secret(u"sk-x"_s),
        .transcript = {.language = u"en"_s,
                       .sentences = {sentence(u"Hello there."_s, 0, 5000, u"a"_s), sentence(u"Yes."_s, 5000, 6000)},
                       .words = {word(u"Hello"_s, 0, 1000, 0), word(u"there."_s, 1000, 5000, 0),
                                 word(u"Yes."_s, 5000, 5000, 1)}},
        .metadata = {{u"video_title"_s, "\"T\""_ba}},
        .options = {.chunkDuration = Milliseconds{450'000},
                    .chunkOverlap = Milliseconds{45'000},
                    .minChunkDuration = Milliseconds{180'000},
                    .maxConcurrency = 10,
                    .openAiModel = u"gpt-5"_s,
                    .openAiTemperature = 0.25,
                    .openAiMaxOutputTokens = 4096,
                    .requestTimeoutSeconds = 1.5},
        .webhooks = {.resultUrl = u"https://example.com/r"_s, .progressUrl = u"http://localhost:8000/p"_s}};
    QVERIFY(result.request == expected);
    QVERIFY(result.request.transcript.sentences.at(1).speakerId.isNull());
}

void RequestCodecTest::absentAndNullAreTheSame()
{
    const Read absent = read(payload());
    const Read null = read(payload(R"("job_id": null, "openai_api_key": null, "metadata": null,
        "options": {"chunk_duration_ms": null, "openai_model": null},
        "webhook_endpoints": {"result_webhook_url": null, "progress_webhook_url": ""})"));
    QCOMPARE(absent.problems.text(), QString());
    QCOMPARE(null.problems.text(), QString());
    QVERIFY(absent.request == null.request);
    const Read speaker = read(R"({"transcript": {"sentences": [
        {"text": "a", "start": 0, "end": 1, "speaker_id": null}], "words": null, "language": null}})");
    QCOMPARE(speaker.problems.text(), QString());
    QVERIFY(speaker.request.transcript.sentences.at(0).speakerId.isNull());
}

void RequestCodecTest::bareAndWrapped()
{
    const Read bare = read(payload(R"("job_id": "j")"));
    const Read wrapped = read("{\"input\": " + payload(R"("job_id": "j")") + ", \"webhook\": \"x\"}");
    QVERIFY(bare.request == wrapped.request);
    const Read otherInput = read(payload(R"("job_id": "j", "input": "unknown key")"));
    QVERIFY(bare.request == otherInput.request);
    const Read problem = read(R"({"input": {"transcript": {"sentences": [{"text": 1, "start": 0, "end": 1}]}}})");
    QCOMPARE(problem.problems.text(), u"/input/transcript/sentences/0/text: must be text, not a number"_s);
}

void RequestCodecTest::keepsMetadataBytes()
{
    const QByteArray metadata = R"({"n": 1.0, "e" :1e3,  "o": { "b" : [1 ,2], "a":{} }, "s": "\u00e9\/",
        "big": 123456789012345678901234567890, "n": -0.50})";
    const Read result = read(payload("\"metadata\": " + metadata));
    const RawMembers expected{{u"e"_s, "1e3"_ba},
                              {u"o"_s, R"({ "b" : [1 ,2], "a":{} })"_ba},
                              {u"s"_s, R"("\u00e9\/")"_ba},
                              {u"big"_s, "123456789012345678901234567890"_ba},
                              {u"n"_s, "-0.50"_ba}};
    QCOMPARE(result.problems.text(), QString());
    QCOMPARE(result.request.metadata, expected);
}

void RequestCodecTest::metadataText()
{
    const Request request{.metadata = {{u"tone"_s, R"("w\u0061rm")"_ba}, {u"n"_s, "7"_ba}, {u"broken"_s, "\""_ba}}};
    QCOMPARE(request.metadataText(u"tone"), u"warm"_s);
    QCOMPARE(request.metadataText(u"n"), QString());
    QCOMPARE(request.metadataText(u"broken"), QString());
    QCOMPARE(request.metadataText(u"other"), QString());
}

void RequestCodecTest::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("problem");

    const auto row = [](const char *name, const QByteArray &json, const QString &problem) {
        QTest::newRow(name) << json << problem;
    };
    const auto sentenceRow = [&](const char *name, const QByteArray &fields, const QString &problem) {
        row(name, R"({"transcript": {"sentences": [{"text": "a", "start": 0, "end": 1}, {)" + fields + "}]}}",
            u"/transcript/sentences/1"_s + problem);
    };
    const auto optionRow = [&](const char *name, const QByteArray &option, const QString &problem) {
        row(name, payload("\"options\": {" + option + "}"), u"/options/"_s + problem);
    };
    row("list", "[]", u"must be an object, not a list"_s);
    row("text", "\"{}\"", u"must be an object, not text"_s);
    row("input is a list", R"({"input": []})", u"/input: must be an object, not a list"_s);
    row("no transcript", "{}", u"/transcript: is missing"_s);
    row("wrapped without transcript", R"({"input": {}})", u"/input/transcript: is missing"_s);
    row("transcript null", R"({"transcript": null})", u"/transcript: must be an object, not null"_s);
    row("transcript text", R"({"transcript": "Hello"})", u"/transcript: must be an object, not text"_s);
    row("transcript without lists", R"({"transcript": {}})", u"/transcript: needs sentences or words"_s);
    row("empty lists", R"({"transcript": {"sentences": [], "words": []}})", u"/transcript: is empty"_s);
    row("blank text", R"({"transcript": {"sentences": [{"text": " \n", "start": 0, "end": 1}]}})",
        u"/transcript: has no text"_s);
    row("sentences object", R"({"transcript": {"sentences": {}}})",
        u"/transcript/sentences: must be a list, not an object"_s);
    row("language", R"({"transcript": {"language": 1, "words": [{"text": "a", "start": 0, "end": 1}]}})",
        u"/transcript/language: must be text, not a number"_s);

    sentenceRow("text missing", R"("start": 1, "end": 2)", u"/text: is missing"_s);
    sentenceRow("text null", R"("text": null, "start": 1, "end": 2)", u"/text: must be text, not null"_s);
    sentenceRow("text number", R"("text": 5, "start": 1, "end": 2)", u"/text: must be text, not a number"_s);
    sentenceRow("start missing", R"("text": "b", "end": 2)", u"/start: is missing"_s);
    sentenceRow("start null", R"("text": "b", "start": null, "end": 2)",
                u"/start: must be a whole number of milliseconds, not null"_s);
    sentenceRow("negative", R"("text": "b", "start": -1, "end": 2)", u"/start: must not be negative"_s);
    sentenceRow("fraction", R"("text": "b", "start": 1.5, "end": 2)",
                u"/start: must be a whole number of milliseconds"_s);
    sentenceRow("time as text", R"("text": "b", "start": 1, "end": "2")",
                u"/end: must be a whole number of milliseconds, not text"_s);
    sentenceRow("latest", R"("text": "b", "start": 1, "end": 10000000001)",
                u"/end: must not be later than 10000000000 ms"_s);
    sentenceRow("huge", R"("text": "b", "start": 1, "end": 1e300)", u"/end: must not be later than 10000000000 ms"_s);
    sentenceRow("unsigned", R"("text": "b", "start": 1, "end": 18446744073709551615)",
                u"/end: must not be later than 10000000000 ms"_s);
    sentenceRow("end before start", R"("text": "b", "start": 3, "end": 2)", u"/end: must not be before start (3)"_s);
    sentenceRow("speaker", R"("text": "b", "start": 1, "end": 2, "speaker_id": 7)",
                u"/speaker_id: must be text, not a number"_s);
    row("sentence is text", R"({"transcript": {"sentences": ["a"]}})",
        u"/transcript/sentences/0: must be an object, not text"_s);
    row("sentence_index too high", R"({"transcript": {"sentences": [{"text": "a", "start": 0, "end": 1}],
        "words": [{"text": "a", "start": 0, "end": 1, "sentence_index": 1}]}})",
        u"/transcript/words/0/sentence_index: must be below the number of sentences (1)"_s);
    row("sentence_index negative", R"({"transcript": {"sentences": [{"text": "a", "start": 0, "end": 1}],
        "words": [{"text": "a", "start": 0, "end": 1, "sentence_index": -1}]}})",
        u"/transcript/words/0/sentence_index: must be from 0 to 1000000000"_s);
    row("sentence_index text", R"({"transcript": {"sentences": [{"text": "a", "start": 0, "end": 1}],
        "words": [{"text": "a", "start": 0, "end": 1, "sentence_index": "0"}]}})",
        u"/transcript/words/0/sentence_index: must be a whole number, not text"_s);

    row("job_id", payload(R"("job_id": 7)"), u"/job_id: must be text, not a number"_s);
    row("key", payload(R"("openai_api_key": ["sk"])"), u"/openai_api_key: must be text, not a list"_s);
    row("metadata", payload(R"("metadata": [])"), u"/metadata: must be an object, not a list"_s);
    row("options", payload(R"("options": "fast")"), u"/options: must be an object, not text"_s);
    row("webhooks", payload(R"("webhook_endpoints": "https://a.b")"),
        u"/webhook_endpoints: must be an object, not text"_s);
    row("webhook http", payload(R"("webhook_endpoints": {"progress_webhook_url": "http://example.com"})"),
        u"/webhook_endpoints/progress_webhook_url: must be an https address, or an http address of this machine"_s);
    row("webhook number", payload(R"("webhook_endpoints": {"result_webhook_url": 1})"),
        u"/webhook_endpoints/result_webhook_url: must be text, not a number"_s);

    optionRow("duration too short", R"("chunk_duration_ms": 59999)",
              u"chunk_duration_ms: must be a whole number from 60000 to 7200000"_s);
    optionRow("duration text", R"("chunk_duration_ms": "450000")",
              u"chunk_duration_ms: must be a whole number, not text"_s);
    optionRow("concurrency zero", R"("max_concurrency": 0)", u"max_concurrency: must be a whole number from 1 to 64"_s);
    optionRow("concurrency fraction", R"("max_concurrency": 1.5)",
              u"max_concurrency: must be a whole number from 1 to 64"_s);
    optionRow("concurrency true", R"("max_concurrency": true)",
              u"max_concurrency: must be a whole number, not true or false"_s);
    optionRow("temperature", R"("openai_temperature": 2.5)", u"openai_temperature: must be a number from 0 to 2"_s);
    optionRow("model empty", R"("openai_model": "")", u"openai_model: must not be empty"_s);
    optionRow("model number", R"("openai_model": 5)", u"openai_model: must be text, not a number"_s);
    optionRow("timeout zero", R"("request_timeout_seconds": 0)",
              u"request_timeout_seconds: must be a number from 0.001 to 3600"_s);
    optionRow("overlap as long as the chunk", R"("chunk_duration_ms": 60000, "chunk_overlap_ms": 60000)",
              u"chunk_overlap_ms: must be smaller than the chunk (60000 ms)"_s);
    optionRow("overlap beyond the default chunk", R"("chunk_overlap_ms": 450000)",
              u"chunk_overlap_ms: must be smaller than the chunk (450000 ms)"_s);
}

void RequestCodecTest::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, problem);
    const Read result = read(json);
    QVERIFY(result.problems.hasErrors());
    QCOMPARE(result.problems.text(), problem);
    const auto parsed = parseRequest(json);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().text(), problem);
}

void RequestCodecTest::everyProblemAtOnce()
{
    const Read result = read(R"({"job_id": 1, "transcript": {"sentences": [
        {"text": 1, "start": -1, "end": "x"}, {"text": "b", "start": 5, "end": 4, "speaker_id": []}],
        "words": [{"start": 0, "end": 1, "sentence_index": 9}]},
        "options": {"max_concurrency": 99, "openai_model": ""}, "metadata": 1})");
    QCOMPARE(result.problems.text(), u"/job_id: must be text, not a number\n"
                                     "/transcript/sentences/0/text: must be text, not a number\n"
                                     "/transcript/sentences/0/start: must not be negative\n"
                                     "/transcript/sentences/0/end: must be a whole number of milliseconds, not text\n"
                                     "/transcript/sentences/1/end: must not be before start (5)\n"
                                     "/transcript/sentences/1/speaker_id: must be text, not a list\n"
                                     "/transcript/words/0/text: is missing\n"
                                     "/transcript/words/0/sentence_index: must be below the number of sentences (2)\n"
                                     "/metadata: must be an object, not a number\n"
                                     "/options/max_concurrency: must be a whole number from 1 to 64\n"
                                     "/options/openai_model: must not be empty"_s);
}

void RequestCodecTest::manyProblemsAreCounted()
{
    constexpr qsizetype count = 200'000;
    const QByteArray json = R"({"transcript": {"words": [)" + QByteArray("{},").repeated(count) + "{}]}}";
    const Read result = read(json);
    QCOMPARE(result.problems.errorCount(), 3 * (count + 1));
    QCOMPARE(result.problems.all().size(), Problems::maximumKept);
    QCOMPARE(result.problems.all().constLast().pointer, u"/transcript/words/333/text"_s);
}

void RequestCodecTest::sortsSentencesAndTakesWordsAlong()
{
    const Read result = read(R"({"transcript": {"sentences": [
        {"text": "Second.", "start": 2000, "end": 3000}, {"text": "First.", "start": 0, "end": 1000}],
        "words": [{"text": "Second.", "start": 2000, "end": 3000, "sentence_index": 0},
                  {"text": "First.", "start": 0, "end": 1000, "sentence_index": 1}]}})");
    QVERIFY(!result.problems.hasErrors());
    QCOMPARE(result.problems.text(),
             u"/transcript/sentences: were not in order of start and have been sorted\n"
             "/transcript/words: were not in order of sentence and start and have been sorted"_s);
    const QList<Sentence> sentences{sentence(u"First."_s, 0, 1000), sentence(u"Second."_s, 2000, 3000)};
    const QList<Word> words{word(u"First."_s, 0, 1000, 0), word(u"Second."_s, 2000, 3000, 1)};
    QVERIFY(result.request.transcript.sentences == sentences);
    QVERIFY(result.request.transcript.words == words);
}

void RequestCodecTest::sortIsStable()
{
    const Read result = read(R"({"transcript": {"sentences": [
        {"text": "c", "start": 5, "end": 6}, {"text": "a", "start": 1, "end": 2}, {"text": "b", "start": 1, "end": 2}]}})");
    QStringList texts;
    for (const Sentence &entry : result.request.transcript.sentences)
        texts.append(entry.text);
    QCOMPARE(texts, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void RequestCodecTest::sortsWords()
{
    const Read result = read(R"({"transcript": {"words": [{"text": "b", "start": 5, "end": 6},
        {"text": "a", "start": 1, "end": 2}]}})");
    QCOMPARE(result.problems.warningCount(), 1);
    QVERIFY(result.request.transcript.words == (QList<Word>{word(u"a"_s, 1, 2, 0), word(u"b"_s, 5, 6, 0)}));
}

void RequestCodecTest::assignsWordsByTime_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("index");

    QTest::newRow("before all") << 0 << 10 << 0;
    QTest::newRow("first") << 1000 << 1500 << 0;
    QTest::newRow("in the pause") << 2100 << 2200 << 0;
    QTest::newRow("at the start of the second") << 3000 << 3000 << 1;
    QTest::newRow("mostly second") << 2900 << 3200 << 1;
    QTest::newRow("after all") << 90'000 << 90'010 << 2;
}

void RequestCodecTest::assignsWordsByTime()
{
    QFETCH(int, start);
    QFETCH(int, end);
    QFETCH(int, index);
    Problems problems;
    const Transcript transcript =
        joinTranscript({sentence(u"a"_s, 1000, 2000), sentence(u"b"_s, 3000, 4000), sentence(u"c"_s, 5000, 6000)},
                       {word(u"w"_s, start, end, unassignedSentence)}, problems);
    QCOMPARE(problems.text(), QString());
    QCOMPARE(transcript.words.at(0).sentenceIndex, index);
}

void RequestCodecTest::onlyWords()
{
    const Read result =
        read(R"({"transcript": {"words": [{"text": "a", "start": 0, "end": 1, "sentence_index": 4}]}})");
    QCOMPARE(result.problems.text(), QString());
    QVERIFY(result.request.transcript.sentences.isEmpty());
    QVERIFY(result.request.transcript.words == (QList<Word>{word(u"a"_s, 0, 1, 0)}));
}

void RequestCodecTest::onlySentences()
{
    const Read result = read(R"({"transcript": {"sentences": [{"text": "a", "start": 0, "end": 0}]}})");
    QCOMPARE(result.problems.text(), QString());
    QVERIFY(result.request.transcript.words.isEmpty());
    QVERIFY(result.request.transcript.wordTimes == TimeOrigin::None);
}

void RequestCodecTest::languages_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("language");

    QTest::newRow("primary") << u"de"_s << u"de"_s;
    QTest::newRow("region") << u"pt-BR"_s << u"pt"_s;
    QTest::newRow("underscore") << u"zh_Hans_CN"_s << u"zh"_s;
    QTest::newRow("case and spaces") << u" EN "_s << u"en"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void RequestCodecTest::languages()
{
    QFETCH(QString, written);
    QFETCH(QString, language);
    const Read result = read("{\"transcript\": {\"language\": " + JsonWriter().value(written).take() +
                             R"(, "words": [{"text": "a", "start": 0, "end": 1}]}})");
    QCOMPARE(result.request.transcript.language, language);
}

void RequestCodecTest::listsInFilesOfTheirOwn()
{
    const auto sentences = JsonDocument::parse(R"([{"text": "a", "start": 0, "end": 9}])");
    const auto words = JsonDocument::parse(R"([{"text": "a", "start": 0, "end": 9}, {"text": "b", "start": 0}])");
    Problems problems;
    QList<Sentence> readList = readSentences(sentences->root(), problems);
    QCOMPARE(problems.text(), QString());
    const QList<Word> wordList = readWords(words->root(), problems);
    QCOMPARE(problems.text(), u"/1/end: is missing"_s);
    QCOMPARE(wordList.at(0).sentenceIndex, unassignedSentence);
    Problems order;
    const Transcript joined = joinTranscript(std::move(readList), {word(u"a"_s, 0, 9, 3)}, order);
    QCOMPARE(order.text(), u"/words/0/sentence_index: must be below the number of sentences (1)"_s);
    QCOMPARE(joined.words.size(), 1);
}

void RequestCodecTest::writesInOrder()
{
    const QByteArray json =
        R"({"input":{"job_id":"j","openai_api_key":"sk-x","transcript":{"language":"en",)"
        R"("sentences":[{"text":"A.","start":0,"end":5,"speaker_id":"s"}],)"
        R"("words":[{"text":"A.","start":0,"end":5,"sentence_index":0}]},"metadata":{"b":1.0,"a":{ }},)"
        R"("options":{"chunk_duration_ms":450000,"chunk_overlap_ms":45000,"min_chunk_duration_ms":180000,)"
        R"("max_concurrency":10,"openai_model":"gpt-5","openai_temperature":0.25,"openai_max_output_tokens":16,)"
        R"("request_timeout_seconds":30.0},"webhook_endpoints":{"result_webhook_url":"https://a.b/r",)"
        R"("progress_webhook_url":"https://a.b/p"}}})";
    const Read result = read(json);
    QCOMPARE(result.problems.text(), QString());
    QCOMPARE(writeRequest(result.request, JsonWriter::Layout::Compact, true, KeyInPayload::Include), json);
}

void RequestCodecTest::writesOnlyWhatIsGiven()
{
    const Request request{.transcript = {.sentences = {sentence(u"A."_s, 0, 5)}, .words = {}},
                          .options = {.maxConcurrency = 2}};
    QCOMPARE(
        writeRequest(request, JsonWriter::Layout::Compact),
        R"({"transcript":{"sentences":[{"text":"A.","start":0,"end":5}],"words":[]},"options":{"max_concurrency":2}})"_ba);
}

void RequestCodecTest::keyIsLeftOut()
{
    const Read result = read(payload(R"("openai_api_key": "sk-secret")"));
    QVERIFY(!writeRequest(result.request, JsonWriter::Layout::Indented, true).contains("sk-secret"));
    QVERIFY(!writeRequest(result.request, JsonWriter::Layout::Indented).contains("openai_api_key"));
}

void RequestCodecTest::readsBackTheSame()
{
    const Read first = read(payload(R"("job_id": "j", "metadata": {"é": [1.0], "x": "\u0041"},
        "options": {"openai_temperature": 0.1})"));
    for (const auto layout : {JsonWriter::Layout::Compact, JsonWriter::Layout::Indented}) {
        const auto second = parseRequest(writeRequest(first.request, layout, true));
        QVERIFY(second);
        QVERIFY(*second == first.request);
    }
}

void RequestCodecTest::everyPrefixIsRefused()
{
    const QByteArray json = payload(R"("metadata": {"a": [1.5, "é"]}, "options": {"max_concurrency": 4})");
    QVERIFY(parseRequest(json));
    for (qsizetype length = 0; length < json.size(); ++length)
        QVERIFY(!parseRequest(json.first(length)));
}

void RequestCodecTest::changedBytesNeverCrash()
{
    const QByteArray json = payload(R"("metadata": {"a": [1.5, "é"]}, "options": {"max_concurrency": 4})");
    QRandomGenerator random(99);
    int refused = 0;
    for (int round = 0; round < 5000; ++round) {
        QByteArray text = json;
        text[random.bounded(static_cast<int>(text.size()))] = static_cast<char>(random.bounded(256));
        const auto request = parseRequest(text);
        if (!request) {
            ++refused;
            QVERIFY(!request.error().message.isEmpty());
        }
    }
    QVERIFY(refused > 1000 && refused < 5000);
}

VIRAL_TEST(RequestCodecTest)
#include "tst_requestcodec.moc"
