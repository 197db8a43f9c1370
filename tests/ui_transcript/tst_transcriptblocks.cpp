// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptblocks.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class TranscriptBlocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_data();
    void ranges();
    void foreignWordsHaveNoPlace();
    void oneBlockPerSentence();
    void longSentenceIsCut();
    void longTextWithoutWordsIsCut();
    void hugeWordIsCut();
    void wordsWithoutTextMakeBlocks();
    void findsBlocks();
};

VIRAL_TEST(TranscriptBlocksTest)

namespace {

QList<Word> wordsOf(const QStringList &texts, int sentence = 0)
{
    QList<Word> words;
    for (const QString &text : texts)
        words.append(
            {.text = text, .span = spanMs(words.size() * 100, words.size() * 100 + 100), .sentenceIndex = sentence});
    return words;
}

QString drawn(const std::vector<CharRange> &ranges)
{
    QStringList texts;
    for (const CharRange &range : ranges)
        texts.append(u"%1-%2"_s.arg(range.start).arg(range.end));
    return texts.join(u' ');
}

Transcript oneSentence(const QString &text, const QList<Word> &words)
{
    return {.language = u"en"_s, .sentences = {{.text = text, .span = spanMs(0, 100000)}}, .words = words};
}

/// Every character and every word is in exactly one block.
void checkWhole(const TranscriptBlocks &blocks, int characters, int words)
{
    int character = 0;
    int word = 0;
    for (int i = 0; i < blocks.count(); ++i) {
        QCOMPARE(blocks[i].text.start, character);
        QCOMPARE(blocks[i].words.first, word);
        QVERIFY(blocks[i].text.end >= character && blocks[i].words.end >= word);
        QVERIFY(blocks[i].text.length() <= 2 * TranscriptBlocks::mostCharacters);
        QVERIFY(blocks[i].words.end - blocks[i].words.first <= TranscriptBlocks::mostWords);
        QCOMPARE(blocks[i].startsSentence, i == 0);
        character = blocks[i].text.end;
        word = blocks[i].words.end;
    }
    QCOMPARE(character, characters);
    QCOMPARE(word, words);
}

} // namespace

void TranscriptBlocksTest::ranges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"So it goes."_s << QStringList{u"So"_s, u"it"_s, u"goes."_s} << u"0-2 3-5 6-11"_s;
    QTest::newRow("punctuation of its own")
        << u"«So», it – goes …"_s << QStringList{u"So"_s, u"it"_s, u"goes"_s} << u"1-3 6-8 11-15"_s;
    QTest::newRow("no spaces") << u"静かな夜"_s << QStringList{u"静か"_s, u"な"_s, u"夜"_s} << u"0-2 2-3 3-4"_s;
    QTest::newRow("same word twice") << u"no no no"_s << QStringList{u"no"_s, u"no"_s, u"no"_s} << u"0-2 3-5 6-8"_s;
    QTest::newRow("one is missing") << u"So it goes"_s << QStringList{u"So"_s, u"there"_s, u"goes"_s}
                                    << u"0-2 2-2 6-10"_s;
    QTest::newRow("spaces around") << u"So it"_s << QStringList{u" So"_s, u"it "_s} << u"0-2 3-5"_s;
    QTest::newRow("empty word") << u"So"_s << QStringList{QString(), u"So"_s} << u"0-0 0-2"_s;
    QTest::newRow("too far away") << QString(100, u'x') + u" end"_s << QStringList{u"end"_s} << u"0-0"_s;
    QTest::newRow("no text") << QString() << QStringList{u"So"_s} << u"0-0"_s;
    QTest::newRow("no words") << u"So"_s << QStringList{} << QString();
}

void TranscriptBlocksTest::ranges()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, words);
    QTEST(drawn(wordRanges(text, wordsOf(words), 0)), "expected");
}

void TranscriptBlocksTest::foreignWordsHaveNoPlace()
{
    QList<Word> words = wordsOf({u"So"_s, u"it"_s, u"it"_s});
    words[1].sentenceIndex = 7;
    QCOMPARE(drawn(wordRanges(u"So it"_s, words, 0)), u"0-2 2-2 3-5"_s);
}

