// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/duplicates.h"

#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace Viral;
using namespace Qt::StringLiterals;

class DuplicatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samenessOfTwo_data();
    void samenessOfTwo();
    void whoStays_data();
    void whoStays();
    void onlyWhoStaysPushesOut();
    void bestWinnerIsNamed();
    void orderDoesNotMatter();
    void manyAtOnePlace();
};

VIRAL_TEST(DuplicatesTest)

namespace {

RankedClip clip(qint64 start, qint64 end, int scoreSum = 25, int richness = 0, int number = 0)
{
    return {spanMs(start, end), scoreSum, richness, number};
}

/// "1>0" for each clip that gives way and to which.
QString described(const std::vector<RankedClip> &clips)
{
    QStringList parts;
    const auto duplicates = findDuplicates(clips);
    for (std::size_t i = 0; i < duplicates.size(); ++i) {
        if (duplicates[i])
            parts += u"%1>%2"_s.arg(i).arg(duplicates[i]->winner);
    }
    return parts.join(u' ');
}

} // namespace

void DuplicatesTest::samenessOfTwo_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("expected"); // against 100–160 s
    QTest::newRow("the same") << 100'000 << 160'000 << u"duplicate-iou: IoU 1.00"_s;
    QTest::newRow("IoU exactly one half") << 120'000 << 180'000 << u"duplicate-iou: IoU 0.50"_s;
    // 39.999 s of 80.001 s, and 0.67 of the shorter.
    QTest::newRow("IoU just below, overlap above") << 120'001 << 180'001 << u"duplicate-overlap: 0.67 of the shorter"_s;
    // 36 s of 60 s: exactly 0.6; the IoU is 36/84.
    QTest::newRow("overlap exactly 0.6") << 124'000 << 184'000 << u"duplicate-overlap: 0.60 of the shorter"_s;
    QTest::newRow("overlap just below") << 124'001 << 184'001 << QString();
    // A short clip inside a long one has a low IoU all the same.
    QTest::newRow("half of it hangs out") << 150'000 << 190'000 << QString();
    QTest::newRow("inside") << 110'000 << 152'000 << u"duplicate-iou: IoU 0.70"_s;
    QTest::newRow("touching") << 160'000 << 220'000 << QString();
    QTest::newRow("apart") << 300'000 << 360'000 << QString();
}

void DuplicatesTest::samenessOfTwo()
{
    QFETCH(const int, start);
    QFETCH(const int, end);
    const TimeSpan reference = spanMs(100'000, 160'000);
    const auto same = sameness(reference, spanMs(start, end));
    QTEST(same ? same->rule + u": "_s + same->measured : QString(), "expected");
    QCOMPARE(sameness(spanMs(start, end), reference), same);
}

void DuplicatesTest::whoStays_data()
{
    QTest::addColumn<int>("secondScore"); // the first has 25 and richness 3, 100–160 s
    QTest::addColumn<int>("secondRichness");
    QTest::addColumn<int>("secondStart");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the better score") << 26 << 0 << 105'000 << u"0>1"_s;
    QTest::newRow("the worse score, however rich") << 24 << 9 << 95'000 << u"1>0"_s;
    QTest::newRow("the richer") << 25 << 4 << 105'000 << u"0>1"_s;
    QTest::newRow("the poorer, however early") << 25 << 2 << 95'000 << u"1>0"_s;
    QTest::newRow("the earlier") << 25 << 3 << 95'000 << u"0>1"_s;
    QTest::newRow("the later") << 25 << 3 << 105'000 << u"1>0"_s;
    QTest::newRow("the first of equals") << 25 << 3 << 100'000 << u"1>0"_s;
}

void DuplicatesTest::whoStays()
{
    QFETCH(const int, secondScore);
    QFETCH(const int, secondRichness);
    QFETCH(const int, secondStart);
    QTEST(described({clip(100'000, 160'000, 25, 3, 0),
                     clip(secondStart, secondStart + 60'000, secondScore, secondRichness, 1)}),
          "expected");
}

void DuplicatesTest::onlyWhoStaysPushesOut()
{
    // 0 is like 1, 1 is like 2, but 0 is not like 2: when 1 gives way to 0, 2 stays.
    QCOMPARE(described({clip(0, 60'000, 30), clip(20'000, 80'000, 20), clip(40'000, 100'000, 10)}), u"1>0"_s);
    // When the middle one is the best, both others give way.
    QCOMPARE(described({clip(0, 60'000, 10), clip(20'000, 80'000, 30), clip(40'000, 100'000, 20)}), u"0>1 2>1"_s);
}

void DuplicatesTest::bestWinnerIsNamed()
{
    // The last one is like both; the better of the two is named although it comes later.
    QCOMPARE(described({clip(0, 60'000, 20), clip(50'000, 110'000, 30), clip(20'000, 90'000, 10)}), u"2>1"_s);
    QCOMPARE(described({}), QString());
}

void DuplicatesTest::orderDoesNotMatter()
{
    std::vector<RankedClip> clips;
    for (int i = 0; i < 60; ++i)
        clips.push_back(
            clip(i * 7919 % 400 * 1000, i * 7919 % 400 * 1000 + 40'000 + i * 613 % 50 * 1000, 20 + i % 3, i % 2, i));
    const auto survivors = [](const std::vector<RankedClip> &all) {
        const auto duplicates = findDuplicates(all);
        std::vector<int> numbers;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!duplicates[i])
                numbers.push_back(all[i].number);
        }
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    };
    const std::vector<int> expected = survivors(clips);
    QVERIFY(expected.size() > 3);
    QVERIFY(expected.size() < clips.size());
    for (int turn = 0; turn < 10; ++turn) {
        std::rotate(clips.begin(), clips.begin() + 7, clips.end());
        QCOMPARE(survivors(clips), expected);
    }
    // What stays is pairwise different.
    for (const RankedClip &one : clips) {
        for (const RankedClip &other : clips) {
            const bool bothStay = std::binary_search(expected.begin(), expected.end(), one.number) &&
                                  std::binary_search(expected.begin(), expected.end(), other.number);
            QVERIFY(one.number == other.number || !bothStay || !sameness(one.span, other.span));
        }
    }
}

void DuplicatesTest::manyAtOnePlace()
{
    std::vector<RankedClip> clips;
    for (int i = 0; i < 100'000; ++i)
        clips.push_back(clip(i % 50, 60'000 + i % 50, 25, 0, i));
    const auto duplicates = findDuplicates(clips);
    QCOMPARE(std::count_if(duplicates.begin(), duplicates.end(), [](const auto &d) { return !d.has_value(); }), 1);
}

#include "tst_duplicates.moc"
