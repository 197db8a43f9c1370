// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/waveformcache.h"

#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class WaveformCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesThereAndBack_data();
    void bytesThereAndBack();
    void hostileBytes_data();
    void hostileBytes();
    void anyChangedByteIsNoticed();
    void keyFollowsTheContent();
    void keepsAndFinds();
    void withoutAFolderNothingIsKept();
    void aFolderThatCannotBeMade();
    void theOldestGo();
};

VIRAL_TEST(WaveformCacheTest)

namespace {

std::vector<Peak> somePeaks(std::size_t count)
{
    std::vector<Peak> peaks(count);
    QRandomGenerator random(7);
    for (Peak &peak : peaks)
        peak = {qint8(-random.bounded(128)), qint8(random.bounded(128))};
    return peaks;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

void WaveformCacheTest::bytesThereAndBack_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("many") << 100'000;
}

void WaveformCacheTest::bytesThereAndBack()
{
    QFETCH(const int, count);
    const std::vector<Peak> peaks = somePeaks(std::size_t(count));
    const auto read = waveformFromBytes(waveformBytes(peaks));
    QVERIFY(read);
    QVERIFY(*read == peaks);
}

void WaveformCacheTest::hostileBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = waveformBytes(somePeaks(10));
    const auto with = [&good](qsizetype place, QByteArray part) {
        return QByteArray(good).replace(place, part.size(), part);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut in the header") << good.left(20);
    QTest::newRow("cut in the peaks") << good.chopped(1);
    QTest::newRow("longer") << good + '\0';
    QTest::newRow("another format") << with(0, "RIFF");
    QTest::newRow("another version") << with(4, QByteArray("\x01\x00", 2));
    QTest::newRow("another rate") << with(6, QByteArray("\x80\x00", 2));
    QTest::newRow("an endless number") << with(8, QByteArray(8, '\xff'));
    QTest::newRow("a number whose bytes overflow") << with(8, QByteArray("\x0a\0\0\0\0\0\0\x80", 8));
    QTest::newRow("a wrong hash") << with(16, "x");
}

void WaveformCacheTest::hostileBytes()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!waveformFromBytes(bytes));
}

void WaveformCacheTest::anyChangedByteIsNoticed()
{
    const QByteArray good = waveformBytes(somePeaks(20));
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = char(bad[i] ^ 0x11);
        QVERIFY(!waveformFromBytes(bad));
    }
}

void WaveformCacheTest::keyFollowsTheContent()
{
    const QTemporaryDir folder;
    const QString one = folder.filePath(u"one.mp4"_s);
    const QByteArray content(1'000'000, 'a');
    write(one, content);
    const QString key = WaveformCache::keyOf(one);
    QCOMPARE(key.size(), 40);
    QCOMPARE(WaveformCache::keyOf(one), key);
    // The same file elsewhere.
    const QString moved = folder.filePath(u"moved.mp4"_s);
    QVERIFY(QFile::rename(one, moved));
    QCOMPARE(WaveformCache::keyOf(moved), key);
    // Another end, another length, nothing.
    write(one, QByteArray(content).replace(999'999, 1, "b"));
    QVERIFY(WaveformCache::keyOf(one) != key);
    write(one, content + 'a');
    QVERIFY(WaveformCache::keyOf(one) != key);
    QCOMPARE(WaveformCache::keyOf(u"/nowhere.mp4"_s), QString());
    QCOMPARE(WaveformCache::keyOf(folder.path()), QString());
    QCOMPARE(WaveformCache::keyOf(QString()), QString());
    write(one, QByteArray());
    QCOMPARE(WaveformCache::keyOf(one).size(), 40);
}

void WaveformCacheTest::keepsAndFinds()
{
    const QTemporaryDir folder;
    const WaveformCache cache(folder.filePath(u"not/there/yet"_s));
    const std::vector<Peak> peaks = somePeaks(500);
    QVERIFY(!cache.load(u"key"_s));
    cache.save(u"key"_s, peaks);
    const auto found = cache.load(u"key"_s);
    QVERIFY(found && *found == peaks);
    QVERIFY(!cache.load(u"other"_s));
    QVERIFY(!cache.load(QString()));
    // Spoiled on the disk: as if it were not there, and kept again over it.
    write(folder.filePath(u"not/there/yet/key.peaks"_s), "spoiled");
    QVERIFY(!cache.load(u"key"_s));
    cache.save(u"key"_s, peaks);
    QVERIFY(cache.load(u"key"_s));
}

void WaveformCacheTest::withoutAFolderNothingIsKept()
{
    const WaveformCache off;
    QVERIFY(!off.isOn());
    off.save(u"key"_s, somePeaks(5));
    QVERIFY(!off.load(u"key"_s));
}

void WaveformCacheTest::aFolderThatCannotBeMade()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"file"_s), "in the way");
    const WaveformCache cache(folder.filePath(u"file/below"_s));
    cache.save(u"key"_s, somePeaks(5));
    QVERIFY(!cache.load(u"key"_s));
}

void WaveformCacheTest::theOldestGo()
{
    const QTemporaryDir folder;
    const WaveformCache cache(folder.path(), 2500);
    for (int i = 0; i < 3; ++i) {
        cache.save(QString::number(i), somePeaks(500));
        QFile file(folder.filePath(QString::number(i) + u".peaks"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addSecs(-100 + 10 * i), QFileDevice::FileModificationTime));
    }
    cache.save(u"new"_s, somePeaks(500));
    QVERIFY(cache.load(u"new"_s));
    QVERIFY(cache.load(u"2"_s));
    QVERIFY(!cache.load(u"1"_s));
    QVERIFY(!cache.load(u"0"_s));
}

#include "tst_waveformcache.moc"
