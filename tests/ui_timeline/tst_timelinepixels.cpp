// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/style/metrics.h"
#include "ui/style/oklab.h"
#include "ui/timeline/timelineview.h"

#include <QImage>
#include <QTest>

#include <set>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is really on the screen; a second is a pixel.
class TimelinePixelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void scoresAreOnTheBoxes();
    void decisionsUnderlineTheBoxes();
    void selectionHasHandles();
    void playheadIsDrawn();
    void playheadLeavesNoTrace();
    void chunksDifferInTexture();
    void soundOfTheSelectionIsMarked();
    void unknownSoundIsNoSilence();
    void soundsAreMarked();
    void largeTextIsNotCutOff_data();
    void largeTextIsNotCutOff();
    void narrowBoxesCarryNoText();
    void textStaysInItsBox();
    void headersHideWhatPassesBelow();
    void previewFollowsTheDrag();
    void lightAndDark();
    void picturesFollowInTheNextTurn();
    void nothingStandsInForAClearedSource();
    void rightToLeftDoesNotMirrorTime();

private:
    /// As it stays: dear parts follow a turn later.
    QImage picture() const
    {
        firstPicture();
        QCoreApplication::processEvents();
        return firstPicture();
    }
    QImage firstPicture() const { return m_view->viewport()->grab().toImage(); }
    QColor pixel(int x, int y) const { return picture().pixelColor(88 + x, y); }
    const Colours &colours() const { return coloursFor(m_view->palette()); }

    std::unique_ptr<TimelineView> m_view;
};

VIRAL_TEST(TimelinePixelsTest)

void TimelinePixelsTest::init()
{
    m_view = std::make_unique<TimelineView>();
    m_view->setPalette(paletteOf(darkColours()));
    m_view->resize(1088, 260);
    m_view->setDuration(1000s);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TimelinePixelsTest::cleanup()
{
    m_view.reset();
}

void TimelinePixelsTest::scoresAreOnTheBoxes()
{
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 180000), .title = u"A"_s, .score = 3.2},
                        {.id = {u"b"_s}, .span = spanMs(300000, 305000), .title = u"B"_s, .score = 9.1}});
    QCOMPARE(pixel(101, 130), colours().score(3.2));
    QCOMPARE(pixel(170, 130), colours().raised);
    QCOMPARE(pixel(301, 130), colours().score(9.1));
    QCOMPARE(pixel(320, 130), colours().base);
}

void TimelinePixelsTest::decisionsUnderlineTheBoxes()
{
    QList<TimelineMoment> moments;
    for (const Decision decision : allDecisions)
        moments.append({.id = {QString::number(int(decision))},
                        .span = spanMs(100000 + 200000 * int(decision), 180000 + 200000 * int(decision)),
                        .decision = decision});
    m_view->setMoments(moments);
    QCOMPARE(pixel(150, 143), colours().raised);
    QCOMPARE(pixel(350, 143), colours().good);
    QCOMPARE(pixel(550, 143), colours().caution);
    QCOMPARE(pixel(750, 143), colours().danger);
}

void TimelinePixelsTest::selectionHasHandles()
{
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 180000), .title = u"A"_s, .score = 5}});
    QVERIFY(pixel(98, 130) != colours().accent);
    m_view->setSelected({u"a"_s});
    for (const int x : {97, 100, 179, 181})
        QCOMPARE(pixel(x, 130), colours().accent);
    QCOMPARE(pixel(140, 119), colours().accent);
    QCOMPARE(pixel(160, 130), colours().accentArea);
}

void TimelinePixelsTest::playheadIsDrawn()
{
    m_view->setPlayhead(400s);
    QCOMPARE(pixel(400, 200), colours().accent);
    QVERIFY(pixel(401, 200) != colours().accent);
    QCOMPARE(pixel(400, 10), colours().accent);
}

void TimelinePixelsTest::playheadLeavesNoTrace()
{
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 180000), .title = u"A title"_s, .score = 5}});
    const QImage before = picture();
    m_view->setPlayhead(140s);
    QCoreApplication::processEvents();
    m_view->setPlayhead(0s);
    QCoreApplication::processEvents();
    QCOMPARE(picture(), before);
}

