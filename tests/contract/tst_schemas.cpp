// SPDX-License-Identifier: GPL-3.0-or-later
// The published schemas and the codecs must give every document the same verdict.
#include "core/base/files.h"
#include "core/contract/moment.h"
#include "core/contract/requestcodec.h"
#include "core/contract/requestrules.h"
#include "core/contract/serviceresultcodec.h"
#include "tests/support/schemachecker.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

namespace {

enum class Contract
{
    Request,
    Result,
};

JsonDocument loadedSchema(const char *name)
{
    const auto bytes = readFile(QStringLiteral(VIRAL_RESOURCES "/schemas/") + QString::fromLatin1(name));
    if (!bytes)
        qFatal("%s", qPrintable(bytes.error().text()));
    auto document = JsonDocument::parse(*bytes);
    if (!document)
        qFatal("%s", qPrintable(document.error().text()));
    return std::move(*document);
}

/// Rules that tie values together and that no schema can say.
bool isBeyondSchemas(const Problem &problem)
{
    static const QStringList starts{u"must not be before "_s,
                                    u"must be below the number of sentences"_s,
                                    u"must be smaller than the chunk"_s,
                                    u"must be an https address"_s,
                                    u"has no text"_s,
                                    u"must be after startTime"_s,
                                    u"must be endTime - startTime"_s,
                                    u"is not one of the moment's platforms"_s,
                                    u"has no post for"_s,
                                    u"must have the same scores"_s};
    return std::any_of(starts.begin(), starts.end(),
                       [&](const QString &start) { return problem.message.startsWith(start); });
}

bool codecAccepts(Contract contract, const JsonValue &root, QString *why)
{
    Problems problems;
    if (contract == Contract::Request)
        (void)readRequest(root, problems);
    else
        (void)readServiceResult(root, problems);
    *why = problems.text();
    const auto isFault = [](const Problem &problem) {
        return problem.severity == Problem::Severity::Error && !isBeyondSchemas(problem);
    };
    return std::none_of(problems.all().cbegin(), problems.all().cend(), isFault);
}

/// Writes \a value with what stands at \a pointer replaced, or left out when \a replacement is empty.
void rewrite(JsonWriter &writer, const JsonValue &value, const QString &pointer, const QByteArray &replacement)
{
    if (value.pointer() == pointer) {
        writer.raw(replacement);
    } else if (value.isObject()) {
        writer.beginObject();
        value.forEachMember([&](std::string_view key, const JsonValue &member) {
            if (replacement.isEmpty() && member.pointer() == pointer)
                return;
            writer.key(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
            rewrite(writer, member, pointer, replacement);
        });
        writer.endObject();
    } else if (value.isArray()) {
        writer.beginArray();
        value.forEachElement([&](std::size_t, const JsonValue &element) {
            if (!replacement.isEmpty() || element.pointer() != pointer)
                rewrite(writer, element, pointer, replacement);
        });
        writer.endArray();
    } else {
        writer.raw(value.rawText());
    }
}

void collectPointers(const JsonValue &value, QStringList &pointers)
{
    pointers.append(value.pointer());
    value.forEachMember([&](std::string_view, const JsonValue &member) { collectPointers(member, pointers); });
    value.forEachElement([&](std::size_t, const JsonValue &element) { collectPointers(element, pointers); });
}

} // namespace

class SchemasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameVerdict_data();
    void sameVerdict();
    void sameVerdictOnEveryChange_data();
    void sameVerdictOnEveryChange();
    void optionsHaveTheTablesRanges();
    void platformsHaveTheTablesLimits();
    void checkerReportsUnknownKeywords();
};

