// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/momentlistmodel.h"

#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/models/momentfilter.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class MomentListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheReview();
    void anEditChangesItsRowOnly();
    void movingAMomentPastAnotherReorders();
    void addingAndUndoing();
    void growingKeepsThePlace();
    void manyMovesAtOnce();
    void tellsWhoElseFoundIt();
    void ranksByScore();
    void filtersByDecisionAndText();
    void ordersByScoreAndTime();
    void searchKnowsWhatWasWritten();
    void filterAfterEditsIsAsIfMadeAnew();

private:
    QStringList titles(const QAbstractItemModel &model) const;
    bool decide(int row, Decision decision);

    std::unique_ptr<MemoryJournal> m_journal;
    SystemClock m_clock;
    std::unique_ptr<ReviewDocument> m_document;
};

VIRAL_TEST(MomentListModelTest)

void MomentListModelTest::init()
{
    m_document.reset();
    m_journal = std::make_unique<MemoryJournal>();
    m_document = std::make_unique<ReviewDocument>(*m_journal, m_clock);
}

QStringList MomentListModelTest::titles(const QAbstractItemModel &model) const
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, 0).data().toString().section(u' ', -1));
    return all;
}

bool MomentListModelTest::decide(int row, Decision decision)
{
    return m_document->apply({DecisionEdit{m_document->review().moments().at(row).id, decision, {}}});
}

