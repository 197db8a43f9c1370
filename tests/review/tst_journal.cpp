// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/reviewsamples.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Viral::JournalEntry)

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips_data();
    void roundTrips();
    void writesFixedBytes();
    void keepsNullApartFromEmpty();
    void keepsOddMoments();
    void roundTripsRandomEdits();
    void refuses_data();
    void refuses();
};

VIRAL_TEST(JournalTest)

void JournalTest::roundTrips_data()
{
    QTest::addColumn<JournalEntry>("entry");
    const MomentId id{u"a \"quoted\" id"_s};
    QTest::newRow("undo") << JournalEntry{.action = JournalAction::Undo};
    QTest::newRow("redo") << JournalEntry{.action = JournalAction::Redo, .author = u"J\u00f6rg"_s};
    QTest::newRow("undo of a step") << JournalEntry{.action = JournalAction::Undo, .target = 9'007'199'254'740'993};
    QTest::newRow("originals") << JournalEntry{.originals = {{id, sampleMoment(u"One"_s, 5)}, {{u"b"_s}, Moment{}}},
                                               .edits = {StarEdit{id, true}}};
    QTest::newRow("no time") << JournalEntry{.edits = {StarEdit{id, true}}};
    QTest::newRow("further metric") << step({FurtherMetricEdit{id, u"pace"_s, "[1, 2.50]"}});
    QTest::newRow("gesture") << step({StarEdit{id, false}}, u"typing:1"_s);
    for (const Decision decision : allDecisions)
        QTest::addRow("decision %d", static_cast<int>(decision)) << step({DecisionEdit{id, decision, u"why"_s}});
    QTest::newRow("span") << step({SpanEdit{id, spanMs(0, 9'007'199'254'740'993)}});
    for (int field = 0; field <= static_cast<int>(TextField::Note); ++field)
        QTest::addRow("text %d", field) << step({TextEdit{id, static_cast<TextField>(field), u"a\n\u0001\t\\"_s}});
    for (const Platform platform : allPlatforms)
        QTest::addRow("post %d", static_cast<int>(platform)) << step({PostEdit{id, platform, u"text"_s, 3}});
    for (const Metric metric : allMetrics)
        QTest::addRow("score %d", static_cast<int>(metric)) << step({ScoreEdit{id, metric, 10}});
    QTest::newRow("add") << step({AddEdit{editorsMoment(u"mine"_s, 5)}});
    QTest::newRow("remove") << step({RemoveEdit{id}});
    QTest::newRow("several") << step({StarEdit{id, true}, DecisionEdit{{u"b"_s}, Decision::Kept}, RemoveEdit{id}});
}

void JournalTest::roundTrips()
{
    QFETCH(const JournalEntry, entry);
    const QByteArray bytes = writeJournalEntry(entry);
    QVERIFY(!bytes.contains('\n'));
    const Result<JournalEntry> read = parseJournalEntry(bytes);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
    QCOMPARE(*read, entry);
    QCOMPARE(writeJournalEntry(*read), bytes);
}

void JournalTest::writesFixedBytes()
{
    // Libraries of earlier versions hold these bytes.
    const JournalEntry entry = step({DecisionEdit{{u"m1"_s}, Decision::Held, u"later"_s}}, u"g"_s);
    QCOMPARE(writeJournalEntry(entry),
             QByteArray(R"({"action":"do","edits":[{"kind":"decision","moment":"m1","decision":"held",)"
                        R"("reason":"later"}],"gesture":"g","author":"Ada","when":"2023-11-14T22:13:20.123Z"})"));
}

void JournalTest::keepsNullApartFromEmpty()
{
    const JournalEntry entry =
        step({PostEdit{{u"m"_s}, Platform::Tiktok, {}}, PostEdit{{u"m"_s}, Platform::Tiktok, u""_s},
              TextEdit{{u"m"_s}, TextField::Quote, {}}, TextEdit{{u"m"_s}, TextField::Quote, u""_s}});
    const Result<JournalEntry> read = parseJournalEntry(writeJournalEntry(entry));
    QVERIFY(read.has_value());
    QVERIFY(std::get<PostEdit>(read->edits.at(0)).text.isNull());
    QVERIFY(!std::get<PostEdit>(read->edits.at(1)).text.isNull());
    QVERIFY(std::get<TextEdit>(read->edits.at(2)).text.isNull());
    QVERIFY(!std::get<TextEdit>(read->edits.at(3)).text.isNull());
}

void JournalTest::keepsOddMoments()
{
    // An editor's moment need not yet be what the contract wants of a finished one.
    ReviewedMoment odd = editorsMoment(u"odd"_s, 5);
    odd.origin = MomentOrigin::Promoted;
    odd.decision = Decision::Kept;
    odd.note = u"a note"_s;
    odd.starred = true;
    odd.current.span = spanMs(5000, 5001);
    odd.current.title.clear();
    odd.current.hook = QString(500, u'x');
    odd.current.platforms.clear();
    odd.current.socialCopy.clear();
    odd.current.quote.reset();
    odd.current.chunkIndex.reset();
    odd.original.socialCopy[0].text = QString(5000, u'y');
    const JournalEntry entry = step({AddEdit{odd}});
    const Result<JournalEntry> read = parseJournalEntry(writeJournalEntry(entry));
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
    QCOMPARE(*read, entry);
}

void JournalTest::roundTripsRandomEdits()
{
    QRandomGenerator random(20'240'101);
    Review review(sampleResult());
    for (int i = 0; i < 500; ++i) {
        const Edit edit = randomEdit(review, random, i);
        QVERIFY(apply(review, edit).has_value());
        const JournalEntry entry = step({edit});
        const Result<JournalEntry> read = parseJournalEntry(writeJournalEntry(entry));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
        QCOMPARE(*read, entry);
    }
}

void JournalTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut off") << writeJournalEntry(step({StarEdit{{u"m"_s}, true}})).chopped(3);
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no action") << QByteArray(R"({"edits":[]})");
    QTest::newRow("unknown action") << QByteArray(R"({"action":"burn"})");
    QTest::newRow("target as text") << QByteArray(R"({"action":"undo","target":"1"})");
    QTest::newRow("target zero") << QByteArray(R"({"action":"undo","target":0})");
    QTest::newRow("originals no list") << QByteArray(R"({"action":"do","originals":{}})");
    QTest::newRow("original without a moment") << QByteArray(R"({"action":"do","originals":[{"id":"m"}]})");
    QTest::newRow("edits no list") << QByteArray(R"({"action":"do","edits":{}})");
    QTest::newRow("edit no object") << QByteArray(R"({"action":"do","edits":[1]})");
    QTest::newRow("unknown kind") << QByteArray(R"({"action":"do","edits":[{"kind":"x","moment":"m"}]})");
    QTest::newRow("no moment") << QByteArray(R"({"action":"do","edits":[{"kind":"remove"}]})");
    QTest::newRow("unknown decision") << QByteArray(
        R"({"action":"do","edits":[{"kind":"decision","moment":"m","decision":"?","reason":""}]})");
    QTest::newRow("time as text") << QByteArray(
        R"({"action":"do","edits":[{"kind":"span","moment":"m","start":"0","end":1}]})");
    QTest::newRow("score too large") << QByteArray(
        R"({"action":"do","edits":[{"kind":"score","moment":"m","metric":"shareability","score":1e12}]})");
    QTest::newRow("added nothing") << QByteArray(R"({"action":"do","edits":[{"kind":"add","moment":"m"}]})");
    QTest::newRow("added null") << QByteArray(R"({"action":"do","edits":[{"kind":"add","moment":"m","added":null}]})");
    QTest::newRow("no time") << QByteArray(R"({"action":"undo","when":"yesterday"})");
    QTest::newRow("nested deep") << QByteArray(R"({"action":"do","edits":)") + QByteArray(1'000'000, '[');
}

void JournalTest::refuses()
{
    QFETCH(const QByteArray, bytes);
    const Result<JournalEntry> read = parseJournalEntry(bytes);
    QVERIFY(!read.has_value());
    QVERIFY(!read.error().message.isEmpty());
}

#include "tst_journal.moc"
