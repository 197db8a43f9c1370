// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/historymodel.h"

#include "core/review/reason.h"
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/models/stepwords.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class HistoryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsSteps();
    void tellsStepsInWords_data();
    void tellsStepsInWords();
    void aStepOnSeveralMomentsIsOne();
    void typingIsOneStep();
    void tellsWhoDecided();

private:
    MomentId moment(int row) const { return m_document->review().moments().at(row).id; }
    QString step(int row) const { return m_model->index(row, HistoryModel::StepColumn).data().toString(); }

    std::unique_ptr<MemoryJournal> m_journal;
    SystemClock m_clock;
    std::unique_ptr<ReviewDocument> m_document;
    std::unique_ptr<HistoryModel> m_model;
};

VIRAL_TEST(HistoryModelTest)

void HistoryModelTest::init()
{
    m_model.reset();
    m_document.reset();
    m_journal = std::make_unique<MemoryJournal>();
    m_document = std::make_unique<ReviewDocument>(*m_journal, m_clock);
    m_model = std::make_unique<HistoryModel>(*m_document);
}

void HistoryModelTest::followsSteps()
{
    const QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(m_model->rowCount(), 0);
    m_document->open(ViralTest::evenWork(3));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->position(), 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_document->apply({DecisionEdit{moment(i), Decision::Kept, {}}}));
    QCOMPARE(m_model->rowCount(), 4);
    QVERIFY(m_document->goTo(1));
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(m_model->position(), 1);
    QVERIFY(m_model->index(1, 0).data(HistoryModel::PositionRole).toBool());
    QVERIFY(!m_model->index(2, 0).data(HistoryModel::InForceRole).toBool());
    QVERIFY(m_model->index(2, 0).data(Qt::AccessibleTextRole).toString().contains(u"taken back"_s));
    QCOMPARE(m_document->review().count(Decision::Kept), 1);
    QVERIFY(m_document->goTo(3));
    QCOMPARE(m_document->review().count(Decision::Kept), 3);
    QVERIFY(m_document->goTo(0));
    QVERIFY(m_document->apply({StarEdit{moment(0), true}}));
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(m_journal->entries(m_document->work().review)->size(), 3 + 2 + 2 + 3 + 1);
    m_document->close();
    QCOMPARE(m_model->rowCount(), 0);
}

void HistoryModelTest::tellsStepsInWords_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("kept") << 0 << u"Kept “Moment 1”"_s;
    QTest::newRow("reason") << 1 << u"Rejected “Moment 1”: weak hook"_s;
    QTest::newRow("own reason") << 2 << u"Held “Moment 1”: ask Ada"_s;
    QTest::newRow("undecided") << 3 << u"Undecided again: “Moment 1”"_s;
    QTest::newRow("start") << 4 << u"Start moved 00:00:00.000 → 00:00:01.500 of “Moment 1”"_s;
    QTest::newRow("end") << 5 << u"End moved 00:00:50.000 → 00:00:48.000 of “Moment 1”"_s;
    QTest::newRow("title") << 6 << u"Title of “Another”: “Another”"_s;
    QTest::newRow("note") << 7 << u"Note on “Moment 1”: “Look again”"_s;
    QTest::newRow("star") << 8 << u"Star on “Moment 1”"_s;
    QTest::newRow("post") << 9 << u"Post for %1 of “Moment 1”: “New”"_s.arg(platformName(Platform::Tiktok));
    QTest::newRow("added") << 10 << u"Added “By hand”"_s;
    QTest::newRow("promoted") << 11 << u"Brought back “By hand”"_s;
}

void HistoryModelTest::tellsStepsInWords()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    m_document->open(ViralTest::evenWork(2));
    const MomentId id = moment(0);
    if (kind == 3)
        QVERIFY(m_document->apply({DecisionEdit{id, Decision::Kept, {}}}));
    const Moment byHand = ViralTest::validMoment(u"By hand"_s, 60'000, 110'000);
    const auto added = [&byHand](MomentOrigin origin) {
        return AddEdit{{.id = {u"new"_s}, .origin = origin, .original = byHand, .current = byHand}};
    };
    const QList<Edit> edits{DecisionEdit{id, Decision::Kept, {}},
                            DecisionEdit{id, Decision::Rejected, reasonKey(Reason::WeakHook)},
                            DecisionEdit{id, Decision::Held, u"ask Ada"_s},
                            DecisionEdit{id, Decision::Undecided, {}},
                            SpanEdit{id, spanMs(1500, 50'000)},
                            SpanEdit{id, spanMs(0, 48'000)},
                            TextEdit{id, TextField::Title, u"Another"_s},
                            TextEdit{id, TextField::Note, u"Look  again"_s},
                            StarEdit{id, true},
                            PostEdit{id, Platform::Tiktok, u"New"_s},
                            added(MomentOrigin::Editor),
                            added(MomentOrigin::Promoted)};
    QVERIFY(m_document->apply({edits.at(kind)}));
    QCOMPARE(step(m_model->rowCount() - 1), text);
}

void HistoryModelTest::aStepOnSeveralMomentsIsOne()
{
    m_document->open(ViralTest::evenWork(3));
    QVERIFY(m_document->apply({DecisionEdit{moment(0), Decision::Rejected, {}},
                               DecisionEdit{moment(1), Decision::Rejected, {}},
                               DecisionEdit{moment(2), Decision::Rejected, {}}}));
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY2(step(1).startsWith(u"Rejected “Moment 3” and 2"_s), qPrintable(step(1)));
}

void HistoryModelTest::typingIsOneStep()
{
    m_document->open(ViralTest::evenWork(1));
    for (const int start : {1000, 2000, 3000})
        QVERIFY(m_document->apply({SpanEdit{moment(0), spanMs(start, 50'000)}}, u"nudge"_s));
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(step(1), u"Start moved 00:00:00.000 → 00:00:03.000 of “Moment 1”"_s);
}

void HistoryModelTest::tellsWhoDecided()
{
    m_document->open(ViralTest::evenWork(2));
    QVERIFY(decisionText(m_document->history(), *m_document->current()).isEmpty());
    QVERIFY(m_document->apply({DecisionEdit{moment(0), Decision::Held, reasonKey(Reason::Legal)}}));
    QVERIFY(m_document->apply({StarEdit{moment(0), true}}));
    const QString author = m_document->history().steps().constFirst().entry.author;
    QVERIFY(!author.isEmpty());
    QCOMPARE(m_model->index(1, HistoryModel::AuthorColumn).data().toString(), author);
    const QString text = decisionText(m_document->history(), m_document->review().moments().at(0));
    QVERIFY2(text.startsWith(u"Held by "_s + author) && text.endsWith(u": legal"_s), qPrintable(text));
    QVERIFY(!lastDecision(m_document->history(), moment(1)));
}

#include "tst_historymodel.moc"
