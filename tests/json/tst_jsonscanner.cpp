// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsonscanner.h"

#include "core/json/jsonreader.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class JsonScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void validTextHasNoFault_data();
    void validTextHasNoFault();
    void agreesWithTheReader();
    void manyBrackets();
    void endOfValue_data();
    void endOfValue();
    void pointerSteps();
};

void JsonScannerTest::faults_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("message");

    const auto row = [](const char *name, const QByteArray &json, int line, int column, const QString &pointer,
                        const QString &message) {
        QTest::newRow(name) << json << line << column << pointer << message;
    };
    row("missing comma", "[1 2]", 1, 4, u"/0"_s, u"There is \"2\" where a comma or ] should be"_s);
    row("missing comma in object", "{\"a\": 1\n \"b\": 2}", 2, 2, u"/a"_s,
        u"There is \"\"\" where a comma or } should be"_s);
    row("wrong bracket", "{\"a\": [1}", 1, 9, u"/a/0"_s, u"There is \"}\" where a comma or ] should be"_s);
    row("wrong bracket in object", "[{\"a\": 1]", 1, 9, u"/0/a"_s, u"There is \"]\" where a comma or } should be"_s);
    row("no quotes", "{a: 1}", 1, 2, QString(), u"There is \"a\" where a name in double quotes or } should be"_s);
    row("comma before end", "{\"a\": 1,}", 1, 9, u"/a"_s, u"There is \"}\" where a name in double quotes should be"_s);
    row("no colon", "{\"a\" 1}", 1, 6, u"/a"_s, u"There is \"1\" where a colon should be"_s);
    row("no value", "{\"a\":}", 1, 6, u"/a"_s, u"There is \"}\" where a value should be"_s);
    row("leading zero", "[007]", 1, 2, u"/0"_s, u"A number must not start with 0"_s);
    row("point without digits", "[1.]", 1, 4, u"/0"_s, u"There is \"]\" where a digit should be"_s);
    row("exponent without digits", "[1e+]", 1, 5, u"/0"_s, u"There is \"]\" where a digit should be"_s);
    row("large by exponent", "[0.001e+999]", 1, 2, u"/0"_s, u"The number is too large"_s);
    row("large by digits", '9' + QByteArray(400, '0'), 1, 1, QString(), u"The number is too large"_s);
    row("large beyond counting", "-1E99999999999999999999999", 1, 1, QString(), u"The number is too large"_s);
    row("plus", "[+1]", 1, 2, u"/0"_s, u"There is \"+\" where a value should be"_s);
    row("single quotes", "['a']", 1, 2, u"/0"_s, u"There is \"'\" where a value should be"_s);
    row("capital", "[True]", 1, 2, u"/0"_s, u"There is \"T\" where a value should be"_s);
    row("unknown escape", "[\"\\x41\"]", 1, 3, u"/0"_s, u"There is an escape that JSON does not know"_s);
    row("short escape", "[\"\\u12\"]", 1, 3, u"/0"_s, u"After \\u four hexadecimal digits must follow"_s);
    row("low surrogate", "[\"\\udc00\"]", 1, 3, u"/0"_s, u"There is half of a surrogate pair without the other half"_s);
    row("line break in text", "[\"a\nb\"]", 1, 4, u"/0"_s, u"There is an unescaped control character inside a text"_s);
    row("nul in text", QByteArray("[\"a\0b\"]", 7), 1, 4, u"/0"_s, u"There is a NUL byte inside a text"_s);
    row("endless text", "{\"a\": [\"b", 1, 8, u"/a/0"_s, u"A text begins here that never ends"_s);
    row("old line ends", "[\r\r\n1,\r ?]", 4, 2, u"/1"_s, u"There is \"?\" where a value should be"_s);
    row("column in code points", "[\"äöü😀\", !]", 1, 10, u"/1"_s, u"There is \"!\" where a value should be"_s);
    row("mark does not count", "\xEF\xBB\xBF!", 1, 1, QString(), u"There is \"!\" where a value should be"_s);
    row("names are escaped", "{\"a/b~\": [?", 1, 11, u"/a~1b~0/0"_s, u"There is \"?\" where a value should be"_s);
    row("cut utf-8", "[\"\xE2\x82", 1, 3, u"/0"_s, u"There is a byte that is not UTF-8"_s);
    row("surrogate as utf-8", "[\"\xED\xA0\x80\"]", 1, 3, u"/0"_s, u"There is a byte that is not UTF-8"_s);
    row("beyond unicode", "[\"\xF4\x90\x80\x80\"]", 1, 3, u"/0"_s, u"There is a byte that is not UTF-8"_s);
    row("control character", "[\x01]", 1, 2, u"/0"_s, u"There is a control character where a value should be"_s);
}