void TranscriptBlocksTest::oneBlockPerSentence()
{
    Transcript transcript{.language = u"en"_s,
                          .sentences = {{.text = u"So it goes."_s, .span = spanMs(0, 300), .speakerId = u"a"_s},
                                        {.text = u"Yes."_s, .span = spanMs(300, 400), .speakerId = u"a"_s},
                                        {.text = u"No."_s, .span = spanMs(400, 500), .speakerId = u"b"_s}},
                          .words = wordsOf({u"So"_s, u"it"_s, u"goes."_s, u"Yes."_s, u"No."_s})};
    transcript.words[3].sentenceIndex = 1;
    transcript.words[4].sentenceIndex = 2;
    const TranscriptBlocks blocks{TranscriptIndex(transcript)};
    QCOMPARE(blocks.count(), 3);
    QCOMPARE(blocks[0], (TranscriptBlock{.sentence = 0, .text = {0, 11}, .words = {0, 3}, .startsSpeaker = true}));
    QCOMPARE(blocks[1], (TranscriptBlock{.sentence = 1, .text = {0, 4}, .words = {3, 4}, .startsSpeaker = false}));
    QCOMPARE(blocks[2], (TranscriptBlock{.sentence = 2, .text = {0, 3}, .words = {4, 5}, .startsSpeaker = true}));
    QCOMPARE(TranscriptBlocks(TranscriptIndex()).count(), 0);
}

void TranscriptBlocksTest::longSentenceIsCut()
{
    QStringList texts;
    for (int i = 0; i < 1000; ++i)
        texts.append(u"word%1"_s.arg(i));
    const QString text = texts.join(u' ');
    const TranscriptBlocks blocks{TranscriptIndex(oneSentence(text, wordsOf(texts)))};
    QCOMPARE(blocks.count(), 13);
    checkWhole(blocks, int(text.size()), 1000);
    // Cut before a word.
    QCOMPARE(text.mid(blocks[1].text.start, 6), u"word80"_s);
}

void TranscriptBlocksTest::longTextWithoutWordsIsCut()
{
    const QString text = QString(u"so it goes "_s).repeated(1000);
    Transcript transcript = oneSentence(text, {});
    transcript.wordTimes = TimeOrigin::None;
    const TranscriptBlocks blocks{TranscriptIndex(transcript)};
    QVERIFY(blocks.count() > 5);
    checkWhole(blocks, int(text.size()), 0);
}

void TranscriptBlocksTest::hugeWordIsCut()
{
    const QString emoji = QString(u"😀"_s).repeated(3000);
    const TranscriptBlocks blocks{TranscriptIndex(oneSentence(u"So "_s + emoji, wordsOf({u"So"_s, emoji})))};
    checkWhole(blocks, 6003, 2);
    for (int i = 1; i < blocks.count(); ++i)
        QVERIFY(!(u"So "_s + emoji)[blocks[i].text.start].isLowSurrogate());
}

void TranscriptBlocksTest::wordsWithoutTextMakeBlocks()
{
    QStringList texts;
    for (int i = 0; i < 200; ++i)
        texts.append(u"w"_s);
    checkWhole(TranscriptBlocks{TranscriptIndex(oneSentence(QString(), wordsOf(texts)))}, 0, 200);
}

void TranscriptBlocksTest::findsBlocks()
{
    QStringList texts;
    for (int i = 0; i < 170; ++i)
        texts.append(u"word"_s);
    Transcript transcript = oneSentence(texts.join(u' '), wordsOf(texts));
    transcript.sentences.append({.text = u"End."_s, .span = spanMs(100000, 100100)});
    transcript.words.append({.text = u"End."_s, .span = spanMs(100000, 100100), .sentenceIndex = 1});
    const TranscriptBlocks blocks{TranscriptIndex(transcript)};
    QCOMPARE(blocks.count(), 4);
    QCOMPARE(blocks.blockAt(0, 0), 0);
    QCOMPARE(blocks.blockAt(0, 399), 0);
    QCOMPARE(blocks.blockAt(0, 400), 1);
    QCOMPARE(blocks.blockAt(0, 100000), 2);
    QCOMPARE(blocks.blockAt(1, 0), 3);
    QCOMPARE(blocks.blockOfWord(0, 79), 0);
    QCOMPARE(blocks.blockOfWord(0, 80), 1);
    QCOMPARE(blocks.blockOfWord(0, 169), 2);
    QCOMPARE(blocks.blockOfWord(1, 170), 3);
}

#include "tst_transcriptblocks.moc"
