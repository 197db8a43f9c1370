// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/numberwords.h"
#include "core/analysis/saidfacts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// Names and numbers of posts against what is said.
class SaidFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unsaid_data();
    void unsaid();
    void placesAreExact();
    void titlesHaveCapitals();
    void brandIsKnown();
    void numberWords_data();
    void numberWords();
    void hanNumbers_data();
    void hanNumbers();
    void hostileTexts();
    void manyNames();
    void manyHandles();
};

VIRAL_TEST(SaidFactsTest)

void SaidFactsTest::unsaid_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("post");
    QTest::addColumn<QString>("expected");
    const auto english = [](const char *name, const QString &said, const QString &post, const QString &expected) {
        QTest::newRow(name) << u"en"_s << said << post << expected;
    };
    english("figure for a word", u"we had three shops"_s, u"They had 3 shops"_s, {});
    english("word for a figure", u"we had 3 shops"_s, u"They had three shops"_s, {});
    english("another number", u"we had three shops"_s, u"They had 4 shops"_s, u"“4”"_s);
    english("another word", u"we had three shops"_s, u"They had four shops"_s, u"“four”"_s);
    english("thousands", u"fifty thousand dollars"_s, u"$50k in debt, 50,000 reasons, 50K"_s, {});
    english("millions", u"one point 1.2 million"_s, u"$1.2M and 1,200,000"_s, {});
    english("hundreds", u"two hundred and fifty people"_s, u"250 people"_s, {});
    english("percent", u"forty percent"_s, u"40% of it"_s, {});
    english("half", u"half of them"_s, u"50% of them"_s, {});
    english("year", u"in nineteen ninety-four"_s, u"Back in 1994"_s, {});
    english("recent year", u"by twenty twenty-six"_s, u"By 2026"_s, {});
    english("ordinal", u"the third time"_s, u"The 3rd time"_s, {});
    english("wrong thousands", u"fifty dollars"_s, u"$50k in debt"_s, u"“50k”"_s);
    english("one is a pronoun", u"nothing"_s, u"Only one of a kind, first and second"_s, {});
    english("clock", u"at ten thirty"_s, u"at 10:30"_s, {});
    english("name", u"she moved to Paris"_s, u"Then she moved to Berlin"_s, u"“Berlin”"_s);
    english("name said", u"she moved to paris"_s, u"Then she moved to Paris"_s, {});
    english("possessive", u"it was anna who left"_s, u"This was Anna’s last day"_s, {});
    english("first word of a sentence", u"nothing"_s, u"Courage pays. Nobody knew! “Really” 🎉 Wow"_s, {});
    english("title of a person", u"nothing"_s, u"He met Dr. Strange there"_s, u"“Dr”, “Strange”"_s);
    english("title case", u"the three hour rule"_s, u"The Three-Hour Rule That Saved Everything"_s, {});
    english("title case with acronym", u"nothing"_s, u"Why NASA Said No To Everything"_s, u"“NASA”"_s);
    english("inner capitals", u"nothing"_s, u"OpenAI did it"_s, u"“OpenAI”"_s);
    english("shouted", u"nothing"_s, u"THIS IS BIG NEWS"_s, {});
    english("two shouted words", u"nothing"_s, u"this is the BIG NEWS for everybody here"_s, {});
    english("hashtag", u"nothing"_s, u"so true #Berlin #Top10"_s, {});
    english("handle", u"Jane Doe said"_s, u"with @jane_doe and @acme"_s, u"“acme”"_s);
    english("address", u"nothing"_s, u"see https://Example.com/Berlin now"_s, {});
    english("first person", u"nothing"_s, u"and I’m sure I’ll go, I think"_s, {});
    QTest::newRow("german numbers") << u"de"_s << u"fünfundzwanzig Leute und zweitausend Euro"_s
                                    << u"25 Leute, 2.000 Euro, 26 Tage"_s << u"“26”"_s;
    QTest::newRow("german nouns") << u"de"_s << u"nichts"_s << u"Das ist die Wahrheit der Woche bei BMW"_s
                                  << u"“BMW”"_s;
    QTest::newRow("french") << u"fr-FR"_s << u"trois cents euros à lyon"_s << u"il a perdu 300 € à Lyon, pas à Nice"_s
                            << u"“Nice”"_s;
    QTest::newRow("russian endings") << u"ru"_s << u"мы жили в Москве"_s << u"он любит Москву, а не Казань"_s
                                     << u"“Казань”"_s;
    const auto endings = [](const char *name, const QString &said, const QString &post, const QString &expected) {
        QTest::newRow(name) << u"ru"_s << said << u"он любит "_s + post << expected;
    };
    endings("short name, longest ending", u"moskvaxyz"_s, u"Moskva"_s, {});
    endings("short name, too long an ending", u"moskvawxyz"_s, u"Moskva"_s, u"“Moskva”"_s);
    endings("longer name, longest ending", u"novgorabcde"_s, u"Novgorod"_s, {});
    endings("longer name, too long an ending", u"novgorabcdef"_s, u"Novgorod"_s, u"“Novgorod”"_s);
    endings("longer name, too short a word", u"novgo"_s, u"Novgorod"_s, u"“Novgorod”"_s);
    endings("of two words the shorter", u"moskvawxyz moskvy"_s, u"Moskva"_s, {});
    endings("name too short for endings", u"oba"_s, u"Ob"_s, u"“Ob”"_s);
    QTest::newRow("japanese") << u"ja"_s << u"三十五人がOpenAIで働く"_s << u"35人がOpenAIとGoogleで、40人"_s
                              << u"“Google”, “40”"_s;
    QTest::newRow("arabic figures") << u"ar"_s << u"كان عندنا 50 شخص"_s << u"٥٠ شخص و ٦٠ يوم"_s << u"“٦٠”"_s;
    QTest::newRow("unknown language") << QString() << u"drei 3"_s << u"3 und 4"_s << u"“4”"_s;
    QTest::newRow("empty") << u"en"_s << QString() << QString() << QString();
}

