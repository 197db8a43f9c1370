// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/mediaprobe.h"
#include "tests/support/testregistry.h"
#include "tests/ui_player/mediasamples.h"
#include "ui/player/lightcopy.h"

#include <QDateTime>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class LightCopyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void copiesARealFile();
    void twoMayMakeTheSameCopy();
    void cancellingLeavesNothing();
    void aChangedFileHasAnotherCopy();
    void oldestGoFirst();
    void failuresSayWhatToDo();
    void aFullDiskIsSaid();
    void withoutFfmpeg();
    void progressLines();

private:
    QString media() const { return m_folder.filePath(u"film.mp4"_s); }
    QStringList filesLeft() const { return QDir(m_copies).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir m_folder;
    QString m_copies;
};

VIRAL_TEST(LightCopyTest)

void LightCopyTest::initTestCase()
{
    QVERIFY(makeVideo(media(), {.seconds = 6}));
}

void LightCopyTest::init()
{
    m_copies = m_folder.filePath(u"copies"_s);
    QDir(m_copies).removeRecursively();
}

void LightCopyTest::copiesARealFile()
{
    const LightCopies copies(m_copies);
    QCOMPARE(copies.existing(media()), QString());
    LightCopyMaker maker(copies, media(), Milliseconds{6000});
    QSignalSpy finished(&maker, &LightCopyMaker::finished);
    QSignalSpy progressed(&maker, &LightCopyMaker::progressed);
    maker.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    const QString copy = finished.constFirst().constFirst().toString();
    QCOMPARE(copies.existing(media()), copy);
    QCOMPARE(filesLeft().size(), 1);
    QVERIFY(!progressed.isEmpty());
    QVERIFY(progressed.constLast().constFirst().toInt() > 90);

    QProcess probe;
    probe.start(u"ffprobe"_s, {u"-v"_s, u"error"_s, u"-select_streams"_s, u"v"_s, u"-show_entries"_s,
                               u"frame=pict_type,key_frame"_s, u"-of"_s, u"csv"_s, copy});
    QVERIFY(probe.waitForFinished());
    const QByteArray frames = probe.readAllStandardOutput();
    QCOMPARE(frames.count("frame,"), 180);
    QVERIFY(frames.count(",I") >= 12);
    QCOMPARE(frames.count(",B"), 0);
}

