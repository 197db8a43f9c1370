// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/hookrule.h"
#include "core/analysis/quoterule.h"
#include "core/analysis/tokenalignment.h"
#include "core/base/text.h"

#include "tests/analysis/transcripts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class SpokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();
    void tokensAreLimited();
    void alignment_data();
    void alignment();
    void hookIsFound_data();
    void hookIsFound();
    void hookInOtherScripts();
    void hookLands_data();
    void hookLands();
    void hookIsTrimmed_data();
    void hookIsTrimmed();
    void quotes_data();
    void quotes();
    void quotesInOtherScripts();
    void quotesFromSentencesWithoutWords();
    void quotesStayInTheClip();
    void quotesOfNothing();
    void hostileQuotes();
    void blanksAsInTheTranscript();
};

VIRAL_TEST(SpokenTest)

namespace {

/// Fifty seconds: five sentences of ten.
TranscriptIndex onboarding()
{
    return TranscriptMaker()
        .sentence(u"Let me tell you how it began."_s, 0, 10'000)
        .sentence(u"So we made a three-hour challenge: if they ship one action by lunch, they stay for months."_s,
                  10'000, 20'000)
        .sentence(u"Nobody believed us."_s, 20'000, 30'000)
        .sentence(u"It wasn't luck, it was 41% fewer refunds."_s, 30'000, 40'000)
        .sentence(u"And that is the whole story."_s, 40'000, 50'000)
        .index();
}

} // namespace

void SpokenTest::tokens_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("same");
    QTest::newRow("case and punctuation") << u"Hello, World!"_s << u"hello world"_s << 2 << true;
    QTest::newRow("apostrophes") << u"don’t"_s << u"dont"_s << 1 << true;
    QTest::newRow("apostrophe at the end") << u"the dogs' bowl"_s << u"the dogs bowl"_s << 3 << true;
    QTest::newRow("hyphen separates") << u"three-hour"_s << u"three hour"_s << 2 << true;
    QTest::newRow("numbers") << u"41%"_s << u"41"_s << 1 << true;
    QTest::newRow("different words") << u"stay"_s << u"stays"_s << 1 << false;
    QTest::newRow("order counts") << u"a b"_s << u"b a"_s << 2 << false;
    QTest::newRow("accents composed or not") << u"café"_s << u"cafe\u0301"_s << 1 << true;
    QTest::newRow("accents are letters") << u"café"_s << u"cafe"_s << 1 << false;
    QTest::newRow("sharp s") << u"GROSSE"_s << u"große"_s << 1 << true;
    QTest::newRow("Turkish capital") << u"İyi"_s << u"iyi"_s << 1 << true;
    QTest::newRow("Cyrillic") << u"Привет"_s << u"ПРИВЕТ"_s << 1 << true;
    QTest::newRow("Japanese letters") << u"日本語です"_s << u"日本語 です。"_s << 5 << true;
    QTest::newRow("mixed scripts") << u"iPhoneは新"_s << u"iphone は 新"_s << 3 << true;
    QTest::newRow("Hindi keeps its signs") << u"नियम"_s << u"नियमा"_s << 1 << false;
    QTest::newRow("full width") << u"ＡＢＣ"_s << u"abc"_s << 1 << true;
    QTest::newRow("beyond the first plane") << u"𠮷野"_s << u"𠮷 野"_s << 2 << true;
    QTest::newRow("Cyrillic composed or not") << u"Йод"_s << u"и\u0306од"_s << 1 << true;
    QTest::newRow("Kana composed or not") << u"が"_s << u"か\u3099"_s << 1 << true;
    QTest::newRow("Hangul composed or not") << u"각"_s << u"\u1100\u1161\u11a8"_s << 1 << true;
    QTest::newRow("Arabic composed or not") << u"آن"_s << u"ا\u0653ن"_s << 1 << true;
    QTest::newRow("Arabic marks in any order") << u"ب\u064e\u0651"_s << u"ب\u0651\u064e"_s << 1 << true;
    QTest::newRow("Devanagari composed or not") << u"ऩ"_s << u"न\u093c"_s << 1 << true;
    QTest::newRow("Devanagari taken apart") << u"\u0958र"_s << u"क\u093cर"_s << 1 << true;
    QTest::newRow("Vietnamese composed or not") << u"ĐƯỢC"_s << u"đươ\u0323c"_s << 1 << true;
    QTest::newRow("only punctuation") << u"— …!"_s << u""_s << 0 << true;
    QTest::newRow("broken surrogate") << u"a"_s + QChar(0xd800) + u"b"_s << u"a b"_s << 2 << true;
}

