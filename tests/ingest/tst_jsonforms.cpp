// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formatreader.h"
#include "core/ingest/inputreader.h"
#include "core/json/jsonreader.h"
#include "tests/ingest/inputdump.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

/// The JSON of other services: which is which, and what becomes of it when it is not as it should be.
class JsonFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneReaderRecognises_data();
    void oneReaderRecognises();
    void nobodyRecognises_data();
    void nobodyRecognises();
    void emptyIsNoSpeech_data();
    void emptyIsNoSpeech();
    void oddValuesAreToldWithTheirPlace_data();
    void oddValuesAreToldWithTheirPlace();
    void oneWrongTimeHarmsFewWords();
    void failedJobSaysWhy();
    void lastOfEqualKeysCounts();
    void manyWords();
};

VIRAL_TEST(JsonFormsTest)

namespace {

QString namesOfReaders(const QByteArray &json)
{
    const Result<JsonDocument> document = JsonDocument::parse(json);
    if (!document)
        return document.error().text();
    const JsonValue root = document->root();
    QStringList names;
    for (const FormatReader &reader : formatReaders()) {
        if (reader.kind == SourceKind::Json && reader.recognises(Source{.json = &root}))
            names.append(reader.name);
    }
    return names.join(u", "_s);
}

QByteArray deepgram(const QByteArray &words)
{
    return R"({"results": {"channels": [{"alternatives": [{"words": [)" + words + "]}]}]}}";
}

QStringList wordsOf(const Input &input)
{
    QStringList texts;
    for (const Word &word : input.request.transcript.words)
        texts.append(word.text);
    return texts;
}

} // namespace

void JsonFormsTest::oneReaderRecognises_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *tag, const QByteArray &json, const QString &name) {
        QTest::newRow(tag) << json << name;
    };
    const QString whisper = u"Whisper JSON"_s;
    const QString lists = u"lists of sentences and words"_s;
    row("contract words", R"({"words": [{"text": "a", "start": 0, "end": 400}]})", lists);
    row("contract list", R"([{"text": "a", "start": 0, "end": 400}])", lists);
    row("contract sentences", R"({"sentences": [], "words": [{"word": "a", "start": 1}]})", lists);
    row("contract payload", R"({"transcript": {"segments": []}, "segments": []})", u"a request payload"_s);
    row("whisper", R"({"segments": [{"start": 0, "end": 1, "text": "a"}]})", whisper);
    row("whisper without speech", R"({"text": "", "segments": [], "language": "en"})", whisper);
    row("API", R"({"text": "a", "words": [{"word": "a", "start": 0, "end": 1}]})", whisper);
    row("chunks", R"({"text": "a", "chunks": [{"text": "a", "timestamp": [0, 1]}]})", whisper);
    row("list of seconds", R"([{"text": "a", "start": 0.5, "end": 1.5}])", whisper);
    row("list of words", R"([{"word": "a", "start": 1, "end": 2}])", whisper);
    row("starts and durations", R"([{"text": "a", "start": 1.0, "duration": 2.0}])", whisper);
    row("triples", R"([["a", 0, 1]])", whisper);
    row("tuples", R"([[0, 0, 1.5, 2.5, "a", []]])", whisper);
    row("whisper.cpp", R"({"transcription": [{"offsets": {"from": 0, "to": 1}, "text": "a"}]})", u"whisper.cpp JSON"_s);
    row("captions", R"([{"text": "a", "startMs": 0, "endMs": 1}])", u"whisper.cpp JSON"_s);
    row("AssemblyAI", R"({"status": "completed", "words": [{"text": "a", "start": 0, "end": 400}]})",
        u"AssemblyAI JSON"_s);
    row("AssemblyAI, failed", R"({"id": "1", "acoustic_model": "x", "status": "error", "error": "no sound"})",
        u"AssemblyAI JSON"_s);
    row("Deepgram", deepgram({}), u"Deepgram JSON"_s);
    row("Amazon", R"({"results": {"transcripts": [], "items": []}})", u"Amazon Transcribe JSON"_s);
    row("Amazon call", R"({"Transcript": [{"BeginOffsetMillis": 0}]})", u"Amazon Transcribe JSON"_s);
    row("ElevenLabs", R"({"words": [{"text": "a", "start": 0, "end": 1, "type": "word"}]})", u"ElevenLabs JSON"_s);
    row("Rev", R"({"monologues": []})", u"Rev JSON"_s);
    row("Speechmatics", R"({"format": "2.9", "results": [{"type": "word", "alternatives": []}]})",
        u"Speechmatics JSON"_s);
    row("Azure", R"({"recognizedPhrases": []})", u"Azure Speech JSON"_s);
    row("Azure, old", R"({"RecognizedPhrases": []})", u"Azure Speech JSON"_s);
    row("podcast", R"({"segments": [{"startTime": 0, "endTime": 1, "body": "a"}]})", u"podcast JSON"_s);
    row("Podlove", R"([{"start_ms": 0, "end_ms": 5, "text": "a", "start": "0"}])", u"podcast JSON"_s);
    row("paper edit", R"({"words": [{"text": "a", "start": 0, "end": 400}], "paragraphs": []})",
        u"digital-paper-edit JSON"_s);
}

void JsonFormsTest::oneReaderRecognises()
{
    QFETCH(const QByteArray, json);
    QTEST(namesOfReaders(json), "name");
}

void JsonFormsTest::nobodyRecognises_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const QByteArray json :
         {"{}", "[]", "[null]", "[[]]", "[[1,2]]", R"({"results": null})", R"({"results": []})", R"({"words": {}})",
          R"({"words": [1, 2]})", R"({"segments": {"0": 1}})", R"({"transcription": "text"})", R"({"text": "a"})",
          R"({"results": {"channels": {}}})", R"({"monologues": "x"})", R"({"status": "completed"})"})
        QTest::newRow(json.constData()) << json;
}

