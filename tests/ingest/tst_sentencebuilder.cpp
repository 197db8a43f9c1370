// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sentencebuilder.h"

#include "core/ingest/wordspreader.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class SentenceBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void punctuation_data();
    void punctuation();
    void longSilenceEndsSentence();
    void lackingPunctuation_data();
    void lackingPunctuation();
    void pauses();
    void pausesWithoutGapsCutAtUnits();
    void hardStopAtTwentySeconds();
    void endlessFirstWordStandsAlone();
    void givenMarks();
    void capsByWords();
    void capsByTimeAtLongestPause();
    void capsAtCommaWithoutPause();
    void oneEndlessWordIsLeft();
    void nothingSaid();
};

VIRAL_TEST(SentenceBuilderTest)

namespace {

/// Words of 300 ms without gaps.
std::vector<SpokenWord> wordsFrom(const QString &text)
{
    const auto segmenter = dictionarySegmenter();
    const QList<SpokenWord> list = wordsOf(text, *segmenter);
    std::vector<SpokenWord> words(list.begin(), list.end());
    Milliseconds time{0};
    for (SpokenWord &word : words) {
        word.span = {time, time + 300ms};
        time += 300ms;
    }
    return words;
}

void pauseAfter(std::vector<SpokenWord> &words, std::size_t index, Milliseconds pause)
{
    for (std::size_t i = index + 1; i < words.size(); ++i)
        words[i].span = {words[i].span.start + pause, words[i].span.end + pause};
}

QStringList sentences(const std::vector<SpokenWord> &words, SentenceMarks marks, QStringView language = u"en")
{
    Repairs repairs;
    QStringList result;
    std::size_t first = 0;
    for (const std::size_t end : sentenceEnds(words, marks, language, repairs)) {
        result.append(joinedText(std::span(words).subspan(first, end - first)));
        first = end;
    }
    return result;
}

std::vector<std::size_t> ends(const std::vector<SpokenWord> &words, SentenceMarks marks, qsizetype longOnes = 0)
{
    Repairs repairs;
    const auto result = sentenceEnds(words, marks, u"en", repairs);
    const qsizetype counted = repairs.count(Repair::LongSentence);
    return counted == longOnes ? result : std::vector<std::size_t>{};
}

} // namespace

void SentenceBuilderTest::punctuation_data()
{
    QTest::addColumn<QString>("language");
    // Sentences between bars; the text is what stands between, joined.
    QTest::addColumn<QString>("marked");
    QTest::newRow("plain") << u"en"_s << u"We opened.|Nobody came!|Why?|I know…"_s;
    QTest::newRow("quotes") << u"en"_s << u"“Go.”|He left (at last).|‘Why?’|Nobody knew."_s;
    QTest::newRow("asked in quotes") << u"en"_s << u"“Really?” he asked.|Yes."_s;
    QTest::newRow("small letter begins") << u"en"_s << u"it was new.|so we stayed."_s;
    QTest::newRow("ellipsis goes on") << u"en"_s << u"I thought... well, no.|Wait…|No."_s;
    QTest::newRow("titles") << u"en"_s << u"Mr. Smith met Dr. Weiss vs. St. Mary.|They talked."_s;
    QTest::newRow("initials") << u"en"_s << u"J. R. Tolkien wrote it.|It sold."_s;
    QTest::newRow("letters with points")
        << u"en"_s << u"The U.S. Senate met at 9 a.m. Monday.|He left at 5 p.m.|Then it rained."_s;
    QTest::newRow("no as answer, no as number") << u"en"_s << u"No.|That is No. 5 on the list."_s;
    QTest::newRow("inside a word") << u"en"_s << u"See example.com or 3.14 for v2.0.1 today.|Done."_s;
    QTest::newRow("inside brackets") << u"en"_s << u"He came (it was late. very late) and left.|Done."_s;
    QTest::newRow("open bracket forgets")
        << u"en"_s << QString(u"He ( "_s + u"said so "_s.repeated(20) + u"today.|Then he left."_s);
    QTest::newRow("German") << u"de"_s << u"Am 3. Oktober kam Dr. Weiß, d. h. z. B. mit Kuchen.|Gut."_s;
    QTest::newRow("German year") << u"de"_s << u"Das war 1989.|Danach kam ich."_s;
    QTest::newRow("Spanish") << u"es"_s << u"La Sra. Pérez vino.|¿Por qué?|¡No lo sé!"_s;
    QTest::newRow("French") << u"fr"_s << u"M. Dupont est là !|Pourquoi ?|Parce que."_s;
    QTest::newRow("Japanese") << u"ja"_s << u"難しいですか？|いいえ。|「はい。」"_s;
    QTest::newRow("Arabic") << u"ar"_s << u"هل تعرف؟|نعم."_s;
    QTest::newRow("Urdu") << u"ur"_s << u"یہ ہے۔|ٹھیک ہے۔"_s;
    QTest::newRow("Hindi") << u"hi"_s << u"यह है।|ठीक है।"_s;
    QTest::newRow("Greek question") << u"el"_s << u"Τι κάνεις;|Καλά."_s;
    QTest::newRow("semicolon elsewhere") << u"en"_s << u"I came; I saw."_s;
    QTest::newRow("no mark at the end") << u"en"_s << u"Yes.|and then"_s;
}

