// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/discard.h"
#include "core/analysis/funnelcodec.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class FunnelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stageKeys();
    void messages();
    void durations_data();
    void durations();
    void roundTrip();
    void written();
    void refused_data();
    void refused();
};

VIRAL_TEST(FunnelTest)

namespace {

FunnelEntry fullEntry()
{
    FunnelEntry entry;
    entry.number = 7;
    Candidate &candidate = entry.candidate;
    candidate.chunkIndex = 3;
    candidate.position = 2;
    candidate.startSentence = 4;
    candidate.endSentence = 9;
    candidate.startTime = Milliseconds{40'000};
    candidate.endTime = Milliseconds{95'000};
    candidate.title = u"T \"quoted\""_s;
    candidate.hook = u"フック"_s;
    candidate.category = u"C"_s;
    candidate.engagementValue = u"E"_s;
    candidate.quote = u"Q"_s;
    candidate.platforms = QStringList{u"x"_s, u"vine"_s};
    candidate.socialCopy = {{u"x"_s, u"a\nb"_s}, {u"x"_s, u"again"_s}};
    candidate.scores = {9, std::nullopt, 8, 1, 10};
    candidate.furtherMetrics = {{u"clarity"_s, "7.50"}, {u"more"_s, R"({"a":[1,2.0]})"}};
    entry.proposed = spanMs(40'000, 95'000);
    entry.refined = spanMs(41'000, 90'000);
    entry.stage = FunnelStage::Duplicates;
    entry.rule = u"duplicate-iou"_s;
    entry.measured = u"IoU 0.62"_s;
    entry.reason = u"A better one stays."_s;
    entry.adjustments = {{u"start"_s, u"to the start of its sentence"_s, Milliseconds{40'000}, Milliseconds{41'000}},
                         {u"title"_s, u"put in title case"_s}};
    entry.momentIndex = 0;
    return entry;
}

} // namespace

void FunnelTest::stageKeys()
{
    for (int i = 0; i <= int(FunnelStage::Kept); ++i) {
        const auto stage = static_cast<FunnelStage>(i);
        QVERIFY(!stageKey(stage).isEmpty());
        QCOMPARE(stageFromKey(QString(stageKey(stage))), std::optional(stage));
    }
    QCOMPARE(QString(stageKey(FunnelStage::Duplicates)), u"duplicates"_s);
    QVERIFY(!stageFromKey(u"Duplicates"));
    QVERIFY(!stageFromKey({}));
}

void FunnelTest::messages()
{
    FunnelEntry entry = fullEntry();
    QCOMPARE(discardMessage(entry),
             u"Discarding moment due to validation error: chunk 3, candidate 2: A better one stays. "
             "[duplicate-iou, IoU 0.62]"_s);
    entry.measured.clear();
    QVERIFY(discardMessage(entry).endsWith(u" [duplicate-iou]"_s));
}

void FunnelTest::durations_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0 ms"_s;
    QTest::newRow("three digits") << qint64(999) << u"999 ms"_s;
    QTest::newRow("four digits") << qint64(1000) << u"1 000 ms"_s;
    QTest::newRow("five digits") << qint64(94'200) << u"94 200 ms"_s;
    QTest::newRow("seven digits") << qint64(1'234'567) << u"1 234 567 ms"_s;
    QTest::newRow("negative") << qint64(-123'456) << u"-123 456 ms"_s;
}

void FunnelTest::durations()
{
    QFETCH(const qint64, milliseconds);
    QTEST(millisecondsText(Milliseconds{milliseconds}), "text");
}

void FunnelTest::roundTrip()
{
    Funnel funnel;
    funnel.entries = {fullEntry(), FunnelEntry{}};
    funnel.entries[1].candidate.platforms = QStringList{};
    funnel.notes = {u"Chunk 4 failed and was passed over."_s};
    for (const auto layout : {JsonWriter::Layout::Compact, JsonWriter::Layout::Indented}) {
        const QByteArray bytes = writeFunnel(funnel, layout);
        const auto read = parseFunnel(bytes);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
        QCOMPARE(*read, funnel);
        QCOMPARE(writeFunnel(*read, layout), bytes);
    }
    QCOMPARE(*parseFunnel(writeFunnel({}, JsonWriter::Layout::Compact)), Funnel{});
}

void FunnelTest::written()
{
    Funnel funnel;
    FunnelEntry entry;
    entry.candidate.chunkIndex = 1;
    entry.stage = FunnelStage::Parsing;
    entry.rule = u"not-an-object"_s;
    entry.measured = u"a number"_s;
    entry.reason = u"No."_s;
    funnel.entries = {entry};
    QCOMPARE(writeFunnel(funnel, JsonWriter::Layout::Compact),
             QByteArray(R"({"candidates":[{"number":0,"chunk":1,"position":0,"stage":"parsing","rule":"not-an-object",)"
                        R"("measured":"a number","reason":"No.","adjustments":[],"candidate":{"title":"","hook":"",)"
                        R"("category":"","engagementValue":"","quote":"","socialCopy":[],"scorecard":{},)"
                        R"("furtherMetrics":{}}}],"counts":{"parsing":1,"ranking":0,"placing":0,"edges":0,"hook":0,"text":0,)"
                        R"("copy":0,"scores":0,"duplicates":0,"kept":0},"notes":[]})"));
}

void FunnelTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");
    QTest::newRow("no JSON") << QByteArray("{") << QString();
    QTest::newRow("a list") << QByteArray("[]") << u"/candidates"_s;
    QTest::newRow("unknown stage") << QByteArray(R"({"candidates":[{"stage":"lost"}]})") << u"/candidates/0/stage"_s;
    QTest::newRow("a text that is none") << QByteArray(R"({"candidates":[{"stage":"kept","rule":7}]})")
                                         << u"/candidates/0/rule"_s;
    QTest::newRow("a number that is none")
        << QByteArray(R"({"candidates":[{"stage":"kept","number":"x"}]})") << u"/candidates/0/number"_s;
}

void FunnelTest::refused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, place);
    const auto funnel = parseFunnel(bytes);
    QVERIFY(!funnel.has_value());
    QVERIFY2(funnel.error().text().contains(place), qPrintable(funnel.error().text()));
}

#include "tst_funnel.moc"
