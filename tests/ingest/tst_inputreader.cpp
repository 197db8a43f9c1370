// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/inputreader.h"

#include "core/contract/requestcodec.h"
#include "core/ingest/contractreader.h"
#include "core/ingest/formatreader.h"
#include "core/json/jsonreader.h"
#include "tests/ingest/inputdump.h"
#include "tests/support/testregistry.h"

#include <QStringEncoder>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class InputReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void everyErrorHasAPlace_data();
    void everyErrorHasAPlace();
    void tellsContentNotName_data();
    void tellsContentNotName();
    void titleFromFileName_data();
    void titleFromFileName();
    void requestKeepsItsTitle();
    void contractErrorsCarryPointers();
    void resultIsRead();
    void jsonInOtherEncodings();
    void notFiniteNumbersAreMended();
    void secondsAreNotMilliseconds();
    void otherServicesAreNotTheContract();
    void sentencesAndWords();
    void sentencesAndWordsRefuse_data();
    void sentencesAndWordsRefuse();
    void sampleInterviewAgreesInAllForms();
    void writtenRequestReadsBack();
};

VIRAL_TEST(InputReaderTest)

namespace {

const QByteArray smallSrt = "1\n00:00:01,000 --> 00:00:02,000\nHello.\n";
const QByteArray oneSentence = R"({"text": "Hi.", "start": 0, "end": 1000})";

QByteArray resourceFile(const QString &name)
{
    QFile file(QStringLiteral(VIRAL_RESOURCES "/sample/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void InputReaderTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("only spaces") << QByteArray(" \n\r\n ") << u"empty"_s;
    QTest::newRow("only a mark") << QByteArray("\xef\xbb\xbf") << u"empty"_s;
    QTest::newRow("zip") << QByteArray("PK\x03\x04 word/document.xml") << u"ZIP"_s;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00", 4) << u"packed"_s;
    QTest::newRow("rtf") << QByteArray("{\\rtf1\\ansi Hello}") << u"RTF"_s;
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << u"PDF"_s;
    QTest::newRow("mp4") << QByteArray("\x00\x00\x00\x20"
                                       "ftypisom\x00\x00",
                                       14)
                         << u"audio or video"_s;
    QTest::newRow("matroska") << QByteArray("\x1a\x45\xdf\xa3 webm") << u"audio or video"_s;
    QTest::newRow("wave") << QByteArray("RIFF\x00\x00\x01\x00WAVE", 12) << u"audio or video"_s;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n") << u"picture"_s;
    QTest::newRow("noise") << QByteArray("a\x01\x02\x03\x04\x05\x06\x0e\x0f b") << u"binary"_s;
    QTest::newRow("prose") << QByteArray("FORMER president, 12:30 at noon.") << u"no times"_s;
    QTest::newRow("web page") << QByteArray("<html><body>Hello</body></html>") << u"XML or HTML"_s;
    QTest::newRow("other JSON") << QByteArray(R"({"results": {"channels": 5}})") << u"none of the known forms"_s;
    QTest::newRow("a list of nothing") << QByteArray("[]") << u"none of the known forms"_s;
    QTest::newRow("a list of numbers") << QByteArray("[[1,2],[3,4]]") << u"none of the known forms"_s;
}

void InputReaderTest::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const Result<Input> input = readInput(bytes, u"/home/me/talk.srt"_s);
    QVERIFY(!input);
    QCOMPARE(input.error().kind, ErrorKind::Input);
    QVERIFY2(input.error().message.contains(says), qPrintable(input.error().message));
    QVERIFY(input.error().place.startsWith(u"talk.srt"_s));
}

void InputReaderTest::everyErrorHasAPlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("place");
    QTest::newRow("file") << QByteArray("text") << u"a.txt"_s << u"a.txt"_s;
    QTest::newRow("standard input") << QByteArray("text") << u"-"_s << u"input"_s;
    QTest::newRow("no name") << QByteArray("text") << QString() << u"input"_s;
    QTest::newRow("cut JSON") << QByteArray("{\n  \"sentences\": [") << u"a.json"_s << u"a.json, line 2, column 17"_s;
    QTest::newRow("pointer") << QByteArray(R"({"sentences": [{"text": 5, "start": 0, "end": 1}]})") << u"a.json"_s
                             << u"a.json, /sentences/0/text"_s;
    QTest::newRow("too deep") << QByteArray(R"({"sentences":)" + QByteArray(5000, '[')) << u"a.json"_s
                              << u"a.json, line 1"_s;
}

void InputReaderTest::everyErrorHasAPlace()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, fileName);
    QFETCH(const QString, place);
    const Result<Input> input = readInput(bytes, fileName);
    QVERIFY(!input);
    QVERIFY2(input.error().place.startsWith(place), qPrintable(input.error().place));
}

