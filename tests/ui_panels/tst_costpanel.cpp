// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/offlineengine.h"
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/models/chunkcostmodel.h"
#include "ui/panels/chunkchart.h"
#include "ui/panels/costpanel.h"
#include "ui/panels/figuretable.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Viral;
using namespace Qt::StringLiterals;

// What the cost panel says, shows and hands over.
class CostPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void contractAndBillSideBySide();
    void nothingCachedAgrees();
    void empty_data();
    void empty();
    void unknownModel();
    void growsWithTheRun();
    void otherModels();
    void probablyAskedTwice();
    void quoteAgainstTruth();
    void rowsLeadToTheirPlace();
    void sortingKeepsPlaces();
    void chartLeadsToPlaces();
    void chartByKeys();
    void chartWithoutChunks();
    void copiesAndExports();
    void exportThatFails();
    void narrowAndWide_data();
    void narrowAndWide();

private:
    void open(const QList<std::int64_t> &inputs, std::int64_t cached = 0);
    QTableView *table(const QString &name);

    std::unique_ptr<MemoryJournal> m_journal;
    SystemClock m_clock;
    std::unique_ptr<ReviewDocument> m_document;
    std::unique_ptr<QScrollArea> m_area;
    CostPanel *m_panel = nullptr;
};

VIRAL_TEST(CostPanelTest)

