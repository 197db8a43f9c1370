// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui_player/mediasamples.h"
#include "ui/player/mediasource.h"
#include "ui/player/transport.h"
#include "ui/style/timedisplay.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;
// Pictures in the order of their numbers: at 24, then 30, then 60 a second.
const QString varyingTimes = u"setpts='if(lt(N,48),N/24,if(lt(N,108),2+(N-48)/30,4+(N-108)/60))/TB'"_s;
// Every fifth is missing, and a long row of them.
const QString dropped = u"select='gt(mod(n,5),0)*not(between(n,60,100))'"_s;

} // namespace

// What phones, cameras, recorders and accidents make of a film, through the whole way from the file to the picture.
class OddFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void turnedByThePhone_data();
    void turnedByThePhone();
    void stepsFollowThePictures_data();
    void stepsFollowThePictures();
    void pixelsThatAreNotSquare();
    void aStreamOffersALightCopy();
    void whatCannotBePlayedIsSaid_data();
    void whatCannotBePlayedIsSaid();
    void aCoverIsNoFilm();
    void aFileThatVanishesGoesOn();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    bool copy(const QString &from, const QStringList &how, const QString &to);
    void open(const QString &name);

    QTemporaryDir m_folder;
    std::unique_ptr<PlayerTransport> m_transport;
    std::unique_ptr<TimeDisplay> m_display;
    std::unique_ptr<MediaSource> m_source;
    QImage m_picture;
};

VIRAL_TEST(OddFilesTest)

bool OddFilesTest::copy(const QString &from, const QStringList &how, const QString &to)
{
    return QProcess::execute(u"ffmpeg"_s,
                             QStringList{u"-v"_s, u"error"_s, u"-nostdin"_s, u"-y"_s, u"-i"_s, path(from)} + how +
                                 QStringList{path(to)}) == 0;
}

void OddFilesTest::initTestCase()
{
    QVERIFY(makeVideo(path(u"plain.mp4"_s), {.rate = u"25"_s, .seconds = 4}));
    QVERIFY(makeVideo(path(u"varying.mp4"_s),
                      {.rate = u"60"_s,
                       .seconds = 4,
                       .hasSound = false,
                       .more = {u"-vf"_s, varyingTimes, u"-fps_mode"_s, u"passthrough"_s, u"-enc_time_base"_s,
                                u"1:120"_s, u"-video_track_timescale"_s, u"120000"_s}}));
    QVERIFY(makeVideo(
        path(u"dropped.mkv"_s),
        {.rate = u"30"_s, .seconds = 6, .hasSound = false, .more = {u"-vf"_s, dropped, u"-fps_mode"_s, u"vfr"_s}}));
    QVERIFY(copy(u"plain.mp4"_s, {u"-c"_s, u"copy"_s, u"-output_ts_offset"_s, u"100"_s}, u"stream.ts"_s));
    QVERIFY(makeVideo(path(u"wide.mp4"_s), {.seconds = 1, .more = {u"-vf"_s, u"setsar=4/3"_s}}));
}

void OddFilesTest::init()
{
    m_transport = std::make_unique<PlayerTransport>();
    m_display = std::make_unique<TimeDisplay>();
    m_source = std::make_unique<MediaSource>(*m_transport, *m_display, LightCopies(path(u"copies"_s)));
    m_picture = {};
    connect(m_transport.get(), &PlayerTransport::frameChanged, this,
            [this](const QImage &picture) { m_picture = picture; });
}

void OddFilesTest::cleanup()
{
    m_source.reset();
    m_transport.reset();
}

void OddFilesTest::open(const QString &name)
{
    m_source->open(path(name), Milliseconds{4000});
    QTRY_VERIFY_WITH_TIMEOUT(!m_picture.isNull(), patience);
}

void OddFilesTest::turnedByThePhone_data()
{
    QTest::addColumn<int>("angle");
    for (const int angle : {90, 180, 270})
        QTest::addRow("%d", angle) << angle;
}

void OddFilesTest::turnedByThePhone()
{
    QFETCH(const int, angle);
    const QString name = u"turned%1.mp4"_s.arg(angle);
    QVERIFY(copy(u"plain.mp4"_s, {u"-c"_s, u"copy"_s, u"-metadata:s:v:0"_s, u"rotate=%1"_s.arg(angle)}, name));
    open(name);
    QCOMPARE(m_picture.size(), angle == 180 ? QSize(192, 64) : QSize(64, 192));
    // As ffmpeg turns it.
    QVERIFY(copy(name, {u"-ss"_s, u"1"_s, u"-frames:v"_s, u"1"_s}, u"upright.png"_s));
    const QTransform onItsSide = QTransform().rotate(angle);
    const int wanted = numberIn(QImage(path(u"upright.png"_s)).transformed(onItsSide));
    QVERIFY(wanted > 0);
    m_transport->seek(Milliseconds{1000});
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture.transformed(onItsSide)), wanted, patience);
}

void OddFilesTest::stepsFollowThePictures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("from");
    QTest::addColumn<QList<int>>("numbers");
    QTest::addColumn<QList<int>>("times");
    QTest::newRow("three rates") << u"varying.mp4"_s << 1900 << QList<int>{46, 47, 48, 49, 50}
                                 << QList<int>{1900, 1950, 2000, 2034, 2067};
    QTest::newRow("dropped pictures") << u"dropped.mkv"_s << 1880 << QList<int>{57, 58, 59, 101, 102, 103, 104, 106}
                                      << QList<int>{};
}

