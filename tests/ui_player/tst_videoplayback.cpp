// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui_player/mediasamples.h"
#include "ui/player/extendedplayback.h"
#include "ui/player/mediaplayback.h"
#include "ui/player/transport.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

namespace {

constexpr FrameRate ntsc{30'000, 1001};
constexpr int patience = 20'000;

} // namespace

// With real files, whose pictures carry their numbers, and the real back end.
class VideoPlaybackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyPictureAskedForIsShown();
    void theMiddleIsUsedOnlyNearAnEdge();
    void stepsByWholePictures();
    void thePictureSeenIsThePositionAfterAPause();
    void playsBackwards();
    void shuttlesFastBothWays();
    void stopsBeforeTheEndOfTheStream();
    void aMomentPlaysToItsEndAndLoops();
    void theTranscriptGoesOnBehindTheFile();
    void aMomentBehindTheFilePlaysByTheClock();
    void aVaryingRateHasNoFrames();
    void picturesFitTheirPlace();
    void everyFormatIsUpright();

private:
    void load(const QString &name, Milliseconds sourceEnd = {});
    void goTo(Milliseconds time);

    QTemporaryDir m_folder;
    std::unique_ptr<PlayerTransport> m_transport;
    QImage m_picture;
    QList<int> m_numbers;
};

VIRAL_TEST(VideoPlaybackTest)

void VideoPlaybackTest::initTestCase()
{
    QVERIFY(makeVideo(m_folder.filePath(u"plain.mp4"_s)));
    QVERIFY(makeVideo(m_folder.filePath(u"short.mp4"_s), {.rate = u"25"_s, .seconds = 3, .hasSound = false}));
    QVERIFY(makeVideo(m_folder.filePath(u"varying.mp4"_s),
                      {.rate = u"30"_s,
                       .seconds = 4,
                       .more = {u"-vf"_s, u"select='not(mod(n,7))+not(mod(n,3))'"_s, u"-fps_mode"_s, u"vfr"_s}}));
    QVERIFY(makeVideo(m_folder.filePath(u"ten.mp4"_s), {.seconds = 2, .more = {u"-pix_fmt"_s, u"yuv420p10le"_s}}));
    QVERIFY(makeVideo(m_folder.filePath(u"wide.mp4"_s), {.seconds = 2, .more = {u"-pix_fmt"_s, u"yuv444p"_s}}));
}

void VideoPlaybackTest::init()
{
    m_transport = std::make_unique<PlayerTransport>();
    m_numbers.clear();
    m_picture = {};
    connect(m_transport.get(), &PlayerTransport::frameChanged, this, [this](const QImage &picture) {
        m_picture = picture;
        m_numbers.append(numberIn(picture));
    });
}

void VideoPlaybackTest::cleanup()
{
    m_transport.reset();
}

void VideoPlaybackTest::load(const QString &name, Milliseconds sourceEnd)
{
    auto media = std::make_unique<MediaPlayback>(m_folder.filePath(name));
    if (sourceEnd > Milliseconds{0})
        m_transport->setPlayback(std::make_unique<ExtendedPlayback>(std::move(media), sourceEnd));
    else
        m_transport->setPlayback(std::move(media));
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->duration() > Milliseconds{0}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_picture.isNull(), patience);
}

void VideoPlaybackTest::goTo(Milliseconds time)
{
    m_transport->seek(time);
    const int wanted = int(frameAt(time, m_transport->frameRate()));
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), wanted, patience);
}

void VideoPlaybackTest::everyPictureAskedForIsShown()
{
    load(u"plain.mp4"_s);
    QCOMPARE(m_transport->frameRate(), ntsc);
    for (const int frame : {0, 1, 2, 17, 100, 101, 99, 150, 7, 200, 237}) {
        const Milliseconds start = timeOfFrame(frame, ntsc);
        for (const int offset : {0, 1, 9, 20, 31}) {
            const Milliseconds time = start + Milliseconds{offset};
            goTo(time);
            QCOMPARE(m_transport->position(), time);
        }
    }
}

