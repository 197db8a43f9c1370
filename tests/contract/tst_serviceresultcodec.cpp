// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/serviceresultcodec.h"

#include "core/contract/momentcodec.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

constexpr auto scores =
    R"({"shareability":9,"emotionalImpact":7,"surpriseFactor":8,"rewatchability":6,"hookStrength":9})";

/// A moment of the contract with one member replaced by \a value, left out when that is empty.
QByteArray moment(const QByteArray &name = {}, const QByteArray &value = {})
{
    const QList<std::pair<QByteArray, QByteArray>> fields{{"title"_ba, "\"A Title\""_ba},
                                                          {"startTime"_ba, "174000"_ba},
                                                          {"endTime"_ba, "224000"_ba},
                                                          {"duration"_ba, "50000"_ba},
                                                          {"hook"_ba, "\"Listen.\""_ba},
                                                          {"category"_ba, "\"Growth\""_ba},
                                                          {"engagementValue"_ba, "\"Useful.\""_ba},
                                                          {"quote"_ba, "\"Listen closely.\""_ba},
                                                          {"platforms"_ba, R"(["twitter","tiktok"])"_ba},
                                                          {"socialCopy"_ba, R"({"twitter":"T","tiktok":"K"})"_ba},
                                                          {"scorecard"_ba, scores},
                                                          {"viralScore"_ba, scores},
                                                          {"chunk_index"_ba, "6"_ba}};
    QByteArray json;
    bool isReplaced = false;
    const auto add = [&json](const QByteArray &key, const QByteArray &content) {
        if (!content.isEmpty())
            json += (json.isEmpty() ? "\"" : ",\"") + key + "\":" + content;
    };
    for (const auto &[key, content] : fields) {
        add(key, key == name ? value : content);
        isReplaced = isReplaced || key == name;
    }
    if (!isReplaced && !name.isEmpty())
        add(name, value);
    return '{' + json + '}';
}

QByteArray result(const QByteArray &moments, const QByteArray &metadata = "{}", const QByteArray &usage = "null")
{
    return R"({"job_id":"j","total_chunks":2,"successful_chunks":2,"failed_chunks":0,"moments":[)" + moments +
           "],\"metadata\":" + metadata + ",\"usage\":" + usage + '}';
}

constexpr auto serviceMetadata = R"("chunk_duration_ms":450000,"overlap_ms":45000,"model":"gpt-5",)"
                                 R"("moments_before_dedup":3,"moments_after_dedup":1)";

QByteArray metadata(const QByteArray &further)
{
    return QByteArray("{") + serviceMetadata + ',' + further + '}';
}

ServiceResult readResult(const QByteArray &json, Problems &problems, Promises promises = Promises::Enforced)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        qFatal("%s", qPrintable(document.error().text()));
    return readServiceResult(document->root(), problems, promises);
}

/// The problems that are errors, one per line.
QString errors(const Problems &problems)
{
    Problems kept;
    for (const Problem &problem : problems.all()) {
        if (problem.severity == Problem::Severity::Error)
            kept.addError(problem.pointer, problem.message);
    }
    return kept.text();
}

} // namespace

class ServiceResultCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void refusedMoments_data();
    void refusedMoments();
    void brokenPromises_data();
    void brokenPromises();
    void momentRoundTrips_data();
    void momentRoundTrips();
    void scoresMirrorEachOther_data();
    void scoresMirrorEachOther();
    void refusedResults_data();
    void refusedResults();
    void surroundings_data();
    void surroundings();
    void problemsInsideTextHavePointers();
    void sortsMoments();
    void customMetadataIsVerbatim();
    void serviceWinsOverCustomMetadata();
    void withoutUsage();
    void usageByChunk();
    void lastOfEqualChunksCounts();
    void reportedNamesAreNotWrittenTwice();
    void totalsKeepTheirOrder();
    void money_data();
    void money();
    void unlikeResults_data();
    void unlikeResults();
    void everyPrefixIsRefused();
    void changedBytesNeverCrash();
};