namespace {

const PriceTable table{{{.model = u"gpt-5"_s, .rates = {{1'250'000}, {125'000}, {10'000'000}}},
                        {.model = u"luna"_s, .rates = {{100'000}, {10'000}, {500'000}}}}};

TokenCounts counts(std::int64_t input, std::int64_t cached, std::int64_t output)
{
    return {{u"input_tokens"_s, input},
            {u"output_tokens"_s, output},
            {u"input_cached_tokens"_s, cached},
            {u"output_reasoning_tokens"_s, output / 2}};
}

Work workOf(const QList<std::int64_t> &inputs, std::int64_t cached)
{
    Work work = ViralTest::evenWork(2);
    work.chunks.clear();
    Usage usage;
    for (int i = 0; i < inputs.size(); ++i) {
        work.chunks.append({.index = i, .span = spanMs(i * 60'000, (i + 1) * 60'000)});
        usage.byChunk.append({.chunkIndex = i,
                              .counts = counts(inputs.at(i), cached, 1'000),
                              .responseTime = Milliseconds{2'000 + 100 * i}});
    }
    for (const ChunkUsage &chunk : usage.byChunk) {
        const std::int64_t input =
            tokenCount(usage.totals, u"input_tokens") + tokenCount(chunk.counts, u"input_tokens");
        usage.totals = counts(input, tokenCount(usage.totals, u"input_cached_tokens") + cached,
                              tokenCount(usage.totals, u"output_tokens") + 1'000);
    }
    work.outcome.result.metadata.model = u"gpt-5"_s;
    work.outcome.result.metadata.pricing = priceOf(usage.totals, u"gpt-5", table);
    work.outcome.result.usage = usage;
    work.outcome.result.totalChunks = static_cast<int>(inputs.size());
    return work;
}

bool shows(const QWidget &panel, const QString &part)
{
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&panel) && label->text().contains(part))
            return true;
    }
    return false;
}

} // namespace

void CostPanelTest::init()
{
    m_area.reset();
    m_document.reset();
    m_journal = std::make_unique<MemoryJournal>();
    m_document = std::make_unique<ReviewDocument>(*m_journal, m_clock);
    m_panel = new CostPanel(*m_document);
    m_panel->setPrices(::table);
    m_area = std::make_unique<QScrollArea>();
    m_area->setWidget(m_panel);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->resize(400, 900);
    m_area->show();
}

void CostPanelTest::open(const QList<std::int64_t> &inputs, std::int64_t cached)
{
    m_document->open(workOf(inputs, cached));
}

QTableView *CostPanelTest::table(const QString &name)
{
    for (QTableView *view : m_panel->findChildren<QTableView *>()) {
        if (view->accessibleName() == name)
            return view;
    }
    return nullptr;
}

void CostPanelTest::contractAndBillSideBySide()
{
    open({100'000, 120'000}, 80'000);
    // 220 000 at 1.25, 160 000 at 0.125 and 2 000 at 10 dollars a million; the bill has 60 000 of the input left.
    QVERIFY(shows(*m_panel, u"$0.275000"_s));
    QVERIFY(shows(*m_panel, u"$0.020000"_s));
    QVERIFY(shows(*m_panel, u"$0.315000"_s));
    QVERIFY(shows(*m_panel, u"$0.075000"_s));
    QVERIFY(shows(*m_panel, u"$0.115000"_s));
    QVERIFY(shows(*m_panel, u"OpenAI bills them once: $0.200000 less."_s));
    QVERIFY(shows(*m_panel, u"Cache hit rate "_s + QLocale().toString(72.7, 'f', 1) + u" %"_s));
}

void CostPanelTest::nothingCachedAgrees()
{
    open({100'000});
    QVERIFY(shows(*m_panel, u"Both agree"_s));
    QVERIFY(shows(*m_panel, u"nothing of the input came from the cache"_s));
}

void CostPanelTest::empty_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("isLive");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("explanation");
    QTest::newRow("offline") << QString(offlineModelName) << false << u"Nothing was paid"_s << u"costs nothing"_s;
    QTest::newRow("no usage") << u"gpt-5"_s << false << u"Nothing was paid"_s << u"does not say"_s;
    QTest::newRow("live") << u"gpt-5"_s << true << u"Nothing is paid yet"_s << u""_s;
}

void CostPanelTest::empty()
{
    QFETCH(const QString, model);
    QFETCH(const bool, isLive);
    QFETCH(const QString, headline);
    QFETCH(const QString, explanation);
    Work work = ViralTest::evenWork(2);
    work.outcome.result.metadata.model = model;
    work.isLive = isLive;
    m_document->open(work);
    QVERIFY(shows(*m_panel, headline));
    QVERIFY(shows(*m_panel, explanation));
    QVERIFY(!m_panel->findChild<ChunkChart *>()->isVisibleTo(m_panel));
    QVERIFY(!table(u"The same tokens with other models"_s)->isVisibleTo(m_panel));
    QVERIFY(table(u"Tokens per chunk"_s)->isColumnHidden(ChunkCostModel::InputColumn));
    QVERIFY(!table(u"Tokens per chunk"_s)->isColumnHidden(ChunkCostModel::MomentsColumn));
    m_document->close();
    QVERIFY(!shows(*m_panel, headline));
    QVERIFY(!m_panel->findChildren<QToolButton *>().constFirst()->isEnabled());
}

void CostPanelTest::unknownModel()
{
    Work work = workOf({5'000, 5'000}, 0);
    work.outcome.result.metadata.model = u"home-made"_s;
    work.outcome.result.metadata.pricing.reset();
    m_document->open(work);
    QVERIFY(shows(*m_panel, u"price of this model is not known"_s));
    QVERIFY(shows(*m_panel, u"Add the rates of home-made"_s));
    QVERIFY(!shows(*m_panel, u"Billed by OpenAI"_s));
    QVERIFY(table(u"Tokens per chunk"_s)->isColumnHidden(ChunkCostModel::PriceColumn));
    QCOMPARE(table(u"The same tokens with other models"_s)->model()->rowCount(), 2);
    // As soon as the rates are known, so is the bill.
    m_panel->setPrices({{{.model = u"home-made"_s, .rates = {{1'000'000}, {1'000'000}, {1'000'000}}}}});
    QVERIFY(shows(*m_panel, u"Billed by OpenAI"_s));
    QVERIFY(shows(*m_panel, u"$0.012000"_s));
    QVERIFY(shows(*m_panel, u"rates known today"_s));
}

void CostPanelTest::growsWithTheRun()
{
    Work work = workOf({5'000, 5'000}, 0);
    work.isLive = true;
    const AnalysisOutcome whole = work.outcome;
    work.outcome.result.usage.reset();
    work.outcome.result.metadata.pricing.reset();
    m_document->open(work);
    QVERIFY(shows(*m_panel, u"Nothing is paid yet"_s));
    m_document->grow(whole, Growth::GoingOn);
    QVERIFY(shows(*m_panel, u"so far"_s));
    QVERIFY(shows(*m_panel, u"$0.032500"_s));
    const auto labels = m_panel->findChildren<QLabel *>();
    m_document->grow(whole, Growth::Complete);
    QVERIFY(!shows(*m_panel, u"so far"_s));
    QCOMPARE(m_panel->findChildren<QLabel *>(), labels);
}

void CostPanelTest::otherModels()
{
    open({1'000'000});
    const QAbstractItemModel *models = table(u"The same tokens with other models"_s)->model();
    QCOMPARE(models->index(0, 0).data().toString(), u"luna"_s);
    QCOMPARE(models->index(1, 0).data().toString(), u"gpt-5"_s);
    QCOMPARE(models->index(1, 3).data().toString(), u"this run"_s);
}

void CostPanelTest::probablyAskedTwice()
{
    open({5'000, 5'000, 10'000, 5'000});
    QVERIFY(shows(*m_panel, u"were probably paid"_s));
    QVERIFY(!shows(*m_panel, u"No chunk took so much"_s));
    open({5'000, 5'000, 5'000, 5'000});
    QVERIFY(shows(*m_panel, u"No chunk took so much"_s));
}

void CostPanelTest::quoteAgainstTruth()
{
    open({5'000});
    QVERIFY(!shows(*m_panel, u"Quote against truth"_s));
    ForecastCheck check{.quoted = {.input = {4'000, 6'000}, .output = {100, 200}},
                        .truth = {.inputTokens = 5'000, .outputTokens = 1'000, .price = MicroDollars{16'250}},
                        .input = ForecastCheck::Verdict::Within,
                        .output = ForecastCheck::Verdict::Above,
                        .price = ForecastCheck::Verdict::Below};
    check.quoted.price = PriceRange{{20'000}, {30'000}};
    m_panel->setQuoteCheck(check);
    QVERIFY(shows(*m_panel, u"Quote against truth"_s));
    QVERIFY(shows(*m_panel, u"$0.02–$0.03"_s));
    QVERIFY(shows(*m_panel, u"as quoted"_s));
    QVERIFY(shows(*m_panel, u"▲ more"_s));
    QVERIFY(shows(*m_panel, u"▼ less"_s));
    check.quoted.price.reset();
    m_panel->setQuoteCheck(check);
    QVERIFY(!shows(*m_panel, u"$0.02–$0.03"_s));
    m_panel->setQuoteCheck(std::nullopt);
    QVERIFY(!shows(*m_panel, u"Quote against truth"_s));
}

void CostPanelTest::rowsLeadToTheirPlace()
{
    open({5'000, 6'000, 7'000});
    QSignalSpy places(m_panel, &CostPanel::placeRequested);
    QTableView *chunks = table(u"Tokens per chunk"_s);
    const QRect second = chunks->visualRect(chunks->model()->index(1, 0));
    QTest::mouseClick(chunks->viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(places.size(), 1);
    QCOMPARE(places.constLast().constFirst().value<Milliseconds>(), Milliseconds{60'000});
    QCOMPARE(m_panel->findChild<ChunkChart *>()->current(), 1);
    // The arrow keys only look; Return goes there.
    QTest::keyClick(chunks, Qt::Key_Down);
    QCOMPARE(places.size(), 1);
    QCOMPARE(m_panel->findChild<ChunkChart *>()->current(), 2);
    QTest::keyClick(chunks, Qt::Key_Return);
    QCOMPARE(places.size(), 2);
    QCOMPARE(places.constLast().constFirst().value<Milliseconds>(), Milliseconds{120'000});
}

void CostPanelTest::sortingKeepsPlaces()
{
    open({5'000, 9'000, 7'000});
    QTableView *chunks = table(u"Tokens per chunk"_s);
    chunks->sortByColumn(ChunkCostModel::InputColumn, Qt::DescendingOrder);
    QSignalSpy places(m_panel, &CostPanel::placeRequested);
    QTest::mouseClick(chunks->viewport(), Qt::LeftButton, {},
                      chunks->visualRect(chunks->model()->index(0, 0)).center());
    QCOMPARE(places.constLast().constFirst().value<Milliseconds>(), Milliseconds{60'000});
}

void CostPanelTest::chartLeadsToPlaces()
{
    open({5'000, 9'000, 7'000});
    auto *chart = m_panel->findChild<ChunkChart *>();
    QSignalSpy places(m_panel, &CostPanel::placeRequested);
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->column(2).center());
    QCOMPARE(places.constLast().constFirst().value<Milliseconds>(), Milliseconds{120'000});
    QCOMPARE(table(u"Tokens per chunk"_s)->currentIndex().row(), 2);
    QTest::mouseClick(chart, Qt::LeftButton, {}, QPoint(chart->width() - 1, 40));
    QCOMPARE(places.size(), 1);
    QVERIFY(chart->accessibleDescription().contains(u"Chunk 3"_s));
}

void CostPanelTest::chartByKeys()
{
    open({5'000, 9'000, 7'000});
    auto *chart = m_panel->findChild<ChunkChart *>();
    QSignalSpy places(m_panel, &CostPanel::placeRequested);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(places.size(), 0);
    for (const auto &[key, expected] : QList<std::pair<Qt::Key, int>>{{Qt::Key_End, 2},
                                                                      {Qt::Key_Right, 2},
                                                                      {Qt::Key_Left, 1},
                                                                      {Qt::Key_Home, 0},
                                                                      {Qt::Key_Left, 0},
                                                                      {Qt::Key_Right, 1}}) {
        QTest::keyClick(chart, key);
        QCOMPARE(chart->current(), expected);
    }
    QCOMPARE(places.size(), 0);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(places.constLast().constFirst().value<Milliseconds>(), Milliseconds{60'000});
}

void CostPanelTest::chartWithoutChunks()
{
    ChunkChart chart;
    chart.resize(300, 200);
    chart.show();
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(10, 10));
    QCOMPARE(chart.current(), -1);
    ChunkCost odd{.chunkIndex = -3, .counts = counts(-5, 99, std::numeric_limits<std::int64_t>::max())};
    odd.responseTime = Milliseconds{-1};
    chart.setChunks({odd, {.chunkIndex = 4}});
    QVERIFY(!chart.grab().isNull());
    QCOMPARE(tokensOf(TokenPart::Fresh, odd), 0);
    QCOMPARE(tokensOf(TokenPart::Cached, odd), 0);
}

void CostPanelTest::copiesAndExports()
{
    open({5'000, 6'000});
    QSignalSpy messages(m_panel, &CostPanel::message);
    QTest::mouseClick(m_panel->findChildren<QToolButton *>().constFirst(), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Model\tgpt-5\n"_s));
    QCOMPARE(messages.size(), 1);
    const QTemporaryDir folder;
    m_panel->exportTo(folder.filePath(u"cost.csv"_s));
    QFile file(folder.filePath(u"cost.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QCOMPARE(csv.count("\r\n"), 4);
    QVERIFY(csv.startsWith("chunk,start_ms,"));
    QCOMPARE(messages.size(), 2);
}

void CostPanelTest::exportThatFails()
{
    open({5'000});
    QSignalSpy failures(m_panel, &CostPanel::failed);
    m_panel->exportTo(u"/nowhere/at/all/cost.csv"_s);
    QCOMPARE(failures.size(), 1);
}

void CostPanelTest::narrowAndWide_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isBeside");
    QTest::newRow("narrow dock") << 320 << false;
    QTest::newRow("usual dock") << 400 << false;
    QTest::newRow("wide") << 1000 << true;
}

void CostPanelTest::narrowAndWide()
{
    QFETCH(const int, width);
    QFETCH(const bool, isBeside);
    open(QList<std::int64_t>(90, 12'345), 10'000);
    m_area->resize(width, 600);
    QCoreApplication::processEvents();
    // Nothing is cut off at the side.
    QVERIFY2(m_panel->width() <= m_area->viewport()->width(),
             qPrintable(u"%1 in %2"_s.arg(m_panel->width()).arg(m_area->viewport()->width())));
    const auto tables = m_panel->findChildren<FigureTable *>();
    QCOMPARE(tables.at(0)->y() == tables.at(1)->y(), isBeside);
    const auto *chart = m_panel->findChild<ChunkChart *>();
    QCOMPARE(chart->column(89).right() < chart->width(), true);
    for (int place = 1; place < 90; ++place)
        QCOMPARE(chart->column(place).left(), chart->column(place - 1).right() + 1);
}

#include "tst_costpanel.moc"