void SaidFactsTest::unsaid()
{
    QFETCH(QString, language);
    QFETCH(QString, said);
    QFETCH(QString, post);
    SaidFacts facts(language);
    facts.add(said);
    QTEST(quotedFacts(post, facts.unsaidIn(post)).join(u", "_s), "expected");
}

void SaidFactsTest::placesAreExact()
{
    SaidFacts facts(u"en");
    const QString post = u"😀 all 12 of Berlin’s best"_s;
    const QList<UnsaidFact> unsaid = facts.unsaidIn(post);
    QCOMPARE(unsaid.size(), 2);
    QCOMPARE(unsaid.at(0), (UnsaidFact{post.indexOf(u"12"), 2, FactKind::Number}));
    QCOMPARE(unsaid.at(1).begin, post.indexOf(u"Berlin"));
    QCOMPARE(unsaid.at(1).kind, FactKind::Name);
}

void SaidFactsTest::titlesHaveCapitals()
{
    const SaidFacts facts(u"en");
    QVERIFY(facts.unsaidIn(u"Now Berlin Calls"_s, TextCasing::Title).isEmpty());
    QCOMPARE(facts.unsaidIn(u"Now Berlin Calls"_s).size(), 1);
    QCOMPARE(facts.unsaidIn(u"IBM Sold 5 Of Them"_s, TextCasing::Title).size(), 2);
}

void SaidFactsTest::brandIsKnown()
{
    SaidFacts facts(u"en");
    facts.add(u"we sold everything"_s);
    const QString post = u"Heard on The Deep Dive with Jo Kim: episode 42"_s;
    QCOMPARE(quotedFacts(post, facts.unsaidIn(post)).join(u' '), u"“The Deep Dive” “Jo Kim” “42”"_s);
    facts.add(u"The Deep Dive, episode 42, Jo Kim"_s);
    QVERIFY(facts.unsaidIn(post).isEmpty());
}