void SpokenTest::tokens()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const int, count);
    const auto tokens = tokensOf(one, 100);
    QCOMPARE(int(tokens.size()), count);
    QTEST(tokens == tokensOf(other, 100), "same");
}

void SpokenTest::tokensAreLimited()
{
    QCOMPARE(tokensOf(u"a b c d"_s, 2).size(), std::size_t{2});
    QCOMPARE(tokensOf(QString(5'000'000, u'x'), 10).size(), std::size_t{1});
    QCOMPARE(tokensOf(u"日"_s.repeated(1'000'000), 120).size(), std::size_t{120});
}

void SpokenTest::alignment_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("slips");
    QTest::addColumn<QString>("expected"); // first-end/slips
    // 0 the 1 quick 2 brown 3 fox 4 jumps 5 over 6 the 7 lazy 8 dog
    QTest::newRow("exact") << u"brown fox"_s << 0 << u"2-4/0"_s;
    QTest::newRow("changed") << u"brown cat jumps"_s << 1 << u"2-5/1"_s;
    QTest::newRow("left out") << u"quick brown jumps over the"_s << 1 << u"1-7/1"_s;
    QTest::newRow("put in") << u"brown old fox jumps"_s << 1 << u"2-5/1"_s;
    QTest::newRow("too many") << u"brown cat sits"_s << 1 << QString();
    QTest::newRow("first of two") << u"the"_s << 0 << u"0-1/0"_s;
    QTest::newRow("whole text") << u"the quick brown fox jumps over the lazy dog"_s << 0 << u"0-9/0"_s;
    QTest::newRow("nothing wanted") << u""_s << 3 << QString();
    QTest::newRow("slips for every word match nothing") << u"x"_s << 1 << QString();
}

void SpokenTest::alignment()
{
    QFETCH(const QString, wanted);
    QFETCH(const int, slips);
    const auto said = tokensOf(u"the quick brown fox jumps over the lazy dog", 100);
    const auto match = align(tokensOf(wanted, 100), said, slips);
    const QString seen = match ? u"%1-%2/%3"_s.arg(match->first).arg(match->end).arg(match->slips) : QString();
    QTEST(seen, "expected");
}

