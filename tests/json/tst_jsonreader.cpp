// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsonreader.h"

#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

JsonDocument parsed(const QByteArray &bytes)
{
    auto document = JsonDocument::parse(bytes);
    if (!document)
        qFatal("%s", qPrintable(document.error().text()));
    return std::move(*document);
}

} // namespace

class JsonReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data();
    void types();
    void integers_data();
    void integers();
    void numbers_data();
    void numbers();
    void strings_data();
    void strings();
    void lastOfEqualKeysCounts();
    void pickFindsInAnyOrder();
    void walksInOrderOfWriting();
    void otherTypesHaveNoItems();
    void pointers_data();
    void pointers();
    void rawTexts_data();
    void rawTexts();
    void everyRawTextIsTheOneWritten();
    void rawMembersKeepBytes();
    void byteOrderMarkIsSkipped();
    void valuesSurviveTheGivenBytesAndAMove();
    void refused_data();
    void refused();
    void depth_data();
    void depth();
    void deepTextIsRefused_data();
    void deepTextIsRefused();
    void everyPrefixIsRefused();
    void noiseNeverParses();
    void manyEqualKeys();
    void wideObject();
};

void JsonReaderTest::types_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<JsonValue::Type>("type");
    QTest::addColumn<QString>("name");

    QTest::newRow("null") << "null"_ba << JsonValue::Type::Null << u"null"_s;
    QTest::newRow("true") << "true"_ba << JsonValue::Type::Boolean << u"true or false"_s;
    QTest::newRow("false") << "false"_ba << JsonValue::Type::Boolean << u"true or false"_s;
    QTest::newRow("integer") << "-7"_ba << JsonValue::Type::Number << u"a number"_s;
    QTest::newRow("unsigned") << "18446744073709551615"_ba << JsonValue::Type::Number << u"a number"_s;
    QTest::newRow("double") << "1.5e3"_ba << JsonValue::Type::Number << u"a number"_s;
    QTest::newRow("text") << "\"\""_ba << JsonValue::Type::String << u"text"_s;
    QTest::newRow("list") << " [ ] "_ba << JsonValue::Type::Array << u"a list"_s;
    QTest::newRow("object") << "{}"_ba << JsonValue::Type::Object << u"an object"_s;
}

void JsonReaderTest::types()
{
    QFETCH(QByteArray, json);
    QFETCH(JsonValue::Type, type);
    QFETCH(QString, name);
    const JsonDocument document = parsed(json);
    QVERIFY(document.root().type() == type);
    QCOMPARE(document.root().typeName(), name);
    QCOMPARE(document.root().asBoolean().has_value(), type == JsonValue::Type::Boolean);
    QCOMPARE(document.root().asNumber().has_value(), type == JsonValue::Type::Number);
    QCOMPARE(document.root().asString().has_value(), type == JsonValue::Type::String);
}

void JsonReaderTest::integers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<qlonglong>("number");

    QTest::newRow("zero") << "0"_ba << true << 0LL;
    QTest::newRow("minus zero") << "-0.0"_ba << true << 0LL;
    QTest::newRow("whole float") << "8.0"_ba << true << 8LL;
    QTest::newRow("exponent") << "8e0"_ba << true << 8LL;
    QTest::newRow("shifted") << "80e-1"_ba << true << 8LL;
    QTest::newRow("fraction") << "8.5"_ba << false << 0LL;
    QTest::newRow("highest") << "9223372036854775807"_ba << true << std::numeric_limits<qlonglong>::max();
    QTest::newRow("lowest") << "-9223372036854775808"_ba << true << std::numeric_limits<qlonglong>::min();
    QTest::newRow("beyond signed") << "9223372036854775808"_ba << false << 0LL;
    QTest::newRow("2^63 as float") << "9223372036854775808.0"_ba << false << 0LL;
    QTest::newRow("-2^63 as float") << "-9223372036854775808.0"_ba << true << std::numeric_limits<qlonglong>::min();
    QTest::newRow("huge") << "1e300"_ba << false << 0LL;
    QTest::newRow("text") << "\"8\""_ba << false << 0LL;
    QTest::newRow("true") << "true"_ba << false << 0LL;
}

void JsonReaderTest::integers()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isWhole);
    QFETCH(qlonglong, number);
    const JsonDocument document = parsed(json);
    const auto read = document.root().asInteger();
    QCOMPARE(read.has_value(), isWhole);
    if (isWhole)
        QCOMPARE(qlonglong{*read}, number);
}

