// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/timeline/waveformreader.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;
const QString sound = QStringLiteral(VIRAL_RESOURCES "/sample/interview.opus");
constexpr WaveformSplit inThree{.shortest = 20s, .most = 3};
constexpr WaveformSplit inOne{.shortest = 20s, .most = 1};

} // namespace

// A file read by several children at once, with a real ffmpeg behind a script that holds children back, ends them or
// sends them astray, so that what happens does not hang on who is quicker.
class WaveformStretchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void places_data();
    void places();
    void lengthsInWords_data();
    void lengthsInWords();
    void seams_data();
    void seams();

    void equalsOneReading_data();
    void equalsOneReading();
    void theBeginningIsFirst();
    void soundThatBeginsLateLiesWhereItBegins();
    void whoIsLedAstrayIsDropped();
    void whoDiesIsDropped();
    void whoFindsNothingIsDropped();
    void aDeadBeginningIsToldAndNoSilence();
    void anUnknownLengthIsReadInOne();
    void aFileCutOffIsTold();
    void givingUpEndsAllChildren();

private:
    /// \a body runs for every child with a place ("$place", empty for the first one) and "$real", the program.
    void putInFront(const QByteArray &body);
    void letGo(const QString &name);
    bool isThere(const QString &name) const { return QFile::exists(path(u"bin/"_s + name)); }
    bool make(const QString &name, const QStringList &arguments);
    std::vector<Peak> readInOne(const QString &path);
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QByteArray m_pathBefore;
    QString m_ffmpeg;
};

VIRAL_TEST(WaveformStretchesTest)

void WaveformStretchesTest::initTestCase()
{
    m_ffmpeg = QStandardPaths::findExecutable(u"ffmpeg"_s);
    QVERIFY(!m_ffmpeg.isEmpty());
    m_pathBefore = qgetenv("PATH");
    QVERIFY(make(u"speech.wav"_s, {u"-i"_s, sound, u"-t"_s, u"90"_s, u"-ar"_s, u"44100"_s}));
}

void WaveformStretchesTest::init()
{
    QDir(path(u"bin"_s)).removeRecursively();
    QVERIFY(QDir().mkpath(path(u"bin"_s)));
    qputenv("PATH", m_pathBefore);
}

void WaveformStretchesTest::cleanup()
{
    qputenv("PATH", m_pathBefore);
}

void WaveformStretchesTest::putInFront(const QByteArray &body)
{
    QFile script(path(u"bin/ffmpeg"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nreal='" + m_ffmpeg.toUtf8() + "'\ndir='" + path(u"bin"_s).toUtf8() +
                 "'\nplace=\nfor word; do [ \"$before\" = -ss ] && place=$word; before=$word; done\n" + body);
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
    qputenv("PATH", path(u"bin"_s).toUtf8() + ':' + m_pathBefore);
}

void WaveformStretchesTest::letGo(const QString &name)
{
    QFile file(path(u"bin/"_s + name));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

bool WaveformStretchesTest::make(const QString &name, const QStringList &arguments)
{
    return QProcess::execute(m_ffmpeg, QStringList{u"-v"_s, u"error"_s, u"-nostdin"_s, u"-y"_s} + arguments +
                                           QStringList{path(name)}) == 0;
}

std::vector<Peak> WaveformStretchesTest::readInOne(const QString &path)
{
    WaveformReader reader(path, WaveformCache(), inOne);
    QSignalSpy finished(&reader, &WaveformReader::finished);
    [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience); }();
    const std::span<const Peak> finest = reader.peaks()->finest();
    return {finest.begin(), finest.end()};
}

void WaveformStretchesTest::places_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("most");
    QTest::addColumn<QList<qint64>>("places");
    QTest::newRow("unknown") << qint64{0} << 4 << QList<qint64>{0};
    QTest::newRow("short") << qint64{599} << 4 << QList<qint64>{0};
    QTest::newRow("long enough") << qint64{600} << 2 << QList<qint64>{0, 300};
    QTest::newRow("an hour") << qint64{3600} << 4 << QList<qint64>{0, 900, 1800, 2700};
    QTest::newRow("uneven") << qint64{1000} << 3 << QList<qint64>{0, 333, 666};
    QTest::newRow("one processor") << qint64{3600} << 1 << QList<qint64>{0};
    QTest::newRow("none") << qint64{3600} << 0 << QList<qint64>{0};
    QTest::newRow("longer than any") << qint64{400'000} << 4 << QList<qint64>{0};
    QTest::newRow("negative") << qint64{-5} << 4 << QList<qint64>{0};
}

void WaveformStretchesTest::places()
{
    QFETCH(const qint64, seconds);
    QFETCH(const int, most);
    QList<qint64> found;
    for (const std::size_t first : stretchesOf(std::chrono::seconds(seconds), {.most = most}))
        found.append(qint64(first) / PeakPyramid::peaksPerSecond);
    QTEST(found, "places");
    QVERIFY(WaveformSplit::usualCount() >= 1 && WaveformSplit::usualCount() <= 4);
}

void WaveformStretchesTest::lengthsInWords_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("usual") << QByteArray("[info]   Duration: 01:02:03.45, start: 0.000000, bitrate: 27 kb/s")
                           << qint64{3'723'450};
    QTest::newRow("without a level") << QByteArray("  Duration: 00:00:07.00, start: 1.4") << qint64{7000};
    QTest::newRow("hundreds of hours") << QByteArray("[info]   Duration: 100:00:00.00, ") << qint64{360'000'000};
    for (const char *line : {"", "[info]   Duration: N/A, bitrate: N/A", "[info]     Duration: 01:02:03.45, ",
                             "[info]     title   :   Duration: 01:02:03.45, ", "[info]   Duration: 1:2:3.4, ",
                             "[info]   Duration: 99999:00:00.00, "})
        QTest::newRow(line) << QByteArray(line) << qint64{0};
}

