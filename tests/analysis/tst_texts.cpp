// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/cleantext.h"
#include "core/analysis/shorten.h"
#include "core/analysis/titlecase.h"
#include "core/analysis/weightedlength.h"
#include "core/base/text.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class TextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleaning();
    void shortening_data();
    void shortening();
    void shorteningFollowsAnotherCount();
    void shorteningLongTextsIsBounded();
    void shorteningAtWord_data();
    void shorteningAtWord();
    void titles_data();
    void titles();
    void categories_data();
    void categories();
    void weights_data();
    void weights();
};

VIRAL_TEST(TextsTest)

void TextsTest::cleaning()
{
    QCOMPARE(cleanLine(u"  two\n lines\tand \x0001 a control  "), u"two lines and a control"_s);
    QCOMPARE(cleanParagraphs(u" one\r\n\r\ntwo\rthree\x0000\x0007 "_s), u"one\n\ntwo\nthree"_s);
    QVERIFY(hasVisibleText(u"a"));
    QVERIFY(hasVisibleText(u"🙂"));
    QVERIFY(!hasVisibleText(u" \n\t"));
    QVERIFY(!hasVisibleText(u"\u200b\ufeff\x0001"));
    QVERIFY(!hasVisibleText({}));
}

void TextsTest::shortening_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("expected"); // null for nothing
    QTest::newRow("fits exactly") << u"12345"_s << 5 << u"12345"_s;
    QTest::newRow("at a sentence") << u"One short rule. Then much more follows here."_s << 30 << u"One short rule."_s;
    QTest::newRow("at the last sentence that fits")
        << u"It works! Does it? Yes it does, mostly."_s << 20 << u"It works! Does it?"_s;
    QTest::newRow("closing quote stays") << u"She said “never again.” And then she left."_s << 30
                                         << u"She said “never again.”"_s;
    QTest::newRow("a line is a sentence") << u"First line\nsecond line goes on"_s << 16 << u"First line"_s;
    QTest::newRow("abbreviation is no sentence")
        << u"Dr. Linnow explains everything"_s << 20 << u"Dr. Linnow explains"_s;
    QTest::newRow("number is no sentence") << u"It grew 3.5 times in a single year"_s << 12 << u"It grew 3.5"_s;
    QTest::newRow("at a word") << u"alpha beta gamma"_s << 12 << u"alpha beta"_s;
    QTest::newRow("word ends exactly at the limit") << u"alpha beta gamma"_s << 10 << u"alpha beta"_s;
    QTest::newRow("no comma at the end") << u"alpha, beta, gamma"_s << 12 << u"alpha, beta"_s;
    QTest::newRow("first word too long") << u"incomprehensibilities"_s << 10 << QString();
    QTest::newRow("never to nothing") << u"--- --- abcdefghijkl"_s << 8 << QString();
    QTest::newRow("counts code points") << u"🙂🙂🙂 🙂🙂🙂"_s << 4 << u"🙂🙂🙂"_s;
    QTest::newRow("Japanese sentence") << u"これは短い。これはずっと長い文章です。"_s << 12 << u"これは短い。"_s;
    QTest::newRow("Japanese between letters") << u"習慣を変えると人生が変わる"_s << 7 << u"習慣を変えると"_s;
    QTest::newRow("no small kana at the start of a line") << u"あまって"_s << 2 << u"あ"_s;
    QTest::newRow("a run of Katakana is a word") << u"新しいコンピュータ"_s << 5 << u"新しい"_s;
    QTest::newRow("Arabic question") << u"هل هذا صحيح؟ نعم بكل تأكيد"_s << 15 << u"هل هذا صحيح؟"_s;
    QTest::newRow("Hindi danda") << u"यह सच है। और बहुत कुछ है"_s << 14 << u"यह सच है।"_s;
    QTest::newRow("Thai without spaces keeps its marks") << u"ที่นี่ที่นี่"_s << 5 << u"ที่"_s;
    QTest::newRow("empty") << u""_s << 5 << QString();
}

void TextsTest::shortening()
{
    QFETCH(const QString, text);
    QFETCH(const int, limit);
    QFETCH(const QString, expected);
    const auto result = shortened(text, limit);
    QCOMPARE(result.value_or(QString()), expected);
    QCOMPARE(result.has_value(), !expected.isNull());
    if (result)
        QVERIFY(codePointCount(*result) <= limit);
}

void TextsTest::shorteningFollowsAnotherCount()
{
    const FitsRule weighs = [](QStringView text) { return weightedLength(text) <= 10; };
    QCOMPARE(shortened(u"一二三四五六七八", 280, weighs).value_or(QString()), u"一二三四五"_s);
    QCOMPARE(shortened(u"one two three", 280, weighs).value_or(QString()), u"one two"_s);
    QVERIFY(!shortened(u"https://example.com/a", 280, weighs));
}