void VideoPlaybackTest::theMiddleIsUsedOnlyNearAnEdge()
{
    QCOMPARE(seekTarget(Milliseconds{0}, {25, 1}), Milliseconds{20});
    QCOMPARE(seekTarget(Milliseconds{41}, {25, 1}), Milliseconds{60});
    QCOMPARE(seekTarget(Milliseconds{42}, {25, 1}), Milliseconds{42});
    QCOMPARE(seekTarget(Milliseconds{55}, {25, 1}), Milliseconds{55});
    QCOMPARE(seekTarget(Milliseconds{78}, {25, 1}), Milliseconds{78});
    QCOMPARE(seekTarget(Milliseconds{79}, {25, 1}), Milliseconds{60});
    QCOMPARE(seekTarget(Milliseconds{55}, {}), Milliseconds{55});
}

void VideoPlaybackTest::stepsByWholePictures()
{
    load(u"plain.mp4"_s);
    goTo(Milliseconds{2010});
    const int first = numberIn(m_picture);
    for (int i = 1; i <= 20; ++i) {
        m_transport->stepFrames(1);
        QCOMPARE(m_transport->position(), timeOfFrame(first + i, ntsc));
        QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), first + i, patience);
    }
    // Many at once, as with a key held down: the last one counts.
    for (int i = 0; i < 20; ++i)
        m_transport->stepFrames(-1);
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), first, patience);
}

void VideoPlaybackTest::thePictureSeenIsThePositionAfterAPause()
{
    load(u"plain.mp4"_s);
    goTo(Milliseconds{1000});
    m_numbers.clear();
    m_transport->play();
    QTRY_VERIFY_WITH_TIMEOUT(m_numbers.size() > 12, patience);
    m_transport->pause();
    QVERIFY(m_transport->position() > Milliseconds{1000});
    QTRY_COMPARE_WITH_TIMEOUT(qint64{numberIn(m_picture)}, frameAt(m_transport->position(), ntsc), patience);
}

void VideoPlaybackTest::playsBackwards()
{
    load(u"plain.mp4"_s);
    goTo(Milliseconds{6000});
    m_numbers.clear();
    m_transport->shuttleBackward();
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->position() < Milliseconds{5500}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_numbers.size() > 5, patience);
    QCOMPARE(m_transport->rate(), -1.0);
    m_transport->pause();
    QVERIFY(m_numbers.constLast() < m_numbers.constFirst());
    QVERIFY(std::is_sorted(m_numbers.rbegin(), m_numbers.rend()));
    // And forward again at the usual speed.
    const Milliseconds turned = m_transport->position();
    m_transport->play();
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->position() > turned + Milliseconds{300}, patience);
    QVERIFY(m_transport->position() < turned + Milliseconds{5000});
    // To the very beginning.
    m_transport->seek(Milliseconds{300});
    m_transport->shuttleBackward();
    QTRY_VERIFY_WITH_TIMEOUT(!m_transport->isPlaying(), patience);
    QCOMPARE(m_transport->position(), Milliseconds{0});
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), 0, patience);
}

void VideoPlaybackTest::shuttlesFastBothWays()
{
    load(u"plain.mp4"_s);
    goTo(Milliseconds{7000});
    m_numbers.clear();
    for (int i = 0; i < 6; ++i)
        m_transport->shuttleBackward();
    QCOMPARE(m_transport->rate(), -8.0);
    QVERIFY(m_transport->isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!m_transport->isPlaying(), patience);
    QCOMPARE(m_transport->position(), Milliseconds{0});
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), 0, patience);
    m_numbers.clear();
    for (int i = 0; i < 6; ++i)
        m_transport->shuttleForward();
    QCOMPARE(m_transport->rate(), 8.0);
    QTRY_VERIFY_WITH_TIMEOUT(!m_transport->isPlaying(), patience);
    QVERIFY(m_transport->position() > Milliseconds{7900});
    QTRY_VERIFY_WITH_TIMEOUT(numberIn(m_picture) > 230, patience);
}

void VideoPlaybackTest::stopsBeforeTheEndOfTheStream()
{
    load(u"short.mp4"_s);
    m_transport->seek(Milliseconds{2500});
    m_transport->play();
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->isPlaying(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_transport->isPlaying(), patience);
    QVERIFY(m_transport->position() < m_transport->duration());
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), 73, patience);
    // Still alive: after the end of a stream there would be no picture.
    goTo(Milliseconds{1000});
    m_transport->seek(Milliseconds{60'000});
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), 73, patience);
    // Playing from there begins again.
    m_transport->play();
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->isPlaying() && m_transport->position() < Milliseconds{2000}, patience);
}