void WaveformStretchesTest::lengthsInWords()
{
    QFETCH(const QByteArray, line);
    QTEST(qint64{lengthInWords(line).count()}, "milliseconds");
}

void WaveformStretchesTest::seams_data()
{
    QTest::addColumn<int>("off");
    QTest::addColumn<int>("loudness");
    QTest::addColumn<int>("length");
    QTest::addColumn<WaveformSeam::Verdict>("verdict");
    using enum WaveformSeam::Verdict;
    QTest::newRow("the same") << 0 << 1 << 400 << Same;
    QTest::newRow("ten milliseconds off") << 1 << 1 << 400 << Other;
    QTest::newRow("a second off") << 100 << 1 << 400 << Other;
    QTest::newRow("too little to tell") << 0 << 1 << 150 << Unknown;
    QTest::newRow("silence tells nothing") << 7 << 0 << 400 << Unknown;
}

void WaveformStretchesTest::seams()
{
    QFETCH(const int, off);
    QFETCH(const int, loudness);
    QFETCH(const int, length);
    const std::vector<Peak> all = readInOne(path(u"speech.wav"_s));
    // From where somebody speaks.
    const auto part = [&](int from) {
        std::vector<Peak> peaks(all.begin() + 3000 + from, all.begin() + 3000 + from + length);
        for (Peak &peak : peaks)
            peak = {qint8(peak.low * loudness), qint8(peak.high * loudness)};
        return peaks;
    };
    WaveformSeam seam;
    // Bit by bit, as it comes.
    const std::vector<Peak> one = part(0);
    const std::vector<Peak> other = part(off);
    for (std::size_t at = 0; at < one.size(); at += 7)
        seam.compare(std::span(one).subspan(at).first(std::min<std::size_t>(7, one.size() - at)),
                     std::span(other).subspan(at));
    QTEST(seam.verdict(), "verdict");
}

void WaveformStretchesTest::equalsOneReading_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const QString &name, const QStringList &arguments) {
        QTest::newRow(qPrintable(name)) << name << arguments;
    };
    row(u"plain.wav"_s, {u"-c"_s, u"copy"_s});
    row(u"varying.mp3"_s, {u"-c:a"_s, u"libmp3lame"_s, u"-q:a"_s, u"4"_s});
    row(u"varying without a table.mp3"_s, {u"-c:a"_s, u"libmp3lame"_s, u"-q:a"_s, u"4"_s, u"-write_xing"_s, u"0"_s});
    row(u"constant.mp3"_s, {u"-c:a"_s, u"libmp3lame"_s, u"-b:a"_s, u"64k"_s});
    row(u"usual.m4a"_s, {u"-c:a"_s, u"aac"_s});
    row(u"hours later.ts"_s, {u"-c:a"_s, u"aac"_s, u"-output_ts_offset"_s, u"7205.3"_s});
    row(u"pages.opus"_s, {u"-c:a"_s, u"libopus"_s, u"-b:a"_s, u"32k"_s, u"-ar"_s, u"48000"_s});
    row(u"lossless.flac"_s, {u"-c:a"_s, u"flac"_s});
}

