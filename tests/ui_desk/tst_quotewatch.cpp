// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/desk/quotewatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// The quote follows what is opened, what is chosen and what runs teach.
class QuoteWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesWhatIsOpened();
    void followsTheChoice();
    void nothingWithoutATranscript();
    void learnsFromARun();
    void onlyTheLatestPlanCounts();
};

VIRAL_TEST(QuoteWatchTest)

namespace {

LoopbackServer::Responder good()
{
    return [](int, const ReceivedRequest &request) { return goodReply(request); };
}

} // namespace

void QuoteWatchTest::quotesWhatIsOpened()
{
    DeskBench bench(good());
    QuoteWatch watch(bench.desk());
    QSignalSpy changed(&watch, &QuoteWatch::changed);
    watch.watch(bench.plan(5));
    QVERIFY(watch.isReckoning());
    QVERIFY(!watch.current());
    QTRY_VERIFY(watch.quote());
    QVERIFY(!watch.isReckoning());
    QCOMPARE(watch.quote()->chunks, 5);
    QVERIFY(watch.current());
    QCOMPARE(watch.current()->model, u"gpt-4o-mini"_s);
    QVERIFY(watch.current()->price->low < watch.current()->price->high);
    QVERIFY(watch.quote()->models.size() > 5);
    QCOMPARE(changed.size(), 1);
    // The same plan again is no news.
    watch.watch(bench.plan(5));
    QVERIFY(watch.quote());
    QVERIFY(!watch.isReckoning());
}

void QuoteWatchTest::followsTheChoice()
{
    DeskBench bench(good());
    QuoteWatch watch(bench.desk());
    RunPlan plan = bench.plan(6);
    plan.overrides.openAiModel = u"gpt-5"_s;
    watch.watch(plan);
    QTRY_VERIFY(watch.current());
    QCOMPARE(watch.current()->model, u"gpt-5"_s);
    plan.freshChunks = {0, 2};
    watch.watch(plan);
    QVERIFY(!watch.quote());
    QTRY_VERIFY(watch.quote());
    QCOMPARE(watch.quote()->chunks, 2);
    plan.freshChunks.clear();
    plan.range = spanMs(0, 60'000);
    watch.watch(plan);
    QTRY_VERIFY(watch.quote());
    QCOMPARE(watch.quote()->chunks, 1);
}

void QuoteWatchTest::nothingWithoutATranscript()
{
    DeskBench bench(good());
    QuoteWatch watch(bench.desk());
    watch.watch({});
    QVERIFY(!watch.isReckoning());
    watch.watch(bench.plan(2));
    QTRY_VERIFY(watch.quote());
    watch.watch({});
    QVERIFY(!watch.quote());
    QVERIFY(!watch.current());
}

void QuoteWatchTest::learnsFromARun()
{
    DeskBench bench(good());
    QuoteWatch watch(bench.desk());
    watch.watch(bench.plan(5));
    QTRY_VERIFY(watch.current());
    QCOMPARE(watch.current()->learntFrom, 0);
    const auto run = bench.desk().start(bench.plan(5));
    QVERIFY(bench.waitForEnd(**run));
    QTRY_VERIFY(watch.current() && watch.current()->learntFrom == 5);
    // Five answers of 1200 and 90 tokens: the truth lies in the range now.
    QVERIFY(watch.current()->input.low <= 6000 && watch.current()->input.high >= 6000);
    QVERIFY(watch.current()->output.low <= 450 && watch.current()->output.high >= 450);
}

void QuoteWatchTest::onlyTheLatestPlanCounts()
{
    DeskBench bench(good());
    QuoteWatch watch(bench.desk());
    for (int chunks = 1; chunks <= 8; ++chunks) {
        watch.watch(bench.plan(chunks));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(watch.quote());
    QCOMPARE(watch.quote()->chunks, 8);
}

#include "tst_quotewatch.moc"