void ServiceResultCodecTest::readsEveryField()
{
    Problems problems;
    const ServiceResult read = readResult(result(moment()), problems);
    QCOMPARE(errors(problems), QString());
    QCOMPARE(problems.warningCount(), 7); // the metadata is empty
    const Scorecard card{.core = {9, 7, 8, 6, 9}};
    const Moment expected{.title = u"A Title"_s,
                          .span = spanMs(174'000, 224'000),
                          .hook = u"Listen."_s,
                          .category = u"Growth"_s,
                          .engagementValue = u"Useful."_s,
                          .quote = u"Listen closely."_s,
                          .platforms = {Platform::Twitter, Platform::Tiktok},
                          .socialCopy = {{Platform::Twitter, u"T"_s}, {Platform::Tiktok, u"K"_s}},
                          .scorecard = card,
                          .chunkIndex = 6};
    QCOMPARE(read.moments.size(), 1);
    QVERIFY(read.moments.at(0) == expected);
    QCOMPARE(read.jobId, u"j"_s);
    QCOMPARE(read.totalChunks, 2);
    QVERIFY(!read.usage);
}

void ServiceResultCodecTest::refusedMoments_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("problem");

    const auto row = [](const QByteArray &name, const QByteArray &value, const QString &problem) {
        QTest::newRow((name + ' ' + value.left(60)).constData()) << name << value << problem;
    };
    for (const char *name : {"title", "startTime", "endTime", "duration", "hook", "category", "engagementValue",
                             "platforms", "socialCopy"})
        row(name, "", u'/' + QString::fromLatin1(name) + u": is missing"_s);
    row("title", "\"\"", u"/title: must not be empty"_s);
    row("title", "7", u"/title: must be text, not a number"_s);
    row("hook", "\"\"", u"/hook: must not be empty"_s);
    row("hook", "null", u"/hook: must be text, not null"_s);
    row("category", "[]", u"/category: must be text, not a list"_s);
    row("quote", "1", u"/quote: must be text, not a number"_s);
    row("startTime", "-1", u"/startTime: must not be negative"_s);
    row("startTime", "1.5", u"/startTime: must be a whole number of milliseconds"_s);
    row("startTime", "224001", u"/endTime: must not be before startTime (224001)"_s);
    row("startTime", "224000", u"/endTime: must be after startTime"_s);
    row("duration", "\"50000\"", u"/duration: must be a whole number of milliseconds, not text"_s);
    row("platforms", "\"twitter\"", u"/platforms: must be a list, not text"_s);
    row("platforms", "[1]", u"/platforms/0: must be text, not a number"_s);
    row("socialCopy", "[]", u"/socialCopy: must be an object, not a list"_s);
    row("socialCopy", R"({"twitter":1,"tiktok":"K"})", u"/socialCopy/twitter: must be text, not a number"_s);
    row("scorecard", "{}",
        u"/scorecard/shareability: is missing\n/scorecard/emotionalImpact: is missing\n"
        "/scorecard/surpriseFactor: is missing\n/scorecard/rewatchability: is missing\n"
        "/scorecard/hookStrength: is missing"_s);
    row("viralScore", "7", u"/viralScore: must be an object, not a number"_s);
    row("chunk_index", "-1", u"/chunk_index: must be from 0 to 1000000000"_s);
    row("chunk_index", "\"6\"", u"/chunk_index: must be a whole number, not text"_s);
}

void ServiceResultCodecTest::refusedMoments()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QString, problem);
    for (const Promises promises : {Promises::Enforced, Promises::Noted}) {
        const auto document = JsonDocument::parse(moment(name, value));
        QVERIFY(document);
        Problems problems;
        (void)readMoment(document->root(), problems, promises);
        QVERIFY(problems.hasErrors());
        // Without its platforms the posts of a moment belong to none: a promise broken as well.
        if (name == "platforms" && promises == Promises::Enforced)
            QVERIFY(errors(problems).startsWith(problem));
        else
            QCOMPARE(errors(problems), problem);
    }
}