void WaveformStretchesTest::equalsOneReading()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, arguments);
    QVERIFY(make(name, QStringList{u"-i"_s, path(u"speech.wav"_s)} + arguments));
    const std::vector<Peak> wanted = readInOne(path(name));
    QVERIFY(wanted.size() > 8900);

    // The first child tells the length and waits until the others have read everything.
    putInFront("[ -n \"$place\" ] && exec \"$real\" \"$@\"\n"
               "\"$real\" \"$@\" | { while [ ! -e \"$dir/go\" ]; do sleep 0.02; done; exec cat; }\n");
    WaveformReader reader(path(name), WaveformCache(), inThree);
    QSignalSpy finished(&reader, &WaveformReader::finished);
    QSignalSpy failed(&reader, &WaveformReader::failed);
    const PeakPyramid &peaks = *reader.peaks();
    QTRY_VERIFY_WITH_TIMEOUT(peaks.finest().size() + 5 > wanted.size() && peaks.knows(3000) && peaks.knows(6000),
                             patience);
    QVERIFY(!peaks.knows(0));
    letGo(u"go"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QVERIFY(failed.isEmpty());
    // The second may pass the place of the third before that one has begun.
    QVERIFY(reader.stretchCount() >= 2);
    QVERIFY(std::ranges::equal(peaks.finest(), wanted));
}

