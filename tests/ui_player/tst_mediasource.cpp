// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/mediasource.h"

#include "tests/support/testregistry.h"
#include "tests/ui_player/mediasamples.h"
#include "ui/player/transport.h"
#include "ui/style/timedisplay.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

class MediaSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void withoutMediaTheClockDrives();
    void aMissingFileIsSaidAndTheClockDrives();
    void aFailureOfTheFileBeforeIsIgnored();
    void whatIsNoMediaIsSaid();
    void soundAloneWorks();
    void theFileSaysWhatItCountsBy();
    void aVaryingRateIsMilliseconds();
    void slowSeeksOfferALightCopy();
    void theLightCopyIsMadeAndUsed();
    void aBrokenCopyGivesWayToTheFile();
    void cancellingTheCopyIsTheEndOfIt();
    void behindTheFileIsSaid();

private:
    QString film() const { return m_folder.filePath(u"film.mp4"_s); }
    QString copies() const { return m_folder.filePath(u"copies"_s); }
    void open(const QString &path, Milliseconds end = Milliseconds{4000});
    void beSlow();

    QTemporaryDir m_folder;
    std::unique_ptr<PlayerTransport> m_transport;
    std::unique_ptr<TimeDisplay> m_display;
    std::unique_ptr<MediaSource> m_source;
};

VIRAL_TEST(MediaSourceTest)

void MediaSourceTest::initTestCase()
{
    QVERIFY(makeVideo(film(), {.seconds = 4, .more = {u"-timecode"_s, u"01:00:00;00"_s}}));
    QVERIFY(makeVideo(m_folder.filePath(u"varying.mp4"_s),
                      {.rate = u"30"_s,
                       .seconds = 4,
                       .more = {u"-vf"_s, u"select='not(mod(n,7))+not(mod(n,3))'"_s, u"-fps_mode"_s, u"vfr"_s}}));
}

void MediaSourceTest::init()
{
    QDir(copies()).removeRecursively();
    m_transport = std::make_unique<PlayerTransport>();
    m_display = std::make_unique<TimeDisplay>();
    m_source = std::make_unique<MediaSource>(*m_transport, *m_display, LightCopies(copies()));
}

void MediaSourceTest::cleanup()
{
    m_source.reset();
    m_transport.reset();
}

void MediaSourceTest::open(const QString &path, Milliseconds end)
{
    QSignalSpy pictures(m_transport.get(), &PlayerTransport::frameChanged);
    m_source->open(path, end);
    QTRY_VERIFY_WITH_TIMEOUT(!pictures.isEmpty(), patience);
}

void MediaSourceTest::beSlow()
{
    for (int i = 0; i < SeekWatch::counted; ++i)
        Q_EMIT m_transport->seekTook(Milliseconds{460});
}