void SaidFactsTest::numberWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("word");
    QTest::addColumn<qint64>("value");
    QTest::newRow("en") << u"en"_s << u"ninety"_s << qint64(90);
    QTest::newRow("de") << u"de"_s << u"dreitausendfünfhundertzwölf"_s << qint64(3512);
    QTest::newRow("de one") << u"de"_s << u"hundert"_s << qint64(100);
    QTest::newRow("de not a number") << u"de"_s << u"hundertfach"_s << qint64(-1);
    QTest::newRow("fr") << u"fr"_s << u"vingt"_s << qint64(20);
    QTest::newRow("es") << u"es"_s << u"veintitrés"_s << qint64(23);
    QTest::newRow("es hundreds") << u"es"_s << u"quinientos"_s << qint64(500);
    QTest::newRow("pt") << u"pt"_s << u"oitenta"_s << qint64(80);
    QTest::newRow("it") << u"it"_s << u"diciannove"_s << qint64(19);
    QTest::newRow("other language") << u"fi"_s << u"two"_s << qint64(-1);
}

void SaidFactsTest::numberWords()
{
    QFETCH(QString, language);
    QFETCH(QString, word);
    const auto found = numberWord(word, language);
    QTEST(found ? found->value : qint64(-1), "value");
}

void SaidFactsTest::hanNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("value");
    QTest::newRow("ten") << u"十"_s << qint64(10);
    QTest::newRow("fifteen") << u"十五"_s << qint64(15);
    QTest::newRow("long") << u"三百五十六"_s << qint64(356);
    QTest::newRow("ten thousands") << u"两万三千"_s << qint64(23'000);
    QTest::newRow("year") << u"二〇二六"_s << qint64(2026);
    QTest::newRow("too long") << QString(40, u'九') << qint64(-1);
    QTest::newRow("too large to be multiplied") << QString(15, u'九') + u'亿' << qint64(-1);
    QTest::newRow("no figures") << u"人"_s << qint64(-1);
    QTest::newRow("empty") << QString() << qint64(-1);
}

void SaidFactsTest::hanNumbers()
{
    QFETCH(QString, text);
    QTEST(hanNumber(text).value_or(-1), "value");
}

void SaidFactsTest::hostileTexts()
{
    SaidFacts facts(u"en");
    facts.add(u"million "_s.repeated(20'000));
    facts.add(QString(200'000, u'9'));
    facts.add(u"999999999999bn 999,999,999,999m "_s);
    facts.add((u"two "_s + u"hundred "_s.repeated(6) + u"thousand "_s).repeated(100));
    facts.add(QString(10, QChar(0xD83D)));
    QVERIFY(facts.unsaidIn(u"billion trillion "_s.repeated(5'000)).size() <= 10'000);
    QVERIFY(facts.unsaidIn(QString(200'000, u'Ä')).size() <= 1);
}

void SaidFactsTest::manyNames()
{
    // As many names as fit against as many words.
    QStringList said;
    QStringList named;
    for (int i = 0; i < 6'000; ++i) {
        said.append(u"s%1"_s.arg(i, 6, 36, QChar(u'q')));
        named.append(u"тоже N%1z"_s.arg(i, 5, 36, QChar(u'q')));
    }
    SaidFacts facts(u"ru");
    facts.add(said.join(u' '));
    QCOMPARE(facts.unsaidIn(named.join(u' ')).size(), 6'000);
}

void SaidFactsTest::manyHandles()
{
    SaidFacts facts(u"en");
    facts.add(u"word "_s.repeated(20'000));
    QString post;
    for (int i = 0; i < 300; ++i)
        post += u"@somebody%1 "_s.arg(i);
    QCOMPARE(facts.unsaidIn(post).size(), 200);
}

#include "tst_saidfacts.moc"