void InputReaderTest::tellsContentNotName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("kind");
    const int transcript = static_cast<int>(InputKind::Transcript);
    const int request = static_cast<int>(InputKind::Request);
    const QString lists = u"lists of sentences and words"_s;
    QTest::newRow("SRT") << smallSrt << u"SubRip (SRT)"_s << transcript;
    QTest::newRow("VTT") << QByteArray("WEBVTT\n\n00:01.000 --> 00:02.000\nHi.") << u"WebVTT"_s << transcript;
    QTest::newRow("VTT, CR only") << QByteArray("WEBVTT\r\r00:01.000 --> 00:02.000\rHi.") << u"WebVTT"_s << transcript;
    QTest::newRow("almost VTT") << QByteArray("WEBVTTX\n\n00:01.000 --> 00:02.000\nHi.") << u"SubRip (SRT)"_s
                                << transcript;
    QTest::newRow("SBV") << QByteArray("0:00:01.000,0:00:02.000\nHi.") << u"SubViewer (SBV)"_s << transcript;
    QTest::newRow("payload") << QByteArray(R"({"transcript": {"sentences": [)" + oneSentence + "]}}")
                             << u"a request payload"_s << request;
    QTest::newRow("wrapped payload") << QByteArray(R"({"input": {"transcript": {"sentences": [)" + oneSentence + "]}}}")
                                     << u"a request payload"_s << request;
    QTest::newRow("lists") << QByteArray(R"({"sentences": [)" + oneSentence + "]}") << lists << transcript;
    QTest::newRow("wrapped lists") << QByteArray(R"({"input": {"sentences": [)" + oneSentence + "]}}") << lists
                                   << transcript;
    QTest::newRow("bare list") << QByteArray(" [" + oneSentence + "]") << lists << transcript;
}

void InputReaderTest::tellsContentNotName()
{
    QFETCH(const QByteArray, bytes);
    for (const QString &name : {u"a.srt"_s, u"a.vtt"_s, u"a.json"_s, u"a"_s}) {
        const Result<Input> input = readInput(bytes, name);
        QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
        QTEST(input->formatName, "format");
        QTEST(static_cast<int>(input->kind), "kind");
        QCOMPARE(input->request.transcript.sentences.size(), 1);
        QCOMPARE(input->request.transcript.words.size(), 1);
    }
}

void InputReaderTest::titleFromFileName_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("title");
    QTest::newRow("plain") << u"/home/me/The Long Counter.srt"_s << u"The Long Counter"_s;
    QTest::newRow("points") << u"talk.2024.vtt"_s << u"talk.2024"_s;
    QTest::newRow("quotes") << u"a \"b\".srt"_s << u"a \"b\""_s;
    QTest::newRow("no ending") << u"talk"_s << u"talk"_s;
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("standard input") << u"-"_s << QString();
}

void InputReaderTest::titleFromFileName()
{
    QFETCH(const QString, fileName);
    const Result<Input> input = readInput(smallSrt, fileName);
    QVERIFY(input.has_value());
    QTEST(input->request.metadataText(u"video_title"), "title");
}

void InputReaderTest::requestKeepsItsTitle()
{
    const QByteArray bytes =
        R"({"transcript": {"sentences": [)" + oneSentence + R"(]}, "metadata": {"audience": "bakers"}})";
    const Result<Input> input = readInput(bytes, u"talk.json"_s);
    QVERIFY(input.has_value());
    QCOMPARE(input->request.metadata.size(), 1);
    QCOMPARE(input->request.metadataText(u"audience"), u"bakers"_s);
}