void MomentListModelTest::showsTheReview()
{
    MomentListModel model(*m_document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    m_document->open(ViralTest::evenWork(12));
    QCOMPARE(model.rowCount(), 12);
    const QModelIndex third = model.index(2);
    QCOMPARE(third.data().toString(), u"Moment 3"_s);
    QCOMPARE(third.data(MomentListModel::StartRole).toLongLong(), 200'000);
    QCOMPARE(third.data(MomentListModel::DurationRole).toLongLong(), 50'000);
    QCOMPARE(third.data(MomentListModel::ScoreRole).toDouble(), 3.0);
    QVERIFY(third.data(MomentListModel::WarningsRole).toStringList().isEmpty());
    QVERIFY(third.data(Qt::AccessibleTextRole).toString().contains(u"undecided"_s));
    QCOMPARE(model.indexOf(model.idAt(third)), third);
    m_document->close();
    QCOMPARE(model.rowCount(), 0);
}

void MomentListModelTest::anEditChangesItsRowOnly()
{
    m_document->open(ViralTest::evenWork(5));
    MomentListModel model(*m_document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QVERIFY(decide(3, Decision::Held));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().at(0).toModelIndex().row(), 3);
    QCOMPARE(model.index(3).data(MomentListModel::DecisionRole).toInt(), static_cast<int>(Decision::Held));
}

void MomentListModelTest::movingAMomentPastAnotherReorders()
{
    m_document->open(ViralTest::evenWork(3));
    MomentListModel model(*m_document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(m_document->apply({SpanEdit{m_document->currentMoment(), spanMs(150'000, 195'000)}}));
    QCOMPARE(titles(model), QStringList({u"2"_s, u"1"_s, u"3"_s}));
    QVERIFY(m_document->undo());
    QCOMPARE(titles(model), QStringList({u"1"_s, u"2"_s, u"3"_s}));
}

void MomentListModelTest::addingAndUndoing()
{
    m_document->open(ViralTest::evenWork(2));
    MomentListModel model(*m_document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Moment moment = ViralTest::validMoment(u"Moment 9"_s, 60'000, 101'000);
    QVERIFY(m_document->apply(
        {AddEdit{{.id = {u"new"_s}, .origin = MomentOrigin::Editor, .original = moment, .current = moment}}}));
    QCOMPARE(titles(model), QStringList({u"1"_s, u"9"_s, u"2"_s}));
    QVERIFY(m_document->undo());
    QCOMPARE(model.rowCount(), 2);
}

void MomentListModelTest::growingKeepsThePlace()
{
    Work work = ViralTest::evenWork(8);
    work.isLive = true;
    AnalysisOutcome later = work.outcome;
    m_document->open(std::move(work));
    MomentListModel model(*m_document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex sixth = model.index(5);
    QVERIFY(decide(0, Decision::Kept));
    // The first and second give way to others, new ones come between and behind.
    later.result.moments[0] = ViralTest::validMoment(u"Moment 11"_s, 5'000, 56'000);
    later.result.moments[1] = ViralTest::validMoment(u"Moment 12"_s, 160'000, 190'000);
    later.result.moments.insert(4, ViralTest::validMoment(u"Moment 13"_s, 351'000, 399'000));
    later.result.moments.append(ViralTest::validMoment(u"Moment 14"_s, 900'000, 950'000));
    m_document->grow(later, Growth::GoingOn);
    QCOMPARE(titles(model),
             QStringList({u"1"_s, u"11"_s, u"12"_s, u"3"_s, u"4"_s, u"13"_s, u"5"_s, u"6"_s, u"7"_s, u"8"_s, u"14"_s}));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(sixth.row(), 7);
    QCOMPARE(sixth.data().toString(), u"Moment 6"_s);
    QVERIFY(model.index(0).data(MomentListModel::SupersededRole).toBool());
    QVERIFY(!model.index(1).data(MomentListModel::SupersededRole).toBool());
    QCOMPARE(model.indexOf(model.idAt(sixth)), QModelIndex(sixth));
}

void MomentListModelTest::manyMovesAtOnce()
{
    m_document->open(ViralTest::evenWork(100));
    MomentListModel model(*m_document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const int moved : {5, 99}) {
        QList<Edit> edits;
        for (int i = 0; i < moved; ++i) {
            const ReviewedMoment &moment = m_document->review().moments().at((i * 37) % 100);
            const Milliseconds start = moment.current.span.start;
            edits.append(SpanEdit{moment.id, {Milliseconds{10'000'000} - start, Milliseconds{10'050'000} - start}});
        }
        QVERIFY(m_document->apply(edits));
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.idAt(model.index(row)), m_document->review().moments().at(row).id);
        QVERIFY(m_document->undo());
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.idAt(model.index(row)), m_document->review().moments().at(row).id);
    }
}

void MomentListModelTest::tellsWhoElseFoundIt()
{
    Work work = ViralTest::evenWork(3);
    work.secondOpinion = AnalysisOutcome{};
    work.secondOpinion->result.moments = {ViralTest::validMoment(u"Words"_s, 110'000, 160'000)};
    m_document->open(work);
    MomentListModel model(*m_document);
    const auto agreement = [&model](int row) {
        return static_cast<Agreement>(model.index(row).data(MomentListModel::AgreementRole).toInt());
    };
    QCOMPARE(agreement(0), Agreement::ModelOnly);
    QCOMPARE(agreement(1), Agreement::Both);
    QVERIFY(!model.index(1).data(MomentListModel::AgreementTextRole).toString().isEmpty());
    QVERIFY(m_document->apply({SpanEdit{m_document->review().moments().at(1).id, spanMs(160'000, 200'000)}}));
    QCOMPARE(agreement(1), Agreement::ModelOnly);
    work.secondOpinion.reset();
    m_document->open(work);
    QCOMPARE(agreement(0), Agreement::NotAsked);
    QVERIFY(model.index(0).data(MomentListModel::AgreementTextRole).toString().isEmpty());
}

void MomentListModelTest::ranksByScore()
{
    m_document->open(ViralTest::evenWork(3));
    MomentListModel model(*m_document);
    QCOMPARE(model.index(2).data(MomentListModel::RankRole).toInt(), 1);
    QCOMPARE(model.index(0).data(MomentListModel::RankRole).toInt(), 3);
    for (const Metric metric : allMetrics)
        QVERIFY(m_document->apply({ScoreEdit{m_document->currentMoment(), metric, 10}}));
    QCOMPARE(model.index(0).data(MomentListModel::RankRole).toInt(), 1);
    QCOMPARE(model.index(2).data(MomentListModel::RankRole).toInt(), 2);
}

void MomentListModelTest::filtersByDecisionAndText()
{
    m_document->open(ViralTest::evenWork(4));
    MomentListModel model(*m_document);
    MomentFilter filter;
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    QVERIFY(decide(1, Decision::Kept));
    filter.setCriteria({.decisions = {Decision::Kept}});
    QCOMPARE(titles(filter), QStringList({u"2"_s}));
    QVERIFY(decide(3, Decision::Kept));
    QCOMPARE(titles(filter), QStringList({u"2"_s, u"4"_s}));
    filter.setCriteria({.decisions = {Decision::Kept}, .text = u"QUOTE  of moment 4"_s});
    QCOMPARE(titles(filter), QStringList({u"4"_s}));
    filter.setCriteria({.text = u"nothing like it"_s});
    QCOMPARE(filter.rowCount(), 0);
    filter.setCriteria({});
    QCOMPARE(filter.rowCount(), 4);
}

void MomentListModelTest::ordersByScoreAndTime()
{
    m_document->open(ViralTest::evenWork(3));
    MomentListModel model(*m_document);
    MomentFilter filter;
    filter.setSourceModel(&model);
    filter.setOrder(MomentOrder::ByScore);
    QCOMPARE(titles(filter), QStringList({u"3"_s, u"2"_s, u"1"_s}));
    for (const Metric metric : allMetrics)
        QVERIFY(m_document->apply({ScoreEdit{m_document->currentMoment(), metric, 10}}));
    QCOMPARE(titles(filter), QStringList({u"1"_s, u"3"_s, u"2"_s}));
    filter.setOrder(MomentOrder::ByTime);
    QCOMPARE(titles(filter), QStringList({u"1"_s, u"2"_s, u"3"_s}));
}

void MomentListModelTest::searchKnowsWhatWasWritten()
{
    m_document->open(ViralTest::evenWork(200));
    MomentListModel model(*m_document);
    MomentFilter filter;
    filter.setSourceModel(&model);
    const MomentId id = m_document->review().moments().at(150).id;
    filter.setCriteria({.text = u"ÄRGER im"_s});
    QCOMPARE(filter.rowCount(), 0);
    QVERIFY(m_document->apply({TextEdit{id, TextField::Hook, u"Im Haus war Ärger"_s}}));
    QCOMPARE(titles(filter), QStringList({u"151"_s}));
    QVERIFY(m_document->apply({TextEdit{id, TextField::Hook, u"Nichts"_s}}));
    QCOMPARE(filter.rowCount(), 0);
    QVERIFY(m_document->undo());
    QCOMPARE(titles(filter), QStringList({u"151"_s}));
    // Known beforehand or not, it is the same text.
    for (const int row : {0, 150, 199}) {
        const QString text = model.index(row).data(MomentListModel::SearchTextRole).toString();
        QVERIFY(text.contains(model.index(row).data().toString().toLower()));
        QCOMPARE(text, text.toLower());
    }
}

void MomentListModelTest::filterAfterEditsIsAsIfMadeAnew()
{
    m_document->open(ViralTest::evenWork(60));
    MomentListModel model(*m_document);
    MomentFilter filter;
    const QAbstractItemModelTester modelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    QRandomGenerator random(11);
    const QStringList texts{{}, u"1"_s, u"moment 2"_s, u"new"_s, u"5 quote"_s, u"nothing like it"_s};
    for (int step = 0; step < 300; ++step) {
        const ReviewedMoment &moment = m_document->review().moments().at(random.bounded(60));
        switch (random.bounded(7)) {
        case 0:
            filter.setCriteria({.text = texts.at(random.bounded(int(texts.size())))});
            break;
        case 1:
            filter.setCriteria({.decisions = {allDecisions.at(std::size_t(random.bounded(4)))},
                                .starredOnly = random.bounded(4) == 0});
            break;
        case 2:
            filter.setOrder(random.bounded(2) ? MomentOrder::ByScore : MomentOrder::ByTime);
            break;
        case 3:
            QVERIFY(m_document->apply({TextEdit{moment.id, TextField::Title, u"New %1"_s.arg(step)}}));
            break;
        case 4:
            QVERIFY(m_document->apply({ScoreEdit{moment.id, Metric::HookStrength, 1 + random.bounded(10)}}));
            break;
        case 5:
            QVERIFY(m_document->apply({StarEdit{moment.id, !moment.starred}}));
            break;
        default:
            QVERIFY(decide(random.bounded(60), allDecisions.at(std::size_t(random.bounded(4)))));
        }
        MomentListModel freshModel(*m_document);
        MomentFilter fresh;
        fresh.setSourceModel(&freshModel);
        fresh.setOrder(filter.order());
        fresh.setCriteria(filter.criteria());
        QCOMPARE(titles(filter), titles(fresh));
    }
}

#include "tst_momentlistmodel.moc"
