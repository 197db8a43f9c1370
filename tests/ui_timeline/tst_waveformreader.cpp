// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/waveformreader.h"

#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Viral;
using namespace Qt::StringLiterals;

// The reduction as a function, and the whole way with a real ffmpeg over the sample's sound.
class WaveformReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peaksOfSamples_data();
    void peaksOfSamples();
    void readsTheWholeSound();
    void takesWhatWasReadBefore();
    void aSpoiledCacheIsReadAnew();
    void aFileWithoutSoundFails();
    void canBeGivenUpAtAnyTime();
};

VIRAL_TEST(WaveformReaderTest)

namespace {

constexpr int samplesPerPeak = 80;
const QString sound = QStringLiteral(VIRAL_RESOURCES "/sample/interview.opus");

QByteArray samples(const QList<qint16> &values)
{
    QByteArray bytes;
    for (const qint16 value : values) {
        bytes += static_cast<char>(value & 0xff);
        bytes += static_cast<char>((value >> 8) & 0xff);
    }
    return bytes;
}

} // namespace

void WaveformReaderTest::peaksOfSamples_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("lowsAndHighs");
    QList<qint16> loud(samplesPerPeak, 0);
    loud[3] = 32767;
    loud[7] = -32768;
    QTest::newRow("nothing") << QByteArray() << QList<int>{};
    QTest::newRow("less than a peak") << samples(QList<qint16>(samplesPerPeak - 1, 1000)) << QList<int>{};
    QTest::newRow("silence") << samples(QList<qint16>(samplesPerPeak, 0)) << QList<int>{0, 0};
    QTest::newRow("full scale") << samples(loud) << QList<int>{-127, 127};
    QTest::newRow("only above") << samples(QList<qint16>(samplesPerPeak, 2560)) << QList<int>{0, 10};
    QTest::newRow("two and a rest") << samples(loud + QList<qint16>(samplesPerPeak + 5, -512))
                                    << QList<int>{-127, 127, -2, 0};
}

void WaveformReaderTest::peaksOfSamples()
{
    QFETCH(const QByteArray, bytes);
    QList<int> found;
    for (const Peak &peak : peaksOf(bytes))
        found << peak.low << peak.high;
    QTEST(found, "lowsAndHighs");
}

void WaveformReaderTest::readsTheWholeSound()
{
    WaveformReader reader(sound);
    QSignalSpy finished(&reader, &WaveformReader::finished);
    QSignalSpy failed(&reader, &WaveformReader::failed);
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty() || !failed.isEmpty(), 60'000);
    QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.constFirst().constFirst().toString()));
    const Milliseconds covered = reader.peaks()->covered();
    QVERIFY(covered > Milliseconds{1'010'000} && covered < Milliseconds{1'020'000});
    // Somebody speaks in the second minute.
    QVERIFY(reader.peaks()->over(6000, 12000).high > 20);
}

void WaveformReaderTest::takesWhatWasReadBefore()
{
    const QTemporaryDir folder;
    const WaveformCache cache(folder.path());
    Milliseconds covered{0};
    for (const bool isFirst : {true, false}) {
        WaveformReader reader(sound, cache);
        QSignalSpy grown(&reader, &WaveformReader::grown);
        QSignalSpy finished(&reader, &WaveformReader::finished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
        if (!isFirst) {
            QCOMPARE(reader.peaks()->covered(), covered);
            // All at once: nothing was decoded.
            QCOMPARE(grown.size(), 1);
        }
        covered = reader.peaks()->covered();
    }
    QVERIFY(covered > Milliseconds{1'010'000});
}

void WaveformReaderTest::aSpoiledCacheIsReadAnew()
{
    const QTemporaryDir folder;
    const WaveformCache cache(folder.path());
    QFile file(folder.filePath(WaveformCache::keyOf(sound) + u".peaks"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(100'000, '\x7f'));
    file.close();
    WaveformReader reader(sound, cache);
    QSignalSpy finished(&reader, &WaveformReader::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QVERIFY(reader.peaks()->covered() > Milliseconds{1'010'000});
    QThreadPool::globalInstance()->waitForDone();
    QVERIFY(cache.load(WaveformCache::keyOf(sound)));
}

void WaveformReaderTest::aFileWithoutSoundFails()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"-empty:0.mp4"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no media at all");
    file.close();
    for (const QString &wrong : {path, u"/nowhere/at/all.mp4"_s}) {
        WaveformReader reader(wrong);
        QSignalSpy failed(&reader, &WaveformReader::failed);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
        QVERIFY(reader.peaks()->isEmpty());
    }
}

void WaveformReaderTest::canBeGivenUpAtAnyTime()
{
    // Before anything, with the first part, and with a later one.
    for (const int parts : {0, 1, 3}) {
        auto reader = std::make_unique<WaveformReader>(sound);
        QSignalSpy grown(reader.get(), &WaveformReader::grown);
        QTRY_VERIFY_WITH_TIMEOUT(grown.size() >= parts, 60'000);
        reader.reset();
    }
}

#include "tst_waveformreader.moc"
