// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/jobs/joblistmodel.h"
#include "ui/jobs/metadatamodel.h"
#include "ui/jobs/monthcostmodel.h"
#include "ui/jobs/quotemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// The tables of the job desk as models: what stays keeps its row, what is shown is what is true.
class JobModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsKeepTheirRows();
    void aNewOrderIsTakenOver();
    void notesCanBeWritten();
    void statesInWords_data();
    void statesInWords();
    void whenAResultIsGone();
    void theClockMayBeSet();
    void quotesInOneLine();
    void quotesAsATable();
    void monthsWithTheirParts();
    void metadataKeepsItsBytes();
    void metadataGrowsAndShrinks();
};

VIRAL_TEST(JobModelsTest)

namespace {

class StandingClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC); }
    QString newId() override { return {}; }
};

RunRecord record(const QString &id, qint64 number)
{
    RunRecord run;
    run.id = RunId{id};
    run.number = number;
    run.kind = RunKind::OpenAi;
    run.state = RunState::Succeeded;
    run.title = u"Interview "_s + id;
    run.createdAt = QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
    run.updatedAt = run.createdAt.addSecs(75);
    return run;
}

ModelForecast forecast(const QString &model, std::int64_t low, std::int64_t high)
{
    return {.model = model,
            .chunks = 22,
            .input = {200'000, 231'000},
            .output = {8'000, 12'400},
            .price = PriceRange{{low}, {high}},
            .time = {std::chrono::seconds(40), std::chrono::seconds(70)}};
}

} // namespace

void JobModelsTest::runsKeepTheirRows()
{
    StandingClock clock;
    JobListModel model(clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRuns({record(u"b"_s, 2), record(u"a"_s, 1)});
    const QPersistentModelIndex first = model.index(model.rowOf(RunId{u"a"_s}), 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    RunRecord changed = record(u"b"_s, 2);
    changed.state = RunState::Failed;
    model.setRuns({record(u"c"_s, 3), changed, record(u"a"_s, 1)});
    QCOMPARE(first.row(), 2);
    QCOMPARE(model.index(1, 0).data(JobListModel::StateRole).toInt(), static_cast<int>(RunState::Failed));
    model.setRuns({record(u"c"_s, 3), record(u"a"_s, 1)});
    QCOMPARE(first.row(), 1);
    QCOMPARE(reset.size(), 0);
}

void JobModelsTest::aNewOrderIsTakenOver()
{
    StandingClock clock;
    JobListModel model(clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRuns({record(u"a"_s, 1), record(u"b"_s, 2)});
    model.setRuns({record(u"b"_s, 2), record(u"a"_s, 1)});
    QCOMPARE(model.rowOf(RunId{u"a"_s}), 1);
    QCOMPARE(model.rowCount(), 2);
}

void JobModelsTest::notesCanBeWritten()
{
    StandingClock clock;
    JobListModel model(clock);
    model.setRuns({record(u"a"_s, 1)});
    QSignalSpy edited(&model, &JobListModel::notesEdited);
    const QModelIndex notes = model.index(0, JobListModel::NotesColumn);
    QVERIFY(model.flags(notes).testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.flags(model.index(0, JobListModel::TitleColumn)).testFlag(Qt::ItemIsEditable));
    QVERIFY(model.setData(notes, u"for Monday"_s, Qt::EditRole));
    QVERIFY(!model.setData(notes, u"for Monday"_s, Qt::EditRole));
    QVERIFY(!model.setData(model.index(0, JobListModel::TitleColumn), u"x"_s, Qt::EditRole));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(notes.data().toString(), u"for Monday"_s);
}

void JobModelsTest::statesInWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("chunks");
    QTest::addColumn<QString>("words");
    QTest::newRow("waiting") << static_cast<int>(RunState::Queued) << 0 << u"waiting"_s;
    QTest::newRow("running, nothing known") << static_cast<int>(RunState::Running) << 0 << u"running"_s;
    QTest::newRow("running") << static_cast<int>(RunState::Running) << 22 << u"17 of 22 chunks"_s;
    QTest::newRow("done") << static_cast<int>(RunState::Succeeded) << 22 << u"done"_s;
    QTest::newRow("failed") << static_cast<int>(RunState::Failed) << 22 << u"failed"_s;
    QTest::newRow("cancelled") << static_cast<int>(RunState::Cancelled) << 22 << u"cancelled"_s;
    QTest::newRow("interrupted") << static_cast<int>(RunState::Interrupted) << 22 << u"interrupted"_s;
}

void JobModelsTest::statesInWords()
{
    QFETCH(int, state);
    QFETCH(int, chunks);
    RunRecord run = record(u"a"_s, 1);
    run.state = static_cast<RunState>(state);
    run.totalChunks = chunks;
    run.finishedChunks = 17;
    QTEST(runStateText(run), "words");
}

void JobModelsTest::whenAResultIsGone()
{
    StandingClock clock;
    JobListModel model(clock);
    RunRecord soon = record(u"a"_s, 1);
    soon.resultGoneAt = clock.now().addSecs(60);
    RunRecord gone = record(u"b"_s, 2);
    gone.resultGoneAt = clock.now().addSecs(-60);
    model.setRuns({soon, gone});
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"keeps the result until"_s));
    QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"dropped the result"_s));
}