void LightCopyTest::twoMayMakeTheSameCopy()
{
    const LightCopies copies(m_copies);
    LightCopyMaker one(copies, media(), Milliseconds{6000});
    LightCopyMaker other(copies, media(), Milliseconds{6000});
    QSignalSpy oneFinished(&one, &LightCopyMaker::finished);
    QSignalSpy otherFinished(&other, &LightCopyMaker::finished);
    one.start();
    other.start();
    QCOMPARE(filesLeft().size(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(!oneFinished.isEmpty() && !otherFinished.isEmpty(), 60'000);
    QCOMPARE(filesLeft(), QStringList{QFileInfo(copies.pathFor(media())).fileName()});
}

void LightCopyTest::cancellingLeavesNothing()
{
    const LightCopies copies(m_copies);
    {
        LightCopyMaker maker(copies, media(), Milliseconds{6000});
        QSignalSpy failed(&maker, &LightCopyMaker::failed);
        maker.start();
        QTRY_VERIFY(maker.isRunning());
        QTRY_VERIFY(!filesLeft().isEmpty() || !maker.isRunning());
        maker.cancel();
        QVERIFY(!maker.isRunning());
        QVERIFY(failed.isEmpty());
    }
    QVERIFY(filesLeft().isEmpty());
    QCOMPARE(copies.existing(media()), QString());
}

void LightCopyTest::aChangedFileHasAnotherCopy()
{
    const LightCopies copies(m_copies);
    const QString path = m_folder.filePath(u"changing.mp4"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("one");
    file.flush();
    const QString first = copies.pathFor(path);
    file.write("two");
    file.close();
    const QString second = copies.pathFor(path);
    QVERIFY(first != second);
    QVERIFY(first.startsWith(m_copies));
    QCOMPARE(copies.pathFor(m_folder.filePath(u"nowhere.mp4"_s)), QString());
}

void LightCopyTest::oldestGoFirst()
{
    QVERIFY(QDir().mkpath(m_copies));
    for (int i = 0; i < 4; ++i) {
        QFile file(m_copies + u"/%1.mp4"_s.arg(i));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(100, 'x'));
        file.flush();
        QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1'700'000'000 + i), QFileDevice::FileModificationTime));
    }
    for (const bool isOld : {false, true}) {
        QFile file(m_copies + (isOld ? u"/old.part"_s : u"/new.part"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
        file.flush();
        const QDateTime then = QDateTime::currentDateTime().addSecs(isOld ? -25 * 3'600 : -3'600);
        QVERIFY(file.setFileTime(then, QFileDevice::FileModificationTime));
    }
    LightCopies(m_copies, 250).removeOldest();
    QCOMPARE(filesLeft(), QStringList({u"2.mp4"_s, u"3.mp4"_s, u"new.part"_s}));
}

void LightCopyTest::failuresSayWhatToDo()
{
    const QString broken = m_folder.filePath(u"broken.mp4"_s);
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no film");
    file.close();
    const auto failureOf = [this](const QString &folder, const QString &path, Milliseconds duration) {
        LightCopyMaker maker(LightCopies(folder), path, duration);
        QSignalSpy failed(&maker, &LightCopyMaker::failed);
        maker.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000); }();
        return failed.value(0).value(0).toString();
    };
    QVERIFY(failureOf(m_copies, broken, {}).contains(u"could not be made"_s));
    QVERIFY(filesLeft().isEmpty());
    QVERIFY(failureOf(m_copies, m_folder.filePath(u"nowhere.mp4"_s), {}).contains(u"nowhere.mp4"_s));
    // A folder inside a file cannot be made.
    QVERIFY(failureOf(broken + u"/copies"_s, media(), {}).contains(broken));
    // Hundreds of years of film do not fit.
    QVERIFY(failureOf(m_copies, media(), std::chrono::hours(5'000'000)).contains(u"free"_s));
}

void LightCopyTest::aFullDiskIsSaid()
{
    // A child that ends as ffmpeg does on a full disk.
    const QString programs = m_folder.filePath(u"programs"_s);
    QVERIFY(QDir().mkpath(programs));
    QFile script(programs + u"/ffmpeg"_s);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\necho 'av_interleaved_write_frame(): No space left on device' >&2\nexit 1\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
    const QByteArray before = qgetenv("PATH");
    qputenv("PATH", programs.toUtf8() + ':' + before);
    LightCopyMaker maker(LightCopies(m_copies), media(), {});
    QSignalSpy failed(&maker, &LightCopyMaker::failed);
    maker.start();
    QTRY_COMPARE(failed.size(), 1);
    qputenv("PATH", before);
    QVERIFY(failed.constFirst().constFirst().toString().contains(u"disk is full"_s));
    QVERIFY(filesLeft().isEmpty());
}

void LightCopyTest::withoutFfmpeg()
{
    const QByteArray before = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    LightCopyMaker maker(LightCopies(m_copies), media(), {});
    QSignalSpy failed(&maker, &LightCopyMaker::failed);
    maker.start();
    QTRY_COMPARE(failed.size(), 1);
    qputenv("PATH", before);
    QVERIFY(failed.constFirst().constFirst().toString().contains(u"package ffmpeg"_s));
}

void LightCopyTest::progressLines()
{
    QCOMPARE(lightCopyProgress("out_time_us=1500000\n"), Milliseconds{1500});
    for (const char *line : {"out_time_us=N/A\n", "out_time_ms=12\n", "frame=1\n", "", "out_time_us=-5\n"})
        QVERIFY(lightCopyProgress(line) < Milliseconds{0});
    QVERIFY(lightCopyBytes(std::chrono::hours(1)) > 500'000'000);
}

#include "tst_lightcopy.moc"
