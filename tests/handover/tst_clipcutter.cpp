// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handover/clipfiles.h"
#include "core/media/clipcutter.h"
#include "tests/exporters/exportsamples.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// Clips cut by the real ffmpeg out of a file whose pictures are numbered by their brightness.
class ClipCutterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesAndTimes();
    void thePicturesAreTheMoments_data();
    void thePicturesAreTheMoments();
    void soundAlone();
    void aTitleIsNoOption();
    void cancelLeavesNothingHalf();
    void failuresNameTheFile();
    void withoutTheProgram();
    void whatIsBehindTheEndIsLeftOut();
    void theMediaStays();
    void chaptersStayBehind();
    void mediaWithoutEnding();
    void progressLines();

private:
    Selects selects(const QList<ReviewedMoment> &moments) const;
    QStringList filesIn(const QString &folder) const;
    QByteArray pictures(const QString &path) const;

    QTemporaryDir m_folder;
};

VIRAL_TEST(ClipCutterTest)

namespace {

/// Between two shades, in the narrow range of video: 12 of them lie between black (16) and white (235).
constexpr int step = 18;

Result<QStringList> cutAll(const QList<ClipFile> &clips)
{
    ClipCutter cutter(clips);
    Result<QStringList> made = failure(ErrorKind::Internal, u"never ended"_s);
    int ends = 0;
    QObject::connect(&cutter, &ClipCutter::finished, &cutter, [&](const Result<QStringList> &result) {
        made = result;
        ++ends;
    });
    cutter.start();
    [&] { QTRY_COMPARE_WITH_TIMEOUT(ends, 1, 60'000); }();
    return made;
}

} // namespace

void ClipCutterTest::initTestCase()
{
    // Twelve pictures a second cycle through twelve shades, so that each second and each picture in it is known.
    const QString shade = u"geq=lum='16+%1*mod(N,12)':cb=128:cr=128"_s.arg(step);
    QCOMPARE(
        QProcess::execute(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                        u"color=black:s=32x32:r=30000/1001,format=yuv420p,"_s + shade, u"-f"_s,
                                        u"lavfi"_s, u"-i"_s, u"sine=300"_s, u"-t"_s, u"20"_s, u"-c:v"_s, u"libx264"_s,
                                        u"-g"_s, u"250"_s, u"-c:a"_s, u"aac"_s, m_folder.filePath(u"source.mp4"_s)}),
        0);
}

Selects ClipCutterTest::selects(const QList<ReviewedMoment> &moments) const
{
    SourceMedia media{.path = m_folder.filePath(u"source.mp4"_s)};
    media.facts = {.rate = {30'000, 1001}, .hasVideo = true, .duration = Milliseconds{20'000}};
    return selectsOf(moments, media);
}

QStringList ClipCutterTest::filesIn(const QString &folder) const
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

/// The brightness of the middle of each picture.
QByteArray ClipCutterTest::pictures(const QString &path) const
{
    QProcess process;
    process.start(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-i"_s, path, u"-vf"_s, u"format=gray,crop=1:1"_s, u"-pix_fmt"_s,
                                u"gray"_s, u"-fps_mode"_s, u"passthrough"_s, u"-f"_s, u"rawvideo"_s, u"-"_s});
    process.waitForFinished(30'000);
    return process.readAllStandardOutput();
}

void ClipCutterTest::namesAndTimes()
{
    const Selects two = selects({selectedMoment(u"A/B"_s, 1001, 3003), selectedMoment(u"C"_s, 5005, 6006)});
    const QList<ClipFile> clips = clipFiles(two, u"/out"_s, CutStyle::Exact, 0);
    QCOMPARE(clips.at(0).target, u"/out/01 A B.mp4"_s);
    QCOMPARE(clips.at(1).target, u"/out/02 C.mp4"_s);
    QCOMPARE(clips.at(0).cut.start.count(), 1'001'000);
    QCOMPARE(clips.at(0).cut.length.count(), 2'002'000);
    QCOMPARE(clipFiles(two, u"/out"_s, CutStyle::Exact, 3).at(0).cut.start.count(), 27 * 1'001'000 / 30);
    Selects sound = two;
    sound.media = {.path = u"/talk.OPUS"_s};
    QCOMPARE(clipFiles(sound, u"/out"_s, CutStyle::Exact, 3).at(0).target, u"/out/01 A B.m4a"_s);
    QCOMPARE(clipFiles(sound, u"/out"_s, CutStyle::Instant, 3).at(0).target, u"/out/01 A B.opus"_s);
    QCOMPARE(clipFiles(sound, u"/out"_s, CutStyle::Exact, 3).at(0).cut.start.count(), 1'001'000);
}

void ClipCutterTest::thePicturesAreTheMoments_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::newRow("the beginning") << 0 << 30;
    QTest::newRow("between key pictures") << 100 << 47;
    QTest::newRow("one picture") << 255 << 1;
    QTest::newRow("behind a key picture") << 251 << 120;
}