void ServiceResultCodecTest::brokenPromises_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("problem");

    const auto row = [](const char *title, const QByteArray &name, const QByteArray &value, const QString &problem) {
        QTest::newRow(title) << name << value << problem;
    };
    const auto text = [](int length) { return JsonWriter().value(QString(length, u'é')).take(); };
    row("other start", "startTime", "184001", u"/duration: must be endTime - startTime (39999)"_s);
    row("wrong duration", "duration", "50001", u"/duration: must be endTime - startTime (50000)"_s);
    row("duration below 40 s", "duration", "39999", u"/duration: must be from 40000 to 90000 ms"_s);
    row("duration above 90 s", "duration", "90001", u"/duration: must be from 40000 to 90000 ms"_s);
    row("title", "title", text(120), u"/title: must not have more than 119 characters"_s);
    row("hook", "hook", text(121), u"/hook: must not have more than 120 characters"_s);
    row("unknown platform", "platforms", R"(["twitter","tiktok","myspace"])",
        u"/platforms/2: is not a platform of the contract"_s);
    row("platform as people write it", "platforms", R"(["twitter","TikTok"])",
        u"/platforms/1: must be written \"tiktok\""_s);
    row("platform twice", "platforms", R"(["twitter","tiktok","twitter"])", u"/platforms/2: comes twice"_s);
    row("post missing", "socialCopy", R"({"twitter":"T"})", u"/socialCopy: has no post for tiktok"_s);
    row("post empty", "socialCopy", R"({"twitter":"T","tiktok":""})", u"/socialCopy/tiktok: must not be empty"_s);
    row("post for another platform", "socialCopy", R"({"twitter":"T","tiktok":"K","linkedin":"L"})",
        u"/socialCopy/linkedin: is not one of the moment's platforms"_s);
    row("post for an unknown platform", "socialCopy", R"({"twitter":"T","tiktok":"K","Twitter":"L"})",
        u"/socialCopy/Twitter: is not a platform of the contract"_s);
    row("post too long", "socialCopy", R"({"twitter":"T","tiktok":)" + text(151) + '}',
        u"/socialCopy/tiktok: must not have more than 150 characters"_s);
    row("scores differ", "viralScore",
        R"({"shareability":1,"emotionalImpact":7,"surpriseFactor":8,"rewatchability":6,"hookStrength":9})",
        u"/viralScore: must have the same scores as scorecard"_s);
}

void ServiceResultCodecTest::brokenPromises()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QString, problem);
    const auto document = JsonDocument::parse(moment(name, value));
    QVERIFY(document);
    Problems enforced;
    (void)readMoment(document->root(), enforced, Promises::Enforced);
    QCOMPARE(errors(enforced), problem);
    Problems noted;
    (void)readMoment(document->root(), noted, Promises::Noted);
    QVERIFY(!noted.hasErrors());
    QCOMPARE(noted.text(), problem);
}

void ServiceResultCodecTest::momentRoundTrips_data()
{
    QTest::addColumn<QByteArray>("json");

    const auto text = [](int length) { return JsonWriter().value(QString(length, u'é')).take(); };
    QTest::newRow("whole") << moment();
    QTest::newRow("without quote") << moment("quote", "");
    QTest::newRow("without chunk") << moment("chunk_index", "");
    QTest::newRow("further fields") << moment("x_confidence", "{ \"a\" :1.0}");
    QTest::newRow("longest texts") << moment("title", text(119));
    QTest::newRow("longest hook") << moment("hook", text(120));
    QTest::newRow("longest post") << moment("socialCopy", R"({"twitter":)" + text(280) + R"(,"tiktok":"K"})");
    QTest::newRow("empty rationale") << moment("engagementValue", "\"\"");
    QTest::newRow("order of platforms") << moment("platforms", R"(["tiktok","twitter"])")
                                               .replace(R"({"twitter":"T","tiktok":"K"})",
                                                        R"({"tiktok":"K","twitter":"T"})");
}

void ServiceResultCodecTest::momentRoundTrips()
{
    QFETCH(QByteArray, json);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    Problems problems;
    const Moment read = readMoment(document->root(), problems);
    QCOMPARE(problems.text(), QString());
    JsonWriter writer;
    writeMoment(writer, read);
    QCOMPARE(writer.take(), json);
}

void ServiceResultCodecTest::scoresMirrorEachOther_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isRead");

    QTest::newRow("both") << moment() << true;
    QTest::newRow("no viralScore") << moment("viralScore", "") << true;
    QTest::newRow("no scorecard") << moment("scorecard", "") << true;
    QTest::newRow("viralScore null") << moment("viralScore", "null") << true;
    QByteArray neither = moment("scorecard", "");
    neither.replace(QByteArray("\"viralScore\":") + scores + ',', "");
    QTest::newRow("neither") << neither << false;
}

void ServiceResultCodecTest::scoresMirrorEachOther()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isRead);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    Problems problems;
    const Moment read = readMoment(document->root(), problems);
    QCOMPARE(!problems.hasErrors(), isRead);
    if (!isRead) {
        QCOMPARE(problems.text(), u"/scorecard: is missing"_s);
        return;
    }
    JsonWriter writer;
    writeMoment(writer, read);
    QCOMPARE(writer.take(), moment());
}

