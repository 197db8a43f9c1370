// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/reviewsamples.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <limits>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Viral::Edit)

class EditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_data();
    void changes();
    void inverseRestores_data();
    void inverseRestores();
    void refuses_data();
    void refuses();
    void isNoOp_data();
    void isNoOp();
    void newPlatformGoesInOrder_data();
    void newPlatformGoesInOrder();
    void postsOutOfOrderAreLeftAlone();
    void writesAPostThatWasMissing();
    void originalNeverChanges();
};

VIRAL_TEST(EditTest)

namespace {

/// The first moment of the sample: "One".
MomentId one()
{
    return momentId(u"job-1"_s, sampleMoment(u"One"_s, 10));
}

Review reviewWithAdded()
{
    Review review(sampleResult());
    review.insert(editorsMoment(u"mine"_s, 50));
    return review;
}

void addEditRows()
{
    QTest::addColumn<Edit>("edit");
    QTest::newRow("decision") << Edit(DecisionEdit{one(), Decision::Rejected, u"off topic"_s});
    QTest::newRow("span later") << Edit(SpanEdit{one(), spanMs(150'000, 200'000)});
    QTest::newRow("span to the very start") << Edit(SpanEdit{one(), spanMs(0, 1)});
    QTest::newRow("span behind all") << Edit(SpanEdit{one(), spanMs(900'000, 990'000)});
    QTest::newRow("title") << Edit(TextEdit{one(), TextField::Title, u"Neu \u5e7f\u544a"_s});
    QTest::newRow("hook") << Edit(TextEdit{one(), TextField::Hook, u"Hook"_s});
    QTest::newRow("category") << Edit(TextEdit{one(), TextField::Category, u"Other"_s});
    QTest::newRow("engagement") << Edit(TextEdit{one(), TextField::EngagementValue, u"Why"_s});
    QTest::newRow("quote") << Edit(TextEdit{one(), TextField::Quote, u"words"_s});
    QTest::newRow("quote to empty") << Edit(TextEdit{one(), TextField::Quote, u""_s});
    QTest::newRow("quote away") << Edit(TextEdit{one(), TextField::Quote, {}});
    QTest::newRow("note") << Edit(TextEdit{one(), TextField::Note, u"check the name"_s});
    QTest::newRow("post changed") << Edit(PostEdit{one(), Platform::Twitter, u"Better"_s});
    QTest::newRow("post to empty") << Edit(PostEdit{one(), Platform::Twitter, u""_s});
    QTest::newRow("first platform away") << Edit(PostEdit{one(), Platform::Twitter, {}});
    QTest::newRow("last platform away") << Edit(PostEdit{one(), Platform::Tiktok, {}});
    QTest::newRow("platform added") << Edit(PostEdit{one(), Platform::YoutubeShorts, u"New"_s});
    QTest::newRow("platform added in front") << Edit(PostEdit{one(), Platform::Linkedin, u"New"_s, 0});
    QTest::newRow("score") << Edit(ScoreEdit{one(), Metric::Rewatchability, 10});
    QTest::newRow("further metric") << Edit(FurtherMetricEdit{one(), u"pace"_s, "0.5"});
    QTest::newRow("star") << Edit(StarEdit{one(), true});
    QTest::newRow("add") << Edit(AddEdit{editorsMoment(u"new"_s, 120)});
    QTest::newRow("remove") << Edit(RemoveEdit{{u"mine"_s}});
}

} // namespace

void EditTest::changes_data()
{
    addEditRows();
}

void EditTest::changes()
{
    QFETCH(const Edit, edit);
    const Review before = reviewWithAdded();
    Review review = before;
    QVERIFY(!Viral::isNoOp(review, edit));
    QVERIFY(apply(review, edit).has_value());
    QVERIFY(review != before);
    for (const ReviewedMoment &moment : before.moments()) {
        if (moment.id != editedMoment(edit))
            QCOMPARE(*review.find(moment.id), moment);
    }
}

void EditTest::inverseRestores_data()
{
    addEditRows();
}

void EditTest::inverseRestores()
{
    QFETCH(const Edit, edit);
    const Review before = reviewWithAdded();
    Review review = before;
    const Result<Edit> inverse = apply(review, edit);
    QVERIFY(inverse.has_value());
    QCOMPARE(editedMoment(*inverse), editedMoment(edit));
    const Review after = review;

    const Result<Edit> again = apply(review, *inverse);
    QVERIFY(again.has_value());
    QCOMPARE(review, before);
    QVERIFY(apply(review, *again).has_value());
    QCOMPARE(review, after);
}

