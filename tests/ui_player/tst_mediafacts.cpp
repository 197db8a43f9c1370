// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/mediaprobe.h"
#include "tests/support/testregistry.h"
#include "tests/ui_player/mediasamples.h"
#include "ui/player/seekwatch.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class MediaFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printed_data();
    void printed();
    void realFiles();
    void withoutTheProgram();
    void slowSeeksAreSeen();

private:
    QTemporaryDir m_folder;
};

VIRAL_TEST(MediaFactsTest)

Q_DECLARE_METATYPE(Viral::MediaFacts)

void MediaFactsTest::printed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<MediaFacts>("facts");
    const QByteArray video = "[STREAM]\ncodec_type=video\nwidth=1920\nheight=1080\nr_frame_rate=30000/1001\n"
                             "avg_frame_rate=30000/1001\nDISPOSITION:attached_pic=0\nTAG:timecode=01:00:00;00\n"
                             "[/STREAM]\n";
    const QByteArray sound = "[STREAM]\ncodec_type=audio\nchannels=2\nsample_rate=48000\nr_frame_rate=0/0\n"
                             "avg_frame_rate=0/0\n[/STREAM]\n";
    const QByteArray whole = "[FORMAT]\nduration=120.020000\n[/FORMAT]\n";
    const MediaFacts tape{.rate = {30'000, 1001},
                          .startFrame = 107'892,
                          .dropsFrames = true,
                          .hasVideo = true,
                          .duration = Milliseconds{120'020},
                          .width = 1920,
                          .height = 1080,
                          .soundChannels = 2,
                          .soundRate = 48'000,
                          .startTimecode = u"01:00:00;00"_s};
    QTest::newRow("video with a start") << video + sound + whole << tape;
    QTest::newRow("start told by the file")
        << QByteArray("[STREAM]\ncodec_type=video\nheight=1080\nr_frame_rate=25/1\navg_frame_rate=25/1\n[/STREAM]\n"
                      "[FORMAT]\nduration=10\nTAG:timecode=00:00:02:00\n[/FORMAT]\n")
        << MediaFacts{.rate = {25, 1},
                      .startFrame = 50,
                      .hasVideo = true,
                      .duration = Milliseconds{10'000},
                      .height = 1080,
                      .startTimecode = u"00:00:02:00"_s};
    QTest::newRow("start at 0")
        << QByteArray("[STREAM]\ncodec_type=video\nr_frame_rate=30000/1001\navg_frame_rate=30000/1001\n"
                      "TAG:timecode=00:00:00:00\n[/STREAM]\n")
        << MediaFacts{.rate = {30'000, 1001}, .hasVideo = true, .startTimecode = u"00:00:00:00"_s};
    QTest::newRow("varying") << QByteArray("[STREAM]\ncodec_type=video\nheight=720\nr_frame_rate=60/1\n"
                                           "avg_frame_rate=2712/100\nTAG:timecode=01:00:00:00\n[/STREAM]\n")
                             << MediaFacts{.hasVideo = true,
                                           .hasVaryingRate = true,
                                           .height = 720,
                                           .startTimecode = u"01:00:00:00"_s};
    QTest::newRow("wide pixels in a stream")
        << QByteArray("[STREAM]\ncodec_type=video\nheight=576\nsample_aspect_ratio=64:45\nr_frame_rate=25/1\n"
                      "avg_frame_rate=25/1\n[/STREAM]\n[FORMAT]\nformat_name=mpegts\nstart_time=101.4\n"
                      "duration=10\n")
        << MediaFacts{.rate = {25, 1},
                      .hasVideo = true,
                      .duration = Milliseconds{10'000},
                      .height = 576,
                      .pixelAspect = 64.0 / 45,
                      .start = Milliseconds{101'400},
                      .isStream = true};
    QTest::newRow("pixels of no shape")
        << QByteArray("[STREAM]\ncodec_type=video\nheight=576\nsample_aspect_ratio=0:1\nr_frame_rate=25/1\n"
                      "avg_frame_rate=25/1\n[/STREAM]\n[FORMAT]\nstart_time=N/A\n")
        << MediaFacts{.rate = {25, 1}, .hasVideo = true, .height = 576};
    QTest::newRow("sound with a cover") << sound +
                                               QByteArray("[STREAM]\ncodec_type=video\nheight=600\n"
                                                          "DISPOSITION:attached_pic=1\n[/STREAM]\n") +
                                               whole
                                        << MediaFacts{.duration = Milliseconds{120'020},
                                                      .soundChannels = 2,
                                                      .soundRate = 48'000};
    QTest::newRow("windows line ends") << QByteArray(video + sound + whole).replace("\n", "\r\n") << tape;
    QTest::newRow("nothing") << QByteArray() << MediaFacts{};
    QTest::newRow("something else") << QByteArray("moov atom not found\n=\n==\ncodec_type=video\n") << MediaFacts{};
    QTest::newRow("nonsense") << QByteArray("[STREAM]\ncodec_type=video\nheight=-7x\nr_frame_rate=1/0\n"
                                            "avg_frame_rate=9999999999/1\nTAG:timecode=99:99\n[FORMAT]\n"
                                            "duration=1e400\n")
                              << MediaFacts{.hasVideo = true, .hasVaryingRate = true};
    QTest::newRow("endless") << QByteArray(4'000'000, 'x') << MediaFacts{};
}

void MediaFactsTest::printed()
{
    QFETCH(const QByteArray, text);
    QTEST(mediaFactsFrom(text), "facts");
}

void MediaFactsTest::realFiles()
{
    const auto factsOf = [this](const QString &name) {
        MediaFacts found;
        bool isDone = false;
        MediaProbe probe(m_folder.filePath(name));
        connect(&probe, &MediaProbe::finished, this, [&](const MediaFacts &facts) {
            found = facts;
            isDone = true;
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isDone, 20'000); }();
        return found;
    };
    QVERIFY(makeVideo(m_folder.filePath(u"tape.mp4"_s), {.seconds = 1, .more = {u"-timecode"_s, u"01:00:00;00"_s}}));
    QVERIFY(makeVideo(m_folder.filePath(u"-odd name: x.mp4"_s), {.rate = u"25"_s, .seconds = 1}));
    QVERIFY(makeVideo(m_folder.filePath(u"varying.mp4"_s),
                      {.rate = u"30"_s,
                       .seconds = 2,
                       .more = {u"-vf"_s, u"select='not(mod(n,7))+not(mod(n,3))'"_s, u"-fps_mode"_s, u"vfr"_s}}));
    const MediaFacts tape = factsOf(u"tape.mp4"_s);
    QCOMPARE(tape.rate, (FrameRate{30'000, 1001}));
    QCOMPARE(tape.startFrame, 107'892);
    QVERIFY(tape.dropsFrames);
    QVERIFY(tape.width > 0);
    QCOMPARE(tape.height, 64);
    QCOMPARE(tape.soundRate, 44'100);
    QCOMPARE(factsOf(u"-odd name: x.mp4"_s).rate, (FrameRate{25, 1}));
    QVERIFY(factsOf(u"varying.mp4"_s).hasVaryingRate);
    QCOMPARE(factsOf(u"nowhere.mp4"_s), MediaFacts{});
}

void MediaFactsTest::withoutTheProgram()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    MediaProbe probe(m_folder.filePath(u"tape.mp4"_s));
    qputenv("PATH", path);
    QSignalSpy spy(&probe, &MediaProbe::finished);
    QVERIFY(spy.wait(20'000));
    QCOMPARE(spy.constFirst().constFirst().value<MediaFacts>(), MediaFacts{});
    QCOMPARE(spy.size(), 1);
}

void MediaFactsTest::slowSeeksAreSeen()
{
    SeekWatch watch;
    for (int i = 0; i < SeekWatch::counted - 1; ++i)
        watch.note(Milliseconds{900});
    QVERIFY(!watch.isSlow());
    watch.note(Milliseconds{900});
    QVERIFY(watch.isSlow());
    QCOMPARE(watch.median(), Milliseconds{900});
    // Only the last few count, and one slow one among quick ones does not.
    for (int i = 0; i < SeekWatch::counted; ++i)
        watch.note(Milliseconds{i == 3 ? 2000 : 10});
    QVERIFY(!watch.isSlow());
    QCOMPARE(watch.median(), Milliseconds{10});
}

#include "tst_mediafacts.moc"