void ClipCutterTest::thePicturesAreTheMoments()
{
    QFETCH(const int, first);
    QFETCH(const int, count);
    const auto ms = [](int frame) { return qRound64(frame * 1001.0 / 30); };
    const QString folder = m_folder.filePath(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(QDir().mkpath(folder));
    const auto made = cutAll(
        clipFiles(selects({selectedMoment(u"Clip"_s, ms(first), ms(first + count))}), folder, CutStyle::Exact, 0));
    QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
    const QByteArray shades = pictures(made->constFirst());
    QCOMPARE(shades.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(qRound(quint8(shades.at(i)) * 219 / 255.0 / step), (first + i) % 12);
}

void ClipCutterTest::soundAlone()
{
    Selects sound = selects({selectedMoment(u"Said"_s, 2000, 5000)});
    sound.media.facts = {.duration = Milliseconds{20'000}, .soundChannels = 1, .soundRate = 44'100};
    const QString folder = m_folder.filePath(u"sound"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(cutAll(clipFiles(sound, folder, CutStyle::Exact, 0)));
    QCOMPARE(filesIn(folder), QStringList{u"01 Said.m4a"_s});
}

void ClipCutterTest::aTitleIsNoOption()
{
    const QString folder = m_folder.filePath(u"-y odd"_s);
    QVERIFY(QDir().mkpath(folder));
    const auto clips = clipFiles(selects({selectedMoment(u"-vf null; $(touch x) %03d 'q' \u202e"_s, 1000, 2000)}),
                                 folder, CutStyle::Instant, 0);
    QVERIFY(cutAll(clips));
    QCOMPARE(filesIn(folder).size(), 1);
}

void ClipCutterTest::cancelLeavesNothingHalf()
{
    const QString folder = m_folder.filePath(u"cancelled"_s);
    QVERIFY(QDir().mkpath(folder));
    ClipCutter cutter(clipFiles(selects({selectedMoment(u"One"_s, 0, 500), selectedMoment(u"Two"_s, 0, 20'000),
                                         selectedMoment(u"Three"_s, 0, 20'000)}),
                                folder, CutStyle::Exact, 0));
    QList<Result<QStringList>> ends;
    connect(&cutter, &ClipCutter::finished, this, [&](const Result<QStringList> &made) { ends.append(made); });
    connect(&cutter, &ClipCutter::progressed, this, [&](qsizetype done, int) {
        if (done == 1)
            cutter.cancel();
    });
    cutter.start();
    QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, 30'000);
    QCOMPARE(ends.at(0).error().kind, ErrorKind::Cancelled);
    QVERIFY(ends.at(0).error().message.contains(u"1 of 3"));
    QCOMPARE(filesIn(folder), QStringList{u"01 One.mp4"_s});
    cutter.cancel();
    QCOMPARE(ends.size(), 1);
}

void ClipCutterTest::failuresNameTheFile()
{
    const QString folder = m_folder.filePath(u"failed"_s);
    QVERIFY(QDir().mkpath(folder));
    QFile text(m_folder.filePath(u"text.mp4"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no media at all") > 0);
    text.close();
    Selects wrong = selects({selectedMoment(u"Clip"_s, 1000, 2000)});
    wrong.media.path = text.fileName();
    const auto made = cutAll(clipFiles(wrong, folder, CutStyle::Exact, 0));
    QVERIFY(!made);
    QVERIFY2(made.error().message.contains(u"ffmpeg"), qPrintable(made.error().message));
    QVERIFY(made.error().place.endsWith(u"01 Clip.mp4"));
    QCOMPARE(filesIn(folder), QStringList{});
}

void ClipCutterTest::withoutTheProgram()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const auto made =
        cutAll(clipFiles(selects({selectedMoment(u"Clip"_s, 1000, 2000)}), m_folder.path(), CutStyle::Exact, 0));
    qputenv("PATH", path);
    QVERIFY(!made);
    QVERIFY2(made.error().message.contains(u"install"), qPrintable(made.error().message));
}

void ClipCutterTest::whatIsBehindTheEndIsLeftOut()
{
    const Selects three = selects({selectedMoment(u"Behind"_s, 20'000, 60'000), selectedMoment(u"In"_s, 1000, 2000),
                                   selectedMoment(u"Over"_s, 19'000, 21'000)});
    const QList<ClipFile> clips = clipFiles(three, u"/out"_s, CutStyle::Instant, 0);
    QCOMPARE(clips.size(), 2);
    QCOMPARE(clips.at(0).target, u"/out/02 In.mp4"_s);
    QCOMPARE(clips.at(1).target, u"/out/03 Over.mp4"_s);
    const QStringList warnings = clipWarnings(three);
    QCOMPARE(warnings.size(), 2);
    QVERIFY2(warnings.at(0).startsWith(u"2 moments reach behind the end"), qPrintable(warnings.at(0)));
    QVERIFY2(warnings.at(1).endsWith(u": 1."), qPrintable(warnings.at(1)));
    QCOMPARE(clipWarnings(selects({selectedMoment(u"To the end"_s, 1000, 20'000)})), QStringList{});
    Selects unmeasured = three;
    unmeasured.media.facts.duration = Milliseconds{0};
    QCOMPARE(clipFiles(unmeasured, u"/out"_s, CutStyle::Instant, 0).size(), 3);
    QCOMPARE(clipWarnings(unmeasured), QStringList{});
}

void ClipCutterTest::theMediaStays()
{
    const QString folder = m_folder.filePath(u"same"_s);
    QVERIFY(QDir().mkpath(folder));
    Selects two = selects({selectedMoment(u"One"_s, 0, 500), selectedMoment(u"Two"_s, 1000, 2000)});
    two.media.path = QDir(folder).filePath(u"02 Two.mp4"_s);
    QVERIFY(QFile::copy(m_folder.filePath(u"source.mp4"_s), two.media.path));
    const qint64 size = QFileInfo(two.media.path).size();
    const auto made = cutAll(clipFiles(two, folder, CutStyle::Instant, 0));
    QVERIFY(!made);
    QCOMPARE(made.error().place, two.media.path);
    QCOMPARE(QFileInfo(two.media.path).size(), size);
    QCOMPARE(filesIn(folder), QStringList{u"02 Two.mp4"_s});
}

void ClipCutterTest::chaptersStayBehind()
{
    const QString list = m_folder.filePath(u"chapters.txt"_s);
    QFile file(list);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=9000\ntitle=Unaired\n");
    file.close();
    Selects one = selects({selectedMoment(u"Clip"_s, 1000, 3000)});
    const QString source = m_folder.filePath(u"chapters.mkv"_s);
    QCOMPARE(QProcess::execute(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-i"_s, one.media.path, u"-i"_s, list,
                                             u"-map_chapters"_s, u"1"_s, u"-c"_s, u"copy"_s, source}),
             0);
    one.media.path = source;
    const QString folder = m_folder.filePath(u"chapterless"_s);
    QVERIFY(QDir().mkpath(folder));
    for (const CutStyle style : {CutStyle::Instant, CutStyle::Exact}) {
        const auto made = cutAll(clipFiles(one, folder, style, 0));
        QVERIFY(made);
        QProcess probe;
        probe.start(u"ffprobe"_s, {u"-v"_s, u"error"_s, u"-show_chapters"_s, made->constFirst()});
        QVERIFY(probe.waitForFinished(30'000));
        QCOMPARE(probe.readAllStandardOutput(), QByteArray());
    }
}

void ClipCutterTest::mediaWithoutEnding()
{
    Selects one = selects({selectedMoment(u"Clip"_s, 1000, 3000)});
    const QString bare = m_folder.filePath(u"bare"_s);
    QVERIFY(QFile::copy(one.media.path, bare));
    one.media.path = bare;
    const QString folder = m_folder.filePath(u"unnamed"_s);
    QVERIFY(QDir().mkpath(folder));
    const auto made = cutAll(clipFiles(one, folder, CutStyle::Instant, 0));
    QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
    QCOMPARE(filesIn(folder), QStringList{u"01 Clip.mkv"_s});
}

void ClipCutterTest::progressLines()
{
    QCOMPARE(cutProgress("out_time_us=1500000\n").count(), 1'500'000);
    for (const char *line :
         {"out_time_us=N/A\n", "out_time_us=-5\n", "frame=12\n", "", "out_time_us=99999999999999999999"})
        QVERIFY(cutProgress(line).count() < 0);
}

#include "tst_clipcutter.moc"