void JsonScannerTest::faults()
{
    QFETCH(QByteArray, json);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, pointer);
    QFETCH(QString, message);
    const JsonFault fault = findFault(json);
    QCOMPARE(fault.message, message);
    QCOMPARE(fault.line, line);
    QCOMPARE(fault.column, column);
    QCOMPARE(fault.pointer, pointer);
    QVERIFY(!JsonDocument::parse(json));
}

void JsonScannerTest::validTextHasNoFault_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("number") << " -0.5e-10 "_ba;
    QTest::newRow("text") << "\"\\u0000\\ud83d\\ude00 \xF0\x9F\x98\x80\""_ba;
    QTest::newRow("nested") << "{\"a\": [[], {}, [1, null, true, false]], \"\": \"\"}"_ba;
    QTest::newRow("mark") << "\xEF\xBB\xBF[]"_ba;
    QTest::newRow("big integer") << "[123456789012345678901234567890]"_ba;
    QTest::newRow("tiny") << "[1e-999, 0.0e5, 0.001e-308, 10e-400, 0e99999999999999999999]"_ba;
    QTest::newRow("small by digits") << "0." + QByteArray(400, '0') + "1e50";
    QTest::newRow("far away") << "[1e-99999999999999999999999]"_ba;
    QTest::newRow("deepest") << QByteArray(deepestJson, '[') + QByteArray(deepestJson, ']');
}

void JsonScannerTest::validTextHasNoFault()
{
    QFETCH(QByteArray, json);
    QCOMPARE(findFault(json).message, QString());
    QVERIFY(JsonDocument::parse(json));
}

void JsonScannerTest::agreesWithTheReader()
{
    const QByteArray seed =
        "{\"a\": [1, -2.5e3, \"x\\u00e9\\n\"], \"b\": {\"c\": null, \"d\": [true, false]}, \"e\": \"\xC3\xA9\"}";
    QRandomGenerator random(11);
    const QByteArray alphabet = "{}[]\",:0123456789.eE+-\\untrflsa \n\xC3\xA9";
    int readCount = 0;
    constexpr int rounds = 20'000;
    for (int round = 0; round < rounds; ++round) {
        QByteArray text = seed;
        for (int change = random.bounded(1, 4); change > 0; --change)
            text[random.bounded(static_cast<int>(text.size()))] =
                alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        const bool isRead = JsonDocument::parse(text).has_value();
        readCount += isRead ? 1 : 0;
        if (isRead != findFault(text).message.isEmpty())
            QFAIL(qPrintable(u"the two disagree about "_s + QString::fromUtf8(text)));
    }
    QVERIFY(readCount > rounds / 100 && readCount < rounds / 2);
}

void JsonScannerTest::manyBrackets()
{
    constexpr int million = 1'000'000;
    const JsonFault lists = findFault(QByteArray(million, '['));
    QCOMPARE(lists.offset, deepestJson + 1);
    QCOMPARE(lists.message, u"The document is nested deeper than 1024 levels"_s);
    const JsonFault objects = findFault(QByteArray("{\"a\":").repeated(million));
    QCOMPARE(objects.message, u"The document is nested deeper than 1024 levels"_s);
    QVERIFY(objects.pointer.startsWith(u"/a/a/a"_s));
}

void JsonScannerTest::endOfValue_data()
{
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("number") << "-1.5e3"_ba;
    QTest::newRow("literal") << "true"_ba;
    QTest::newRow("text") << "\"a\\\"]\\\\\""_ba;
    QTest::newRow("list") << "[1, \"]\", [2, {}]]"_ba;
    QTest::newRow("object") << "{\"}\": {\"a\": []}}"_ba;
}

void JsonScannerTest::endOfValue()
{
    QFETCH(QByteArray, value);
    QCOMPARE(Viral::endOfValue(value, 0), value.size());
    QCOMPARE(Viral::endOfValue("[0," + value + "]", 3), value.size() + 3);
    QCOMPARE(Viral::endOfValue("{\"a\":" + value + ",\"b\":1}", 5), value.size() + 5);
    QCOMPARE(Viral::endOfValue(value + " \n", 0), value.size());
}

void JsonScannerTest::pointerSteps()
{
    QCOMPARE(pointerStep("plain"), u"plain"_s);
    QCOMPARE(pointerStep("a/b~1"), u"a~1b~01"_s);
    QCOMPARE(pointerStep(""), QString());
}

VIRAL_TEST(JsonScannerTest)
#include "tst_jsonscanner.moc"