void MediaSourceTest::withoutMediaTheClockDrives()
{
    m_source->open({}, Milliseconds{60'000});
    QCOMPARE(m_transport->duration(), Milliseconds{60'000});
    m_transport->seek(Milliseconds{30'000});
    m_source->open({}, Milliseconds{90'000});
    QCOMPARE(m_transport->position(), Milliseconds{30'000});
    QCOMPARE(m_source->notice(), PlayerNotice{});
}

void MediaSourceTest::aMissingFileIsSaidAndTheClockDrives()
{
    QSignalSpy failed(m_source.get(), &MediaSource::failed);
    m_source->open(u"/nowhere/film.mp4"_s, Milliseconds{60'000});
    m_transport->seek(Milliseconds{20'000});
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QCOMPARE(m_source->notice().kind, PlayerNotice::Kind::Failed);
    QVERIFY(m_source->notice().text.contains(u"/nowhere/film.mp4"_s));
    QVERIFY(m_source->notice().packages.isEmpty());
    QCOMPARE(m_transport->duration(), Milliseconds{60'000});
    QCOMPARE(m_transport->position(), Milliseconds{20'000});
    m_transport->play();
    QVERIFY(m_transport->isPlaying());
    // Found again.
    open(film());
    QCOMPARE(m_source->notice(), PlayerNotice{});
}

void MediaSourceTest::aFailureOfTheFileBeforeIsIgnored()
{
    QSignalSpy failed(m_source.get(), &MediaSource::failed);
    m_source->open(u"/nowhere/film.mp4"_s, Milliseconds{4000});
    // On its way when the other file is opened.
    Q_EMIT m_transport->failed({.message = u"not there"_s, .path = u"/nowhere/film.mp4"_s});
    m_source->open(film(), Milliseconds{4000});
    QCoreApplication::processEvents();
    QCOMPARE(m_source->playedPath(), film());
    QCOMPARE(m_source->notice(), PlayerNotice{});
    QCOMPARE(failed.size(), 0);
}

void MediaSourceTest::whatIsNoMediaIsSaid()
{
    QFile file(m_folder.filePath(u"letter.mp4"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear Sir or Madam");
    file.close();
    m_source->open(file.fileName(), Milliseconds{60'000});
    QTRY_COMPARE_WITH_TIMEOUT(m_source->notice().kind, PlayerNotice::Kind::Failed, patience);
    QVERIFY(m_source->notice().packages.contains(u"gstreamer1.0-libav"_s));
    QVERIFY(m_source->notice().packages.contains(u"gstreamer1.0-plugins-good"_s));
    QCOMPARE(m_transport->duration(), Milliseconds{60'000});
}

void MediaSourceTest::soundAloneWorks()
{
    m_source->open(QStringLiteral(VIRAL_RESOURCES "/sample/interview.opus"), Milliseconds{60'000});
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->duration() > Milliseconds{900'000}, patience);
    m_display->setStyle(TimeStyle::Frames);
    QCOMPARE(m_display->text(Milliseconds{1500}), u"00:00:01.500");
    m_transport->seek(Milliseconds{5000});
    m_transport->play();
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->position() > Milliseconds{5200}, patience);
    QCOMPARE(m_source->notice(), PlayerNotice{});
}

void MediaSourceTest::theFileSaysWhatItCountsBy()
{
    open(film());
    QTRY_VERIFY_WITH_TIMEOUT(m_display->hasSourceTime(), patience);
    m_display->setStyle(TimeStyle::DropFrame);
    QCOMPARE(m_display->text(Milliseconds{0}), u"00:00:00;00");
    m_display->setShowsSourceTime(true);
    QCOMPARE(m_display->text(timeOfFrame(1, {30'000, 1001})), u"01:00:00;01");
    m_source->close();
    QVERIFY(!m_display->hasSourceTime());
}

void MediaSourceTest::aVaryingRateIsMilliseconds()
{
    m_display->setStyle(TimeStyle::Frames);
    open(m_folder.filePath(u"varying.mp4"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_transport->frameRate().isKnown() && m_display->format().style == TimeStyle::Clock,
                             patience);
}

void MediaSourceTest::slowSeeksOfferALightCopy()
{
    open(film());
    beSlow();
    QCOMPARE(m_source->notice().kind, PlayerNotice::Kind::Slow);
    QVERIFY(m_source->notice().text.contains(u"0.5 s"_s));
    m_source->closeNotice();
    beSlow();
    QCOMPARE(m_source->notice(), PlayerNotice{});
    // Another file may be offered one again.
    open(film());
    beSlow();
    QCOMPARE(m_source->notice().kind, PlayerNotice::Kind::Slow);
}

void MediaSourceTest::theLightCopyIsMadeAndUsed()
{
    open(film());
    m_transport->seek(Milliseconds{2000});
    m_transport->play();
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->isPlaying(), patience);
    m_source->makeLightCopy();
    QCOMPARE(m_source->notice().kind, PlayerNotice::Kind::Copying);
    m_transport->pause();
    QTRY_VERIFY_WITH_TIMEOUT(m_source->playedPath().startsWith(copies()), 60'000);
    QCOMPARE(m_source->notice(), PlayerNotice{});
    QVERIFY(m_transport->position() >= Milliseconds{2000});
    beSlow();
    QCOMPARE(m_source->notice(), PlayerNotice{});
    // The next time at once.
    open(film());
    QVERIFY(m_source->playedPath().startsWith(copies()));
    QTRY_VERIFY_WITH_TIMEOUT(m_display->hasSourceTime(), patience);
}

void MediaSourceTest::aBrokenCopyGivesWayToTheFile()
{
    QVERIFY(QDir().mkpath(copies()));
    QFile copy(LightCopies(copies()).pathFor(film()));
    QVERIFY(copy.open(QIODevice::WriteOnly));
    copy.write("cut off");
    copy.close();
    open(film());
    QCOMPARE(m_source->playedPath(), film());
    QVERIFY(!copy.exists());
    QCOMPARE(m_source->notice(), PlayerNotice{});
}

void MediaSourceTest::cancellingTheCopyIsTheEndOfIt()
{
    open(film());
    m_source->makeLightCopy();
    m_source->cancelLightCopy();
    QCOMPARE(m_source->notice(), PlayerNotice{});
    QVERIFY(QDir(copies()).isEmpty());
    beSlow();
    QCOMPARE(m_source->notice(), PlayerNotice{});
    QCOMPARE(m_source->playedPath(), film());
}

void MediaSourceTest::behindTheFileIsSaid()
{
    open(film(), Milliseconds{60'000});
    m_transport->seek(Milliseconds{30'000});
    QCOMPARE(m_source->notice().kind, PlayerNotice::Kind::Behind);
    m_transport->seek(Milliseconds{1000});
    QCOMPARE(m_source->notice(), PlayerNotice{});
}

#include "tst_mediasource.moc"