void EditTest::refuses_data()
{
    QTest::addColumn<Edit>("edit");
    const MomentId unknown{u"unknown"_s};
    QTest::newRow("unknown moment decided") << Edit(DecisionEdit{unknown, Decision::Kept});
    QTest::newRow("unknown moment moved") << Edit(SpanEdit{unknown, spanMs(0, 1)});
    QTest::newRow("unknown moment removed") << Edit(RemoveEdit{unknown});
    QTest::newRow("empty id") << Edit(StarEdit{{}, true});
    QTest::newRow("empty span") << Edit(SpanEdit{one(), spanMs(1000, 1000)});
    QTest::newRow("span backwards") << Edit(SpanEdit{one(), spanMs(1000, 999)});
    QTest::newRow("span before 0") << Edit(SpanEdit{one(), spanMs(-1, 1000)});
    QTest::newRow("span from the least number")
        << Edit(SpanEdit{one(), spanMs(std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max())});
    QTest::newRow("score 0") << Edit(ScoreEdit{one(), Metric::Shareability, 0});
    QTest::newRow("score 11") << Edit(ScoreEdit{one(), Metric::Shareability, 11});
    QTest::newRow("unknown metric") << Edit(FurtherMetricEdit{one(), u"none"_s, "1"});
    QTest::newRow("metric that is no JSON") << Edit(FurtherMetricEdit{one(), u"pace"_s, "{"});
    QTest::newRow("add one that is there") << Edit(AddEdit{editorsMoment(u"mine"_s, 1)});
    QTest::newRow("add without id") << Edit(AddEdit{editorsMoment({}, 1)});
    QTest::newRow("remove one of the result") << Edit(RemoveEdit{one()});
    ReviewedMoment claimed = editorsMoment(u"new"_s, 1);
    claimed.origin = MomentOrigin::Result;
    QTest::newRow("add to the result") << Edit(AddEdit{claimed});
    ReviewedMoment backwards = editorsMoment(u"new"_s, 1);
    backwards.current.span = spanMs(5, 4);
    QTest::newRow("add backwards") << Edit(AddEdit{backwards});
    ReviewedMoment tooGood = editorsMoment(u"new"_s, 1);
    tooGood.current.scorecard.setScore(Metric::HookStrength, 12);
    QTest::newRow("add with score 12") << Edit(AddEdit{tooGood});
}

void EditTest::refuses()
{
    QFETCH(const Edit, edit);
    const Review before = reviewWithAdded();
    Review review = before;
    const Result<Edit> inverse = apply(review, edit);
    QVERIFY(!inverse.has_value());
    QCOMPARE(inverse.error().kind, ErrorKind::Input);
    QVERIFY(!inverse.error().message.isEmpty());
    QCOMPARE(review, before);
    QVERIFY(!Viral::isNoOp(review, edit));
}

void EditTest::isNoOp_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::newRow("same decision") << Edit(DecisionEdit{one(), Decision::Undecided});
    QTest::newRow("same span") << Edit(SpanEdit{one(), spanMs(10'000, 70'000)});
    QTest::newRow("same title") << Edit(TextEdit{one(), TextField::Title, u"One"_s});
    QTest::newRow("same post") << Edit(PostEdit{one(), Platform::Tiktok, u"A post for TikTok"_s});
    QTest::newRow("same post, other place") << Edit(PostEdit{one(), Platform::Tiktok, u"A post for TikTok"_s, 0});
    QTest::newRow("platform away that is not there") << Edit(PostEdit{one(), Platform::Linkedin, {}});
    QTest::newRow("same score") << Edit(ScoreEdit{one(), Metric::Shareability, 9});
    QTest::newRow("same star") << Edit(StarEdit{one(), false});
}

void EditTest::isNoOp()
{
    QFETCH(const Edit, edit);
    const Review before(sampleResult());
    QVERIFY(Viral::isNoOp(before, edit));
    Review review = before;
    QVERIFY(apply(review, edit).has_value());
    QCOMPARE(review, before);
}

void EditTest::newPlatformGoesInOrder_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("place");
    QTest::newRow("between") << Platform::InstagramReels << -1 << 1;
    QTest::newRow("last") << Platform::Linkedin << -1 << 2;
    QTest::newRow("wanted first") << Platform::Linkedin << 0 << 0;
    QTest::newRow("wanted beyond the end") << Platform::InstagramReels << 99 << 2;
}

void EditTest::newPlatformGoesInOrder()
{
    QFETCH(const Platform, platform);
    QFETCH(const int, position);
    QFETCH(const int, place);
    Review review(sampleResult());
    QVERIFY(apply(review, PostEdit{one(), platform, u"New"_s, position}).has_value());
    const Moment &moment = review.find(one())->current;
    QCOMPARE(moment.platforms.at(place), platform);
    QCOMPARE(moment.socialCopy.at(place).platform, platform);
    QCOMPARE(moment.socialCopy.at(place).text, u"New"_s);
}

void EditTest::writesAPostThatWasMissing()
{
    Review before(sampleResult());
    ReviewedMoment lacking = *before.find(one());
    lacking.current.socialCopy.removeFirst();
    before.replace(lacking);
    Review review = before;
    const Result<Edit> inverse = apply(review, PostEdit{one(), Platform::Twitter, u"New"_s});
    QVERIFY(inverse.has_value());
    const QList<Post> expected{{Platform::Twitter, u"New"_s}, {Platform::Tiktok, u"A post for TikTok"_s}};
    QCOMPARE(review.find(one())->current.socialCopy, expected);
    QVERIFY(apply(review, *inverse).has_value());
    QCOMPARE(review, before);
    QVERIFY(apply(review, PostEdit{one(), Platform::Twitter, {}}).has_value());
    QCOMPARE(review.find(one())->current.platforms, QList<Platform>{Platform::Tiktok});
}

void EditTest::postsOutOfOrderAreLeftAlone()
{
    Review review(sampleResult());
    ReviewedMoment broken = *review.find(one());
    broken.current.socialCopy.swapItemsAt(0, 1);
    review.replace(broken);
    QVERIFY(!apply(review, PostEdit{one(), Platform::Twitter, u"New"_s}).has_value());
    QCOMPARE(*review.find(one()), broken);
}

void EditTest::originalNeverChanges()
{
    Review review(sampleResult());
    QVERIFY(apply(review, TextEdit{one(), TextField::Title, u"Changed"_s}).has_value());
    QVERIFY(apply(review, SpanEdit{one(), spanMs(1, 2)}).has_value());
    QVERIFY(review.find(one())->isEdited());
    QCOMPARE(review.find(one())->original, sampleMoment(u"One"_s, 10));
}

#include "tst_edit.moc"