void ServiceResultCodecTest::refusedResults_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("problems");

    const auto row = [](const char *name, const QByteArray &json, const QString &problems) {
        QTest::newRow(name) << json << problems;
    };
    const auto pricing = [](const QByteArray &content) { return result("", metadata("\"pricing\":" + content)); };
    row("list", "[]", u"must be an object, not a list"_s);
    row("empty", "{}",
        u"/job_id: is missing\n/total_chunks: is missing\n/successful_chunks: is missing\n"
        "/failed_chunks: is missing\n/moments: is missing\n/metadata: is missing"_s);
    row("moments",
        R"({"job_id":"j","total_chunks":-1,"successful_chunks":1.5,"failed_chunks":"0","moments":{},)"
        R"("metadata":[]})",
        u"/total_chunks: must be from 0 to 1000000000\n/successful_chunks: must be a whole number\n"
        "/failed_chunks: must be a whole number, not text\n/moments: must be a list, not an object\n"
        "/metadata: must be an object, not a list"_s);
    row("moment", result("7"), u"/moments/0: must be an object, not a number"_s);
    row("metadata types",
        result("", R"({"chunk_duration_ms":"x","overlap_ms":-1,"model":1,"moments_before_dedup":0.5,)"
                   R"("moments_after_dedup":true,"usage_totals":[],"pricing":7})"),
        u"/metadata/chunk_duration_ms: must be a whole number of milliseconds, not text\n"
        "/metadata/overlap_ms: must not be negative\n/metadata/model: must be text, not a number\n"
        "/metadata/moments_before_dedup: must be a whole number\n"
        "/metadata/moments_after_dedup: must be a whole number, not true or false\n"
        "/metadata/usage_totals: must be an object, not a list\n/metadata/pricing: must be an object, not a number"_s);
    row("pricing", pricing(R"({"model":"m"})"),
        u"/metadata/pricing/rates_per_million: is missing\n/metadata/pricing/tokens: is missing\n"
        "/metadata/pricing/cost: is missing"_s);
    row("prices",
        pricing(R"({"model":"m","rates_per_million":{"input":-1,"cached":"x","output":1},)"
                R"("tokens":{"input":1.5,"cached":0,"output":0},)"
                R"("cost":{"input":0,"cached":0,"output":0,"total":1e12}})"),
        u"/metadata/pricing/rates_per_million/input: must be from 0 to 1000000000\n"
        "/metadata/pricing/rates_per_million/cached: must be a number, not text\n"
        "/metadata/pricing/tokens/input: must be a whole number\n"
        "/metadata/pricing/cost/total: must be from 0 to 1000000000"_s);
    row("usage", result("", "{}", "[]"), u"/usage: must be an object, not a list"_s);
    row("totals", result("", "{}", R"({"totals":{"input_tokens":-1,"output_tokens":"7"}})"),
        u"/usage/totals/input_tokens: must be from 0 to 9223372036854775807\n"
        "/usage/totals/output_tokens: must be a whole number, not text"_s);
    row("chunk names", result("", "{}", R"({"by_chunk":{"x":{},"01":{},"-1":{},"1":7,"99999999999":{}}})"),
        u"/usage/by_chunk/x: must be called by the number of a chunk\n"
        "/usage/by_chunk/01: must be called by the number of a chunk\n"
        "/usage/by_chunk/-1: must be called by the number of a chunk\n"
        "/usage/by_chunk/1: must be an object, not a number\n"
        "/usage/by_chunk/99999999999: must be called by the number of a chunk"_s);
}

void ServiceResultCodecTest::refusedResults()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, problems);
    Problems found;
    (void)readResult(json, found);
    QCOMPARE(errors(found), problems);
    QVERIFY(!parseServiceResult(json));
}

