// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/markup.h"
#include "core/ingest/sounds.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class MarkupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tidies_data();
    void tidies();
    void separatesSounds_data();
    void separatesSounds();
    void tellsSoundMarks();
};

VIRAL_TEST(MarkupTest)

void MarkupTest::tidies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tidy");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("plain") << u"Hello there"_s << u"Hello there"_s;
    QTest::newRow("tags") << u"<i>So</i> <b>what</b>?"_s << u"So what?"_s;
    QTest::newRow("font") << u"<font color=\"red\">red</font>"_s << u"red"_s;
    QTest::newRow("classes") << u"<c.colorE5E5E5.bold>x</c> <v Anna Lee>y"_s << u"x y"_s;
    QTest::newRow("stamps") << u"te<00:00:04.616><c>ra</c>"_s << u"tera"_s;
    QTest::newRow("override") << u"{\\an8}{\\c&HFF&}up"_s << u"up"_s;
    QTest::newRow("braces are text") << u"{not} an override"_s << u"{not} an override"_s;
    QTest::newRow("less than") << u"a < b > c and x<y and z>w"_s << u"a < b > c and x<y and z>w"_s;
    QTest::newRow("a heart") << u"I <3 you"_s << u"I <3 you"_s;
    QTest::newRow("open tag") << u"this <i is open"_s << u"this <i is open"_s;
    QTest::newRow("reading aid") << u"<ruby>今日<rt>きょう</rt></ruby>は"_s << u"今日は"_s;
    QTest::newRow("entities") << u"&lt;i&gt; &amp;amp; &#39;&#x41;&nbsp;&unknown; &"_s << u"<i> &amp; 'A &unknown; &"_s;
    QTest::newRow("not a character") << u"&#xD800;&#0;&#1114112;"_s << u"&#xD800;&#0;&#1114112;"_s;
    QTest::newRow("spaces") << u" a\u00a0\u202f\u3000b \n\n \n c "_s << u"a b\nc"_s;
    QTest::newRow("invisible") << u"a\u200bb\u00adc\ufeffd"_s << u"abcd"_s;
    QTest::newRow("direction marks stay") << u"\u200eabc\u200f"_s << u"\u200eabc\u200f"_s;
    QTest::newRow("composed") << u"e\u0301"_s << u"é"_s;
    QTest::newRow("NUL") << QString(u"a"_s + QChar() + u"b"_s) << u"a\ufffdb"_s;
}

void MarkupTest::tidies()
{
    QFETCH(const QString, text);
    QTEST(tidied(text), "tidy");
}

void MarkupTest::separatesSounds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spoken");
    QTest::addColumn<QStringList>("sounds");
    QTest::newRow("none") << u"Nothing here"_s << u"Nothing here"_s << QStringList();
    QTest::newRow("alone") << u"[laughter]"_s << QString() << QStringList{u"[laughter]"_s};
    QTest::newRow("at the end") << u"That was it. [door slams]"_s << u"That was it."_s
                                << QStringList{u"[door slams]"_s};
    QTest::newRow("known sound inside") << u"So (laughs) what"_s << u"So what"_s << QStringList{u"(laughs)"_s};
    QTest::newRow("capitals inside") << u"So [SLAM] what"_s << u"So what"_s << QStringList{u"[SLAM]"_s};
    QTest::newRow("speech in brackets") << u"I told [Steve] that (the boss) left"_s
                                        << u"I told [Steve] that (the boss) left"_s << QStringList();
    QTest::newRow("round alone") << u"( clock ticking )"_s << QString() << QStringList{u"( clock ticking )"_s};
    QTest::newRow("round over two lines") << u"(computer playing\nelectronic melody)"_s << QString()
                                          << QStringList{u"(computer playing electronic melody)"_s};
    QTest::newRow("an aside is speech") << u"(I never told her.)"_s << u"(I never told her.)"_s << QStringList();
    QTest::newRow("song") << u"♪ Knead it ♪"_s << u"Knead it"_s << QStringList{u"♪"_s};
    QTest::newRow("emoji note") << u"\U0001F3B5 la"_s << u"la"_s << QStringList{u"♪"_s};
    QTest::newRow("other emoji") << u"\U0001F35E bread"_s << u"\U0001F35E bread"_s << QStringList();
    QTest::newRow("Japanese") << u"そうです（笑）"_s << u"そうです"_s << QStringList{u"（笑）"_s};
    QTest::newRow("does not close") << u"[laughter goes on"_s << u"[laughter goes on"_s << QStringList();
}

void MarkupTest::separatesSounds()
{
    QFETCH(const QString, text);
    QStringList sounds;
    const QString spoken = withoutSounds(text, sounds).simplified();
    QTEST(spoken, "spoken");
    QTEST(sounds, "sounds");
}

void MarkupTest::tellsSoundMarks()
{
    QVERIFY(isSoundMark(u"[anything]"));
    QVERIFY(isSoundMark(u"(laughter)"));
    QVERIFY(!isSoundMark(u"(the boss)"));
    QVERIFY(!isSoundMark(u"[open"));
    QVERIFY(!isSoundMark(u"word"));
    QVERIFY(!isSoundMark(u""));
}

#include "tst_markup.moc"
