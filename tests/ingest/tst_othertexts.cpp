// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formatreader.h"
#include "core/ingest/inputreader.h"
#include "tests/ingest/inputdump.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

/// TTML, podcast pages and text with times: what is which, and hostile ones.
class OtherTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void isNone_data();
    void isNone();
    void stampForms_data();
    void stampForms();
    void hostileXml_data();
    void hostileXml();
    void damagedXmlKeepsWhatCameBefore();
    void unclosedTagsStayLinear();
};

VIRAL_TEST(OtherTextsTest)

namespace {

QByteArray ttml(const QByteArray &body)
{
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div>" + body + "</div></body></tt>";
}

const QByteArray paragraph = "<p begin=\"1s\" end=\"2s\">Hello.</p>";

} // namespace

void OtherTextsTest::formats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    const QString stamps = u"text with times"_s;
    QTest::newRow("TTML") << ttml(paragraph) << u"TTML"_s;
    QTest::newRow("TTML with a head") << QByteArray("\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- x -->\n") +
                                             ttml(paragraph)
                                      << u"TTML"_s;
    QTest::newRow("page") << QByteArray("<cite>A:</cite><time>0:01</time><p>Hello.</p>") << u"podcast HTML"_s;
    QTest::newRow("brackets") << QByteArray("[0:01] a\n[0:02] b\n[0:03] c\n") << stamps;
    QTest::newRow("CR LF") << QByteArray("0:01 a\r\n0:02 b\r\n0:03 c") << stamps;
    QTest::newRow("arrows are SRT") << QByteArray("0:00:01,0 --> 0:00:02,0\na\n[0:01] a\n[0:02] b\n[0:03] c\n")
                                    << u"SubRip (SRT)"_s;
}

void OtherTextsTest::formats()
{
    QFETCH(const QByteArray, bytes);
    const Result<Input> input = readInput(bytes, QString());
    QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
    QTEST(input->formatName, "format");
    QCOMPARE(brokenPromise(input->request.transcript), QString());
    QVERIFY(!input->request.transcript.words.isEmpty());
}

void OtherTextsTest::isNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("two times only") << QByteArray("[0:01] a\n[0:02] b\n");
    QTest::newRow("times inside lines") << QByteArray("at 0:01 a\nat 0:02 b\nat 0:03 c\n");
    QTest::newRow("footnotes") << QByteArray("[1] a\n[2] b\n[3] c\n[4] d\n");
    QTest::newRow("years") << QByteArray("1998 a\n1999 b\n2000 c\n");
    QTest::newRow("backwards") << QByteArray("[0:09] a\n[0:07] b\n[0:05] c\n[0:01] d\n");
    QTest::newRow("other XML") << QByteArray(
        "<?xml version=\"1.0\"?><xmeml version=\"5\"><p begin=\"1s\">a</p></xmeml>");
    QTest::newRow("other page") << QByteArray("<html><p>0:01 a</p><p>0:02 b</p><p>0:03 c</p></html>");
}

void OtherTextsTest::isNone()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!readInput(bytes, QString()));
}

void OtherTextsTest::stampForms_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("start");
    QTest::addColumn<QString>("text");
    QTest::newRow("brackets") << u"[00:12:30] hello"_s << 750000 << u"hello"_s;
    QTest::newRow("round") << u"(12:34.5) hello"_s << 754500 << u"hello"_s;
    QTest::newRow("bare") << u"1:02:03 hello"_s << 3723000 << u"hello"_s;
    QTest::newRow("dash behind") << u"1:02:03 - hello"_s << 3723000 << u"hello"_s;
    QTest::newRow("pair") << u"12:34 - 12:40 hello"_s << 754000 << u"hello"_s;
    QTest::newRow("pair in brackets") << u"[12:34 --> 12:40] hello"_s << 754000 << u"hello"_s;
    QTest::newRow("seconds") << u"[754.25] hello"_s << 754250 << u"hello"_s;
    QTest::newRow("pair of seconds") << u"[754 - 760] hello"_s << 754000 << u"hello"_s;
    QTest::newRow("pictures are left out") << u"00:12:34:11 hello"_s << 754000 << u"hello"_s;
}

void OtherTextsTest::stampForms()
{
    QFETCH(const QString, line);
    const Result<Input> input = readInput((line + u'\n' + line + u" b\n"_s + line + u" c\n"_s).toUtf8(), QString());
    QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
    const Word &word = input->request.transcript.words.constFirst();
    QFETCH(const int, start);
    QCOMPARE(word.span.start.count(), start);
    QTEST(word.text, "text");
}

void OtherTextsTest::hostileXml_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray bomb = "<?xml version=\"1.0\"?><!DOCTYPE tt [<!ENTITY a \"aaaaaaaaaa\">";
    for (char name = 'b'; name <= 'j'; ++name) {
        const QByteArray inner = QByteArray("&") + char(name - 1) + ';';
        bomb += QByteArray("<!ENTITY ") + name + " \"" + inner.repeated(10) + "\">";
    }
    QTest::newRow("entities in entities") << bomb + "]>" + ttml("<p begin=\"1s\">&j;</p>");
    QTest::newRow("a file as entity") << QByteArray("<!DOCTYPE tt [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>") +
                                             ttml("<p begin=\"1s\">&a;</p>");
    QTest::newRow("a name nobody knows") << ttml("<p begin=\"1s\">A &nosuchname; b &AMP;.</p>");
    QTest::newRow("deep") << ttml(QByteArray("<div>").repeated(100'000));
    QByteArray attributes;
    for (int i = 0; i < 20'000; ++i)
        attributes += " a" + QByteArray::number(i) + "=\"1\"";
    QTest::newRow("endless tag") << ttml("<p begin=\"1s\"" + attributes + ">Hello.</p>");
}

void OtherTextsTest::hostileXml()
{
    QFETCH(const QByteArray, bytes);
    const Result<Input> input = readInput(bytes, u"a.ttml"_s);
    if (input) {
        for (const Word &word : input->request.transcript.words)
            QVERIFY(word.text.size() < 5000 && !word.text.contains(u"root:"_s));
        return;
    }
    QVERIFY(!input.error().message.isEmpty());
    QVERIFY(input.error().place.startsWith(u"a.ttml"_s));
}

void OtherTextsTest::damagedXmlKeepsWhatCameBefore()
{
    const Result<Input> input =
        readInput(ttml(paragraph + "<p begin=\"oops\">Lost</p><p begin=\"3s\">Half").chopped(20), QString());
    QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
    QCOMPARE(input->request.transcript.sentences.constFirst().text, u"Hello."_s);
    QVERIFY(input->problems.text().contains(u"damaged"_s));
    QVERIFY(input->problems.text().contains(u"\"oops\" is no time"_s));
}

void OtherTextsTest::unclosedTagsStayLinear()
{
    const QByteArray page = "<cite>A<time>0:01<p>Hello " + QByteArray("<p>word").repeated(100'000);
    const Result<Input> input = readInput(page, QString());
    QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
    QCOMPARE(input->request.transcript.words.size(), 100'001);
}

#include "tst_othertexts.moc"