void ServiceResultCodecTest::surroundings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("jobId");

    const QByteArray bare = result(moment());
    QByteArray nameless = bare;
    nameless.replace("\"job_id\":\"j\",", "");
    const QByteArray completion = R"({"status":"completed","job_id":"outer","result":)" + nameless + '}';
    const auto asText = [](const QByteArray &json) { return JsonWriter().value(QString::fromUtf8(json)).take(); };
    QTest::newRow("bare") << bare << u"j"_s;
    QTest::newRow("completion") << completion << u"outer"_s;
    QTest::newRow("completion with its own id")
        << R"({"status":"completed","job_id":"outer","result":)" + bare + '}' << u"j"_s;
    QTest::newRow("runpod") << R"({"id":"run","status":"COMPLETED","delayTime":1,"output":)" + bare + '}' << u"j"_s;
    QTest::newRow("runpod without id inside") << R"({"id":"run","output":)" + nameless + '}' << u"run"_s;
    QTest::newRow("runpod and completion") << R"({"id":"run","output":)" + completion + '}' << u"outer"_s;
    QTest::newRow("runpod and text") << R"({"id":"run","output":)" + asText(bare) + '}' << u"j"_s;
    QTest::newRow("runpod and completion as text")
        << R"({"id":"run","output":)" + asText(completion) + '}' << u"outer"_s;
}

void ServiceResultCodecTest::surroundings()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, jobId);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    QVERIFY(looksLikeServiceResult(document->root()));
    const auto read = parseServiceResult(json);
    QVERIFY(read);
    QCOMPARE(read->jobId, jobId);
    QCOMPARE(read->moments.size(), 1);
    QCOMPARE(read->totalChunks, 2);
}

void ServiceResultCodecTest::problemsInsideTextHavePointers()
{
    Problems problems;
    (void)readResult(
        R"({"id":"r","output":"{\"moments\":[7],\"total_chunks\":1,\"successful_chunks\":1,\"failed_chunks\":0,)"
        R"(\"metadata\":{}}"})",
        problems);
    QCOMPARE(errors(problems), u"/output/moments/0: must be an object, not a number"_s);
    Problems broken;
    (void)readResult(R"({"id":"r","output":"{\"moments\":["})", broken);
    QCOMPARE(broken.text(), u"/output: is text that is not JSON (line 1, column 13, at /moments/0: The document ends "
                            "where a value should follow)"_s);
}

void ServiceResultCodecTest::sortsMoments()
{
    QByteArray early = moment("title", "\"Early\"");
    early.replace("174000", "74000").replace("224000", "124000");
    Problems problems;
    const ServiceResult read =
        readResult(result(moment() + ',' + early, metadata("\"usage_totals\":{},\"pricing\":{}")), problems);
    QCOMPARE(problems.text(), u"/moments: were not in order of start and have been sorted"_s);
    QVERIFY(!problems.hasErrors());
    QCOMPARE(read.moments.at(0).title, u"Early"_s);
}

void ServiceResultCodecTest::customMetadataIsVerbatim()
{
    const QByteArray json =
        result("", metadata("\"usage_totals\":{},\"pricing\":{},\"n\":1.0,\"e\":1e3,\"o\":{ \"b\" :[1 ,2],\"a\":{} },"
                            "\"big\":123456789012345678901234567890,\"s\":\"\\u00e9\\/\",\"\xC3\xA9\":null"));
    Problems problems;
    const ServiceResult read = readResult(json, problems);
    QCOMPARE(problems.text(), QString());
    QCOMPARE(read.metadata.custom.size(), 6);
    QCOMPARE(writeServiceResult(read, JsonWriter::Layout::Compact), json);
}

void ServiceResultCodecTest::serviceWinsOverCustomMetadata()
{
    ServiceResult made{.jobId = u"j"_s, .moments = {}, .metadata = {.model = u"gpt-5"_s}, .usage = {}};
    made.metadata.custom = {{u"model"_s, "\"mine\""_ba}, {u"pricing"_s, "0"_ba}, {u"tone"_s, "\"warm\""_ba}};
    const QByteArray json = writeServiceResult(made, JsonWriter::Layout::Compact);
    QCOMPARE(json.count("\"model\""), 1);
    QVERIFY(json.contains(R"("pricing":{},"tone":"warm"})"));
    QVERIFY(json.contains(R"("model":"gpt-5")"));
    for (const char *name : {"chunk_duration_ms", "overlap_ms", "model", "moments_before_dedup", "moments_after_dedup",
                             "usage_totals", "pricing"})
        QVERIFY(isServiceMetadata(QString::fromLatin1(name)));
    QVERIFY(!isServiceMetadata(u"Model"));
    QVERIFY(!isServiceMetadata(u"video_id"));
}