void JsonFormsTest::nobodyRecognises()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(namesOfReaders(json), QString());
}

void JsonFormsTest::emptyIsNoSpeech_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("whisper") << QByteArray(R"({"text": "", "segments": []})");
    QTest::newRow("no words in a segment")
        << QByteArray(R"({"segments": [{"start": 0, "end": 1, "text": " ", "words": []}]})");
    QTest::newRow("Deepgram") << deepgram({});
    QTest::newRow("no alternatives") << QByteArray(R"({"results": {"channels": [{"alternatives": []}]}})");
    QTest::newRow("Amazon") << QByteArray(R"({"results": {"transcripts": [], "items": []}})");
    QTest::newRow("Rev") << QByteArray(R"({"monologues": [{"elements": []}]})");
}

void JsonFormsTest::emptyIsNoSpeech()
{
    QFETCH(const QByteArray, json);
    const Result<Input> input = readInput(json, QString());
    QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
    QVERIFY(input->request.transcript.words.isEmpty());
    QVERIFY(input->problems.text().contains(u"no speech"_s));
}

void JsonFormsTest::oddValuesAreToldWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QStringList>("texts");
    const QByteArray before = R"({"word": "one.", "start": 1, "end": 2},)";
    const QString first = u"/results/channels/0/alternatives/0/words/1"_s;
    const auto row = [&](const char *tag, const QByteArray &word, const QString &member, const QStringList &texts) {
        QTest::newRow(tag) << QByteArray(before + word) << QString(first + member) << texts;
    };
    const QStringList both{u"one."_s, u"two."_s};
    row("text for a time", R"({"word": "two.", "start": "N/A", "end": 3})", u"/start"_s, both);
    row("huge", R"({"word": "two.", "start": 1e300, "end": 3})", u"/start"_s, both);
    row("a list for a time", R"({"word": "two.", "start": 2, "end": [3]})", u"/end"_s, both);
    row("true for a time", R"({"word": "two.", "start": true, "end": 3})", u"/start"_s, both);
    row("not a number in text", R"({"word": "two.", "start": "nan", "end": 3})", u"/start"_s, both);
    row("a number for a word", R"({"word": 2, "start": 2, "end": 3})", u"/word"_s, {u"one."_s, u"2"_s});
    row("an object for a speaker", R"({"word": "two.", "start": 2, "end": 3, "speaker": {}})", u"/speaker"_s, both);
    row("null for a word", "null", {}, {u"one."_s});
    row("a text for a word", R"("two")", {}, {u"one."_s});
}

void JsonFormsTest::oddValuesAreToldWithTheirPlace()
{
    QFETCH(const QByteArray, words);
    QFETCH(const QString, place);
    const Result<Input> input = readInput(deepgram(words), QString());
    QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
    QVERIFY2(input->problems.text().contains(place + u":"_s), qPrintable(input->problems.text()));
    QTEST(wordsOf(*input), "texts");
    QCOMPARE(brokenPromise(input->request.transcript), QString());
}

/// Two hours in front of one word in the middle: the others stay where they are.
void JsonFormsTest::oneWrongTimeHarmsFewWords()
{
    const Result<Input> input = readInput(deepgram(R"({"word": "one", "start": 1, "end": 1.5},
        {"word": "lost", "start": 7200, "end": 7201}, {"word": "two", "start": 2, "end": 2.5},
        {"word": "three.", "start": -3, "end": 3})"),
                                          QString());
    QVERIFY(input.has_value());
    const QList<Word> &words = input->request.transcript.words;
    QCOMPARE(words.size(), 4);
    QCOMPARE(words.constLast().text, u"lost"_s);
    QCOMPARE(words.constLast().span.start, Milliseconds(7200000));
    for (const Word &word : words.first(3))
        QVERIFY(word.span.end <= Milliseconds(3000));
    QCOMPARE(brokenPromise(input->request.transcript), QString());
}

void JsonFormsTest::failedJobSaysWhy()
{
    const Result<Input> input =
        readInput(R"({"id": "1", "acoustic_model": "x", "status": "error", "error": "no spoken sound"})", QString());
    QVERIFY(!input);
    QVERIFY(input.error().message.contains(u"no spoken sound"_s));
    QVERIFY(input.error().place.endsWith(u"/error"_s));
}

void JsonFormsTest::lastOfEqualKeysCounts()
{
    const Result<Input> input =
        readInput(deepgram(R"({"word": "no.", "start": 9, "word": "yes.", "start": 1, "end": 2})"), QString());
    QVERIFY(input.has_value());
    QCOMPARE(wordsOf(*input), QStringList{u"yes."_s});
    QCOMPARE(input->request.transcript.words.constFirst().span, spanMs(1000, 2000));
}

/// All of a long file arrives, also where nobody ever ends a sentence or names a time.
void JsonFormsTest::manyWords()
{
    constexpr int count = 200'000;
    QByteArray words;
    for (int i = 0; i < count; ++i) {
        const QByteArray start = QByteArray::number(i / 4) + (i % 4 == 0 ? ".0" : ".5");
        words += (i > 0 ? "," : "") + QByteArray(R"({"word": "on")");
        words += i % 3 == 0 ? QByteArray("}") : R"(, "start": )" + start + "}";
    }
    const Result<Input> input = readInput(deepgram(words), QString());
    QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
    QCOMPARE(input->request.transcript.words.size(), count);
    QCOMPARE(brokenPromise(input->request.transcript), QString());
}

#include "tst_jsonforms.moc"
