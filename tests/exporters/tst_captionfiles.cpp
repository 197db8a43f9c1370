// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/clipcaptions.h"
#include "tests/exporters/exportsamples.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class CaptionFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAtTheWords();
    void cutsAWordThatIsHardlyHeard_data();
    void cutsAWordThatIsHardlyHeard();
    void linesHold_data();
    void linesHold();
    void scriptsWithoutBlanksGetNone();
    void tooShortIsLeftOut();
    void subRip();
    void webVtt();
    void beginsAtTheCutPicture();
    void silenceIsSaid();
    void hostile();
    void wordsMixedBetweenSpeakers();
    void growsWithTheWords();
};

VIRAL_TEST(CaptionFilesTest)

namespace {

/// Words of 500 ms each with 100 ms between, in sentences parted at '|', from \a startMs on.
Transcript said(const QString &text, qint64 startMs = 0)
{
    Transcript transcript;
    qint64 at = startMs;
    for (const QString &part : text.split(u'|')) {
        Sentence sentence{.text = part.trimmed(), .span = spanMs(at, at)};
        for (const QString &word : sentence.text.split(u' ', Qt::SkipEmptyParts)) {
            transcript.words.append(
                {.text = word, .span = spanMs(at, at + 500), .sentenceIndex = int(transcript.sentences.size())});
            sentence.span.end = Milliseconds{at + 500};
            at += 600;
        }
        transcript.sentences.append(sentence);
    }
    return transcript;
}

QStringList texts(const QList<Caption> &captions)
{
    QStringList list;
    for (const Caption &caption : captions)
        list.append(caption.text);
    return list;
}

Selects withWords(Selects selects, const Transcript &transcript)
{
    selects.transcript = transcript;
    return selects;
}

} // namespace

void CaptionFilesTest::partsAtTheWords()
{
    const Transcript transcript =
        said(u"Nobody tells you this when you start, but the first three years are the ones that really count most of "
             "all. | Yes."_s,
             10'000);
    const QList<Caption> captions = clipCaptions(TranscriptIndex(transcript), spanMs(10'000, 60'000));
    QCOMPARE(texts(captions),
             (QStringList{u"Nobody tells you this when you start, but\nthe first three years are the ones that"_s,
                          u"really count most of all."_s, u"Yes."_s}));
    QCOMPARE(captions.at(0).span, spanMs(0, 16 * 600 - 100));
    QCOMPARE(captions.at(1).span.start, Milliseconds{16 * 600});
}

void CaptionFilesTest::cutsAWordThatIsHardlyHeard_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<bool>("exact");
    QTest::addColumn<QStringList>("expected");
    const QString all = u"one two three four"_s;
    QTest::newRow("all") << qint64(0) << qint64(2300) << true << QStringList{all};
    QTest::newRow("most of the first is heard") << qint64(200) << qint64(2300) << true << QStringList{all};
    QTest::newRow("hardly") << qint64(300) << qint64(2300) << true << QStringList{u"two three four"_s};
    QTest::newRow("the last is cut") << qint64(0) << qint64(1900) << true << QStringList{u"one two three"_s};
    QTest::newRow("times are guessed") << qint64(300) << qint64(1900) << false << QStringList{all};
    QTest::newRow("nothing is said") << qint64(5000) << qint64(9000) << true << QStringList{};
}

void CaptionFilesTest::cutsAWordThatIsHardlyHeard()
{
    QFETCH(const qint64, from);
    QFETCH(const qint64, to);
    QFETCH(const bool, exact);
    Transcript transcript = said(u"one two three four"_s);
    transcript.wordTimes = exact ? TimeOrigin::Exact : TimeOrigin::Estimated;
    const QList<Caption> captions = clipCaptions(TranscriptIndex(transcript), spanMs(from, to));
    QTEST(texts(captions), "expected");
    for (const Caption &caption : captions) {
        QVERIFY(caption.span.start >= Milliseconds{0});
        QVERIFY(caption.span.end <= Milliseconds{to - from});
    }
}

