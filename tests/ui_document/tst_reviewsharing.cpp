// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/reviewdocument.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

/// A window of a program of its own: its own connection to the library, its own document.
struct Window
{
    explicit Window(const QString &folder)
        : library(std::move(*Library::open(folder)))
        , document(library->journal(), clock)
        , noted(&document, &ReviewDocument::noted)
        , failed(&document, &ReviewDocument::failed)
    {
        document.open(ViralTest::evenWork(4));
    }

    const ReviewedMoment &moment(int row) const { return document.review().moments().at(row); }
    bool decide(int row, Decision decision) { return document.apply({DecisionEdit{moment(row).id, decision, {}}}); }
    bool entitle(int row, const QString &title, const QString &gesture = {})
    {
        return document.apply({TextEdit{moment(row).id, TextField::Title, title}}, gesture);
    }

    SystemClock clock;
    std::unique_ptr<Library> library;
    ReviewDocument document;
    QSignalSpy noted;
    QSignalSpy failed;
};

} // namespace

class ReviewSharingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aStepGoesOnTopOfTheOthers();
    void catchingUpShowsWhatOthersDid();
    void theSameThingIsNotOverwrittenUnseen();
    void anotherThingOfTheSameMomentIsFine();
    void undoNeverTakesAForeignStepBackUnseen();
    void redoIsGoneWhenOthersWentOn();
    void goingBackSeveralStepsIsOneChangeOrNone();
    void bothSeeTheSameAfterAnyMixture_data();
    void bothSeeTheSameAfterAnyMixture();
    void twoWindowsOfOneProgram();
    void stepsThatCannotBeTakenAreToldOnce();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

VIRAL_TEST(ReviewSharingTest)

void ReviewSharingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ReviewSharingTest::aStepGoesOnTopOfTheOthers()
{
    Window one(m_folder->path());
    Window other(m_folder->path());
    QVERIFY(one.decide(0, Decision::Kept));
    QCOMPARE(one.noted.size(), 0);
    QVERIFY(other.decide(1, Decision::Rejected));
    QCOMPARE(other.noted.size(), 1);
    QVERIFY(other.noted.constFirst().at(0).toString().contains(u"on top"_s));
    QCOMPARE(other.failed.size(), 0);
    QCOMPARE(other.moment(0).decision, Decision::Kept);
    QCOMPARE(other.moment(1).decision, Decision::Rejected);
    QCOMPARE(other.document.history().position(), 2);
    one.document.catchUp();
    QCOMPARE(one.document.review(), other.document.review());
}

void ReviewSharingTest::catchingUpShowsWhatOthersDid()
{
    Window one(m_folder->path());
    Window other(m_folder->path());
    QList<DocumentChange> changes;
    connect(&one.document, &ReviewDocument::changed, this,
            [&changes](const DocumentChange &change) { changes.append(change); });
    one.document.catchUp();
    QCOMPARE(one.noted.size(), 0);
    QVERIFY(other.decide(2, Decision::Held));
    one.document.catchUp();
    QCOMPARE(one.noted.size(), 1);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(std::get<MomentsEdited>(changes.constFirst()).moments, QList<MomentId>{one.moment(2).id});
    QCOMPARE(one.moment(2).decision, Decision::Held);
    one.document.catchUp();
    QCOMPARE(one.noted.size(), 1);
    // It can be taken back knowingly.
    QVERIFY(one.document.undo());
    other.document.catchUp();
    QCOMPARE(other.moment(2).decision, Decision::Undecided);
    QVERIFY(other.document.redo());
}

void ReviewSharingTest::theSameThingIsNotOverwrittenUnseen()
{
    Window one(m_folder->path());
    Window other(m_folder->path());
    QVERIFY(one.entitle(0, u"Ours"_s));
    QVERIFY(!other.entitle(0, u"Theirs"_s));
    QCOMPARE(other.failed.size(), 1);
    QCOMPARE(other.moment(0).current.title, u"Ours"_s);
    QVERIFY(other.entitle(0, u"Theirs"_s));
    one.document.catchUp();
    QCOMPARE(one.moment(0).current.title, u"Theirs"_s);
}

void ReviewSharingTest::anotherThingOfTheSameMomentIsFine()
{
    Window one(m_folder->path());
    Window other(m_folder->path());
    QVERIFY(one.entitle(0, u"Ours"_s));
    QVERIFY(other.decide(0, Decision::Kept));
    QCOMPARE(other.moment(0).current.title, u"Ours"_s);
    QCOMPARE(other.moment(0).decision, Decision::Kept);
}