void JsonReaderTest::numbers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<double>("number");

    QTest::newRow("integer") << "-12"_ba << -12.0;
    QTest::newRow("shortest") << "0.1"_ba << 0.1;
    QTest::newRow("unsigned") << "18446744073709551615"_ba << 18446744073709551615.0;
    QTest::newRow("beyond 64 bits") << "18446744073709551616"_ba << 18446744073709551616.0;
    QTest::newRow("below 64 bits") << "-9223372036854775809"_ba << -9223372036854775809.0;
    QTest::newRow("thirty digits") << "123456789012345678901234567890"_ba << 123456789012345678901234567890.0;
    QTest::newRow("underflow") << "1e-400"_ba << 0.0;
    QTest::newRow("largest") << "1.7976931348623157e308"_ba << std::numeric_limits<double>::max();
}

void JsonReaderTest::numbers()
{
    QFETCH(QByteArray, json);
    QFETCH(double, number);
    const JsonDocument document = parsed(json);
    QCOMPARE(*document.root().asNumber(), number);
    QCOMPARE(document.root().rawText(), json);
}

void JsonReaderTest::strings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");

    QTest::newRow("empty") << "\"\""_ba << u""_s;
    QTest::newRow("plain") << "\"abc\""_ba << u"abc"_s;
    QTest::newRow("escapes") << R"("\"\\\/\b\f\n\r\t")"_ba << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("unicode escape") << R"("\u00e9\u4E2D")"_ba << u"é中"_s;
    QTest::newRow("pair") << R"("\ud83d\ude00")"_ba << u"😀"_s;
    QTest::newRow("nul escape") << R"("a\u0000b")"_ba << u"a\0b"_s;
    QTest::newRow("scripts") << QByteArray("\"Größe Привет 日本語 مرحبا 😀\"") << u"Größe Привет 日本語 مرحبا 😀"_s;
    QTest::newRow("leading zero width") << QByteArray("\"\xEF\xBB\xBFx\"") << u"\uFEFFx"_s;
    QTest::newRow("delete") << QByteArray("\"\x7F\"") << u"\x7F"_s;
}

void JsonReaderTest::strings()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    const JsonDocument document = parsed(json);
    QCOMPARE(*document.root().asString(), text);
    QCOMPARE(document.root().rawText(), json);
}

void JsonReaderTest::lastOfEqualKeysCounts()
{
    const JsonDocument document = parsed(R"({"a": 1, "b": 2, "a": {"c": 3}, "b": "x"})");
    QVERIFY(document.root().member(u"a")->isObject());
    QCOMPARE(*document.root().member(u"b")->asString(), u"x"_s);
    const RawMembers expected{{u"a"_s, R"({"c": 3})"_ba}, {u"b"_s, R"("x")"_ba}};
    QCOMPARE(document.root().rawMembers(), expected);
}

void JsonReaderTest::pickFindsInAnyOrder()
{
    const JsonDocument document = parsed(R"({"c": 3, "é": 4, "x": 9, "a": 1, "c": 33})");
    constexpr std::array<std::string_view, 4> names{"a", "b", "c", "\xC3\xA9"};
    const auto [a, b, c, accented] = document.root().pick(names);
    QCOMPARE(*a->asInteger(), 1);
    QVERIFY(!b);
    QCOMPARE(*c->asInteger(), 33);
    QCOMPARE(*accented->asInteger(), 4);
    QCOMPARE(*document.root().member(u"é")->asInteger(), 4);
    QVERIFY(!document.root().member(u"e"));
}

void JsonReaderTest::walksInOrderOfWriting()
{
    const JsonDocument document = parsed(R"({"z": [10, 20.5, []], "a": {}, "z": null})");
    QStringList seen;
    document.root().forEachMember([&](std::string_view key, const JsonValue &value) {
        seen.append(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())) + value.typeName());
        value.forEachElement([&](std::size_t index, const JsonValue &element) {
            seen.append(QString::number(index) + element.typeName());
        });
    });
    QCOMPARE(seen,
             (QStringList{u"za list"_s, u"0a number"_s, u"1a number"_s, u"2a list"_s, u"aan object"_s, u"znull"_s}));
    QCOMPARE(document.root().size(), std::size_t{3});
    QCOMPARE(document.root().member(u"a")->size(), std::size_t{0});
}