void VideoPlaybackTest::aMomentPlaysToItsEndAndLoops()
{
    load(u"short.mp4"_s);
    m_transport->playSpan(spanMs(1000, 1400));
    QTRY_VERIFY_WITH_TIMEOUT(!m_transport->isPlaying(), patience);
    QCOMPARE(m_transport->position(), Milliseconds{1400});
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), 35, patience);

    // Its end lies a little behind the last picture: it ends all the same, or begins again.
    m_transport->playSpan(spanMs(2600, 3400));
    QTRY_VERIFY_WITH_TIMEOUT(!m_transport->playedSpan(), patience);
    QVERIFY(!m_transport->isPlaying());
    QSignalSpy started(m_transport.get(), &PlayerTransport::spanStarted);
    m_transport->setLooping(true);
    m_transport->playSpan(spanMs(2600, 3400));
    QTRY_VERIFY_WITH_TIMEOUT(started.size() >= 3, patience);
    m_transport->setLooping(false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_transport->isPlaying(), patience);
}

void VideoPlaybackTest::theTranscriptGoesOnBehindTheFile()
{
    load(u"short.mp4"_s, Milliseconds{6000});
    QCOMPARE(m_transport->duration(), Milliseconds{6000});
    QSignalSpy behind(m_transport.get(), &PlayerTransport::behindMediaChanged);
    m_transport->seek(Milliseconds{2600});
    m_transport->play();
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->position() > Milliseconds{3300}, patience);
    QVERIFY(m_transport->isPlaying());
    QVERIFY(m_transport->isBehindMedia());
    QCOMPARE(behind.size(), 1);
    m_transport->shuttleBackward();
    QTRY_VERIFY_WITH_TIMEOUT(!m_transport->isBehindMedia() && m_transport->position() < Milliseconds{2800}, patience);
    QVERIFY(m_transport->isPlaying());
    QCOMPARE(m_transport->rate(), -1.0);
    m_transport->pause();
    goTo(Milliseconds{1000});
}

void VideoPlaybackTest::aMomentBehindTheFilePlaysByTheClock()
{
    load(u"short.mp4"_s, Milliseconds{60'000});
    m_transport->playSpan(spanMs(20'000, 20'200));
    QVERIFY(m_transport->isBehindMedia());
    QVERIFY(m_transport->isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!m_transport->isPlaying(), patience);
    QCOMPARE(m_transport->position(), Milliseconds{20'200});
    m_transport->stepFrames(-1);
    QCOMPARE(m_transport->position(), Milliseconds{20'160});
    // A place asked for before the file is open.
    m_transport->setPlayback(std::make_unique<ExtendedPlayback>(
        std::make_unique<MediaPlayback>(m_folder.filePath(u"short.mp4"_s)), Milliseconds{60'000}));
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->isBehindMedia(), patience);
    QCOMPARE(m_transport->position(), Milliseconds{20'160});
}

void VideoPlaybackTest::aVaryingRateHasNoFrames()
{
    load(u"varying.mp4"_s);
    m_transport->setFrameRate({});
    for (const int time : {0, 1234, 2001, 3017}) {
        m_transport->seek(Milliseconds{time});
        QCOMPARE(m_transport->position(), Milliseconds{time});
    }
    const Milliseconds before = m_transport->position();
    m_transport->stepFrames(-1);
    QVERIFY(m_transport->position() < before);
    QVERIFY(m_transport->position() > before - Milliseconds{200});
}

void VideoPlaybackTest::picturesFitTheirPlace()
{
    m_transport->setPictureSize({96, 200});
    load(u"plain.mp4"_s);
    QCOMPARE(m_picture.size(), QSize(96, 32));
    m_transport->setPictureSize({48, 48});
    QTRY_COMPARE_WITH_TIMEOUT(m_picture.size(), QSize(48, 16), patience);
    // Never larger than it is.
    m_transport->setPictureSize({4000, 4000});
    QTRY_COMPARE_WITH_TIMEOUT(m_picture.size(), QSize(192, 64), patience);
}

void VideoPlaybackTest::everyFormatIsUpright()
{
    for (const QString &name : {u"ten.mp4"_s, u"wide.mp4"_s}) {
        m_picture = {};
        load(name);
        goTo(timeOfFrame(43, ntsc));
    }
}

#include "tst_videoplayback.moc"
