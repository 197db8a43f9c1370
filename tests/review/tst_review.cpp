// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/reviewsamples.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class ReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsUndecided();
    void idsAreStable();
    void idsAreDistinct_data();
    void idsAreDistinct();
    void equalMomentsHaveTheirOwnIds();
    void ordersByStart();
    void insertAndRemoveKeepTheIndex();
    void refusesUnknownAndDoubleIds();
    void handsOver_data();
    void handsOver();
    void handOverKeepsEverythingElse();
};

VIRAL_TEST(ReviewTest)

void ReviewTest::startsUndecided()
{
    const Review review(sampleResult());
    QCOMPARE(review.moments().size(), 4);
    QCOMPARE(review.count(Decision::Undecided), 4);
    QCOMPARE(review.count(Decision::Kept), 0);
    for (const ReviewedMoment &moment : review.moments()) {
        QVERIFY(!moment.isEdited());
        QCOMPARE(moment.origin, MomentOrigin::Result);
        QCOMPARE(review.find(moment.id), &moment);
    }
    QCOMPARE(review.find({u"unknown"_s}), nullptr);
    QCOMPARE(review.indexOf({u"unknown"_s}), -1);
    QVERIFY(Review().moments().isEmpty());
}

void ReviewTest::idsAreStable()
{
    QCOMPARE(Review(sampleResult()), Review(sampleResult()));
    // Journals of earlier versions name moments by these ids.
    QCOMPARE(momentId(u"job-1"_s, sampleMoment(u"One"_s, 10)).value, u"469dabb94f2672a8bcf24de9"_s);
}

void ReviewTest::idsAreDistinct_data()
{
    QTest::addColumn<QString>("jobId");
    QTest::addColumn<QString>("title");
    QTest::addColumn<qint64>("start");
    QTest::addColumn<int>("occurrence");
    QTest::newRow("other job") << u"job-2"_s << u"One"_s << qint64(10) << 0;
    QTest::newRow("other title") << u"job-1"_s << u"one"_s << qint64(10) << 0;
    QTest::newRow("other time") << u"job-1"_s << u"One"_s << qint64(11) << 0;
    QTest::newRow("occurrence") << u"job-1"_s << u"One"_s << qint64(10) << 1;
    QTest::newRow("digits moved from time to title") << u"job-1"_s << u"0One"_s << qint64(1) << 0;
}

void ReviewTest::idsAreDistinct()
{
    QFETCH(const QString, jobId);
    QFETCH(const QString, title);
    QFETCH(const qint64, start);
    QFETCH(const int, occurrence);
    QVERIFY(momentId(u"job-1"_s, sampleMoment(u"One"_s, 10)) !=
            momentId(jobId, sampleMoment(title, start), occurrence));
}

void ReviewTest::equalMomentsHaveTheirOwnIds()
{
    ServiceResult result = sampleResult();
    result.moments = QList<Moment>(500, sampleMoment(u"Same"_s, 1));
    QSet<MomentId> ids;
    const Review review(result);
    for (const ReviewedMoment &moment : review.moments())
        ids.insert(moment.id);
    QCOMPARE(ids.size(), 500);
    QCOMPARE(Review(result), review);
}

void ReviewTest::ordersByStart()
{
    Review review(sampleResult());
    ReviewedMoment first = review.moments().constFirst();
    for (const qint64 start : {150, 5, 400, 99, 100, 10}) {
        first.current.span = spanMs(start * 1000, start * 1000 + 40'000);
        QVERIFY(review.replace(first));
        QCOMPARE(*review.find(first.id), first);
        for (int i = 0; i < review.moments().size(); ++i) {
            QCOMPARE(review.indexOf(review.moments().at(i).id), i);
            if (i > 0)
                QVERIFY(review.moments().at(i - 1).current.span.start <= review.moments().at(i).current.span.start);
        }
    }
}

void ReviewTest::insertAndRemoveKeepTheIndex()
{
    const Review initial(sampleResult());
    Review review = initial;
    QVERIFY(review.insert(editorsMoment(u"mine"_s, 50)));
    QCOMPARE(review.indexOf({u"mine"_s}), 1);
    QCOMPARE(review.find(initial.moments().at(1).id)->current.title, u"Two"_s);
    QVERIFY(review.remove({u"mine"_s}));
    QCOMPARE(review, initial);
    QCOMPARE(review.indexOf({u"mine"_s}), -1);
    QCOMPARE(review.indexOf(initial.moments().at(3).id), 3);
}

void ReviewTest::refusesUnknownAndDoubleIds()
{
    const Review initial(sampleResult());
    Review review = initial;
    QVERIFY(!review.replace(editorsMoment(u"mine"_s, 50)));
    QVERIFY(!review.remove({u"mine"_s}));
    QVERIFY(!review.insert(initial.moments().constFirst()));
    QCOMPARE(review, initial);
}

void ReviewTest::handsOver_data()
{
    QTest::addColumn<QList<Decision>>("decisions");
    QTest::addColumn<int>("all");
    QTest::addColumn<int>("kept");
    using enum Decision;
    QTest::newRow("untouched") << QList<Decision>{Undecided, Undecided, Undecided, Undecided} << 4 << 0;
    QTest::newRow("one of each") << QList<Decision>{Undecided, Kept, Held, Rejected} << 3 << 1;
    QTest::newRow("all kept") << QList<Decision>{Kept, Kept, Kept, Kept} << 4 << 4;
    QTest::newRow("all rejected") << QList<Decision>{Rejected, Rejected, Rejected, Rejected} << 0 << 0;
}

void ReviewTest::handsOver()
{
    QFETCH(const QList<Decision>, decisions);
    Review review(sampleResult());
    for (int i = 0; i < decisions.size(); ++i) {
        ReviewedMoment moment = review.moments().at(i);
        moment.decision = decisions.at(i);
        review.replace(moment);
    }
    const ServiceResult all = reviewedResult(sampleResult(), review, HandOver::All);
    const ServiceResult kept = reviewedResult(sampleResult(), review, HandOver::KeptOnly);
    QTEST(static_cast<int>(all.moments.size()), "all");
    QTEST(static_cast<int>(kept.moments.size()), "kept");
    QTEST(all.metadata.momentsAfterDedup, "all");
    QTEST(kept.metadata.momentsAfterDedup, "kept");
}

void ReviewTest::handOverKeepsEverythingElse()
{
    const ServiceResult result = sampleResult();
    Review review(result);
    ReviewedMoment changed = review.moments().constFirst();
    changed.current.title = u"A Better Title"_s;
    changed.current.span = spanMs(500'000, 560'000);
    review.replace(changed);
    review.insert(editorsMoment(u"mine"_s, 50));

    ServiceResult expected = result;
    expected.moments.removeFirst();
    expected.moments.prepend(editorsMoment(u"mine"_s, 50).current);
    expected.moments.append(changed.current);
    expected.metadata.momentsAfterDedup = 5;
    QCOMPARE(reviewedResult(result, review, HandOver::All), expected);
    QCOMPARE(reviewedResult(result, Review(result), HandOver::All), result);
}

#include "tst_review.moc"