void JobModelsTest::theClockMayBeSet()
{
    StandingClock clock;
    JobListModel model(clock);
    RunRecord earlier = record(u"a"_s, 1);
    earlier.took = std::chrono::seconds(75);
    earlier.updatedAt = earlier.createdAt.addDays(1);
    RunRecord later = record(u"b"_s, 2);
    later.createdAt = earlier.createdAt.addDays(-1);
    later.updatedAt = later.createdAt.addSecs(-3'600);
    later.remoteJobId = u"job-1"_s;
    later.resultGoneAt = clock.now().addDays(1);
    RunRecord unnumbered = record(u"c"_s, 0);
    unnumbered.createdAt = later.createdAt.addDays(-1);
    model.setRuns({unnumbered, later, earlier});
    const auto cell = [&model](int row, int column, int role = Qt::DisplayRole) {
        return model.index(row, column).data(role);
    };
    QCOMPARE(cell(2, JobListModel::TookColumn).toString(), u"1:15"_s);
    QCOMPARE(cell(1, JobListModel::TookColumn).toString(), u"0:00"_s);
    const auto started = [&cell](int row) {
        return cell(row, JobListModel::StartedColumn, JobListModel::SortRole).toLongLong();
    };
    QVERIFY(started(0) > started(1) && started(1) > started(2));
    // RunPod keeps nothing for a day.
    const QString until = QLocale().toString(clock.now().addSecs(1'800).toLocalTime(), QLocale::ShortFormat);
    QVERIFY2(cell(1, 0, Qt::ToolTipRole).toString().contains(until),
             qPrintable(cell(1, 0, Qt::ToolTipRole).toString()));
}

void JobModelsTest::quotesInOneLine()
{
    Forecast quote{.chunks = 22, .inputTokens = 210'000, .outputTokens = 9'000};
    const ModelForecast model = forecast(u"gpt-4o-mini"_s, 280'000, 340'000);
    const QString line = quoteLine(quote, &model);
    QVERIFY2(line.contains(u"22 chunk"_s), qPrintable(line));
    QVERIFY2(line.contains(u"243 k tokens"_s), qPrintable(line));
    QVERIFY2(line.contains(u"$0.28–0.34"_s), qPrintable(line));
    QVERIFY2(line.endsWith(u"0:40–1:10"_s), qPrintable(line));
    QVERIFY(quoteLine(quote, nullptr).contains(u"219 k tokens"_s));
    QVERIFY(!quoteLine(quote, nullptr).contains(u'$'));
    QCOMPARE(priceText({{310'000}, {310'000}}), u"$0.31"_s);
    QCOMPARE(priceText({{2'402}, {3'358}}), u"$0.0024–0.0034"_s);
    QCOMPARE(priceText({{87}, {99'900}}), u"$0.000087–0.10"_s);
}

void JobModelsTest::quotesAsATable()
{
    QuoteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto quote = std::make_shared<Forecast>();
    quote->models = {forecast(u"dear"_s, 900'000, 1'200'000), forecast(u"cheap"_s, 90'000, 120'000)};
    quote->models[1].price.reset();
    quote->models[0].shutdownDate = QDate(2026, 12, 31);
    model.setQuote(quote);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, QuoteModel::PriceColumn).data().toString(), u"$0.90–1.20"_s);
    QCOMPARE(model.index(1, QuoteModel::PriceColumn).data().toString(), u"not known"_s);
    QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
    QVERIFY(model.index(0, QuoteModel::PriceColumn).data(QuoteModel::SortRole).toLongLong() >
            model.index(1, QuoteModel::PriceColumn).data(QuoteModel::SortRole).toLongLong());
    model.setQuote(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void JobModelsTest::monthsWithTheirParts()
{
    MonthCostModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RunRecord paid = record(u"a"_s, 1);
    paid.model = u"gpt-4o-mini"_s;
    paid.price = MicroDollars{310'000};
    RunRecord unknown = record(u"b"_s, 2);
    unknown.kind = RunKind::RunPod;
    model.setMonths(monthlyCosts({paid, unknown}, QTimeZone::utc()));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, MonthCostModel::PriceColumn).data().toString(), u"$0.31 at least"_s);
    QCOMPARE(model.index(1, MonthCostModel::PriceColumn).data().toString(), u"$0.31"_s);
    QCOMPARE(model.index(2, MonthCostModel::PriceColumn).data().toString(), u"not known"_s);
    QCOMPARE(model.index(0, MonthCostModel::RunsColumn).data().toString(), u"2"_s);
    QCOMPARE(model.index(1, MonthCostModel::EngineColumn).data().toString(), u"OpenAI · gpt-4o-mini"_s);
    QVERIFY(!model.index(2, 0).data(Qt::ToolTipRole).toString().isEmpty());
}

void JobModelsTest::metadataKeepsItsBytes()
{
    const RawMembers members{{u"video_title"_s, "\"Talk\""}, {u"ids"_s, "[1, 2.50]"}, {u"live"_s, "true"}};
    MetadataModel model(members);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.index(0, 1).data().toString(), u"Talk"_s);
    QCOMPARE(model.index(1, 1).data().toString(), u"[1, 2.50]"_s);
    QVERIFY(model.setData(model.index(1, 1), u"[1, 2.50]"_s, Qt::EditRole));
    QCOMPARE(model.members(), members);
    QVERIFY(model.setData(model.index(0, 1), u"A \"quoted\" talk"_s, Qt::EditRole));
    QCOMPARE(model.members().at(0).value, QByteArray(R"("A \"quoted\" talk")"));
    QVERIFY(model.setData(model.index(2, 1), u"false"_s, Qt::EditRole));
    QCOMPARE(model.members().at(2).value, QByteArray("false"));
    // What is no JSON becomes text.
    QVERIFY(model.setData(model.index(2, 1), u"no: {"_s, Qt::EditRole));
    QCOMPARE(model.members().at(2).value, QByteArray("\"no: {\""));
}

void JobModelsTest::metadataGrowsAndShrinks()
{
    MetadataModel model({});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.setData(model.index(0, 1), u"value first"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0, 0), u" audience "_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0, 1), u"founders"_s, Qt::EditRole));
    QVERIFY(!model.setData(model.index(1, 0), u"audience"_s, Qt::EditRole));
    QCOMPARE(model.members(), (RawMembers{{u"audience"_s, "\"founders\""}}));
    QVERIFY(model.setData(model.index(0, 0), QString(), Qt::EditRole));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.members().isEmpty());
}

#include "tst_jobmodels.moc"