void OddFilesTest::stepsFollowThePictures()
{
    QFETCH(const QString, name);
    QFETCH(const int, from);
    QFETCH(const QList<int>, numbers);
    QFETCH(const QList<int>, times);
    open(name);
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->pictureTimes(), patience);
    QSignalSpy known(m_transport->pictureTimes(), &PictureTimes::known);
    m_transport->seek(Milliseconds{from});
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), numbers.constFirst(), patience);
    // By the rate, where there is one, until the file has told where its pictures are.
    m_transport->stepFrames(1);
    QTRY_VERIFY_WITH_TIMEOUT(!known.isEmpty(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(numberIn(m_picture) != numbers.constFirst(), patience);
    m_transport->seek(Milliseconds{from});
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), numbers.constFirst(), patience);
    for (int i = 1; i < numbers.size(); ++i) {
        m_transport->stepFrames(1);
        QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), numbers.at(i), patience);
        if (i < times.size())
            QCOMPARE(m_transport->position(), Milliseconds{times.at(i)});
    }
    for (qsizetype i = numbers.size() - 2; i >= 0; --i) {
        m_transport->stepFrames(-1);
        QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), numbers.at(i), patience);
    }
}

void OddFilesTest::pixelsThatAreNotSquare()
{
    open(u"wide.mp4"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_picture.size(), QSize(256, 64), patience);
    // And in a light copy of it, which has square ones.
    m_source->makeLightCopy();
    QTRY_VERIFY_WITH_TIMEOUT(m_source->playedPath() != path(u"wide.mp4"_s), patience);
    m_picture = {};
    QTRY_COMPARE_WITH_TIMEOUT(m_picture.size(), QSize(256, 64), patience);
}

void OddFilesTest::aStreamOffersALightCopy()
{
    open(u"stream.ts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_source->notice().kind, PlayerNotice::Kind::Slow, patience);
    QVERIFY(m_source->notice().text.contains(u"MPEG stream"_s));
    m_source->makeLightCopy();
    QTRY_VERIFY_WITH_TIMEOUT(m_source->playedPath() != path(u"stream.ts"_s), patience);
    QCOMPARE(m_source->notice(), PlayerNotice{});
    m_transport->seek(Milliseconds{2010});
    // It begins with its sound, a little before the picture.
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(numberIn(m_picture) - 50) <= 1, patience);
}

void OddFilesTest::whatCannotBePlayedIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing in it") << u"empty.mp4"_s << u"is empty"_s;
    QTest::newRow("a folder") << u"folder.mp4"_s << u"folder, not a media file"_s;
    QTest::newRow("words") << u"words.mp4"_s << u"cannot be played"_s;
}

void OddFilesTest::whatCannotBePlayedIsSaid()
{
    QFETCH(const QString, name);
    QFETCH(const QString, word);
    if (name == "folder.mp4"_L1) {
        QVERIFY(QDir().mkpath(path(name)));
    } else {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name == "words.mp4"_L1 ? "just words" : "");
    }
    m_source->open(path(name), Milliseconds{60'000});
    QTRY_COMPARE_WITH_TIMEOUT(m_source->notice().kind, PlayerNotice::Kind::Failed, patience);
    QVERIFY2(m_source->notice().text.contains(word), qPrintable(m_source->notice().text));
    QVERIFY(m_source->notice().packages.isEmpty() == (word != "cannot be played"_L1));
    // The transcript's clock goes on.
    m_transport->seek(Milliseconds{30'000});
    m_transport->play();
    QTRY_VERIFY(m_transport->position() > Milliseconds{30'000});
}

void OddFilesTest::aCoverIsNoFilm()
{
    const QString cover = path(u"cover.png"_s);
    QImage green(64, 64, QImage::Format_RGB32);
    green.fill(Qt::green);
    QVERIFY(green.save(cover));
    QVERIFY(copy(u"plain.mp4"_s,
                 {u"-i"_s, cover, u"-map"_s, u"0:a"_s, u"-map"_s, u"1:v"_s, u"-c:a"_s, u"libmp3lame"_s, u"-c:v"_s,
                  u"copy"_s, u"-id3v2_version"_s, u"3"_s, u"-disposition:v"_s, u"attached_pic"_s},
                 u"song.mp3"_s));
    m_source->open(path(u"song.mp3"_s), Milliseconds{4000});
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->duration() > Milliseconds{3900}, patience);
    m_transport->seek(Milliseconds{1000});
    m_transport->play();
    QTRY_VERIFY_WITH_TIMEOUT(m_transport->position() > Milliseconds{1300}, patience);
    QVERIFY(m_picture.isNull());
    QCOMPARE(m_source->notice(), PlayerNotice{});
}

void OddFilesTest::aFileThatVanishesGoesOn()
{
    QVERIFY(QFile::copy(path(u"plain.mp4"_s), path(u"going.mp4"_s)));
    open(u"going.mp4"_s);
    QVERIFY(QFile::remove(path(u"going.mp4"_s)));
    // What is open stays open.
    m_transport->seek(Milliseconds{2000});
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(m_picture), 50, patience);
    // Opened again, it is missed.
    m_source->open(path(u"going.mp4"_s), Milliseconds{4000});
    QTRY_COMPARE_WITH_TIMEOUT(m_source->notice().kind, PlayerNotice::Kind::Failed, patience);
}

#include "tst_oddfiles.moc"
