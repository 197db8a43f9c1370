// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/work.h"

#include "core/contract/serviceresultcodec.h"

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
    void aResultFindsItsTranscript();
    void aModelsResultGetsASecondOpinion();
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
    QCOMPARE(mediaBeside(folder.filePath(u"Talk.payload.json"_s)), folder.filePath(u"talk.mp4"_s));
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

void WorkTest::aResultFindsItsTranscript()
{
    const Result<Work> first = loadWork(sample);
    QVERIFY(first);
    const QTemporaryDir folder;
    put(folder.filePath(u"talk.result.json"_s),
        writeServiceResult(first->outcome.result, JsonWriter::Layout::Indented));
    const Result<Work> alone = loadWork(folder.filePath(u"talk.result.json"_s));
    QVERIFY(alone);
    QVERIFY(alone->index.transcript().isEmpty());
    QCOMPARE(alone->title(), first->title());
    QVERIFY(QFile::copy(sample, folder.filePath(u"talk.payload.json"_s)));
    put(folder.filePath(u"Talk.MP4"_s), "x");
    const Result<Work> both = loadWork(folder.filePath(u"talk.result.json"_s));
    QVERIFY(both);
    QCOMPARE(both->outcome.result.moments, first->outcome.result.moments);
    QCOMPARE(both->index.transcript().sentences.size(), first->index.transcript().sentences.size());
    QCOMPARE(both->chunks.size(), first->chunks.size());
    QVERIFY(both->mediaPath.endsWith("Talk.MP4"_L1));
}

void WorkTest::aModelsResultGetsASecondOpinion()
{
    const Result<Work> own = loadWork(sample);
    QVERIFY(own && !own->secondOpinion);
    const QTemporaryDir folder;
    ServiceResult model = own->outcome.result;
    model.metadata.model = u"gpt-4o-mini"_s;
    put(folder.filePath(u"talk.result.json"_s), writeServiceResult(model, JsonWriter::Layout::Indented));
    const Result<Work> alone = loadWork(folder.filePath(u"talk.result.json"_s));
    QVERIFY(alone && !alone->secondOpinion);
    QVERIFY(QFile::copy(sample, folder.filePath(u"talk.payload.json"_s)));
    const Result<Work> both = loadWork(folder.filePath(u"talk.result.json"_s));
    QVERIFY(both && both->secondOpinion);
    QCOMPARE(both->secondOpinion->result.metadata.model, QString(offlineModelName));
    QCOMPARE(both->secondOpinion->result.moments, own->outcome.result.moments);
    // What is asked second is no decision on what was opened.
    QCOMPARE(both->review, alone->review);
}

#include "tst_work.moc"