void TextsTest::shorteningLongTextsIsBounded()
{
    // A megabyte without any place to cut, and one with nothing but places.
    QVERIFY(!shortened(QString(1'000'000, u'x'), 280));
    const QString words = u"ab "_s.repeated(400'000);
    QCOMPARE(shortened(words, 280, [](QStringView) { return false; }).has_value(), false);
    QCOMPARE(shortened(words, 280)->size(), 278);
}

void TextsTest::shorteningAtWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("expected");
    QTest::newRow("short enough") << u"Stay."_s << 5 << u"Stay."_s;
    QTest::newRow("not at the sentence") << u"A b. C d e f"_s << 9 << u"A b. C d"_s;
    QTest::newRow("a single long word is cut inside") << u"Donaudampfschifffahrt"_s << 5 << u"Donau"_s;
    QTest::newRow("an accent stays with its letter") << u"eeee\u0301x"_s << 4 << u"eee"_s;
    QTest::newRow("empty") << u""_s << 5 << u""_s;
}

void TextsTest::shorteningAtWord()
{
    QFETCH(const QString, text);
    QFETCH(const int, limit);
    QTEST(shortenedAtWord(text, limit), "expected");
}

void TextsTest::titles_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &language, const QString &text, const QString &expected) {
        QTest::newRow(name) << language << text << expected;
    };
    row("seed", u"en"_s, u"the 3-hour rule that tripled our retention"_s,
        u"The 3-Hour Rule That Tripled Our Retention"_s);
    row("already right", u"en"_s, u"The 3-Hour Rule That Tripled Our Retention"_s,
        u"The 3-Hour Rule That Tripled Our Retention"_s);
    row("small words inside", u"en"_s, u"The Art Of The Deal"_s, u"The Art of the Deal"_s);
    row("small words at the ends", u"en"_s, u"of mice and the man we waited for"_s,
        u"Of Mice and the Man We Waited For"_s);
    row("behind a colon", u"en"_s, u"one rule: the end of meetings"_s, u"One Rule: The End of Meetings"_s);
    row("acronyms", u"en"_s, u"why NASA loves AI"_s, u"Why NASA Loves AI"_s);
    row("mixed case", u"en"_s, u"my iPhone and eBay by McDonald"_s, u"My iPhone and eBay by McDonald"_s);
    row("mixed case first", u"en"_s, u"iPhone wins"_s, u"iPhone Wins"_s);
    row("numbers", u"en"_s, u"10x growth in 3d at 41%"_s, u"10x Growth in 3d at 41%"_s);
    row("capital letter alone", u"en"_s, u"the series A that failed"_s, u"The Series A That Failed"_s);
    row("hyphens", u"en"_s, u"state-of-the-art self-made AI-powered"_s, u"State-of-the-Art Self-Made AI-Powered"_s);
    row("apostrophes", u"en"_s, u"don't tell 'em we're o'brien’s"_s, u"Don't Tell 'Em We're O'brien’s"_s);
    row("quotes", u"en"_s, u"why “never” is (almost) “yes”"_s, u"Why “Never” Is (Almost) “Yes”"_s);
    row("addresses", u"en"_s, u"ask example.com or @marta about #growth"_s,
        u"Ask example.com or @marta About #growth"_s);
    row("shouted", u"en"_s, u"THIS IS THE RULE OF THREE"_s, u"This Is the Rule of Three"_s);
    row("two acronyms are not shouted", u"en"_s, u"NASA AI"_s, u"NASA AI"_s);
    row("no language is English", QString(), u"the end of it"_s, u"The End of It"_s);
    row("German", u"de"_s, u"die regel für den ersten tag"_s, u"Die Regel für den Ersten Tag"_s);
    row("sharp s", u"de"_s, u"größe ist alles"_s, u"Größe Ist Alles"_s);
    row("French", u"fr"_s, u"l’amour de la vie d'artiste"_s, u"L’Amour de la Vie D'Artiste"_s);
    row("French accent", u"fr"_s, u"une école à paris"_s, u"Une École à Paris"_s);
    row("Turkish", u"tr"_s, u"istanbul ve ışık için iyi"_s, u"İstanbul ve Işık İçin İyi"_s);
    row("Turkish shouted", u"tr"_s, u"ISPARTA İYİ BİR YER"_s, u"Isparta İyi Bir Yer"_s);
    row("Greek", u"el"_s, u"ένα δύο"_s, u"Ένα Δύο"_s);
    row("Japanese", u"ja"_s, u"初日の習慣がすべてを変える"_s, u"初日の習慣がすべてを変える"_s);
    row("Arabic", u"ar"_s, u"قاعدة اليوم الأول"_s, u"قاعدة اليوم الأول"_s);
    row("Hindi", u"hi"_s, u"पहले दिन का नियम"_s, u"पहले दिन का नियम"_s);
    row("emoji first", u"en"_s, u"🔥 hot take"_s, u"🔥 Hot Take"_s);
    row("white space", u"en"_s, u"  two \n words "_s, u"Two Words"_s);
    row("only punctuation", u"en"_s, u"?! -"_s, u"?! -"_s);
    row("empty", u"en"_s, QString(), u""_s);
}