void SpokenTest::hookIsFound_data()
{
    QTest::addColumn<QString>("hook");
    QTest::addColumn<qint64>("start"); // -1 for not said
    QTest::newRow("a whole sentence") << u"Nobody believed us."_s << qint64(20'000);
    QTest::newRow("case and punctuation") << u"“NOBODY… believed, us!”"_s << qint64(20'000);
    QTest::newRow("across sentences") << u"us. It wasn’t luck"_s << qint64(26'666);
    QTest::newRow("not in order") << u"believed nobody"_s << qint64(-1);
    QTest::newRow("part of a word") << u"believe"_s << qint64(-1);
    QTest::newRow("only text for the screen") << u"Want customers to stay?"_s << qint64(-1);
    QTest::newRow("no words") << u"🔥🔥"_s << qint64(-1);
    QTest::newRow("empty") << u""_s << qint64(-1);
}

void SpokenTest::hookIsFound()
{
    QFETCH(const QString, hook);
    const auto found = findHook(hook, spanMs(0, 50'000), onboarding());
    QTEST(found ? qint64(found->start.count()) : qint64(-1), "start");
}

void SpokenTest::hookInOtherScripts()
{
    const TranscriptIndex japanese = TranscriptMaker(u"ja"_s)
                                         .silentSentence(u"初日の習慣がすべてを変える。"_s, 0, 10'000)
                                         .word(u"初日"_s, 0, 2000)
                                         .word(u"の"_s, 2000, 3000)
                                         .word(u"習慣が"_s, 3000, 6000)
                                         .word(u"すべてを"_s, 6000, 8000)
                                         .word(u"変える。"_s, 8000, 10'000)
                                         .index();
    QCOMPARE(findHook(u"習慣がすべて", spanMs(0, 10'000), japanese)->start, Milliseconds{3000});
    QVERIFY(!findHook(u"習慣はすべて", spanMs(0, 10'000), japanese));
    const TranscriptIndex arabic = TranscriptMaker(u"ar"_s).sentence(u"هذه هي قاعدة اليوم الأول"_s, 0, 10'000).index();
    QCOMPARE(findHook(u"قاعدة اليوم!", spanMs(0, 10'000), arabic)->start, Milliseconds{4000});
    const TranscriptIndex hindi = TranscriptMaker(u"hi"_s).sentence(u"यह पहले दिन का नियम"_s, 0, 10'000).index();
    QCOMPARE(findHook(u"पहले दिन", spanMs(0, 10'000), hindi)->start, Milliseconds{2000});
    // Without words a sentence says only where it begins.
    const TranscriptIndex silent = TranscriptMaker().silentSentence(u"Well, here it is."_s, 4000, 9000).index();
    QCOMPARE(findHook(u"here it is", spanMs(0, 10'000), silent)->start, Milliseconds{4000});
}

void SpokenTest::hookLands_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<QString>("hook");
    QTest::addColumn<QString>("expected");
    // Sentence 7 is "s7a s7b s7c s7d s7e.", 70–80 s, its words two seconds each; twelve sentences.
    QTest::newRow("at the start") << qint64(20'000) << qint64(80'000) << u"s2a s2b"_s << u"20000-80000"_s;
    QTest::newRow("exactly two seconds later") << qint64(20'000) << qint64(80'000) << u"s2b s2c"_s << u"20000-80000"_s;
    QTest::newRow("a word later moves the start")
        << qint64(20'000) << qint64(80'000) << u"s2c s2d"_s << u"24000-80000"_s;
    QTest::newRow("the end grows again") << qint64(20'000) << qint64(80'000) << u"s5a"_s << u"50000-90000"_s;
    QTest::newRow("to the very end") << qint64(60'000) << qint64(120'000) << u"s8a"_s << u"80000-120000"_s;
    QTest::newRow("too late") << qint64(60'000) << qint64(120'000) << u"s8b"_s << u"hook-late"_s;
    QTest::newRow("not said") << qint64(20'000) << qint64(80'000) << u"nothing of this"_s << u"20000-80000"_s;
    QTest::newRow("said elsewhere") << qint64(20'000) << qint64(80'000) << u"s9a"_s << u"20000-80000"_s;
}

void SpokenTest::hookLands()
{
    QFETCH(const qint64, start);
    QFETCH(const qint64, end);
    QFETCH(const QString, hook);
    const TranscriptIndex index = TranscriptMaker().numbered(12, 10'000).index();
    const Clip clip{spanMs(start, end), int(start / 10'000), int(end / 10'000) - 1};
    const auto landed = landHook(clip, hook, index);
    QTEST(landed ? u"%1-%2"_s.arg(landed->span.start.count()).arg(landed->span.end.count()) : landed.error().rule,
          "expected");
    if (!landed) {
        QCOMPARE(landed.error().measured, u"22 000 ms"_s);
        QCOMPARE(landed.error().stage, FunnelStage::Hook);
    }
}

void SpokenTest::hookIsTrimmed_data()
{
    QTest::addColumn<QString>("hook");
    QTest::addColumn<QString>("expected");
    QTest::newRow("120 stay") << u"x"_s.repeated(120) << u"x"_s.repeated(120);
    QTest::newRow("cut at a word") << u"word "_s.repeated(24) + u"more"_s << u"word "_s.repeated(24).trimmed();
    QTest::newRow("one line") << u" one\n two "_s << u"one two"_s;
    QTest::newRow("counts code points") << u"🙂"_s.repeated(120) << u"🙂"_s.repeated(120);
}

void SpokenTest::hookIsTrimmed()
{
    QFETCH(const QString, hook);
    const QString trimmed = trimmedHook(hook);
    QTEST(trimmed, "expected");
    QVERIFY(codePointCount(trimmed) <= hookLimit);
}

void SpokenTest::quotes_data()
{
    QTest::addColumn<QString>("proposed");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("source"); // 0 words, 1 sentence, 2 the model's
    const auto row = [](const char *name, const QString &proposed, const QString &expected, QuoteSource source) {
        QTest::newRow(name) << proposed << expected << int(source);
    };
    const QString challenge =
        u"So we made a three-hour challenge: if they ship one action by lunch, they stay for months."_s;
    row("verbatim", challenge, challenge, QuoteSource::Words);
    row("case and punctuation",
        u"so we made a three hour challenge if they ship one action by lunch they stay for months"_s, challenge,
        QuoteSource::Words);
    row("part of a sentence", u"if they ship one action by lunch"_s, u"if they ship one action by lunch,"_s,
        QuoteSource::Words);
    row("across sentences", u"they stay for months nobody believed us"_s,
        u"they stay for months. Nobody believed us."_s, QuoteSource::Words);
    row("half a hyphenated word comes whole", u"hour challenge if they"_s, u"three-hour challenge: if they"_s,
        QuoteSource::Words);
    row("a slip inside", u"if they ship two action by lunch"_s, u"if they ship one action by lunch,"_s,
        QuoteSource::Words);
    row("a word left out", u"if they ship action by lunch"_s, u"if they ship one action by lunch,"_s,
        QuoteSource::Words);
    row("a word put in", u"if they ship just one action by lunch"_s, u"if they ship one action by lunch,"_s,
        QuoteSource::Words);
    row("a slip in the last word", u"one action by lunch, they stay for month"_s,
        u"one action by lunch, they stay for months."_s, QuoteSource::Words);
    row("a slip in the first word", u"When they ship one action by lunch"_s, u"if they ship one action by lunch,"_s,
        QuoteSource::Words);
    row("a word too many before the sentence", u"Well nobody believed us it wasn't"_s,
        u"Nobody believed us. It wasn't"_s, QuoteSource::Words);
    row("a word too many behind the sentence", u"they stay for months honestly"_s, u"they stay for months."_s,
        QuoteSource::Words);
    row("contraction", u"It wasn’t luck, it was 41 % fewer refunds"_s, u"It wasn't luck, it was 41% fewer refunds."_s,
        QuoteSource::Words);
    row("three words must stand exactly", u"nobody trusted us"_s, u"Nobody believed us."_s, QuoteSource::Sentence);
    row("told in other words", u"refunds fell by 41 percent and luck had no part in it"_s,
        u"It wasn't luck, it was 41% fewer refunds."_s, QuoteSource::Sentence);
    row("ties go to the hook", u"completely unrelated"_s, u"And that is the whole story."_s, QuoteSource::Sentence);
    row("no quote", QString(), u"And that is the whole story."_s, QuoteSource::Sentence);
}

void SpokenTest::quotes()
{
    QFETCH(const QString, proposed);
    QFETCH(const QString, expected);
    QFETCH(const int, source);
    const auto quote = findQuote(proposed, u"The whole story", spanMs(0, 50'000), onboarding());
    QVERIFY(quote.has_value());
    QCOMPARE(quote->text, expected);
    QCOMPARE(int(quote->source), source);
}

void SpokenTest::quotesInOtherScripts()
{
    const TranscriptIndex japanese = TranscriptMaker(u"ja"_s)
                                         .silentSentence(u"初日の習慣がすべてを変える。"_s, 0, 10'000)
                                         .word(u"初日"_s, 0, 2000)
                                         .word(u"の"_s, 2000, 3000)
                                         .word(u"習慣が"_s, 3000, 6000)
                                         .word(u"すべてを"_s, 6000, 8000)
                                         .word(u"変える。"_s, 8000, 10'000)
                                         .silentSentence(u"三時間で十分です。"_s, 10'000, 20'000)
                                         .word(u"三時間で"_s, 10'000, 15'000)
                                         .word(u"十分です。"_s, 15'000, 20'000)
                                         .index();
    const TimeSpan all = spanMs(0, 20'000);
    // Half a word comes whole, and nothing gets a blank.
    QCOMPARE(findQuote(u"慣がすべてを変える", {}, all, japanese)->text, u"習慣がすべてを変える。"_s);
    QCOMPARE(findQuote(u"すべてを変える三時間で", {}, all, japanese)->text, u"すべてを変える。三時間で"_s);
    QCOMPARE(findQuote(u"初日の週間がすべてを変える", {}, all, japanese)->text, u"初日の習慣がすべてを変える。"_s);

    const TranscriptIndex arabic =
        TranscriptMaker(u"ar"_s).sentence(u"هذه هي قاعدة اليوم الأول، وهي سهلة."_s, 0, 10'000).index();
    QCOMPARE(findQuote(u"قاعدة اليوم الأول وهي", {}, spanMs(0, 10'000), arabic)->text, u"قاعدة اليوم الأول، وهي"_s);
    const TranscriptIndex hindi = TranscriptMaker(u"hi"_s).sentence(u"यह पहले दिन का नियम है।"_s, 0, 10'000).index();
    QCOMPARE(findQuote(u"पहले दिन का नियम", {}, spanMs(0, 10'000), hindi)->text, u"पहले दिन का नियम"_s);
}

void SpokenTest::quotesFromSentencesWithoutWords()
{
    const TranscriptIndex index = TranscriptMaker()
                                      .silentSentence(u"Well, they stay for months, she said."_s, 0, 10'000)
                                      .silentSentence(u"Nobody else knew."_s, 10'000, 20'000)
                                      .index();
    const TimeSpan all = spanMs(0, 20'000);
    QCOMPARE(findQuote(u"they stay for months", {}, all, index)->text, u"they stay for months,"_s);
    QCOMPARE(findQuote(u"she said nobody else", {}, all, index)->text, u"she said. Nobody else"_s);
    QCOMPARE(findQuote(u"who knew", {}, all, index)->text, u"Nobody else knew."_s);
    const TranscriptIndex japanese =
        TranscriptMaker(u"ja"_s).silentSentence(u"さて。初日の習慣がすべてを変える。"_s, 0, 10'000).index();
    QCOMPARE(findQuote(u"初日の習慣", {}, spanMs(0, 10'000), japanese)->text, u"初日の習慣"_s);
    QCOMPARE(findQuote(u"すべてを変える", {}, spanMs(0, 10'000), japanese)->text, u"すべてを変える。"_s);
}

void SpokenTest::quotesStayInTheClip()
{
    // The same words stand before the clip; a cut sentence gives only its words in the clip.
    const TranscriptIndex index = onboarding();
    const auto quote = findQuote(u"Let me tell you how it began", u"whole story", spanMs(20'000, 50'000), index);
    QCOMPARE(quote->source, QuoteSource::Sentence);
    QVERIFY(!quote->text.contains(u"began"));
    QCOMPARE(findQuote(u"believed us completely", {}, spanMs(23'000, 30'000), index)->text, u"believed us."_s);
}

void SpokenTest::quotesOfNothing()
{
    const TranscriptIndex empty;
    QCOMPARE(findQuote(u" the model's\nwords ", {}, spanMs(0, 1000), empty),
             std::optional(Quote{u"the model's words"_s, QuoteSource::Model}));
    QVERIFY(!findQuote(u" \u200b", u"hook", spanMs(0, 1000), empty));
}

void SpokenTest::hostileQuotes()
{
    // A million words in one clip, a quote of megabytes: bounded work, and something sensible.
    TranscriptMaker maker;
    maker.silentSentence(u"x"_s, 0, 60'000);
    for (int i = 0; i < 200'000; ++i)
        maker.word(i % 2 == 0 ? u"a"_s : u"b"_s, 1000 + i / 10, 1000 + i / 10);
    const TranscriptIndex index = maker.index();
    const auto quote = findQuote(u"a a b "_s.repeated(500'000), {}, spanMs(0, 60'000), index);
    QVERIFY(quote.has_value());
    QVERIFY(!findHook(u"a "_s.repeated(100), spanMs(0, 60'000), index));
}

void SpokenTest::blanksAsInTheTranscript()
{
    // Words as a recogniser writes them, with blanks of their own; a blank between scripts stays where the text has it.
    const TranscriptIndex index = TranscriptMaker(u"zh"_s)
                                      .silentSentence(u"我用 iPhone 工作。"_s, 0, 10'000)
                                      .word(u"我"_s, 0, 1000)
                                      .word(u"用"_s, 1000, 2000)
                                      .word(u" iPhone"_s, 2000, 3000)
                                      .word(u" 工作。"_s, 3000, 4000)
                                      .silentSentence(u"text that parts from its words"_s, 10'000, 20'000)
                                      .word(u" other"_s, 10'000, 11'000)
                                      .word(u" words"_s, 11'000, 12'000)
                                      .index();
    QCOMPARE(findQuote(u"我用iphone工作", {}, spanMs(0, 20'000), index)->text, u"我用 iPhone 工作。"_s);
    QCOMPARE(findQuote(u"other words", {}, spanMs(0, 20'000), index)->text, u"other words"_s);
}

#include "tst_spoken.moc"
