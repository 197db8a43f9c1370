// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsonwriter.h"

#include "core/json/jsonreader.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace Viral;
using namespace Qt::StringLiterals;

class JsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doubles_data();
    void doubles();
    void doublesReadBackTheSame();
    void integers_data();
    void integers();
    void texts_data();
    void texts();
    void textsReadBackTheSame();
    void keysAreEscaped();
    void compactLayout();
    void indentedLayout();
    void emptyContainersStayOnOneLine();
    void rawBytesAreKept();
    void rewritesByteForByte();
};

void JsonWriterTest::doubles_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("whole") << 10.0 << "10.0"_ba;
    QTest::newRow("zero") << 0.0 << "0.0"_ba;
    QTest::newRow("minus zero") << -0.0 << "-0.0"_ba;
    QTest::newRow("shortest") << 0.1 << "0.1"_ba;
    QTest::newRow("not shortened") << 0.1 + 0.2 << "0.30000000000000004"_ba;
    QTest::newRow("small price") << 0.025826 << "0.025826"_ba;
    QTest::newRow("smallest fixed") << 1e-4 << "0.0001"_ba;
    QTest::newRow("below fixed") << 9.5e-5 << "9.5e-05"_ba;
    QTest::newRow("largest fixed") << 9999999999999998.0 << "9999999999999998.0"_ba;
    QTest::newRow("above fixed") << 1e16 << "1e+16"_ba;
    QTest::newRow("negative") << -1234.5 << "-1234.5"_ba;
    QTest::newRow("largest") << std::numeric_limits<double>::max() << "1.7976931348623157e+308"_ba;
    QTest::newRow("smallest") << std::numeric_limits<double>::denorm_min() << "5e-324"_ba;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << "null"_ba;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << "null"_ba;
}

void JsonWriterTest::doubles()
{
    QFETCH(double, number);
    QFETCH(QByteArray, json);
    QCOMPARE(JsonWriter().value(number).take(), json);
}

void JsonWriterTest::doublesReadBackTheSame()
{
    QRandomGenerator random(3);
    for (int i = 0; i < 20'000; ++i) {
        const double number = std::bit_cast<double>(random.generate64());
        if (!std::isfinite(number))
            continue;
        const auto document = JsonDocument::parse(JsonWriter().value(number).take());
        QVERIFY(document);
        QCOMPARE(std::bit_cast<quint64>(*document->root().asNumber()), std::bit_cast<quint64>(number));
    }
}

void JsonWriterTest::integers_data()
{
    QTest::addColumn<qlonglong>("number");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("zero") << 0LL << "0"_ba;
    QTest::newRow("negative") << -42LL << "-42"_ba;
    QTest::newRow("highest") << std::numeric_limits<qlonglong>::max() << "9223372036854775807"_ba;
    QTest::newRow("lowest") << std::numeric_limits<qlonglong>::min() << "-9223372036854775808"_ba;
}

void JsonWriterTest::integers()
{
    QFETCH(qlonglong, number);
    QFETCH(QByteArray, json);
    QCOMPARE(JsonWriter().value(number).take(), json);
}

void JsonWriterTest::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("empty") << QString() << "\"\""_ba;
    QTest::newRow("needed escapes") << u"\"\\\b\f\n\r\t"_s << R"("\"\\\b\f\n\r\t")"_ba;
    QTest::newRow("other control") << QString(u'\0') + u'\x1F' << R"("\u0000\u001f")"_ba;
    QTest::newRow("nothing more") << u"/\x7F\u2028<&'"_s << QByteArray("\"/\x7F\xE2\x80\xA8<&'\"");
    QTest::newRow("two bytes") << u"é"_s << QByteArray("\"\xC3\xA9\"");
    QTest::newRow("three bytes") << u"中"_s << QByteArray("\"\xE4\xB8\xAD\"");
    QTest::newRow("four bytes") << u"😀"_s << QByteArray("\"\xF0\x9F\x98\x80\"");
    QTest::newRow("lone high") << QString(QChar(0xD83D)) + u'a'
                               << QByteArray("\"\xEF\xBF\xBD"
                                             "a\"");
    QTest::newRow("high at the end") << u"a"_s + QChar(0xD83D) << QByteArray("\"a\xEF\xBF\xBD\"");
    QTest::newRow("lone low") << QString(QChar(0xDE00)) << QByteArray("\"\xEF\xBF\xBD\"");
    QTest::newRow("last of all") << u"\uFFFF\U0010FFFF"_s << QByteArray("\"\xEF\xBF\xBF\xF4\x8F\xBF\xBF\"");
}