void TimelinePixelsTest::chunksDifferInTexture()
{
    QList<TimelineChunk> chunks;
    for (const ChunkState state : allChunkStates) {
        const int i = int(state);
        chunks.append({.index = i, .span = spanMs(i * 160000, (i + 1) * 160000), .state = state});
    }
    m_view->setChunks(chunks);
    const QImage image = picture();
    const QColor ground = colours().window;
    // How much of each of the six rows of pixels is inked.
    std::set<std::array<int, 6>> inked;
    for (int i = 0; i < int(allChunkStates.size()); ++i) {
        std::array<int, 6> rows{};
        for (int x = 10; x < 150; ++x) {
            for (int y = 0; y < 6; ++y)
                rows[std::size_t(y)] += image.pixelColor(88 + i * 160 + x, 138 + y) != ground;
        }
        inked.insert(rows);
    }
    QCOMPARE(inked.size(), allChunkStates.size());
    QVERIFY(inked.contains({140, 140, 140, 140, 140, 140}));
    QVERIFY(inked.contains({140, 0, 0, 0, 0, 140}));
}

void TimelinePixelsTest::soundOfTheSelectionIsMarked()
{
    auto peaks = std::make_shared<PeakPyramid>();
    peaks->append(std::vector<Peak>(50000, Peak{-60, 60}));
    m_view->setPeaks(peaks);
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 180000), .score = 5}});
    m_view->setSelected({u"a"_s});
    QCOMPARE(pixel(140, 88), colours().accent);
    QCOMPARE(pixel(90, 88), colours().waveform);
    QCOMPARE(pixel(140, 61), colours().accentArea);
    // Behind what has been read there is no sound, and that looks otherwise than silence.
    QVERIFY(pixel(900, 80) != colours().waveform);
    peaks->append(std::vector<Peak>(50000, Peak{-60, 60}));
    m_view->peaksGrown();
    QCOMPARE(pixel(900, 80), colours().waveform);
}

void TimelinePixelsTest::unknownSoundIsNoSilence()
{
    auto peaks = std::make_shared<PeakPyramid>();
    peaks->append(std::vector<Peak>(50000, Peak{}));
    m_view->setPeaks(peaks);
    const QImage image = picture();
    const auto coloursIn = [&image](int from, int to) {
        std::set<QRgb> found;
        for (int x = from; x < to; ++x) {
            for (int y = 60; y < 116; ++y)
                found.insert(image.pixel(88 + x, y));
        }
        return found;
    };
    // Silence: ground and a line. Unknown: hatched, with a word about it.
    const std::set<QRgb> silent = coloursIn(150, 180);
    const std::set<QRgb> unknown = coloursIn(505, 560);
    const QRgb line = colours().waveform.rgb();
    QVERIFY(silent.contains(line));
    QVERIFY(!unknown.contains(line));
    QVERIFY(!std::ranges::includes(silent, unknown));
    const QImage before = image.copy(88 + 600, 60, 300, 56);
    m_view->setSoundNote(u"Reading the sound…"_s);
    QVERIFY(picture().copy(88 + 600, 60, 300, 56) != before);
}

void TimelinePixelsTest::soundsAreMarked()
{
    const QImage before = picture();
    m_view->setSounds({{spanMs(300000, 302000), u"laughter"_s}, {spanMs(305000, 306000), u"music"_s}});
    const QImage after = picture();
    for (const int x : {300, 305})
        QVERIFY(after.copy(88 + x, 60, 1, 56) != before.copy(88 + x, 60, 1, 56));
    // The second has room for its word, the first has not.
    QVERIFY(after.copy(88 + 313, 60, 20, 14) != before.copy(88 + 313, 60, 20, 14));
    QCOMPARE(after.copy(88 + 200, 60, 99, 56), before.copy(88 + 200, 60, 99, 56));
}

void TimelinePixelsTest::largeTextIsNotCutOff_data()
{
    QTest::addColumn<double>("factor");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("150 %") << 1.5;
    QTest::newRow("200 %") << 2.0;
}

void TimelinePixelsTest::largeTextIsNotCutOff()
{
    QFETCH(const double, factor);
    QFont font = m_view->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    m_view->resize(1088, 400);
    m_view->setFont(font);
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 300000), .title = u"Ågypj"_s, .score = 5}});
    m_view->setChunks(
        {{.index = 0, .span = spanMs(0, 500000), .state = ChunkState::Done, .tokens = u"9 000 tokens"_s}});
    m_view->setDropped({{.number = 0, .span = spanMs(400000, 700000), .label = u"Ågypj"_s}});
    m_view->setRibbon({{spanMs(0, 1000), 5}});
    const QFontMetrics small(sized(font, TextSize::Small));
    QVERIFY(m_view->momentRect(0).height() >= small.height() + 4);
    const int header = m_view->viewport()->width() - m_view->axis().width();
    for (const QString &text : {u"Offline score"_s, u"Speakers"_s, u"Moments"_s})
        QVERIFY2(small.horizontalAdvance(text) + 12 <= header, qPrintable(text));
    // Free ground between the last letter and the line beside the headers.
    const QImage image = picture();
    for (int y = 90; y < 390; ++y)
        QCOMPARE(image.pixelColor(header - 3, y), colours().window);
}

