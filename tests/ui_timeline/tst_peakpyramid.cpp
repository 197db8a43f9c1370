// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/peakpyramid.h"

#include "tests/support/testregistry.h"
#include "ui/timeline/waveformpainter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Viral;
using namespace std::chrono_literals;

class PeakPyramidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty();
    void findsOneClickAtEveryLevel();
    void neverShowsLessThanThereIs();
    void growingEqualsMakingAtOnce_data();
    void growingEqualsMakingAtOnce();
    void growsAtSeveralPlaces();
    void whatIsErasedIsUnknown_data();
    void whatIsErasedIsUnknown();
    void behindTheLongestSourceNothingIsKept();
    void betweenTwoPeaks();
    void picture();
    void gapsAreNoSilence();
    void pictureAtScaleTwo();
};

VIRAL_TEST(PeakPyramidTest)

namespace {

std::vector<Peak> noise(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<Peak> peaks;
    for (int i = 0; i < count; ++i)
        peaks.push_back({qint8(-random.bounded(120)), qint8(random.bounded(120))});
    return peaks;
}

PeakPyramid pyramidOf(const std::vector<Peak> &peaks)
{
    PeakPyramid pyramid;
    pyramid.append(peaks);
    return pyramid;
}

} // namespace

void PeakPyramidTest::empty()
{
    const PeakPyramid pyramid;
    QVERIFY(pyramid.isEmpty());
    QCOMPARE(pyramid.covered(), 0ms);
    QVERIFY(pyramid.over(0, 100) == Peak{});
    QVERIFY(pyramid.at(3) == Peak{});
}

void PeakPyramidTest::findsOneClickAtEveryLevel()
{
    std::vector<Peak> peaks(10000);
    peaks[6543] = {-100, 99};
    const PeakPyramid pyramid = pyramidOf(peaks);
    QCOMPARE(pyramid.covered(), 100s);
    for (double length = 1; length <= 16384; length *= 2) {
        const double first = std::floor(6543 / length) * length;
        QVERIFY((pyramid.over(first, first + length) == Peak{-100, 99}));
    }
    QVERIFY((pyramid.over(0, 4096) == Peak{0, 0}));
}

void PeakPyramidTest::neverShowsLessThanThereIs()
{
    const std::vector<Peak> peaks = noise(3001, 9);
    const PeakPyramid pyramid = pyramidOf(peaks);
    for (double length = 1.0; length < 3000; length *= 1.3) {
        for (double first = 0; first + length < 3001; first += length) {
            const Peak shown = pyramid.over(first, first + length);
            for (int i = int(first); i < int(first + length); ++i)
                QVERIFY(shown.low <= peaks[std::size_t(i)].low && shown.high >= peaks[std::size_t(i)].high);
        }
    }
}

void PeakPyramidTest::growingEqualsMakingAtOnce_data()
{
    QTest::addColumn<int>("step");
    for (const int step : {1, 2, 3, 7, 25, 100, 1000})
        QTest::addRow("%d", step) << step;
}

void PeakPyramidTest::growingEqualsMakingAtOnce()
{
    QFETCH(const int, step);
    const std::vector<Peak> peaks = noise(1000, 11);
    const PeakPyramid whole = pyramidOf(peaks);
    PeakPyramid grown;
    grown.reserve(10s);
    for (std::size_t i = 0; i < peaks.size(); i += std::size_t(step))
        grown.append(std::span(peaks).subspan(i, std::min(std::size_t(step), peaks.size() - i)));
    QCOMPARE(grown.covered(), whole.covered());
    for (double length = 1; length < 1024; length *= 2) {
        for (double first = 0; first < 1000; first += length)
            QVERIFY(grown.over(first, first + length) == whole.over(first, first + length));
    }
}

void PeakPyramidTest::growsAtSeveralPlaces()
{
    const std::vector<Peak> peaks = noise(1000, 3);
    const PeakPyramid whole = pyramidOf(peaks);
    PeakPyramid grown;
    const auto put = [&](std::size_t first, std::size_t end) {
        grown.put(first, std::span(peaks).subspan(first, end - first));
    };
    put(601, 699);
    QCOMPARE(grown.covered(), 0ms);
    QVERIFY(!grown.isEmpty());
    put(0, 7);
    QCOMPARE(grown.covered(), 70ms);
    QVERIFY(grown.knows(6.9) && !grown.knows(7) && !grown.knows(600.9) && grown.knows(601) && !grown.knows(-1));
    // Silence joins with nothing: what is not known yet makes no peak smaller or larger.
    QVERIFY(grown.over(512, 1024) == pyramidOf({peaks.begin() + 601, peaks.begin() + 699}).over(0, 98));
    put(7, 602);
    QCOMPARE(grown.known(), (std::vector<PeakRange>{{0, 699}}));
    put(650, 1000);
    QCOMPARE(grown.covered(), whole.covered());
    for (double length = 1; length < 1024; length *= 2) {
        for (double first = 0; first < 1000; first += length)
            QVERIFY(grown.over(first, first + length) == whole.over(first, first + length));
    }
}