void JsonReaderTest::otherTypesHaveNoItems()
{
    const JsonDocument document = parsed(R"(["{\"a\": 1}", 7])");
    document.root().forEachElement([](std::size_t, const JsonValue &value) {
        value.forEachMember([](std::string_view, const JsonValue &) { QFAIL("a member"); });
        value.forEachElement([](std::size_t, const JsonValue &) { QFAIL("an element"); });
        QVERIFY(!value.member(u"a"));
        QCOMPARE(value.size(), std::size_t{0});
        QVERIFY(value.rawMembers().isEmpty());
    });
    document.root().forEachMember([](std::string_view, const JsonValue &) { QFAIL("a member of a list"); });
}

void JsonReaderTest::pointers_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QByteArray>("raw");

    QTest::newRow("first") << u"/a/0/b"_s << "1"_ba;
    QTest::newRow("after numbers") << u"/a/3"_s << "\"x\""_ba;
    QTest::newRow("escaped") << u"/m~0n~1o/"_s << "true"_ba;
    QTest::newRow("nested lists") << u"/l/0/0/1"_s << "[2]"_ba;
    QTest::newRow("after nested") << u"/last"_s << "null"_ba;
}

void JsonReaderTest::pointers()
{
    QFETCH(QString, wanted);
    QFETCH(QByteArray, raw);
    const JsonDocument document = parsed(R"({"a": [{"b": 1}, 1.5, 18446744073709551615, "x"], "m~n/o": {"": true},
                   "l": [[[1, [2]]]], "last": null})");
    QHash<QString, QByteArray> found;
    const auto visit = [&](const auto &self, const JsonValue &value) -> void {
        found.insert(value.pointer(), value.rawText());
        value.forEachMember([&](std::string_view, const JsonValue &child) { self(self, child); });
        value.forEachElement([&](std::size_t, const JsonValue &child) { self(self, child); });
    };
    visit(visit, document.root());
    QCOMPARE(document.root().pointer(), QString());
    QCOMPARE(found.value(wanted), raw);
}

void JsonReaderTest::rawTexts_data()
{
    QTest::addColumn<QByteArray>("raw");

    QTest::newRow("whole float") << "1.0"_ba;
    QTest::newRow("exponent") << "1e3"_ba;
    QTest::newRow("capital exponent") << "-1.50E+03"_ba;
    QTest::newRow("many digits") << "0.1000000000000000055511151231257827"_ba;
    QTest::newRow("unsigned") << "18446744073709551615"_ba;
    QTest::newRow("thirty digits") << "-123456789012345678901234567890"_ba;
    QTest::newRow("literal") << "false"_ba;
    QTest::newRow("escapes as written") << R"("\u00e9 \/ \ud83d\ude00 \\\" , : ] }")"_ba;
    QTest::newRow("odd spacing") << "{ \"a\" :\t[ 1 ,\n 2 ]\r\n, \"b\":{ } }"_ba;
    QTest::newRow("empty list") << "[ ]"_ba;
    QTest::newRow("brackets in text") << R"(["]", "[", "}\"", {"{": "["}])"_ba;
}

void JsonReaderTest::rawTexts()
{
    QFETCH(QByteArray, raw);
    for (const QByteArray &around : {"[$]"_ba, "[ 1 , $ ]"_ba, "{\"a\":\"x,:\",\"k\" : $ ,\"z\":0}"_ba, " $ "_ba}) {
        QByteArray json = around;
        json.replace('$', raw);
        const JsonDocument document = parsed(json);
        QByteArray found = document.root().rawText();
        document.root().forEachElement([&](std::size_t, const JsonValue &value) { found = value.rawText(); });
        if (const auto member = document.root().member(u"k"))
            found = member->rawText();
        if (around == " $ ")
            found = document.root().rawText();
        QCOMPARE(found, raw);
    }
}