void WaveformStretchesTest::theBeginningIsFirst()
{
    // Nobody else begins before the first child has told the length.
    putInFront("[ -z \"$place\" ] && exec \"$real\" \"$@\"\n"
               "while [ ! -e \"$dir/go\" ]; do sleep 0.02; done; exec \"$real\" \"$@\"\n");
    WaveformReader reader(path(u"speech.wav"_s), WaveformCache(), inThree);
    QSignalSpy grown(&reader, &WaveformReader::grown);
    QTRY_VERIFY_WITH_TIMEOUT(!grown.isEmpty(), patience);
    QVERIFY(reader.peaks()->knows(0));
    letGo(u"go"_s);
    QSignalSpy finished(&reader, &WaveformReader::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
}

void WaveformStretchesTest::soundThatBeginsLateLiesWhereItBegins()
{
    QVERIFY(make(u"late.mp4"_s,
                 {u"-f"_s, u"lavfi"_s, u"-i"_s, u"color=black:size=64x64:rate=25:duration=12"_s, u"-itsoffset"_s,
                  u"2.5"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=frequency=300:duration=5"_s, u"-c:a"_s, u"aac"_s,
                  u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"ultrafast"_s}));
    const std::vector<Peak> peaks = readInOne(path(u"late.mp4"_s));
    QVERIFY(peaks.size() > 740 && peaks.size() < 760);
    const auto isLoud = [](const Peak &peak) { return peak.high > 5; };
    const auto first = std::ranges::find_if(peaks, isLoud) - peaks.begin();
    QVERIFY2(first >= 248 && first <= 252, QByteArray::number(qint64(first)).constData());
}

void WaveformStretchesTest::whoIsLedAstrayIsDropped()
{
    // The second and third child read three seconds too far.
    putInFront("[ -n \"$place\" ] && { shift 7; exec \"$real\" -ss $((place + 3)) \"$@\"; }\n"
               "\"$real\" \"$@\" | { while [ ! -e \"$dir/go\" ]; do sleep 0.02; done; exec cat; }\n");
    WaveformReader reader(path(u"speech.wav"_s), WaveformCache(), inThree);
    QSignalSpy finished(&reader, &WaveformReader::finished);
    QTRY_VERIFY_WITH_TIMEOUT(reader.peaks()->knows(8600), patience);
    letGo(u"go"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(reader.stretchCount(), std::size_t{1});
    qputenv("PATH", m_pathBefore);
    QVERIFY(std::ranges::equal(reader.peaks()->finest(), readInOne(path(u"speech.wav"_s))));
}

void WaveformStretchesTest::whoDiesIsDropped()
{
    // Each at another time: before any sound, and in the middle of it. The first comes only when both are dead.
    putInFront("case \"$place\" in 29) exit 1;;\n"
               "59) \"$real\" \"$@\" | head -c 200000; touch \"$dir/dead\"; kill -9 $$;; esac\n"
               "\"$real\" \"$@\" | { while [ ! -e \"$dir/go\" ]; do sleep 0.02; done; exec cat; }\n");
    WaveformReader reader(path(u"speech.wav"_s), WaveformCache(), inThree);
    QSignalSpy finished(&reader, &WaveformReader::finished);
    QSignalSpy failed(&reader, &WaveformReader::failed);
    QTRY_VERIFY_WITH_TIMEOUT(isThere(u"dead"_s) && reader.stretchCount() == 1, patience);
    letGo(u"go"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty() || !failed.isEmpty(), patience);
    QVERIFY(failed.isEmpty());
    QCOMPARE(reader.stretchCount(), std::size_t{1});
    qputenv("PATH", m_pathBefore);
    QVERIFY(std::ranges::equal(reader.peaks()->finest(), readInOne(path(u"speech.wav"_s))));
}

void WaveformStretchesTest::whoFindsNothingIsDropped()
{
    putInFront("[ -n \"$place\" ] && exit 0\nexec \"$real\" \"$@\"\n");
    WaveformReader reader(path(u"speech.wav"_s), WaveformCache(), inThree);
    QSignalSpy finished(&reader, &WaveformReader::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(reader.peaks()->covered(), Milliseconds{90'000});
    QCOMPARE(reader.stretchCount(), std::size_t{1});
}

void WaveformStretchesTest::aDeadBeginningIsToldAndNoSilence()
{
    // Ten seconds, and then nothing more of the first stretch: killed, or at peace with itself.
    for (const QByteArray &end : {QByteArray("kill -9 $$"), QByteArray("exit 0")}) {
        const QTemporaryDir folder;
        putInFront("[ -n \"$place\" ] && exec \"$real\" \"$@\"\n\"$real\" \"$@\" | head -c 160000\n" + end + '\n');
        WaveformReader reader(path(u"speech.wav"_s), WaveformCache(folder.path()), inThree);
        QSignalSpy finished(&reader, &WaveformReader::finished);
        QSignalSpy failed(&reader, &WaveformReader::failed);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QVERIFY(finished.isEmpty());
        QVERIFY(failed.constFirst().constFirst().toString().contains(u"could not be read whole"_s));
        QCOMPARE(reader.peaks()->covered(), Milliseconds{10'000});
        QVERIFY(!reader.peaks()->knows(1500) && reader.peaks()->knows(4500));
        QVERIFY(QDir(folder.path()).isEmpty());
    }
}

void WaveformStretchesTest::anUnknownLengthIsReadInOne()
{
    putInFront("[ -n \"$place\" ] && exit 1\n\"$real\" \"$@\" 2>\"$dir/words\"; code=$?\n"
               "sed 's/Duration: [0-9:.]*/Duration: N\\/A/' \"$dir/words\" >&2; exit $code\n");
    WaveformReader reader(path(u"speech.wav"_s), WaveformCache(), inThree);
    QSignalSpy finished(&reader, &WaveformReader::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(reader.peaks()->covered(), Milliseconds{90'000});
}

void WaveformStretchesTest::aFileCutOffIsTold()
{
    QVERIFY(
        make(u"whole.mp4"_s, {u"-i"_s, path(u"speech.wav"_s), u"-c:a"_s, u"aac"_s, u"-movflags"_s, u"+faststart"_s}));
    QFile file(path(u"whole.mp4"_s));
    QVERIFY(file.resize(file.size() * 2 / 3));
    WaveformReader reader(file.fileName(), WaveformCache(), inThree);
    QSignalSpy failed(&reader, &WaveformReader::failed);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    const QString message = failed.constFirst().constFirst().toString();
    QVERIFY2(message.contains(u"1:30"_s), qPrintable(message));
    QVERIFY(reader.peaks()->covered() > Milliseconds{50'000} && reader.peaks()->covered() < Milliseconds{70'000});
}

void WaveformStretchesTest::givingUpEndsAllChildren()
{
    putInFront("echo $$ >> \"$dir/children\"\nprintf '  Duration: 00:01:30.00, \\n' >&2\nexec sleep 1000\n");
    const auto children = [this] {
        QFile file(path(u"bin/children"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
    };
    auto reader = std::make_unique<WaveformReader>(path(u"speech.wav"_s), WaveformCache(), inThree);
    QTRY_COMPARE_WITH_TIMEOUT(children().size(), 3, patience);
    reader.reset();
    for (const QByteArray &child : children())
        QVERIFY(!QFile::exists(u"/proc/"_s + QString::fromLatin1(child)));
}

#include "tst_waveformstretches.moc"