void InputReaderTest::contractErrorsCarryPointers()
{
    const QByteArray bytes = R"({"input": {"transcript": {"sentences": [{"text": "a", "start": 5, "end": 1},
                                 {"text": "b", "start": -1, "end": 1}]}}})";
    const Result<Input> input = readInput(bytes, u"talk.json"_s);
    QVERIFY(!input);
    QVERIFY(input.error().message.contains(u"/input/transcript/sentences/0"_s));
    QVERIFY(input.error().message.contains(u"/input/transcript/sentences/1"_s));
}

void InputReaderTest::resultIsRead()
{
    const QByteArray bytes =
        R"({"job_id": "j", "total_chunks": 0, "successful_chunks": 0, "failed_chunks": 0, "moments": [],
        "metadata": {"chunk_duration_ms": 450000, "overlap_ms": 45000, "model": "offline",
                     "moments_before_dedup": 0, "moments_after_dedup": 0, "usage_totals": {}, "pricing": {}},
        "usage": null})";
    const Result<Input> input = readInput(bytes, u"result.json"_s);
    QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
    QCOMPARE(input->kind, InputKind::ServiceResult);
    QVERIFY(input->result.has_value());
    QCOMPARE(input->result->jobId, u"j"_s);
}

void InputReaderTest::jsonInOtherEncodings()
{
    const QString text = u"{\"sentences\": [{\"text\": \"Größe.\", \"start\": 0, \"end\": 900}]}"_s;
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE, QStringConverter::Utf32LE,
                                QStringConverter::Utf8, QStringConverter::Latin1}) {
        QStringEncoder encoder(encoding, encoding == QStringConverter::Latin1 ? QStringConverter::Flag::Default
                                                                              : QStringConverter::Flag::WriteBom);
        const QByteArray bytes = encoder.encode(text);
        const Result<Input> input = readInput(bytes, QString());
        QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
        QCOMPARE(input->request.transcript.sentences.constFirst().text, u"Größe."_s);
    }
}

void InputReaderTest::notFiniteNumbersAreMended()
{
    const QByteArray bytes = R"({"sentences": [{"text": "NaN, \"Infinity\"", "start": 0, "end": 900, "score": NaN,
                                 "low": -Infinity, "high": Infinity}]})";
    const Result<Input> input = readInput(bytes, QString());
    QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
    QCOMPARE(input->request.transcript.sentences.constFirst().text, u"NaN, \"Infinity\""_s);
}

void InputReaderTest::secondsAreNotMilliseconds()
{
    const Result<Input> whole =
        readInput(R"([{"text": "Hi", "start": 0, "end": 2}, {"text": "you", "start": 2, "end": 4}])", QString());
    QCOMPARE(whole->request.transcript.words.constLast().span.start, std::chrono::seconds(2));
    const Result<Input> parts = readInput(R"([{"text": "Hi", "start": 0.5, "end": 0.75}])", QString());
    QCOMPARE(parts->request.transcript.words.constLast().span.start, Milliseconds(500));
}

void InputReaderTest::otherServicesAreNotTheContract()
{
    const QByteArray word = R"({"text": "Hi", "start": 0, "end": 400)";
    const QString contract = contractTranscriptReader().name;
    QCOMPARE(readInput(R"({"words": [)" + word + "}]}", QString())->formatName, contract);
    QVERIFY(readInput(R"({"status": "completed", "words": [)" + word + "}]}", QString())->formatName != contract);
    QVERIFY(readInput("[" + word + R"(, "speaker": "A"}])", QString())->formatName != contract);
    QCOMPARE(readInput("[" + word + R"(, "speaker_id": "A"}])", QString())->formatName, contract);
}