void CaptionFilesTest::linesHold_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("english") << QStringList(80, u"Maybe"_s).join(u' ');
    QTest::newRow("long words") << QStringList(30, u"Geschwindigkeitsbegrenzung"_s).join(u' ');
    QTest::newRow("wide") << QStringList(60, u"三時間の法則"_s).join(u' ');
    QTest::newRow("marks") << QStringList(60, u"e\u0301te\u0301"_s).join(u' ');
}

void CaptionFilesTest::linesHold()
{
    QFETCH(const QString, text);
    const QList<Caption> captions = clipCaptions(TranscriptIndex(said(text)), spanMs(0, 90'000));
    QVERIFY(captions.size() > 2);
    QStringList words;
    for (const Caption &caption : captions) {
        const QStringList lines = caption.text.split(u'\n');
        QVERIFY(lines.size() <= 2);
        for (const QString &line : lines) {
            const bool isWide = line.contains(u'三');
            QVERIFY2((isWide ? 2 : 1) * line.size() - (isWide ? line.count(u' ') : 0) <=
                         captionColumns + 2 * line.count(u'\u0301'),
                     qPrintable(line));
        }
        words += caption.text.split(QRegularExpression(u"\\s"_s));
    }
    QCOMPARE(words.join(u' '), text);
}

void CaptionFilesTest::scriptsWithoutBlanksGetNone()
{
    Transcript transcript;
    transcript.sentences = {{.text = u"誰も話さない。"_s, .span = spanMs(0, 1500)}};
    transcript.words = {{.text = u"誰も"_s, .span = spanMs(0, 500)},
                        {.text = u"話さない。"_s, .span = spanMs(500, 1500)}};
    QCOMPARE(texts(clipCaptions(TranscriptIndex(transcript), spanMs(0, 5000))), QStringList{u"誰も話さない。"_s});
}

void CaptionFilesTest::tooShortIsLeftOut()
{
    Transcript transcript;
    transcript.wordTimes = TimeOrigin::Estimated;
    transcript.sentences = {{.text = u"Before."_s, .span = spanMs(0, 1039)},
                            {.text = u"Inside."_s, .span = spanMs(1100, 1140)}};
    QCOMPARE(texts(clipCaptions(TranscriptIndex(transcript), spanMs(1000, 5000))), QStringList{u"Inside."_s});
}

void CaptionFilesTest::subRip()
{
    const Selects selects = withWords(selectsOf({selectedMoment(u"A <b>/ B"_s, 10'000, 60'000)}, {}),
                                      said(u"Fish & chips | <i>Right</i>?"_s, 10'000));
    const Exported files = exported("srt", selects);
    QCOMPARE(files.files.size(), 1);
    QCOMPARE(files.files.at(0).name, u"01 A b B.srt"_s);
    QCOMPARE(files.files.at(0).bytes, QByteArray("1\r\n00:00:00,000 --> 00:00:01,700\r\nFish & chips\r\n\r\n"
                                                 "2\r\n00:00:01,800 --> 00:00:02,300\r\n<i>Right</i>?\r\n\r\n"));
    QCOMPARE(files.warnings, QStringList{});
}

void CaptionFilesTest::webVtt()
{
    const Selects selects = withWords(selectsOf({selectedMoment(u"A"_s, 10'000, 60'000)}, {}),
                                      said(u"Fish & chips --> now | <i>Right</i>?"_s, 10'000));
    QCOMPARE(exported("vtt", selects).files.at(0).bytes,
             QByteArray("WEBVTT\n\n00:00:00.000 --> 00:00:02.900\nFish &amp; chips --&gt; now\n\n"
                        "00:00:03.000 --> 00:00:03.500\n&lt;i&gt;Right&lt;/i&gt;?\n\n"));
}

void CaptionFilesTest::beginsAtTheCutPicture()
{
    // 10 010 ms lie nearest to the beginning of picture 300 of 29.97, which is shown from 10 010.0 ms on.
    const Selects selects = withWords(selectsOf({selectedMoment(u"A"_s, 10'000, 60'000)}, sampleMedia({30'000, 1001})),
                                      said(u"Now"_s, 10'510));
    QVERIFY(exported("srt", selects).files.at(0).bytes.startsWith("1\r\n00:00:00,500 -->"));
}

void CaptionFilesTest::silenceIsSaid()
{
    Selects selects = withWords(selectsOf({selectedMoment(u"Quiet"_s, 50'000, 95'000)}, {}), said(u"Early."_s));
    Exported files = exported("vtt", selects);
    QCOMPARE(files.files.at(0).bytes, QByteArray("WEBVTT\n\n"));
    QCOMPARE(files.warnings.size(), 1);
    QVERIFY(files.warnings.at(0).contains(u"Quiet"));
    selects.transcript.wordTimes = TimeOrigin::Estimated;
    QCOMPARE(exported("vtt", selects).warnings.size(), 2);
}

void CaptionFilesTest::hostile()
{
    QRandomGenerator random(7);
    Transcript transcript = said(u"One two three. | Four five"_s);
    transcript.words[1].text = u"\r\n\r\n2\r\n00:00:00,000 --> 00:00:09,000\r\nfake"_s;
    transcript.sentences[1].text = u"x\n\n-->\u2028"_s + QChar(0xd800);
    transcript.words[3].text.clear();
    const Selects selects = withWords(hostileSelects(random, 200, {}), transcript);
    const Exported files = exported("srt", selects);
    QCOMPARE(files.files.size(), 200);
    for (const ExportedFile &file : files.files) {
        QVERIFY(!file.name.contains(u'/'));
        // An empty line ends a caption, so there is one for each and no more.
        QCOMPARE(file.bytes.count("\r\n\r\n"), file.bytes.count(" --> ") - file.bytes.count("fake"));
    }
}

void CaptionFilesTest::wordsMixedBetweenSpeakers()
{
    Transcript transcript;
    transcript.sentences = {{.text = u"one three"_s, .span = spanMs(0, 2500)},
                            {.text = u"two four"_s, .span = spanMs(600, 3500)}};
    const QStringList words{u"one"_s, u"two"_s, u"three"_s, u"four"_s};
    for (int i = 0; i < 4; ++i)
        transcript.words.append({.text = words.at(i), .span = spanMs(i * 800, i * 800 + 500), .sentenceIndex = i % 2});
    QCOMPARE(texts(clipCaptions(TranscriptIndex(transcript), spanMs(0, 9000))),
             (QStringList{u"one three"_s, u"two four"_s}));
}

// Each of these takes hours where something is looked for again and again.
void CaptionFilesTest::growsWithTheWords()
{
    constexpr int count = 200'000;
    Transcript atOnce;
    for (int i = 0; i < count; ++i) {
        atOnce.sentences.append({.text = u"yes"_s, .span = spanMs(i, 2 * count)});
        atOnce.words.append({.text = u"yes"_s, .span = spanMs(i, i + 50), .sentenceIndex = i});
    }
    for (int i = 0; i < count; ++i)
        atOnce.words.append({.text = u"no"_s, .span = spanMs(count + i, count + i + 50), .sentenceIndex = i});
    QCOMPARE(clipCaptions(TranscriptIndex(atOnce), spanMs(0, 2 * count)).size(), count);

    Transcript endless;
    endless.sentences = {{.text = u"x"_s.repeated(count * 20), .span = spanMs(0, count)}};
    for (int i = 0; i < count; ++i)
        endless.words.append({.text = u"word"_s, .span = spanMs(i, i + 50)});
    QVERIFY(clipCaptions(TranscriptIndex(endless), spanMs(0, count)).size() > count / 20);

    Transcript marks;
    marks.sentences = {{.text = u"\u0301"_s.repeated(count), .span = spanMs(0, count)}};
    for (int i = 0; i < count / 10; ++i)
        marks.words.append({.text = u"\u0301"_s, .span = spanMs(i, i + 50)});
    QVERIFY(!clipCaptions(TranscriptIndex(marks), spanMs(0, count)).isEmpty());
}

#include "tst_captionfiles.moc"