void JsonReaderTest::everyRawTextIsTheOneWritten()
{
    // Long enough for many marks of the index from tape to text, with every kind of value.
    QList<QByteArray> texts;
    QRandomGenerator random(7);
    const QList<QByteArray> kinds{"1"_ba,
                                  "-2.5"_ba,
                                  "true"_ba,
                                  "null"_ba,
                                  "\"a, b: c\""_ba,
                                  "[1, [2]]"_ba,
                                  "{\"k\": -1, \"l\": []}"_ba,
                                  "{}"_ba,
                                  "12345678901234567890123"_ba};
    QByteArray json = "[";
    for (int i = 0; i < 3000; ++i) {
        texts.append(kinds.at(random.bounded(static_cast<int>(kinds.size()))));
        json += (i == 0 ? "" : i % 3 == 0 ? " , " : ",") + texts.constLast();
    }
    const JsonDocument document = parsed(json + "]");
    QCOMPARE(document.root().size(), static_cast<std::size_t>(texts.size()));
    document.root().forEachElement([&](std::size_t index, const JsonValue &value) {
        QCOMPARE(value.rawText(), texts.at(static_cast<qsizetype>(index)));
        QCOMPARE(value.pointer(), u'/' + QString::number(index));
    });
}

void JsonReaderTest::rawMembersKeepBytes()
{
    const JsonDocument document = parsed("{\"m\": {\"b\" :1.0,\"a\":  {\"x\" : [ ] } , \"\\u00e9\":\"\\/\"}}");
    const RawMembers expected{{u"b"_s, "1.0"_ba}, {u"a"_s, "{\"x\" : [ ] }"_ba}, {u"é"_s, "\"\\/\""_ba}};
    QCOMPARE(document.root().member(u"m")->rawMembers(), expected);
    QCOMPARE(findMember(expected, u"é")->value, "\"\\/\""_ba);
    QVERIFY(!findMember(expected, u"c"));
}

void JsonReaderTest::byteOrderMarkIsSkipped()
{
    const JsonDocument document = parsed("\xEF\xBB\xBF {\"a\": [1.0]}");
    QCOMPARE(document.root().member(u"a")->rawText(), "[1.0]"_ba);
}

void JsonReaderTest::valuesSurviveTheGivenBytesAndAMove()
{
    QByteArray bytes("{\"a\": \"text\", \"b\": [1.50]}");
    const QByteArray borrowed = QByteArray::fromRawData(bytes.constData(), bytes.size());
    JsonDocument first = parsed(borrowed);
    const JsonValue member = *first.root().member(u"b");
    bytes.fill('x');
    const JsonDocument second = std::move(first);
    QCOMPARE(member.rawText(), "[1.50]"_ba);
    QCOMPARE(member.pointer(), u"/b"_s);
    QCOMPARE(*second.root().member(u"a")->asString(), u"text"_s);
}

void JsonReaderTest::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("message");

    const auto row = [](const char *name, const QByteArray &json, const QString &place, const QString &message) {
        QTest::newRow(name) << json << place << message;
    };
    row("empty", "", u"line 1, column 1"_s, u"The document is empty"_s);
    row("blank", " \n\t ", u"line 1, column 1"_s, u"The document is empty"_s);
    row("only a mark", "\xEF\xBB\xBF", u"line 1, column 1"_s, u"The document is empty"_s);
    row("nul bytes", QByteArray(4, '\0'), u"line 1, column 1"_s, u"There is a NUL byte where a value should be"_s);
    row("utf-16 little", QByteArray("\xFF\xFE{\0}\0", 6), u"line 1, column 1"_s,
        u"The document is UTF-16; JSON must be UTF-8"_s);
    row("utf-16 big", QByteArray("\xFE\xFF\0{\0}", 6), u"line 1, column 1"_s,
        u"The document is UTF-16; JSON must be UTF-8"_s);
    row("utf-16 without mark", QByteArray("{\0}\0", 4), u"line 1, column 1"_s,
        u"The document is UTF-16; JSON must be UTF-8"_s);
    row("comma at the end", "{\"a\": [1, 2,]}", u"line 1, column 13, at /a/2"_s,
        u"There is \"]\" where a value should be"_s);
    row("trailing text", "{} x", u"line 1, column 4"_s,
        u"There is \"x\" where nothing after the end of the document should be"_s);
    row("NaN", "{\"start\":\n NaN}", u"line 2, column 2, at /start"_s, u"NaN is not a number in JSON"_s);
    row("infinity", "[-Infinity]", u"line 1, column 3, at /0"_s, u"There is \"I\" where a digit should be"_s);
    row("too large", "[1, 1e999]", u"line 1, column 5, at /1"_s, u"The number is too large"_s);
    row("lone surrogate", R"({"t": "\ud800"})", u"line 1, column 8, at /t"_s,
        u"There is half of a surrogate pair without the other half"_s);
    row("invalid utf-8", "[\"é\", \"\xC3\x28\"]", u"line 1, column 8, at /1"_s, u"There is a byte that is not UTF-8"_s);
    row("overlong", "[\"\xC0\xAF\"]", u"line 1, column 3, at /0"_s, u"There is a byte that is not UTF-8"_s);
    row("not json", "<html>", u"line 1, column 1"_s, u"There is \"<\" where a value should be"_s);
    row("cut off", "{\"a\": {\"b\"", u"line 1, column 11, at /a/b"_s,
        u"The document ends where a colon should follow"_s);
}