void TimelinePixelsTest::narrowBoxesCarryNoText()
{
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 139000), .title = u"WWWWWW"_s, .score = 5}});
    const QImage image = picture();
    // Right of strip and mark nothing but ground.
    for (int x = 122; x < 137; ++x) {
        for (int y = 122; y < 140; ++y)
            QCOMPARE(image.pixelColor(88 + x, y), image.pixelColor(88 + 137, 124));
    }
}

void TimelinePixelsTest::textStaysInItsBox()
{
    for (const QString &title : {u"WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"_s, u"Verantwortungsübernahmegesellschaft"_s,
                                 u"静かな立ち上げが成功した理由"_s, u"لماذا أغلقنا الشركة في يوم واحد"_s}) {
        m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 190000), .title = title, .score = 5}});
        const QImage image = picture();
        for (int x = 190; x < 400; ++x) {
            for (int y = 120; y < 144; ++y)
                QVERIFY2(image.pixelColor(88 + x, y) == image.pixelColor(88 + x, 150), qPrintable(title));
        }
    }
}

void TimelinePixelsTest::headersHideWhatPassesBelow()
{
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 190000), .title = u"A"_s, .score = 5}});
    const QImage before = picture();
    m_view->setAxis(m_view->axis().fittedTo(spanMs(130000, 200000), 0));
    const QImage after = picture();
    for (int y = 60; y < 200; ++y) {
        for (int x = 0; x < 88; ++x)
            QCOMPARE(after.pixel(x, y), before.pixel(x, y));
    }
}

void TimelinePixelsTest::previewFollowsTheDrag()
{
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 180000), .score = 5}});
    m_view->setSelected({u"a"_s});
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, QPoint(88 + 180, 132));
    QTest::mouseMove(m_view->viewport(), QPoint(88 + 300, 132));
    QCOMPARE(pixel(250, 130), colours().accentArea);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, QPoint(88 + 300, 132));
    // Nobody took the new edge, so the old one is back.
    QVERIFY(pixel(290, 130) != colours().accentArea);
}

void TimelinePixelsTest::lightAndDark()
{
    QCOMPARE(pixel(500, 250), darkColours().base);
    m_view->setPalette(paletteOf(lightColours()));
    QCOMPARE(pixel(510, 250), lightColours().base);
}

void TimelinePixelsTest::picturesFollowInTheNextTurn()
{
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 180000), .title = u"A"_s, .score = 3.2}});
    const QImage dark = picture();
    m_view->setPalette(paletteOf(lightColours()));
    QCOMPARE(firstPicture().pixelColor(88 + 170, 130), dark.pixelColor(88 + 170, 130));
    QTRY_COMPARE(firstPicture().pixelColor(88 + 170, 130), lightColours().raised);
    // Wider, the ground that the old picture lacks is there at once.
    m_view->resize(1288, 260);
    QCOMPARE(firstPicture().pixelColor(1200, 130), lightColours().base);
    QCOMPARE(firstPicture().width(), m_view->viewport()->width());
    QTRY_COMPARE(firstPicture().pixelColor(88 + 170 * 12 / 10, 130), lightColours().raised);
}

void TimelinePixelsTest::nothingStandsInForAClearedSource()
{
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 180000), .title = u"A"_s, .score = 3.2}});
    picture();
    m_view->resize(1188, 260);
    m_view->clear();
    const QImage cleared = firstPicture();
    QCOMPARE(cleared.pixelColor(88 + 170, 130), colours().base);
    QCOMPARE(cleared.pixelColor(88 + 101, 20), colours().window);
    QVERIFY(m_view->scene().moments().isEmpty());
}

void TimelinePixelsTest::rightToLeftDoesNotMirrorTime()
{
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 180000), .title = u"A"_s, .score = 5}});
    const QImage before = picture();
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QCoreApplication::processEvents();
    const QImage mirrored = picture();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QCOMPARE(mirrored, before);
}

#include "tst_timelinepixels.moc"
