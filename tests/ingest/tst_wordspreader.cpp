// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/wordspreader.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class WordSpreaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void wordsByCharacter();
    void segmenterLosesNothing();
    void weights_data();
    void weights();
    void tilesExactly_data();
    void tilesExactly();
    void longerWordsGetMore();
    void textLeftStanding();
    void spaces_data();
    void spaces();
};

VIRAL_TEST(WordSpreaderTest)

namespace {

QStringList texts(const QList<SpokenWord> &words)
{
    QStringList result;
    for (const SpokenWord &word : words)
        result.append(word.text);
    return result;
}

} // namespace

void WordSpreaderTest::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("only marks") << u" … – ! "_s << QStringList();
    QTest::newRow("plain") << u"So,  we left."_s << QStringList{u"So,"_s, u"we"_s, u"left."_s};
    QTest::newRow("French space") << u"Voilà ! Et « toi » ?"_s << QStringList{u"Voilà !"_s, u"Et"_s, u"« toi » ?"_s};
    QTest::newRow("mark in front") << u"– so"_s << QStringList{u"– so"_s};
    QTest::newRow("Spanish") << u"¿ Qué ?"_s << QStringList{u"¿ Qué ?"_s};
    QTest::newRow("Korean keeps spaces") << u"오늘은 강의를"_s << QStringList{u"오늘은"_s, u"강의를"_s};
    QTest::newRow("Arabic") << u"هل تعرف؟"_s << QStringList{u"هل"_s, u"تعرف؟"_s};
    QTest::newRow("Chinese") << u"量子力学，很难。"_s << QStringList{u"量子力学，"_s, u"很"_s, u"难。"_s};
    QTest::newRow("Japanese and Latin") << u"iPhoneを買う"_s << QStringList{u"iPhone"_s, u"を"_s, u"買う"_s};
    QTest::newRow("opening bracket") << u"「実験」を"_s << QStringList{u"「実験」"_s, u"を"_s};
    QTest::newRow("Thai") << u"สวัสดีครับ"_s << QStringList{u"สวัสดี"_s, u"ครับ"_s};
}

void WordSpreaderTest::words()
{
    QFETCH(const QString, text);
    const QList<SpokenWord> words = wordsOf(text, *dictionarySegmenter());
    QTEST(texts(words), "expected");
    if (!words.isEmpty())
        QCOMPARE(joinedText(words), text.simplified());
}

void WordSpreaderTest::wordsByCharacter()
{
    const QList<SpokenWord> words = wordsOf(u"量子、か\u3099", CharacterSegmenter());
    QCOMPARE(texts(words), (QStringList{u"量"_s, u"子、"_s, u"か\u3099"_s}));
    QCOMPARE(joinedText(words), u"量子、か\u3099"_s);
}

void WordSpreaderTest::segmenterLosesNothing()
{
    const QString run = u"今日は𠮷野家で量子力学の講義。"_s.repeated(300);
    const auto segmenter = dictionarySegmenter();
    QCOMPARE(segmenter->pieces(run).join(QString()), run);
    QCOMPARE(CharacterSegmenter().pieces(run).join(QString()), run);
    QVERIFY(segmenter->pieces(run).size() < CharacterSegmenter().pieces(run).size());
    QVERIFY(segmenter->pieces({}).isEmpty());
}

void WordSpreaderTest::weights_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<qint64>("weight");
    QTest::newRow("letters and one") << u"bread"_s << qint64(6);
    QTest::newRow("comma") << u"bread,"_s << qint64(9);
    QTest::newRow("stop") << u"bread."_s << qint64(12);
    QTest::newRow("stop in quotes") << u"“bread.”"_s << qint64(12);
    QTest::newRow("characters") << u"量子力学"_s << qint64(4);
    QTest::newRow("characters and mark") << u"ます。"_s << qint64(3);
    QTest::newRow("marks alone") << u"--"_s << qint64(1);
}

void WordSpreaderTest::weights()
{
    QFETCH(const QString, word);
    QTEST(speakingWeight(word), "weight");
}

void WordSpreaderTest::tilesExactly_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::newRow("ordinary") << qint64(1000) << qint64(4001);
    QTest::newRow("no time") << qint64(1000) << qint64(1000);
    QTest::newRow("fewer milliseconds than words") << qint64(5) << qint64(8);
    QTest::newRow("late") << qint64(444441600000) << qint64(444441603333);
}

void WordSpreaderTest::tilesExactly()
{
    QFETCH(const qint64, start);
    QFETCH(const qint64, end);
    QList<SpokenWord> words = wordsOf(u"and then, after forty days, it stopped raining.", CharacterSegmenter());
    spreadOver(spanMs(start, end), words);
    Milliseconds edge(start);
    for (const SpokenWord &word : std::as_const(words)) {
        QCOMPARE(word.span.start, edge);
        QVERIFY(word.span.end >= word.span.start);
        edge = word.span.end;
    }
    QCOMPARE(edge, Milliseconds(end));
}

void WordSpreaderTest::longerWordsGetMore()
{
    QList<SpokenWord> words = wordsOf(u"a considerable one", CharacterSegmenter());
    spreadOver(spanMs(0, 2000), words);
    QVERIFY(words.at(1).span.duration() > 4 * words.at(0).span.duration());
    QVERIFY(words.at(1).span.duration() > 2 * words.at(2).span.duration());
}

void WordSpreaderTest::textLeftStanding()
{
    QList<SpokenWord> words = wordsOf(u"fifteen letters in all to say aloud", CharacterSegmenter());
    const Milliseconds expected = expectedDuration(u"fifteen letters in all to say aloud");
    spreadOver({0ms, 3 * expected}, words);
    QCOMPARE(words.constLast().span.end, 3 * expected);
    spreadOver({0ms, 60s}, words);
    QVERIFY(words.constLast().span.end < 2 * expected);
    QVERIFY(words.constLast().span.end > expected / 2);
}

void WordSpreaderTest::spaces_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("needsSpace");
    QTest::newRow("Latin") << u"a"_s << u"b"_s << true;
    QTest::newRow("Japanese") << u"を"_s << u"し"_s << false;
    QTest::newRow("after a wide stop") << u"。"_s << u"量"_s << false;
    QTest::newRow("long vowel") << u"ー"_s << u"を"_s << false;
    QTest::newRow("mixed") << u"iPhone"_s << u"を"_s << true;
    QTest::newRow("beyond the basic plane") << u"𠮷"_s << u"𠮷"_s << false;
    QTest::newRow("Korean") << u"은"_s << u"강"_s << true;
    QTest::newRow("nothing") << QString() << u"b"_s << false;
}

void WordSpreaderTest::spaces()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    QTEST(needsSpaceBetween(left, right), "needsSpace");
}

#include "tst_wordspreader.moc"