void JsonReaderTest::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QFETCH(QString, message);
    const auto document = JsonDocument::parse(json);
    QVERIFY(!document);
    QCOMPARE(document.error().message, message);
    QCOMPARE(document.error().place, place);
    QVERIFY(document.error().kind == ErrorKind::Input);
}

void JsonReaderTest::depth_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("isRead");

    QTest::newRow("allowed") << deepestJson << true;
    QTest::newRow("too deep") << deepestJson + 1 << false;
}

void JsonReaderTest::depth()
{
    QFETCH(int, depth);
    QFETCH(bool, isRead);
    const QByteArray lists = QByteArray(depth, '[') + '1' + QByteArray(depth, ']');
    const QByteArray objects = QByteArray("{\"a\":").repeated(depth) + '1' + QByteArray(depth, '}');
    for (const QByteArray &json : {lists, objects}) {
        const auto document = JsonDocument::parse(json);
        QCOMPARE(document.has_value(), isRead);
        if (isRead)
            QCOMPARE(document->root().rawText(), json);
        else
            QVERIFY(document.error().message.contains(u"nested deeper than 1024"_s));
    }
}

void JsonReaderTest::deepTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");

    constexpr int million = 1'000'000;
    QTest::newRow("lists") << QByteArray(million, '[');
    QTest::newRow("closed lists") << QByteArray(million, '[') + QByteArray(million, ']');
    QTest::newRow("objects") << QByteArray("{\"a\":").repeated(million);
    QTest::newRow("closing") << QByteArray(million, ']');
    QTest::newRow("open text") << '"' + QByteArray(million, 'a');
    QTest::newRow("backslashes") << '"' + QByteArray(million, '\\');
    QTest::newRow("minus") << QByteArray(million, '-');
    QTest::newRow("digits") << QByteArray(million, '9');
}

void JsonReaderTest::deepTextIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(!JsonDocument::parse(json));
}

void JsonReaderTest::everyPrefixIsRefused()
{
    const QByteArray json = "{\"a\": [1.5e3, \"\\u00e9\xC3\xA9\", {\"b\": null}], \"c\": -0.25, \"d\": true}";
    QVERIFY(JsonDocument::parse(json));
    for (qsizetype length = 0; length < json.size(); ++length) {
        const auto document = JsonDocument::parse(json.first(length));
        QVERIFY(!document);
        QVERIFY(document.error().place.startsWith(u"line 1, column "_s));
    }
}

void JsonReaderTest::noiseNeverParses()
{
    QRandomGenerator random(20240514);
    for (int round = 0; round < 300; ++round) {
        QByteArray noise(1 + random.bounded(400), Qt::Uninitialized);
        for (char &byte : noise)
            byte = static_cast<char>(random.bounded(256));
        noise.append('\xFF');
        QVERIFY(!JsonDocument::parse(noise));
    }
}

void JsonReaderTest::manyEqualKeys()
{
    QByteArray json = "{";
    for (int i = 0; i < 100'000; ++i)
        json += "\"k\":" + QByteArray::number(i) + ',';
    const JsonDocument document = parsed(json + "\"l\":0}");
    QCOMPARE(*document.root().member(u"k")->asInteger(), 99'999);
    QCOMPARE(document.root().rawMembers(), (RawMembers{{u"k"_s, "99999"_ba}, {u"l"_s, "0"_ba}}));
}

void JsonReaderTest::wideObject()
{
    QByteArray json = "{";
    for (int i = 0; i < 20'000; ++i)
        json += "\"key" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ".0,";
    const JsonDocument document = parsed(json + "\"l\":0}");
    const RawMembers members = document.root().rawMembers();
    QCOMPARE(members.size(), 20'001);
    QCOMPARE(members.at(12'345), (RawMember{u"key12345"_s, "12345.0"_ba}));
}

VIRAL_TEST(JsonReaderTest)
#include "tst_jsonreader.moc"
