// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/models/chunkcostmodel.h"
#include "ui/models/funnelmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class CostAndFunnelModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void funnelShowsEveryCandidate();
    void chunksWithoutUsage();
    void chunksWithUsage();

private:
    MemoryJournal m_journal;
    SystemClock m_clock;
};

VIRAL_TEST(CostAndFunnelModelsTest)

void CostAndFunnelModelsTest::funnelShowsEveryCandidate()
{
    ReviewDocument document(m_journal, m_clock);
    FunnelModel model(document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Work work = ViralTest::evenWork(1);
    work.outcome.funnel.entries = {
        {.number = 0, .candidate = {.title = u"Kept"_s}, .proposed = spanMs(0, 50'000)},
        {.number = 1,
         .candidate = {.chunkIndex = 2, .hook = u"Only a hook"_s},
         .stage = FunnelStage::Edges,
         .rule = u"duration-maximum"_s,
         .measured = u"94 200 ms"_s,
         .reason = u"Too long."_s},
    };
    document.open(std::move(work));
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&](int row, FunnelModel::Column column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, FunnelModel::TitleColumn), u"Kept"_s);
    QCOMPARE(text(0, FunnelModel::TimeColumn), u"0:00–0:50"_s);
    QCOMPARE(text(1, FunnelModel::TitleColumn), u"Only a hook"_s);
    QCOMPARE(text(1, FunnelModel::ChunkColumn), u"3"_s);
    QCOMPARE(text(1, FunnelModel::MeasuredColumn), u"94 200 ms"_s);
    QCOMPARE(text(1, FunnelModel::ReasonColumn), u"Too long."_s);
    QCOMPARE(text(1, FunnelModel::TimeColumn), QString());
    QCOMPARE(model.index(0, 0).data(FunnelModel::KeptRole).toBool(), true);
    QCOMPARE(model.index(1, 0).data(FunnelModel::KeptRole).toBool(), false);
    document.close();
    QCOMPARE(model.rowCount(), 0);
}

void CostAndFunnelModelsTest::chunksWithoutUsage()
{
    ReviewDocument document(m_journal, m_clock);
    ChunkCostModel model(document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    document.open(ViralTest::evenWork(6));
    QCOMPARE(model.rowCount(), document.work().chunks.size());
    QVERIFY(model.rowCount() > 0);
    QCOMPARE(model.index(0, ChunkCostModel::InputColumn).data().toString(), u"–"_s);
    QCOMPARE(model.index(0, ChunkCostModel::MomentsColumn).data().toString(), u"6"_s);
}

void CostAndFunnelModelsTest::chunksWithUsage()
{
    ReviewDocument document(m_journal, m_clock);
    ChunkCostModel model(document);
    Work work = ViralTest::evenWork(1);
    work.outcome.result.usage = Usage{
        .totals = {},
        .byChunk = {{.chunkIndex = 7, .counts = {{u"input_tokens"_s, 10986}}, .responseTime = Milliseconds{8892}}}};
    document.open(std::move(work));
    const int row = model.rowCount() - 1;
    QCOMPARE(model.index(row, ChunkCostModel::ChunkColumn).data().toString(), u"8"_s);
    QCOMPARE(model.index(row, ChunkCostModel::InputColumn).data().toString().remove(u',').remove(u'.'), u"10986"_s);
    QCOMPARE(model.index(row, ChunkCostModel::ResponseTimeColumn).data().toString(), u"8.9 s"_s);
}

#include "tst_costandfunnelmodels.moc"