void SchemasTest::sameVerdict_data()
{
    QTest::addColumn<Contract>("contract");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isAccepted");

    const auto row = [](const char *name, Contract contract, const QByteArray &json, bool isAccepted) {
        QTest::newRow(name) << contract << json << isAccepted;
    };
    const QByteArray one = R"({"sentences": [{"text": "a", "start": 0, "end": 1}]})";
    const auto options = [&](const QByteArray &content) {
        return "{\"transcript\": " + one + ", \"options\": {" + content + "}}";
    };
    row("only sentences", Contract::Request, "{\"transcript\": " + one + "}", true);
    row("only words", Contract::Request, R"({"transcript": {"words": [{"text": "a", "start": 0, "end": 0}]}})", true);
    row("whole floats", Contract::Request,
        R"({"transcript": {"words": [{"text": "a", "start": 0.0, "end": 1e3, "sentence_index": 0.0}]}})", true);
    row("no sentences and words null", Contract::Request, R"({"transcript": {"sentences": [], "words": null}})", false);
    row("empty sentences beside words", Contract::Request,
        R"({"transcript": {"sentences": [], "words": [{"text": "a", "start": 0, "end": 1}]}})", true);
    row("wrapped", Contract::Request, "{\"input\": {\"transcript\": " + one + "}}", true);
    row("bare beside another input", Contract::Request, "{\"input\": 1, \"transcript\": " + one + "}", true);
    row("broken beside input", Contract::Request, "{\"transcript\": 1, \"input\": {\"transcript\": " + one + "}}",
        false);
    row("unknown members", Contract::Request, "{\"transcript\": " + one + ", \"x\": [], \"options\": {\"y\": 1}}",
        true);
    row("latest time", Contract::Request,
        R"({"transcript": {"words": [{"text": "a", "start": 0, "end": 10000000000}]}})", true);
    row("beyond the latest time", Contract::Request,
        R"({"transcript": {"words": [{"text": "a", "start": 0, "end": 10000000001}]}})", false);
    row("shortest timeout", Contract::Request, options(R"("request_timeout_seconds": 0.001)"), true);
    row("no timeout", Contract::Request, options(R"("request_timeout_seconds": 0)"), false);
    row("concurrency as float", Contract::Request, options(R"("max_concurrency": 64.0)"), true);
    row("too much concurrency", Contract::Request, options(R"("max_concurrency": 65)"), false);
    row("empty list", Contract::Request, "[]", false);
    row("empty result", Contract::Result, "{}", false);
    row("smallest result", Contract::Result,
        R"({"job_id": "", "total_chunks": 0, "successful_chunks": 0, "failed_chunks": 0, "moments": [], "metadata": {}})",
        true);
}

void SchemasTest::sameVerdict()
{
    QFETCH(Contract, contract);
    QFETCH(QByteArray, json);
    QFETCH(bool, isAccepted);
    const JsonDocument schema =
        loadedSchema(contract == Contract::Request ? "request.schema.json" : "result.schema.json");
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    SchemaChecker checker(schema.root());
    QString why;
    QCOMPARE(checker.accepts(document->root()), isAccepted);
    QCOMPARE(checker.faults(), QStringList());
    QCOMPARE(codecAccepts(contract, document->root(), &why), isAccepted);
}

void SchemasTest::sameVerdictOnEveryChange_data()
{
    QTest::addColumn<Contract>("contract");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("request") << Contract::Request
                             << R"({"job_id": "j", "openai_api_key": "k", "transcript": {"language": "en",
        "sentences": [{"text": "a", "start": 0, "end": 100000, "speaker_id": "s"}],
        "words": [{"text": "a", "start": 0, "end": 100000, "sentence_index": 0}]},
        "metadata": {"a": {"b": [1]}},
        "options": {"chunk_duration_ms": 450000, "chunk_overlap_ms": 45000, "min_chunk_duration_ms": 180000,
        "max_concurrency": 4, "openai_model": "m", "openai_temperature": 1, "openai_max_output_tokens": 4096,
        "request_timeout_seconds": 30, "other": 1},
        "webhook_endpoints": {"result_webhook_url": "https://a.b", "progress_webhook_url": "https://a.b/p"}})"_ba;
    QTest::newRow("result") << Contract::Result
                            << R"({"job_id": "j", "total_chunks": 1, "successful_chunks": 1, "failed_chunks": 0,
        "moments": [{"title": "t", "startTime": 0, "endTime": 60000, "duration": 60000, "hook": "h", "category": "c",
        "engagementValue": "e", "quote": "q", "platforms": ["twitter", "linkedin"],
        "socialCopy": {"twitter": "x", "linkedin": "l"},
        "scorecard": {"shareability": 9, "emotionalImpact": 7, "surpriseFactor": 8, "rewatchability": 6,
                      "hookStrength": 9, "further": 1},
        "viralScore": {"shareability": 9, "emotionalImpact": 7, "surpriseFactor": 8, "rewatchability": 6,
                       "hookStrength": 9}, "chunk_index": 0, "other": 1}],
        "metadata": {"chunk_duration_ms": 450000, "overlap_ms": 45000, "model": "m", "moments_before_dedup": 1,
        "moments_after_dedup": 1, "usage_totals": {"input_tokens": 1, "audio": 2},
        "pricing": {"model": "m", "rates_per_million": {"input": 1, "cached": 0.5, "output": 2},
                    "tokens": {"input": 1, "cached": 0, "output": 1},
                    "cost": {"input": 0.1, "cached": 0, "output": 0.1, "total": 0.2}}, "tone": "warm"},
        "usage": {"totals": {"input_tokens": 1, "total_tokens": 3},
                  "by_chunk": {"0": {"input_tokens": 1, "response_time_ms": 5, "details": {"x": 1}}}}})"_ba;
}

