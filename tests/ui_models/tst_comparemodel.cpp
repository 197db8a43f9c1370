// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparemodel.h"

#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class CompareModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsBothSides();
    void followsTheReview();
};

VIRAL_TEST(CompareModelTest)

namespace {

/// Beside evenWork(3): the first the same, the second with other edges and a better score, the third missing, one more.
std::shared_ptr<AnalysisOutcome> otherOutcome()
{
    auto other = std::make_shared<AnalysisOutcome>();
    other->result.moments = {ViralTest::validMoment(u"Same"_s, 0, 50'000, 1),
                             ViralTest::validMoment(u"Moved"_s, 98'500, 150'000, 9),
                             ViralTest::validMoment(u"New"_s, 400'000, 450'000, 7)};
    return other;
}

} // namespace

void CompareModelTest::showsBothSides()
{
    MemoryJournal journal;
    SystemClock clock;
    ReviewDocument document(journal, clock);
    CompareModel model(document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    document.open(ViralTest::evenWork(3));
    QCOMPARE(model.rowCount(), 0);
    model.setOther(otherOutcome());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.count(Difference::Same), 1);
    QCOMPARE(model.count(Difference::Moved), 1);
    QCOMPARE(model.count(Difference::Lost), 1);
    QCOMPARE(model.count(Difference::Gained), 1);
    QCOMPARE(model.index(1, CompareModel::TheirsColumn).data().toString(), u"1:38–2:30 (−1.5 s / =)"_s);
    QCOMPARE(model.index(1, CompareModel::ScoreColumn).data().toString(), u"2.0 → 9.0"_s);
    QCOMPARE(model.index(2, CompareModel::TheirsColumn).data().toString(), u"–"_s);
    QCOMPARE(model.index(3, CompareModel::TitleColumn).data().toString(), u"New"_s);
    QCOMPARE(model.index(3, 0).data(CompareModel::TheirPlaceRole).toInt(), 2);
    QVERIFY(model.index(3, 0).data(CompareModel::OurMomentRole).toString().isEmpty());
    model.setOther(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void CompareModelTest::followsTheReview()
{
    MemoryJournal journal;
    SystemClock clock;
    ReviewDocument document(journal, clock);
    document.open(ViralTest::evenWork(3));
    CompareModel model(document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto other = otherOutcome();
    model.setOther(other);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QVERIFY(document.apply({DecisionEdit{document.currentMoment(), Decision::Kept, {}}}));
    QCOMPARE(reset.size(), 0);
    const MomentId second = document.review().moments().at(1).id;
    const auto taken = document.takeOver({other->result.moments.at(1), other->result.moments.at(2)}, {second});
    QVERIFY(taken);
    QCOMPARE(taken->size(), 2);
    QCOMPARE(document.currentMoment(), taken->at(0));
    QCOMPARE(document.review().find(taken->at(1))->origin, MomentOrigin::Editor);
    QCOMPARE(document.review().find(second)->decision, Decision::Rejected);
    QCOMPARE(document.review().find(second)->reason, u"duplicate"_s);
    QCOMPARE(model.count(Difference::Same), 3);
    QCOMPARE(model.count(Difference::Gained), 0);
    // A second time nothing is added; all of it was one step.
    QCOMPARE(document.takeOver({other->result.moments.at(1)})->constFirst(), taken->constFirst());
    QVERIFY(document.undo());
    QCOMPARE(document.review().moments().size(), 3);
    QCOMPARE(document.review().find(second)->decision, Decision::Undecided);
}

#include "tst_comparemodel.moc"