void PeakPyramidTest::whatIsErasedIsUnknown_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("ranges");
    QTest::newRow("the beginning") << 0 << 100 << 1;
    QTest::newRow("the middle") << 333 << 444 << 2;
    QTest::newRow("the end") << 900 << 1000 << 1;
    QTest::newRow("over the end") << 901 << 5000 << 1;
    QTest::newRow("nothing") << 500 << 500 << 1;
    QTest::newRow("behind it") << 2000 << 3000 << 1;
    QTest::newRow("everything") << 0 << 1000 << 0;
}

void PeakPyramidTest::whatIsErasedIsUnknown()
{
    QFETCH(const int, first);
    QFETCH(const int, end);
    std::vector<Peak> peaks = noise(1000, 5);
    PeakPyramid erased = pyramidOf(peaks);
    erased.erase({std::size_t(first), std::size_t(end)});
    QTEST(int(erased.known().size()), "ranges");
    for (int i = first; i < std::min(end, 1000); ++i) {
        QVERIFY(!erased.knows(i));
        peaks[std::size_t(i)] = {};
    }
    const PeakPyramid silenced = pyramidOf(peaks);
    for (double length = 1; length < 1024; length *= 2) {
        for (double place = 0; place < 1000; place += length)
            QVERIFY(erased.over(place, place + length) == silenced.over(place, place + length));
    }
    // And it can be filled again.
    const std::vector<Peak> again = noise(1000, 5);
    erased.put(0, again);
    QCOMPARE(erased.covered(), 10s);
    QVERIFY(erased.over(0, 1000) == pyramidOf(again).over(0, 1000));
}

void PeakPyramidTest::behindTheLongestSourceNothingIsKept()
{
    PeakPyramid pyramid;
    pyramid.put(PeakPyramid::mostPeaks + 5, noise(3, 1));
    QVERIFY(pyramid.isEmpty());
    pyramid.put(PeakPyramid::mostPeaks - 2, noise(3, 1));
    QCOMPARE(pyramid.finest().size(), PeakPyramid::mostPeaks);
}

void PeakPyramidTest::betweenTwoPeaks()
{
    const PeakPyramid pyramid = pyramidOf({{-10, 20}, {-30, 40}});
    QVERIFY((pyramid.at(0) == Peak{-10, 20}));
    QVERIFY((pyramid.at(0.5) == Peak{-20, 30}));
    QVERIFY((pyramid.at(1) == Peak{-30, 40}));
    QVERIFY((pyramid.at(2) == Peak{}));
    QVERIFY((pyramid.at(-1) == Peak{}));
}

void PeakPyramidTest::picture()
{
    // A second of silence, a second of full sound, and then nothing is known.
    std::vector<Peak> peaks(100);
    peaks.resize(200, {-127, 127});
    const TimelineGeometry geometry(4s, 40);
    const WaveformLook look{.ground = Qt::white,
                            .line = Qt::black,
                            .markedGround = Qt::yellow,
                            .markedLine = Qt::red,
                            .marked = spanMs(1500, 2500)};
    const QImage image = waveformImage(pyramidOf(peaks), geometry, 21, 1, look);
    QCOMPARE(image.size(), QSize(40, 21));
    QCOMPARE(image.pixelColor(5, 2), QColor(Qt::white));
    int silent = 0;
    for (int y = 0; y < 21; ++y)
        silent += image.pixelColor(5, y) == QColor(Qt::black);
    QCOMPARE(silent, 1);
    QCOMPARE(image.pixelColor(12, 0), QColor(Qt::black));
    QCOMPARE(image.pixelColor(12, 20), QColor(Qt::black));
    QCOMPARE(image.pixelColor(17, 10), QColor(Qt::red));
    QCOMPARE(image.pixelColor(22, 10), QColor(Qt::yellow));
    QCOMPARE(image.pixelColor(30, 10), QColor(Qt::white));
}

void PeakPyramidTest::gapsAreNoSilence()
{
    PeakPyramid pyramid;
    pyramid.put(0, std::vector<Peak>(100));
    pyramid.put(200, std::vector<Peak>(100));
    const TimelineGeometry geometry(4s, 40);
    const QImage image = waveformImage(pyramid, geometry, 21, 1, {.ground = Qt::white, .line = Qt::black});
    for (const int x : {0, 9, 20, 29})
        QCOMPARE(image.pixelColor(x, 11), QColor(Qt::black));
    for (const int x : {10, 19, 30, 39})
        QCOMPARE(image.pixelColor(x, 11), QColor(Qt::white));
}

void PeakPyramidTest::pictureAtScaleTwo()
{
    const TimelineGeometry geometry(2s, 40);
    const QImage image =
        waveformImage(pyramidOf(noise(200, 2)), geometry, 20, 2, {.ground = Qt::white, .line = Qt::black});
    QCOMPARE(image.size(), QSize(80, 40));
    QCOMPARE(image.devicePixelRatio(), 2.0);
}

#include "tst_peakpyramid.moc"