void JsonWriterTest::texts()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    QCOMPARE(JsonWriter().value(text).take(), json);
    QVERIFY(JsonDocument::parse(json));
}

void JsonWriterTest::textsReadBackTheSame()
{
    QRandomGenerator random(5);
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (int i = random.bounded(20); i > 0; --i) {
            const char32_t codePoint = random.bounded(0x110000);
            if (!QChar::isSurrogate(codePoint))
                text += QString::fromUcs4(&codePoint, 1);
        }
        const auto document = JsonDocument::parse(JsonWriter().value(text).take());
        QVERIFY(document);
        QCOMPARE(*document->root().asString(), text);
    }
}

void JsonWriterTest::keysAreEscaped()
{
    JsonWriter writer;
    writer.beginObject().member(u"a\"é", 1).member("b\\"_L1, true).member("plain"_L1, "x"_L1).endObject();
    QCOMPARE(writer.take(), QByteArray("{\"a\\\"\xC3\xA9\":1,\"b\\\\\":true,\"plain\":\"x\"}"));
}

void JsonWriterTest::compactLayout()
{
    JsonWriter writer;
    writer.beginObject().key("a"_L1).beginArray().value(1).value(2.5).null().beginArray().endArray().endArray();
    writer.member("b"_L1, false).key("c"_L1).beginObject().endObject().endObject();
    QCOMPARE(writer.take(), R"({"a":[1,2.5,null,[]],"b":false,"c":{}})"_ba);
}

void JsonWriterTest::indentedLayout()
{
    JsonWriter writer(JsonWriter::Layout::Indented);
    writer.beginObject().key("a"_L1).beginArray().value(1).beginObject().member("b"_L1, u"x"_s).endObject().endArray();
    writer.member("c"_L1, 2).endObject();
    QCOMPARE(writer.take(), R"({
  "a": [
    1,
    {
      "b": "x"
    }
  ],
  "c": 2
}
)"_ba);
}

void JsonWriterTest::emptyContainersStayOnOneLine()
{
    JsonWriter writer(JsonWriter::Layout::Indented);
    writer.beginObject().key("a"_L1).beginArray().endArray().key("b"_L1).beginObject().endObject().endObject();
    QCOMPARE(writer.take(), "{\n  \"a\": [],\n  \"b\": {}\n}\n"_ba);
}

void JsonWriterTest::rawBytesAreKept()
{
    const RawMembers members{{u"x"_s, "{ \"y\" :\n1.0 }"_ba}, {u"z"_s, "1e3"_ba}};
    JsonWriter writer(JsonWriter::Layout::Indented);
    writer.beginObject().member("a"_L1, 1).members(members).key("r"_L1).raw("[ ]").endObject();
    QCOMPARE(writer.take(), "{\n  \"a\": 1,\n  \"x\": { \"y\" :\n1.0 },\n  \"z\": 1e3,\n  \"r\": [ ]\n}\n"_ba);
}

void JsonWriterTest::rewritesByteForByte()
{
    const QByteArray json = "{\"b\":[0.1,12,-3.25,\"\xC3\xA9\\n\"],\"a\":{\"z\":null,\"y\":true},\"c\":[],\"d\":{}}"_ba;
    const auto document = JsonDocument::parse(json);
    JsonWriter writer;
    const auto rewrite = [&](const auto &self, const JsonValue &value) -> void {
        if (value.isObject()) {
            writer.beginObject();
            value.forEachMember([&](std::string_view key, const JsonValue &child) {
                writer.key(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
                self(self, child);
            });
            writer.endObject();
        } else if (value.isArray()) {
            writer.beginArray();
            value.forEachElement([&](std::size_t, const JsonValue &child) { self(self, child); });
            writer.endArray();
        } else if (const auto text = value.asString()) {
            writer.value(*text);
        } else if (const auto boolean = value.asBoolean()) {
            writer.value(*boolean);
        } else if (const auto integer = value.asInteger()) {
            writer.value(*integer);
        } else if (const auto number = value.asNumber()) {
            writer.value(*number);
        } else {
            writer.null();
        }
    };
    rewrite(rewrite, document->root());
    QCOMPARE(writer.take(), json);
}

VIRAL_TEST(JsonWriterTest)
#include "tst_jsonwriter.moc"