void SchemasTest::sameVerdictOnEveryChange()
{
    QFETCH(Contract, contract);
    QFETCH(QByteArray, json);
    const JsonDocument schema =
        loadedSchema(contract == Contract::Request ? "request.schema.json" : "result.schema.json");
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    QStringList pointers;
    collectPointers(document->root(), pointers);
    const QByteArray longText = '"' + QByteArray(401, 'x') + '"';
    const QList<QByteArray> replacements{
        ""_ba,     "null"_ba,      "true"_ba,  "7"_ba,        "7.0"_ba,   "-1"_ba,    "0"_ba,   "0.5"_ba,
        "1e12"_ba, "1e300"_ba,     "\"\""_ba,  "\"text\""_ba, longText,   "[]"_ba,    "[7]"_ba, "[\"twitter\"]"_ba,
        "{}"_ba,   "{\"a\":7}"_ba, "39999"_ba, "40000"_ba,    "90000"_ba, "90001"_ba, "11"_ba,  "65"_ba};
    SchemaChecker checker(schema.root());
    int accepted = 0;
    int refused = 0;
    for (const QString &pointer : std::as_const(pointers)) {
        for (const QByteArray &replacement : replacements) {
            if (pointer.isEmpty() && replacement.isEmpty())
                continue;
            JsonWriter writer;
            rewrite(writer, document->root(), pointer, replacement);
            const QByteArray changedText = writer.take();
            const auto changed = JsonDocument::parse(changedText);
            QVERIFY(changed);
            QString why;
            const bool isAccepted = codecAccepts(contract, changed->root(), &why);
            (isAccepted ? accepted : refused) += 1;
            if (checker.accepts(changed->root()) != isAccepted)
                QFAIL(qPrintable(u"%1 as %2: the codec %3 it (%4)"_s.arg(pointer, QString::fromUtf8(replacement),
                                                                         isAccepted ? u"takes"_s : u"refuses"_s, why)));
        }
    }
    QCOMPARE(checker.faults(), QStringList());
    QVERIFY(accepted > 200);
    QVERIFY(refused > 200);
}

void SchemasTest::optionsHaveTheTablesRanges()
{
    const JsonDocument schema = loadedSchema("request.schema.json");
    const auto properties = schema.root().member(u"$defs")->member(u"options")->member(u"properties");
    QVERIFY(properties);
    QCOMPARE(properties->size(), optionRules().size());
    for (const OptionRule &rule : optionRules()) {
        const auto property = properties->member(QString(rule.name));
        QVERIFY(property);
        QByteArray types;
        property->member(u"type")->forEachElement([&](std::size_t, const JsonValue &type) { types += type.rawText(); });
        QCOMPARE(types, rule.isText()    ? "\"string\"\"null\""_ba
                        : rule.isWhole() ? "\"integer\"\"null\""_ba
                                         : "\"number\"\"null\""_ba);
        QCOMPARE(property->member(u"minimum").has_value(), !rule.isText());
        if (rule.isText())
            continue;
        QCOMPARE(*property->member(u"minimum")->asNumber(), rule.range.lowest);
        QCOMPARE(*property->member(u"maximum")->asNumber(), rule.range.highest);
    }
    const auto defaultOf = [&](QStringView name) { return *properties->member(name)->member(u"default")->asInteger(); };
    QCOMPARE(defaultOf(u"chunk_duration_ms"), defaultChunkDuration.count());
    QCOMPARE(defaultOf(u"chunk_overlap_ms"), defaultChunkOverlap.count());
    QCOMPARE(defaultOf(u"min_chunk_duration_ms"), defaultMinChunkDuration.count());
}

void SchemasTest::platformsHaveTheTablesLimits()
{
    const JsonDocument schema = loadedSchema("result.schema.json");
    const auto moment = schema.root().member(u"$defs")->member(u"moment")->member(u"properties");
    const auto posts = moment->member(u"socialCopy")->member(u"properties");
    QCOMPARE(posts->size(), allPlatforms.size());
    QByteArray names;
    for (const Platform platform : allPlatforms) {
        const auto post = posts->member(QString(platformKey(platform)));
        QVERIFY(post);
        QCOMPARE(*post->member(u"maxLength")->asInteger(), platformLimit(platform));
        names += '"' + QByteArray(platformKey(platform).data(), platformKey(platform).size()) + '"';
    }
    QByteArray listed;
    moment->member(u"platforms")
        ->member(u"items")
        ->member(u"enum")
        ->forEachElement([&](std::size_t, const JsonValue &name) { listed += name.rawText(); });
    QCOMPARE(listed, names);
}

void SchemasTest::checkerReportsUnknownKeywords()
{
    const auto schema = JsonDocument::parse(R"({"type": "object", "oneOf": [], "$ref": "#/elsewhere"})");
    const auto document = JsonDocument::parse("{}");
    SchemaChecker checker(schema->root());
    QVERIFY(!checker.accepts(document->root()));
    QCOMPARE(checker.faults(), (QStringList{u"oneOf"_s, u"#/elsewhere"_s}));
}

VIRAL_TEST(SchemasTest)
#include "tst_schemas.moc"