void InputReaderTest::sentencesAndWords()
{
    const QByteArray sentences = "[" + oneSentence + R"(, {"text": "Bye now.", "start": 2000, "end": 3000}])";
    const QByteArray words = R"({"words": [{"text": "Hi.", "start": 0, "end": 900, "sentence_index": 0},
        {"text": "Bye", "start": 2000, "end": 2400}, {"text": "now.", "start": 2400, "end": 3000, "sentence_index": 1}]})";
    const Result<Input> both = readSentencesAndWords(sentences, words);
    QVERIFY2(both.has_value(), both ? "" : qPrintable(both.error().text()));
    QCOMPARE(both->request.transcript.words.at(1).sentenceIndex, 1);
    QCOMPARE(both->request.transcript.wordTimes, TimeOrigin::Exact);

    const Result<Input> onlySentences = readSentencesAndWords(sentences, {});
    QCOMPARE(onlySentences->request.transcript.wordTimes, TimeOrigin::Estimated);
    QCOMPARE(onlySentences->request.transcript.words.size(), 3);

    const Result<Input> onlyWords = readSentencesAndWords({}, words);
    QCOMPARE(onlyWords->request.transcript.sentences.size(), 2);
}

void InputReaderTest::sentencesAndWordsRefuse_data()
{
    QTest::addColumn<QByteArray>("sentences");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("place");
    const QByteArray good = "[" + oneSentence + "]";
    QTest::newRow("nothing") << QByteArray() << QByteArray() << u"input"_s;
    QTest::newRow("empty lists") << QByteArray("[]") << QByteArray("[]") << u"input"_s;
    QTest::newRow("broken") << QByteArray("[{") << QByteArray() << u"sentences, line 1"_s;
    QTest::newRow("no list") << QByteArray("{}") << QByteArray() << u"sentences"_s;
    QTest::newRow("wrong type") << good << QByteArray(R"([{"text": 1, "start": 0, "end": 1}])") << u"words, /0/text"_s;
    QTest::newRow("sentence that is not there")
        << good << QByteArray(R"([{"text": "a", "start": 0, "end": 1, "sentence_index": 9}])")
        << u"/words/0/sentence_index"_s;
}

void InputReaderTest::sentencesAndWordsRefuse()
{
    QFETCH(const QByteArray, sentences);
    QFETCH(const QByteArray, words);
    QFETCH(const QString, place);
    const Result<Input> input = readSentencesAndWords(sentences, words);
    QVERIFY(!input);
    QVERIFY2(input.error().place.startsWith(place), qPrintable(input.error().text()));
}

void InputReaderTest::sampleInterviewAgreesInAllForms()
{
    const Result<Input> payload = readInput(resourceFile(u"interview.payload.json"_s), QString());
    QVERIFY(payload.has_value());
    const TimeSpan whole = payload->request.transcript.span();
    for (const QString &name : {u"interview.srt"_s, u"interview.vtt"_s}) {
        const Result<Input> captions = readInput(resourceFile(name), name);
        QVERIFY(captions.has_value());
        const Transcript &transcript = captions->request.transcript;
        QCOMPARE(brokenPromise(transcript), QString());
        QCOMPARE(transcript.span(), whole);
        QCOMPARE(captions->speakers.size(), 2);
        QCOMPARE(transcript.language, u"en"_s);
        QCOMPARE(transcript.sentences.size(), payload->request.transcript.sentences.size());
        QCOMPARE(transcript.words.size() + captions->sounds.size(), payload->request.transcript.words.size());
    }
}

void InputReaderTest::writtenRequestReadsBack()
{
    const Result<Input> captions = readInput(resourceFile(u"interview.vtt"_s), u"interview.vtt"_s);
    QVERIFY(captions.has_value());
    const QByteArray bytes = writeRequest(captions->request, JsonWriter::Layout::Indented, true);
    const Result<Input> again = readInput(bytes, u"other.json"_s);
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().text()));
    QCOMPARE(again->request.transcript.sentences, captions->request.transcript.sentences);
    QCOMPARE(again->request.transcript.words, captions->request.transcript.words);
    QCOMPARE(again->request.metadataText(u"video_title"), u"interview"_s);
}

#include "tst_inputreader.moc"
