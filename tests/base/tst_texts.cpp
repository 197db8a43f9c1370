// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/base/timetext.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class TextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codePoints();
    void foldedWord_data();
    void foldedWord();
    void times();
    void keysAreRedacted_data();
    void keysAreRedacted();
};

VIRAL_TEST(TextsTest)

void TextsTest::codePoints()
{
    QCOMPARE(codePointCount(u""), 0);
    QCOMPARE(codePointCount(u"abc"), 3);
    QCOMPARE(codePointCount(u"a😀b"), 3);
    QCOMPARE(codePointCount(u"e\u0301"), 2);
    QCOMPARE(leftCodePoints(u"a😀b", 2), u"a😀");
    QCOMPARE(leftCodePoints(u"a😀b", 1), u"a");
    QCOMPARE(leftCodePoints(u"ab", 9), u"ab");
    QCOMPARE(leftCodePoints(u"ab", 0), u"");
    const QString lone(QChar(0xd83d));
    QCOMPARE(codePointCount(lone + u'a'), 2);
    QCOMPARE(leftCodePoints(lone + u'a', 1), lone);
}

void TextsTest::foldedWord_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("folded");
    QTest::newRow("case and mark") << u"Hello,"_s << u"hello"_s;
    QTest::newRow("apostrophe") << u"Don’t"_s << u"dont"_s;
    QTest::newRow("composition") << u"Cafe\u0301"_s << u"café"_s;
    QTest::newRow("sharp s") << u"STRASSE"_s << QString(u"strasse"_s);
    QTest::newRow("figures") << u"$1,000"_s << u"1000"_s;
    QTest::newRow("Arabic") << u"«سلام»"_s << u"سلام"_s;
    QTest::newRow("only marks") << u"—…"_s << QString();
}

void TextsTest::foldedWord()
{
    QFETCH(const QString, word);
    QTEST(Viral::foldedWord(word), "folded");
}

void TextsTest::times()
{
    QCOMPARE(clockText(Milliseconds{7'999}), u"0:07"_s);
    QCOMPARE(clockText(Milliseconds{3'599'999}), u"59:59"_s);
    QCOMPARE(clockText(Milliseconds{3'723'000}), u"1:02:03"_s);
    QCOMPARE(clockText(Milliseconds{-5}), u"0:00"_s);
    QCOMPARE(exactTimeText(Milliseconds{750'512}), u"00:12:30.512"_s);
    QCOMPARE(exactTimeText(Milliseconds{360'000'000}), u"100:00:00.000"_s);
    QCOMPARE(secondsText(Milliseconds{52'449}), u"52.4 s"_s);
    QCOMPARE(secondsText(Milliseconds{52'450}), u"52.5 s"_s);
    const QDateTime local(QDate(2024, 5, 14), QTime(18, 41, 0, 512), Qt::OffsetFromUTC, 7200);
    QCOMPARE(isoUtcText(local), u"2024-05-14T16:41:00.512Z"_s);
}

void TextsTest::keysAreRedacted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("nothing to hide") << u"The job failed."_s << u"The job failed."_s;
    QTest::newRow("key") << u"key sk-proj-abc123DEF456 refused"_s << u"key [key] refused"_s;
    QTest::newRow("masked by the service") << u"provided: sk-abcd********wxyz."_s << u"provided: [key]."_s;
    QTest::newRow("bearer") << u"Authorization: Bearer abcdefgh.ijkl"_s << u"Authorization: Bearer [key]"_s;
    QTest::newRow("RunPod") << u"rpa_ABCDEFGH12345678"_s << u"[key]"_s;
    QTest::newRow("a short word") << u"sk-1"_s << u"sk-1"_s;
    const QString key = u"sk-proj-4fTq0Zs81LmNbVcXwEr2"_s;
    QTest::newRow("glued to a word") << u"v1"_s + key << u"v1[key]"_s;
    QTest::newRow("glued to an underscore") << u"OPENAI_"_s + key + u" x"_s << u"OPENAI_[key] x"_s;
    QTest::newRow("glued, RunPod") << u"idrpa_9Q8W7E6R5T4Y3U2I1O0P"_s << u"id[key]"_s;
    QTest::newRow("in JSON") << u"{\"openai_api_key\":\""_s + key + u"\"}"_s << u"{\"openai_api_key\":\"[key]\"}"_s;
    QTest::newRow("another kind in JSON") << uR"({"api_key": "0123abcd4567efgh"})"_s << uR"({"api_key": "[key]"})"_s;
    QTest::newRow("JSON inside JSON") << uR"("{\"apiKey\":\"0123abcd4567efgh\"}")"_s
                                      << uR"("{\"apiKey\":\"[key]\"}")"_s;
    QTest::newRow("variable") << u"OPENAI_API_KEY=abcdefghij RUN=1"_s << u"OPENAI_API_KEY=[key] RUN=1"_s;
    QTest::newRow("webhook secret") << u"WEBHOOK_SECRET=whsec_12345678"_s << u"WEBHOOK_SECRET=[key]"_s;
    QTest::newRow("query") << u"https://a.example/x?api-key=abcdef0123456789&v=1"_s
                           << u"https://a.example/x?api-key=[key]&v=1"_s;
    QTest::newRow("user in an address") << u"at https://me:hunter2@host.example/x"_s
                                        << u"at https://[key]@host.example/x"_s;
    QTest::newRow("Azure's header") << u"api-key: 0a1b2c3d4e5f"_s << u"api-key: [key]"_s;
    QTest::newRow("basic") << u"Authorization: Basic dXNlcjpwYXNz"_s << u"Authorization: Basic [key]"_s;
    QTest::newRow("at the end of a line") << key + u"\nnext"_s << u"[key]\nnext"_s;
    QTest::newRow("several") << key + u","_s + key << u"[key],[key]"_s;
    for (const QString &words : {u"A risk-management-and-compliance-team spoke."_s, u"key-performance indicators"_s,
                                 u"the bearer remains silent"_s, u"basic understanding"_s, u"{\"key_takeaways\":[]}"_s,
                                 u"Your API key: not set"_s, u"an hour https://a.example:8080/x"_s})
        QTest::newRow(qPrintable(words)) << words << words;
}

void TextsTest::keysAreRedacted()
{
    QFETCH(const QString, text);
    QTEST(redacted(text), "clean");
}

#include "tst_texts.moc"
