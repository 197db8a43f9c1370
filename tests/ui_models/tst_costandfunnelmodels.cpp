// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/models/chunkcostmodel.h"
#include "ui/models/funnelmodel.h"
#include "ui/models/modelcostmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
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
    void chunksCanBeSorted();
    void chunksGrowInPlace();
    void modelsAgainstTheRun();

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
    QCOMPARE(text(0, FunnelModel::TimeColumn), u"0:00"_s);
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

namespace {

/// A work with a chunk of each of these inputs.
Work workOf(const QList<int> &inputs)
{
    Work work = ViralTest::evenWork(1);
    work.chunks.clear();
    Usage usage;
    for (int i = 0; i < inputs.size(); ++i) {
        work.chunks.append({.index = i, .span = spanMs(i * 60'000, (i + 1) * 60'000)});
        usage.byChunk.append({.chunkIndex = i, .counts = {{u"input_tokens"_s, inputs.at(i)}}});
    }
    work.outcome.result.metadata.model = u"m"_s;
    work.outcome.result.usage = usage;
    return work;
}

const PriceTable table{{{.model = u"m"_s, .rates = {{1'000'000}, {100'000}, {2'000'000}}},
                        {.model = u"cheap"_s, .rates = {{500'000}, {50'000}, {1'000'000}}}}};

} // namespace

void CostAndFunnelModelsTest::chunksCanBeSorted()
{
    ReviewDocument document(m_journal, m_clock);
    ChunkCostModel model(document);
    model.setPrices(table);
    document.open(workOf({900, 10'000, 1'000}));
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(ChunkCostModel::SortRole);
    const auto order = [&sorted] {
        QList<int> chunks;
        for (int row = 0; row < sorted.rowCount(); ++row)
            chunks.append(sorted.index(row, 0).data(ChunkCostModel::ChunkIndexRole).toInt());
        return chunks;
    };
    sorted.sort(ChunkCostModel::InputColumn, Qt::AscendingOrder);
    QCOMPARE(order(), (QList<int>{0, 2, 1}));
    sorted.sort(ChunkCostModel::PriceColumn, Qt::DescendingOrder);
    QCOMPARE(order(), (QList<int>{1, 2, 0}));
    QCOMPARE(model.index(1, ChunkCostModel::PriceColumn).data().toString(), u"$0.01"_s);
    QVERIFY(model.index(1, ChunkCostModel::PriceColumn).data(Qt::ToolTipRole).toString().contains(u"$0.010000"_s));
    QCOMPARE(model.index(2, 0).data(ChunkCostModel::StartRole).toLongLong(), 120'000);
}

void CostAndFunnelModelsTest::chunksGrowInPlace()
{
    ReviewDocument document(m_journal, m_clock);
    ChunkCostModel model(document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Work work = workOf({900, 1'000});
    document.open(work);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy told(&model, &ChunkCostModel::reportChanged);
    AnalysisOutcome more = work.outcome;
    more.result.usage->byChunk[1].counts = {{u"input_tokens"_s, 7}};
    document.grow(more, Growth::GoingOn);
    QCOMPARE(model.index(1, ChunkCostModel::InputColumn).data().toString(), u"7"_s);
    QCOMPARE(resets.size(), 0);
    more.result.usage->byChunk.append(ChunkUsage{.chunkIndex = 5});
    document.grow(more, Growth::Complete);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(resets.size(), 1);
    QCOMPARE(told.size(), 2);
}

void CostAndFunnelModelsTest::modelsAgainstTheRun()
{
    ModelCostModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const TokenCounts totals{{u"input_tokens"_s, 1'000'000}};
    model.setCosts(costWithEachModel(totals, table), u"M"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, ModelCostModel::ModelColumn).data().toString(), u"cheap"_s);
    QCOMPARE(model.index(0, ModelCostModel::DifferenceColumn).data().toString().left(4),
             QLocale().toString(0.5, 'f', 2));
    QCOMPARE(model.index(1, ModelCostModel::DifferenceColumn).data().toString(), u"this run"_s);
    QCOMPARE(model.index(1, ModelCostModel::BilledColumn).data().toString(), u"$1.00"_s);
    model.setCosts(costWithEachModel(totals, table), QString());
    QCOMPARE(model.index(0, ModelCostModel::DifferenceColumn).data().toString(), QString());
    model.setCosts({}, {});
    QCOMPARE(model.rowCount(), 0);
}

#include "tst_costandfunnelmodels.moc"