void SentenceBuilderTest::punctuation()
{
    QFETCH(const QString, language);
    QFETCH(const QString, marked);
    const bool isJapanese = language == u"ja";
    const QString text = QString(marked).replace(u'|', isJapanese ? u""_s : u" "_s);
    QCOMPARE(sentences(wordsFrom(text), SentenceMarks::Punctuation, language), marked.simplified().split(u'|'));
}

void SentenceBuilderTest::longSilenceEndsSentence()
{
    auto words = wordsFrom(u"there were exactly twenty this place is yours."_s);
    pauseAfter(words, 3, 3999ms);
    QCOMPARE(ends(words, SentenceMarks::Punctuation), (std::vector<std::size_t>{8}));
    pauseAfter(words, 3, 1ms);
    QCOMPARE(ends(words, SentenceMarks::Punctuation), (std::vector<std::size_t>{4, 8}));
}

void SentenceBuilderTest::lackingPunctuation_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isLacking");
    const QString word = u"word "_s;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("none") << u"so we left"_s << true;
    QTest::newRow("one in 100") << word.repeated(99) + u"end."_s << false;
    QTest::newRow("one in 101") << word.repeated(100) + u"end."_s << true;
}

void SentenceBuilderTest::lackingPunctuation()
{
    QFETCH(const QString, text);
    PunctuationCount count;
    count.add(wordsFrom(text), u"en");
    QTEST(count.isLacking(), "isLacking");
}

void SentenceBuilderTest::pauses()
{
    auto words = wordsFrom(u"word "_s.repeated(20));
    pauseAfter(words, 4, 699ms);
    QCOMPARE(ends(words, SentenceMarks::Pauses), (std::vector<std::size_t>{20}));
    pauseAfter(words, 9, 700ms);
    QCOMPARE(ends(words, SentenceMarks::Pauses), (std::vector<std::size_t>{10, 20}));
}

void SentenceBuilderTest::pausesWithoutGapsCutAtUnits()
{
    auto words = wordsFrom(u"word "_s.repeated(60));
    words[9].endsUnit = words[34].endsUnit = true;
    QCOMPARE(ends(words, SentenceMarks::Pauses).front(), std::size_t(35));
}

void SentenceBuilderTest::hardStopAtTwentySeconds()
{
    auto words = wordsFrom(u"word "_s.repeated(40));
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i].span = {Milliseconds(1000 * qint64(i)), Milliseconds(1000 * qint64(i) + 1000)};
    pauseAfter(words, 15, 200ms);
    pauseAfter(words, 25, 300ms);
    for (const std::size_t end : ends(words, SentenceMarks::Pauses))
        QVERIFY(end > 0);
    QCOMPARE(ends(words, SentenceMarks::Pauses).front(), std::size_t(16));
    std::size_t first = 0;
    for (const std::size_t end : ends(words, SentenceMarks::Pauses)) {
        QVERIFY(words[end - 1].span.end - words[first].span.start <= 20s);
        first = end;
    }
    QCOMPARE(first, words.size());
}

void SentenceBuilderTest::endlessFirstWordStandsAlone()
{
    auto words = wordsFrom(u"ohm so"_s);
    words[0].span = {0ms, 25s};
    words[1].span = {25s, 26s};
    QCOMPARE(ends(words, SentenceMarks::Pauses), (std::vector<std::size_t>{1, 2}));
}

void SentenceBuilderTest::givenMarks()
{
    auto words = wordsFrom(u"yes. and then no"_s);
    words[2].endsSentence = true;
    QCOMPARE(ends(words, SentenceMarks::Given), (std::vector<std::size_t>{3, 4}));
}

void SentenceBuilderTest::capsByWords()
{
    const auto fits = wordsFrom(u"word "_s.repeated(119) + u"end."_s);
    QCOMPARE(ends(fits, SentenceMarks::Punctuation), (std::vector<std::size_t>{120}));
    const auto tooMany = wordsFrom(u"word "_s.repeated(500) + u"end."_s);
    std::size_t first = 0;
    for (const std::size_t end : ends(tooMany, SentenceMarks::Punctuation, 1)) {
        QVERIFY(end - first <= 120);
        first = end;
    }
    QCOMPARE(first, tooMany.size());
}

void SentenceBuilderTest::capsByTimeAtLongestPause()
{
    auto words = wordsFrom(u"word "_s.repeated(69) + u"end."_s);
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i].span = {Milliseconds(1000 * qint64(i)), Milliseconds(1000 * qint64(i) + 950)};
    pauseAfter(words, 40, 400ms);
    QCOMPARE(ends(words, SentenceMarks::Punctuation, 1), (std::vector<std::size_t>{41, 70}));
}

void SentenceBuilderTest::capsAtCommaWithoutPause()
{
    const auto words = wordsFrom(u"word "_s.repeated(99) + u"here, "_s + u"word "_s.repeated(49) + u"end."_s);
    QCOMPARE(ends(words, SentenceMarks::Punctuation, 1), (std::vector<std::size_t>{100, 150}));
}

void SentenceBuilderTest::oneEndlessWordIsLeft()
{
    auto words = wordsFrom(u"Ohm. Yes."_s);
    words[0].span = {0ms, 600s};
    words[1].span = {600s, 601s};
    QCOMPARE(ends(words, SentenceMarks::Punctuation), (std::vector<std::size_t>{1, 2}));
}

void SentenceBuilderTest::nothingSaid()
{
    for (const auto marks : {SentenceMarks::Punctuation, SentenceMarks::Pauses, SentenceMarks::Given})
        QVERIFY(ends({}, marks).empty());
}

#include "tst_sentencebuilder.moc"
