// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/phrasing.h"
#include "core/base/text.h"
#include "tests/support/testregistry.h"

#include <QtTest>

using namespace Viral::Offline;

using namespace Qt::StringLiterals;

class TestPhrasing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTagsOut_data();
    void takesTagsOut();
    void leavesLeadInsOut_data();
    void leavesLeadInsOut();
    void cuts_data();
    void cuts();
    void cutsNeverInsideACharacter();
    void knowsBalance();
};

void TestPhrasing::takesTagsOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("laughter behind") << u"Sold none. [laughter]"_s << u"Sold none."_s;
    QTest::newRow("in the middle") << u"He [laughs] left"_s << u"He left"_s;
    QTest::newRow("caption marks") << u">> - Really?"_s << u"Really?"_s;
    QTest::newRow("music") << u"♪ La la ♪"_s << u"La la"_s;
    QTest::newRow("spoken brackets") << u"One (or two) left"_s << u"One (or two) left"_s;
    QTest::newRow("only a tag") << u"[applause]"_s << u""_s;
}

void TestPhrasing::takesTagsOut()
{
    QFETCH(QString, text);
    QTEST(spokenText(text), "spoken");
}

void TestPhrasing::leavesLeadInsOut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("rest");
    QTest::newRow("so") << u"en"_s << u"So, the bakers were angry."_s << u"the bakers were angry."_s;
    QTest::newRow("two of them") << u"en"_s << u"And, I mean, you lose the shop."_s << u"you lose the shop."_s;
    QTest::newRow("only with a comma") << u"en"_s << u"No warning, no vote."_s << u"No warning, no vote."_s;
    QTest::newRow("with its comma") << u"en"_s << u"No, I never called them."_s << u"I never called them."_s;
    QTest::newRow("nothing left") << u"en"_s << u"And the bread?"_s << u"And the bread?"_s;
    QTest::newRow("only lead-ins") << u"en"_s << u"So, you know, I mean"_s << u"you know, I mean"_s;
    QTest::newRow("currency stays") << u"en"_s << u"And $40 is a lot of money."_s << u"$40 is a lot of money."_s;
    QTest::newRow("German") << u"de"_s << u"Und dann war alles weg."_s << u"war alles weg."_s;
    QTest::newRow("no list") << u"fi"_s << u"So on the way home"_s << u"So on the way home"_s;
    QTest::newRow("empty") << u"en"_s << u""_s << u""_s;
}

void TestPhrasing::leavesLeadInsOut()
{
    QFETCH(QString, language);
    QFETCH(QString, sentence);
    QTEST(withoutLeadIn(sentence, Lexicon(languageFor(language))).toString(), "rest");
}

void TestPhrasing::cuts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("cut");
    QTest::newRow("fits") << u"One two three."_s << 14 << u"One two three."_s;
    QTest::newRow("at a sentence") << u"We lost it all. Then we won again."_s << 24 << u"We lost it all."_s;
    QTest::newRow("at a clause") << u"We lost nearly all, and then the baker came"_s << 30 << u"We lost nearly all"_s;
    QTest::newRow("no word left hanging") << u"She walked slowly with the old baker"_s << 27 << u"She walked slowly"_s;
    QTest::newRow("one long word") << u"Donaudampfschifffahrt"_s << 8 << u"Donaudam"_s;
    QTest::newRow("Japanese") << u"猫がいた。それからパンを食べた。"_s << 9 << u"猫がいた。"_s;
}

void TestPhrasing::cuts()
{
    QFETCH(QString, text);
    QFETCH(int, limit);
    const QString cut = cutText(text, limit, Lexicon(languageFor(u"en")));
    QTEST(cut, "cut");
    QVERIFY(Viral::codePointCount(cut) <= limit);
}

void TestPhrasing::cutsNeverInsideACharacter()
{
    const QString faces = u"😀😀😀😀😀"_s;
    for (int limit = 1; limit < 5; ++limit)
        QCOMPARE(cutText(faces, limit, Lexicon(nullptr)).size(), limit * 2);
}

void TestPhrasing::knowsBalance()
{
    QVERIFY(isBalanced(u"He said \"no\" (twice)"));
    QVERIFY(!isBalanced(u"He said \"no"));
    QVERIFY(!isBalanced(u"once (or twice"));
}

VIRAL_TEST(TestPhrasing)
#include "tst_phrasing.moc"