void TextsTest::titles()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(titleCase(text, language), expected);
    QCOMPARE(titleCase(expected, language), expected);
}

void TextsTest::categories_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one") << u"growth"_s << u"Growth"_s;
    QTest::newRow("seed") << u"Retention Strategy / Customer Onboarding"_s
                          << u"Retention Strategy / Customer Onboarding"_s;
    QTest::newRow("slash without blanks") << u"growth/mindset"_s << u"Growth / Mindset"_s;
    QTest::newRow("comma, bar and semicolon") << u"growth, mindset | sales; AI"_s << u"Growth / Mindset / Sales / AI"_s;
    QTest::newRow("named twice") << u"Growth / growth / Mindset"_s << u"Growth / Mindset"_s;
    QTest::newRow("empty facets") << u"/ growth //"_s << u"Growth"_s;
    QTest::newRow("an and is no separator") << u"health and fitness"_s << u"Health and Fitness"_s;
    QTest::newRow("Japanese separator") << u"成長、習慣"_s << u"成長 / 習慣"_s;
    QTest::newRow("empty") << u" "_s << u""_s;
}

void TextsTest::categories()
{
    QFETCH(const QString, text);
    QTEST(categoryCase(text, u"en"), "expected");
}

void TextsTest::weights_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("weight");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("Latin") << u"Hello, wörld"_s << 12;
    QTest::newRow("Cyrillic and Arabic weigh one") << u"да مرحبا"_s << 8;
    QTest::newRow("Hindi weighs one") << u"नमस्ते"_s << 6;
    QTest::newRow("typographic quotes and dashes weigh one") << u"“–—…”"_s << 6;
    QTest::newRow("Japanese weighs two") << u"日本ab"_s << 6;
    QTest::newRow("Hangul weighs two") << u"한국"_s << 4;
    QTest::newRow("composed before it is counted") << u"e\u0301"_s << 1;
    QTest::newRow("emoji") << u"🔥"_s << 2;
    QTest::newRow("family is one emoji") << u"👨‍👩‍👧‍👦"_s << 2;
    QTest::newRow("skin tone") << u"👍🏽"_s << 2;
    QTest::newRow("flag") << u"🇩🇪"_s << 2;
    QTest::newRow("two flags") << u"🇩🇪🇫🇷"_s << 4;
    QTest::newRow("keycap") << u"1️⃣"_s << 2;
    QTest::newRow("digits are no keycaps") << u"123"_s << 3;
    QTest::newRow("heart with style") << u"❤️"_s << 2;
    QTest::newRow("heart on fire") << u"❤️‍🔥"_s << 2;
    QTest::newRow("flag of Scotland") << u"🏴󠁧󠁢󠁳󠁣󠁴󠁿"_s << 2;
    QTest::newRow("copyright is a letter") << u"©"_s << 1;
    QTest::newRow("web address") << u"see https://example.com/a/very/long/path?with=everything now"_s << 4 + 23 + 4;
    QTest::newRow("short address") << u"http://a.co"_s << 23;
    QTest::newRow("stop behind an address") << u"https://example.com/a."_s << 24;
    QTest::newRow("address in brackets") << u"(https://example.com)"_s << 25;
    QTest::newRow("bare domain") << u"example.com"_s << 23;
    QTest::newRow("bare domain with a path") << u"www.example.org/x y"_s << 25;
    QTest::newRow("missing space is no address") << u"made.by"_s << 7;
    QTest::newRow("file name") << u"node.js"_s << 7;
    QTest::newRow("mail address is text") << u"a@example.com"_s << 13;
    QTest::newRow("no host behind the protocol") << u"https://"_s << 8;
    QTest::newRow("local host is no address") << u"http://localhost"_s << 16;
}

void TextsTest::weights()
{
    QFETCH(const QString, text);
    QTEST(weightedLength(text), "weight");
}

#include "tst_texts.moc"
