// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/scanner.h"
#include "tests/support/testregistry.h"

#include <QtTest>

using namespace Viral::Offline;

using namespace Qt::StringLiterals;

class TestScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsWords_data();
    void foldsWords();
    void readsMarks_data();
    void readsMarks();
    void findsTags_data();
    void findsTags();
    void marksPhrasesOnTheirFirstWord();
    void knowsElisionsAndPlurals();
    void placesTokensInTheText();
};

void TestScanner::foldsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("case and marks") << u"Well, I DON’T know!"_s << u"well|i|don't|know"_s;
    QTest::newRow("quotes around words") << u"'so' he said"_s << u"so|he|said"_s;
    QTest::newRow("numbers") << u"$38,000 and 3.5, then 41."_s << u"38,000|and|3.5|then|41"_s;
    QTest::newRow("accents") << u"ÜBER Straße, ça"_s << u"über|straße|ça"_s;
    QTest::newRow("tags are no words") << u"No. [laughter] (laughs) ♪ Yes"_s << u"no|yes"_s;
    QTest::newRow("Japanese runs") << u"猫がパン屋を見た。"_s << u"猫|が|パン|屋|を|見|た"_s;
    QTest::newRow("long vowel") << u"ユーモアだ"_s << u"ユーモア|だ"_s;
    QTest::newRow("Hindi vowel signs") << u"यह कहानी"_s << u"यह|कहानी"_s;
    QTest::newRow("outside the first plane") << u"𝒜bc 𠀀"_s << u"𝒜bc|𠀀"_s;
    QTest::newRow("only marks") << u"… -- ?!"_s << u""_s;
}

void TestScanner::foldsWords()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QString folded;
    std::vector<Token> tokens;
    scanText(text, folded, tokens);
    QStringList found;
    for (const Token &token : tokens)
        found.append(foldedText(token, folded).toString());
    QCOMPARE(found.join(u'|'), words);
}

void TestScanner::readsMarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ended");
    QTest::addColumn<bool>("asks");
    QTest::addColumn<int>("exclamations");
    QTest::addColumn<int>("laughs");
    QTest::newRow("statement") << u"It was."_s << true << false << 0 << 0;
    QTest::newRow("question") << u"Was it?"_s << true << true << 0 << 0;
    QTest::newRow("question inside") << u"Was it? It was."_s << true << false << 0 << 0;
    QTest::newRow("closing quote") << u"He said \"why?\""_s << true << true << 0 << 0;
    QTest::newRow("comma") << u"It was,"_s << false << false << 0 << 0;
    QTest::newRow("nothing") << u"It was"_s << false << false << 0 << 0;
    QTest::newRow("tag behind") << u"Half! [laughter]"_s << true << false << 1 << 1;
    QTest::newRow("Japanese") << u"本当ですか？"_s << true << true << 0 << 0;
    QTest::newRow("Chinese full stop") << u"好。"_s << true << false << 0 << 0;
    QTest::newRow("Arabic") << u"لماذا؟"_s << true << true << 0 << 0;
    QTest::newRow("Hindi") << u"हाँ।"_s << true << false << 0 << 0;
    QTest::newRow("wide exclamation") << u"すごい！！"_s << true << false << 2 << 0;
    QTest::newRow("Japanese laughter") << u"そう（笑）"_s << false << false << 0 << 1;
    QTest::newRow("face") << u"No 😂"_s << false << false << 0 << 1;
}

void TestScanner::readsMarks()
{
    QFETCH(QString, text);
    QString folded;
    std::vector<Token> tokens;
    const TextMarks marks = scanText(text, folded, tokens);
    QTEST(marks.ended, "ended");
    QTEST(marks.asks, "asks");
    QTEST(marks.exclamations, "exclamations");
    QTEST(marks.laughs, "laughs");
}

void TestScanner::findsTags_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("laughter");
    QTest::newRow("square") << u"[applause] x"_s << 10 << true;
    QTest::newRow("other sound") << u"[music] x"_s << 7 << false;
    QTest::newRow("round laughter") << u"(Laughs) x"_s << 8 << true;
    QTest::newRow("round speech") << u"(he said) x"_s << 0 << false;
    QTest::newRow("stars") << u"*chuckles* x"_s << 10 << true;
    QTest::newRow("name with laughter inside") << u"[Marisa] x"_s << 8 << false;
    QTest::newRow("never closed") << u"[laughter and so on"_s << 0 << false;
    QTest::newRow("too long") << u"["_s + QString(60, u'a') + u"]"_s << 0 << false;
    QTest::newRow("at the very end") << u"["_s << 0 << false;
}

void TestScanner::findsTags()
{
    QFETCH(QString, text);
    const Tag tag = tagAt(text, 0);
    QTEST(static_cast<int>(tag.end), "end");
    QTEST(tag.laughter, "laughter");
}

void TestScanner::marksPhrasesOnTheirFirstWord()
{
    const Lexicon lexicon(languageFor(u"en"));
    const ScannedText text = scanned(u"It turns out, nobody asked.", lexicon);
    QCOMPARE(text.tokens.size(), std::size_t(5));
    QVERIFY(text.tokens[1].marks & Unexpected);
    QVERIFY(!(text.tokens[2].marks & Unexpected));
    // A word that only begins phrases says nothing alone.
    QVERIFY(!(scanned(u"turns", lexicon).tokens[0].marks & (Unexpected | Contrast)));
}

void TestScanner::knowsElisionsAndPlurals()
{
    QVERIFY(Lexicon(languageFor(u"fr-CA")).find(u"l'amour").marks & Emotion);
    QVERIFY(Lexicon(languageFor(u"en")).find(u"dreams").marks & Emotion);
    QCOMPARE(Lexicon(nullptr).find(u"love").marks, Marks(0));
    QCOMPARE(languageFor(u"ja"), static_cast<const Language *>(nullptr));
    QCOMPARE(languageFor(u""), static_cast<const Language *>(nullptr));
}

void TestScanner::placesTokensInTheText()
{
    const QString text = u"«Größe», sagt er."_s;
    QString folded;
    std::vector<Token> tokens;
    scanText(text, folded, tokens);
    QCOMPARE(tokens.size(), std::size_t(3));
    QCOMPARE(text.sliced(tokens[0].textBegin, tokens[0].textEnd - tokens[0].textBegin), u"Größe"_s);
    QCOMPARE(text.sliced(tokens[2].textBegin, tokens[2].textEnd - tokens[2].textBegin), u"er"_s);
}

VIRAL_TEST(TestScanner)
#include "tst_scanner.moc"