void ServiceResultCodecTest::withoutUsage()
{
    const ServiceResult made{.jobId = u"j"_s, .moments = {}, .metadata = {.model = u"m"_s}, .usage = {}};
    const QByteArray json = writeServiceResult(made, JsonWriter::Layout::Compact);
    QCOMPARE(json, R"({"job_id":"j","total_chunks":0,"successful_chunks":0,"failed_chunks":0,"moments":[],)"
                   R"("metadata":{"chunk_duration_ms":0,"overlap_ms":0,"model":"m","moments_before_dedup":0,)"
                   R"("moments_after_dedup":0,"usage_totals":{},"pricing":{}},"usage":null})"_ba);
    const auto read = parseServiceResult(json);
    QVERIFY(read);
    QVERIFY(*read == made);
}

void ServiceResultCodecTest::usageByChunk()
{
    const QByteArray usage =
        R"({"totals":{"input_tokens":30,"output_tokens":7,"total_tokens":37,"prompt_cache_write_tokens":0},)"
        R"("by_chunk":{"0":{"input_tokens":10,"output_tokens":3,"response_time_ms":8892,)"
        R"("input_tokens_details":{ "cached_tokens": 1.0 },"service_tier":"default"},)"
        R"("2":{"input_tokens":10,"output_tokens":2,"response_time_ms":12.5},"10":{"input_tokens":10}}})";
    Problems problems;
    const ServiceResult read = readResult(result("", metadata("\"usage_totals\":{},\"pricing\":{}"), usage), problems);
    QCOMPARE(problems.text(), QString());
    const ChunkUsage &first = read.usage->byChunk.at(0);
    QCOMPARE(tokenCount(first.counts, u"output_tokens"), 3);
    QCOMPARE(tokenCount(first.counts, u"total_tokens"), 0);
    QVERIFY(first.responseTime == Milliseconds{8892});
    const RawMembers reported{{u"input_tokens_details"_s, "{ \"cached_tokens\": 1.0 }"_ba},
                              {u"service_tier"_s, "\"default\""_ba}};
    QCOMPARE(first.reported, reported);
    QVERIFY(!read.usage->byChunk.at(1).responseTime);
    QCOMPARE(read.usage->byChunk.at(2).chunkIndex, 10);
    QVERIFY(writeServiceResult(read, JsonWriter::Layout::Compact).endsWith("\"usage\":" + usage + '}'));
}

void ServiceResultCodecTest::lastOfEqualChunksCounts()
{
    Problems problems;
    const ServiceResult read =
        readResult(result("", metadata("\"usage_totals\":{},\"pricing\":{}"),
                          R"({"totals":{"input_tokens":1,"input_tokens":2},)"
                          R"("by_chunk":{"10":{"input_tokens":1},"9":{"input_tokens":2},"10":{"input_tokens":3}}})"),
                   problems);
    QCOMPARE(problems.text(), QString());
    const Usage expected{.totals = {{u"input_tokens"_s, 2}},
                         .byChunk = {{.chunkIndex = 9, .counts = {{u"input_tokens"_s, 2}}, .responseTime = {}},
                                     {.chunkIndex = 10, .counts = {{u"input_tokens"_s, 3}}, .responseTime = {}}}};
    QVERIFY(read.usage == expected);
}

void ServiceResultCodecTest::reportedNamesAreNotWrittenTwice()
{
    ServiceResult made{.jobId = u"j"_s, .moments = {}, .metadata = {}, .usage = Usage{}};
    made.usage->byChunk = {
        {.chunkIndex = 1,
         .counts = {{u"input_tokens"_s, 5}},
         .responseTime = Milliseconds{9},
         .reported = {{u"input_tokens"_s, "4"_ba}, {u"response_time_ms"_s, "8"_ba}, {u"total_tokens"_s, "6"_ba}}}};
    QVERIFY(writeServiceResult(made, JsonWriter::Layout::Compact)
                .contains(R"("1":{"input_tokens":5,"response_time_ms":9,"total_tokens":6})"));
}

void ServiceResultCodecTest::totalsKeepTheirOrder()
{
    const QByteArray totals = R"("usage_totals":{"output_tokens":2,"input_tokens":1,"audio_tokens":9},"pricing":{})";
    Problems problems;
    const ServiceResult read = readResult(result("", metadata(totals)), problems);
    QCOMPARE(problems.text(), QString());
    QVERIFY(writeServiceResult(read, JsonWriter::Layout::Compact).contains(totals));
    Problems odd;
    (void)readResult(result("", metadata(R"("usage_totals":{"details":{}},"pricing":{})")), odd);
    QCOMPARE(odd.text(), u"/metadata/usage_totals/details: is not a counter and was left out"_s);
    QVERIFY(!odd.hasErrors());
}