void ReviewSharingTest::undoNeverTakesAForeignStepBackUnseen()
{
    Window one(m_folder->path());
    Window other(m_folder->path());
    QVERIFY(one.decide(0, Decision::Kept));
    other.document.catchUp();
    QVERIFY(other.decide(1, Decision::Held));
    QVERIFY(!one.document.undo());
    QCOMPARE(one.failed.size(), 1);
    QCOMPARE(one.moment(0).decision, Decision::Kept);
    QCOMPARE(one.moment(1).decision, Decision::Held);
    QVERIFY(one.document.undo());
    QCOMPARE(one.moment(1).decision, Decision::Undecided);
    QCOMPARE(one.moment(0).decision, Decision::Kept);
}

void ReviewSharingTest::redoIsGoneWhenOthersWentOn()
{
    Window one(m_folder->path());
    Window other(m_folder->path());
    QVERIFY(one.decide(0, Decision::Kept));
    QVERIFY(one.document.undo());
    QVERIFY(other.decide(1, Decision::Held));
    QVERIFY(!one.document.redo());
    QCOMPARE(one.failed.size(), 1);
    QVERIFY(!one.document.history().canRedo());
    QCOMPARE(one.moment(0).decision, Decision::Undecided);
}

void ReviewSharingTest::goingBackSeveralStepsIsOneChangeOrNone()
{
    Window one(m_folder->path());
    Window other(m_folder->path());
    for (int row = 0; row < 3; ++row)
        QVERIFY(one.decide(row, Decision::Kept));
    QVERIFY(other.decide(3, Decision::Held));
    QVERIFY(!one.document.goTo(0));
    QCOMPARE(one.document.review().count(Decision::Kept), 3);
    QVERIFY(one.document.goTo(0));
    QCOMPARE(one.document.review().count(Decision::Undecided), 4);
    other.document.catchUp();
    QCOMPARE(other.document.review(), one.document.review());
    QVERIFY(other.document.goTo(4));
    QCOMPARE(other.document.review().count(Decision::Held), 1);
}

void ReviewSharingTest::bothSeeTheSameAfterAnyMixture_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void ReviewSharingTest::bothSeeTheSameAfterAnyMixture()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    Window one(m_folder->path());
    Window other(m_folder->path());
    for (int i = 0; i < 60; ++i) {
        Window &window = random.bounded(2) == 0 ? one : other;
        const int row = random.bounded(4);
        switch (random.bounded(5)) {
        case 0:
            window.decide(row, allDecisions[random.bounded(4U)]);
            break;
        case 1:
            window.entitle(row, u"Title %1"_s.arg(random.bounded(3)), random.bounded(2) == 0 ? u"typing"_s : QString());
            break;
        case 2:
            window.document.undo();
            break;
        case 3:
            window.document.redo();
            break;
        default:
            window.document.catchUp();
            break;
        }
    }
    one.document.catchUp();
    other.document.catchUp();
    QCOMPARE(one.document.review(), other.document.review());
    QCOMPARE(one.document.history().position(), other.document.history().position());
    Window third(m_folder->path());
    QCOMPARE(third.document.review(), one.document.review());
    QCOMPARE(third.document.history().undoTarget(), one.document.history().undoTarget());
    QCOMPARE(third.failed.size(), 0);
}

void ReviewSharingTest::twoWindowsOfOneProgram()
{
    Window one(m_folder->path());
    SystemClock clock;
    ReviewDocument second(one.library->journal(), clock);
    second.open(ViralTest::evenWork(4));
    QVERIFY(one.decide(0, Decision::Kept));
    second.catchUp();
    QCOMPARE(second.review().moments().at(0).decision, Decision::Kept);
}

void ReviewSharingTest::stepsThatCannotBeTakenAreToldOnce()
{
    Window one(m_folder->path());
    Window other(m_folder->path());
    // Another version of the program may know moments that this one does not.
    const auto stepOn = [](const MomentId &id) {
        return JournalEntry{.edits = {DecisionEdit{id, Decision::Kept, {}}},
                            .author = u"somebody"_s,
                            .when = QDateTime::fromSecsSinceEpoch(1'700'000'000)};
    };
    const MomentId unknown{u"unknown"_s};
    const auto last = other.library->journal().append(other.document.work().review,
                                                      {stepOn(unknown), stepOn(one.moment(1).id), stepOn(unknown)}, 0);
    QVERIFY(last && *last);
    one.document.catchUp();
    QCOMPARE(one.moment(1).decision, Decision::Kept);
    QCOMPARE(one.failed.size(), 1);
    QVERIFY(one.failed.constFirst().constFirst().value<Error>().message.contains(u"2 of 3"_s));
    one.document.catchUp();
    QVERIFY(one.decide(2, Decision::Held));
    QCOMPARE(one.failed.size(), 1);
}

#include "tst_reviewsharing.moc"
