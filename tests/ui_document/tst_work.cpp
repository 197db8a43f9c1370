// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/work.h"

#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class WorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleHasMomentsAndItsSound();
    void theSameFileHasTheSameReview();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void mediaIsFoundBesideTheFile();
    void aMediaFileOpensItsTranscript();
};

VIRAL_TEST(WorkTest)

namespace {

const QString sample = QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json");

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

void WorkTest::theSampleHasMomentsAndItsSound()
{
    const Result<Work> work = loadWork(sample);
    QVERIFY2(work, work ? "" : qPrintable(work.error().text()));
    QVERIFY(work->outcome.result.moments.size() >= 5);
    QVERIFY(work->mediaPath.endsWith("interview.opus"_L1));
    QVERIFY(!work->chunks.isEmpty());
    QVERIFY(!work->lexicalScores.isEmpty());
    QVERIFY(!work->title().isEmpty());
    QCOMPARE(work->source().start, Milliseconds{0});
}

void WorkTest::theSameFileHasTheSameReview()
{
    const Result<Work> first = loadWork(sample);
    const Result<Work> second = loadWork(sample);
    QVERIFY(first && second);
    QVERIFY(!first->review.isEmpty());
    QCOMPARE(first->review, second->review);
}

void WorkTest::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("truncated") << QByteArray(R"({"transcript": {"sentences": [{"text": "Hel)");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
                                          16);
    QTest::newRow("a million brackets") << QByteArray(1'000'000, '[');
    QTest::newRow("no transcript") << QByteArray(R"({"hello": "world"})");
}

void WorkTest::badFilesAreRefused()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bad.json"_s);
    put(path, bytes);
    const Result<Work> work = loadWork(path);
    QVERIFY(!work);
    QVERIFY(!work.error().message.isEmpty());
}

void WorkTest::mediaIsFoundBesideTheFile()
{
    const QTemporaryDir folder;
    const QString transcript = folder.filePath(u"talk.en.srt"_s);
    QCOMPARE(mediaBeside(transcript), QString());
    put(folder.filePath(u"talk.mp4"_s), "x");
    QCOMPARE(mediaBeside(transcript), folder.filePath(u"talk.mp4"_s));
    put(folder.filePath(u"talk.en.mkv"_s), "x");
    QCOMPARE(mediaBeside(transcript), folder.filePath(u"talk.en.mkv"_s));
}

void WorkTest::aMediaFileOpensItsTranscript()
{
    QVERIFY(isMediaFile(u"/a/B.MP4"_s));
    QVERIFY(!isMediaFile(u"/a/b.json"_s));
    const Result<Work> work = loadWork(QStringLiteral(VIRAL_RESOURCES "/sample/interview.opus"));
    QVERIFY2(work, work ? "" : qPrintable(work.error().text()));
    QVERIFY(work->path.endsWith("interview.payload.json"_L1));
    QVERIFY(work->mediaPath.endsWith("interview.opus"_L1));
    const QTemporaryDir folder;
    put(folder.filePath(u"alone.mp4"_s), "x");
    const Result<Work> alone = loadWork(folder.filePath(u"alone.mp4"_s));
    QVERIFY(!alone);
    QCOMPARE(alone.error().kind, ErrorKind::Input);
}

#include "tst_work.moc"