void ServiceResultCodecTest::money_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QByteArray>("shortest");

    const auto row = [](const QByteArray &written, qint64 micros, const QByteArray &shortest) {
        QTest::newRow(written.constData()) << written << micros << shortest;
    };
    row("0.27539", 275'390, "0.27539");
    row("0.027344", 27'344, "0.027344");
    row("1.35096", 1'350'960, "1.35096");
    row("10.0", 10'000'000, "10.0");
    row("10", 10'000'000, "10.0");
    row("0", 0, "0.0");
    row("2.7e-05", 27, "0.000027");
    row("0.000001", 1, "0.000001");
    row("123456.789012", 123'456'789'012, "123456.789012");
    row("1000000000", 1'000'000'000'000'000, "1000000000.0");
}

void ServiceResultCodecTest::money()
{
    QFETCH(QByteArray, written);
    QFETCH(qint64, micros);
    QFETCH(QByteArray, shortest);
    const auto pricing = [](const QByteArray &amount) {
        return "\"usage_totals\":{},\"pricing\":{\"model\":\"m\",\"rates_per_million\":{\"input\":" + amount +
               ",\"cached\":0.125,\"output\":10.0},\"tokens\":{\"input\":1,\"cached\":2,\"output\":3},"
               "\"cost\":{\"input\":0.0,\"cached\":0.000001,\"output\":0.5,\"total\":" +
               amount + "}}";
    };
    Problems problems;
    const ServiceResult read = readResult(result("", metadata(pricing(written))), problems);
    QCOMPARE(problems.text(), QString());
    QCOMPARE(qint64{read.metadata.pricing->totalCost.value}, micros);
    QCOMPARE(qint64{read.metadata.pricing->rates.input.microDollarsPerMillion}, micros);
    QVERIFY(writeServiceResult(read, JsonWriter::Layout::Compact).contains(pricing(shortest)));
}

void ServiceResultCodecTest::unlikeResults_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("request") << R"({"transcript": {"sentences": []}})"_ba;
    QTest::newRow("wrapped request") << R"({"input": {"transcript": {}}})"_ba;
    QTest::newRow("list") << "[]"_ba;
    QTest::newRow("text") << "\"moments\""_ba;
    QTest::newRow("moments text") << R"({"moments": "none"})"_ba;
    QTest::newRow("failure") << R"({"status": "failed", "error": "x"})"_ba;
    QTest::newRow("other output") << R"({"output": {"text": "hello"}})"_ba;
    QTest::newRow("text output") << R"({"output": "hello"})"_ba;
    QTest::newRow("speech to text") << R"({"results": {"channels": []}, "result": []})"_ba;
}

void ServiceResultCodecTest::unlikeResults()
{
    QFETCH(QByteArray, json);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    QVERIFY(!looksLikeServiceResult(document->root()));
    QVERIFY(!parseServiceResult(json));
}

void ServiceResultCodecTest::everyPrefixIsRefused()
{
    const QByteArray json = result(moment(), metadata("\"usage_totals\":{},\"pricing\":{}"));
    QVERIFY(parseServiceResult(json, Promises::Enforced));
    for (qsizetype length = 0; length < json.size(); ++length)
        QVERIFY(!parseServiceResult(json.first(length)));
}

void ServiceResultCodecTest::changedBytesNeverCrash()
{
    const QByteArray json = result(moment(), metadata("\"usage_totals\":{\"input_tokens\":1},\"pricing\":{}"),
                                   R"({"totals":{},"by_chunk":{"1":{"input_tokens":1,"x":[]}}})");
    QRandomGenerator random(17);
    int refused = 0;
    for (int round = 0; round < 5000; ++round) {
        QByteArray text = json;
        text[random.bounded(static_cast<int>(text.size()))] = static_cast<char>(random.bounded(256));
        const auto read = parseServiceResult(text);
        if (!read)
            ++refused;
        else
            QVERIFY(parseServiceResult(writeServiceResult(*read, JsonWriter::Layout::Compact)));
    }
    QVERIFY(refused > 1000 && refused < 5000);
}

VIRAL_TEST(ServiceResultCodecTest)
#include "tst_serviceresultcodec.moc"
