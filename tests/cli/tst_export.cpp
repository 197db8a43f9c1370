// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/serviceresultcodec.h"
#include "core/library/library.h"
#include "core/review/reviewid.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// "export" as a process: a result of the offline engine, its decisions in a library, real media.
class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFormatOfOneFile_data();
    void everyFormatOfOneFile();
    void theRateComesFromTheMediaOrByHand();
    void theEditingProgramsPathIsWritten();
    void captionsMakeAFolder();
    void onlyWhatIsKept();
    void aRunsDecisionsCountToo();
    void clipsAreCut();
    void whatItIsMadeFromStays();
    void mediaCanBeUnreadable();
    void aBrokenLibraryIsSaid();
    void refuses_data();
    void refuses();

private:
    struct Outcome
    {
        int status = -1;
        QByteArray output;
        QString messages;
    };
    Outcome call(const QStringList &arguments, const QString &library = u"library"_s) const;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    ServiceResult result() const;
    void decide(const QString &library, const ReviewId &review, const QList<int> &kept, int rejected) const;

    QTemporaryDir m_folder;
};

VIRAL_TEST(ExportTest)

namespace {

const QString sample = QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json");

QByteArray contentOf(const QString &path)
{
    QFile source(path);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

} // namespace

ExportTest::Outcome ExportTest::call(const QStringList &arguments, const QString &library) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"OPENAI_API_KEY"_s);
    environment.insert(u"VIRAL_MOMENTS_LIBRARY"_s, path(library));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(VIRAL_PROGRAMS "/viral-moments-cli"), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

ServiceResult ExportTest::result() const
{
    const Result<JsonDocument> document = JsonDocument::parse(contentOf(path(u"result.json"_s)));
    Problems problems;
    return document ? readServiceResult(document->root(), problems) : ServiceResult{};
}

/// Keeps and rejects moments of the result by their place.
void ExportTest::decide(const QString &library, const ReviewId &review, const QList<int> &kept, int rejected) const
{
    const auto opened = Library::open(path(library));
    QVERIFY(opened);
    const Review fresh(result());
    JournalEntry entry;
    for (const int place : kept)
        entry.edits.append(DecisionEdit{.moment = fresh.moments().at(place).id, .decision = Decision::Kept});
    entry.edits.append(DecisionEdit{.moment = fresh.moments().at(rejected).id, .decision = Decision::Rejected});
    QVERIFY((*opened)->journal().append(review, {entry}, 0));
}

void ExportTest::initTestCase()
{
    QCOMPARE(call({u"run"_s, sample, u"--engine"_s, u"offline"_s, u"-o"_s, path(u"result.json"_s)}).status, 0);
    QVERIFY(result().moments.size() >= 4);
    QCOMPARE(QProcess::execute(u"ffmpeg"_s, {u"-v"_s,        u"error"_s,       u"-f"_s,
                                             u"lavfi"_s,     u"-i"_s,          u"testsrc2=s=64x36:r=30000/1001"_s,
                                             u"-f"_s,        u"lavfi"_s,       u"-i"_s,
                                             u"sine=220"_s,  u"-t"_s,          u"300"_s,
                                             u"-c:v"_s,      u"libx264"_s,     u"-preset"_s,
                                             u"ultrafast"_s, u"-c:a"_s,        u"aac"_s,
                                             u"-timecode"_s, u"10:00:00;00"_s, path(u"talk.mp4"_s)}),
             0);
}

void ExportTest::everyFormatOfOneFile_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("json") << u"json"_s << QByteArray("{\n");
    QTest::newRow("csv") << u"csv"_s << QByteArray("number,title,");
    QTest::newRow("markdown") << u"markdown"_s << QByteArray("# ");
    QTest::newRow("html") << u"html"_s << QByteArray("<!DOCTYPE html>");
    QTest::newRow("edl") << u"edl"_s << QByteArray("TITLE: ");
    QTest::newRow("resolve-markers") << u"resolve-markers"_s << QByteArray("TITLE: ");
    QTest::newRow("fcpxml") << u"fcpxml"_s << QByteArray("<?xml version=\"1.0\"");
    QTest::newRow("premiere-xml") << u"premiere-xml"_s << QByteArray("<?xml version=\"1.0\"");
    QTest::newRow("otio") << u"otio"_s << QByteArray("{");
    QTest::newRow("youtube-chapters") << u"youtube-chapters"_s << QByteArray("0:00 ");
    QTest::newRow("audacity-labels") << u"audacity-labels"_s << QByteArray("");
    QTest::newRow("losslesscut-csv") << u"losslesscut-csv"_s << QByteArray("Start,End,Name");
}

void ExportTest::everyFormatOfOneFile()
{
    QFETCH(const QString, format);
    QFETCH(const QByteArray, begins);
    const QStringList words{u"export"_s, path(u"result.json"_s), u"--format"_s,
                            format,      u"--media"_s,           path(u"talk.mp4"_s)};
    const Outcome printed = call(words);
    QCOMPARE(printed.status, 0);
    QVERIFY(printed.output.startsWith(begins));
    QVERIFY(printed.output.size() > 100);
    const Outcome written = call(words + QStringList{u"-o"_s, path(u"file"_s)});
    QCOMPARE(written.status, 0);
    QVERIFY(written.output.isEmpty());
    QCOMPARE(contentOf(path(u"file"_s)), printed.output);
}

void ExportTest::theRateComesFromTheMediaOrByHand()
{
    const QStringList words{u"export"_s, path(u"result.json"_s), u"-f"_s, u"edl"_s};
    QVERIFY(call(words + QStringList{u"--media"_s, path(u"talk.mp4"_s)}).output.contains("FCM: DROP FRAME"));
    const Outcome byHand = call(words + QStringList{u"--fps"_s, u"25"_s, u"--media"_s, path(u"talk.mp4"_s)});
    QVERIFY(byHand.output.contains("FCM: NON-DROP FRAME"));
    QVERIFY(byHand.output.contains(" 10:0"));
    const Outcome missing = call(words);
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.messages.contains(u"--"), qPrintable(missing.messages));
}

void ExportTest::theEditingProgramsPathIsWritten()
{
    const Outcome outcome = call({u"export"_s, path(u"result.json"_s), u"-f"_s, u"fcpxml"_s, u"--media"_s,
                                  path(u"talk.mp4"_s), u"--media-as"_s, u"/Volumes/Edit/A talk.mp4"_s});
    QVERIFY(outcome.output.contains("file:///Volumes/Edit/A%20talk.mp4"));
    QVERIFY(!outcome.output.contains(m_folder.path().toUtf8()));
}

void ExportTest::captionsMakeAFolder()
{
    const QStringList words{u"export"_s, path(u"result.json"_s), u"-f"_s, u"srt"_s};
    QCOMPARE(call(words + QStringList{u"-o"_s, path(u"captions"_s)}).status, 2);
    const QStringList withWords = words + QStringList{u"--transcript"_s, sample};
    QCOMPARE(call(withWords).status, 2);
    QCOMPARE(call(withWords + QStringList{u"-o"_s, path(u"captions"_s)}).status, 0);
    const QStringList files = QDir(path(u"captions"_s)).entryList({u"*.srt"_s});
    QCOMPARE(files.size(), result().moments.size());
    QVERIFY(contentOf(path(u"captions/"_s + files.constFirst())).startsWith("1\r\n00:00:00,"));
}

void ExportTest::onlyWhatIsKept()
{
    const QStringList words{u"export"_s, path(u"result.json"_s), u"-f"_s, u"losslesscut-csv"_s};
    const QStringList kept = words + QStringList{u"--only"_s, u"approved"_s};
    const Outcome undecided = call(kept, u"fresh"_s);
    QCOMPARE(undecided.status, 2);
    QVERIFY(undecided.messages.contains(u"Nothing is decided"));

    decide(u"decided"_s, reviewIdOf(result()), {0, 2}, 1);
    QCOMPARE(call(kept, u"decided"_s).output.count('\n'), 1 + 2);
    // Without the wish everything but the rejected goes.
    QCOMPARE(call(words, u"decided"_s).output.count('\n'), 1 + result().moments.size() - 1);
}

void ExportTest::aRunsDecisionsCountToo()
{
    const RunId run{u"the-run"_s};
    {
        const auto library = Library::open(path(u"runs"_s));
        QVERIFY(library);
        QVERIFY((*library)->runs().saveRun({.id = run, .jobId = result().jobId}));
    }
    decide(u"runs"_s, reviewIdOf(run), {3}, 0);
    const Outcome outcome = call(
        {u"export"_s, path(u"result.json"_s), u"-f"_s, u"losslesscut-csv"_s, u"--only"_s, u"approved"_s}, u"runs"_s);
    QCOMPARE(outcome.output.count('\n'), 1 + 1);
}

void ExportTest::clipsAreCut()
{
    decide(u"clips"_s, reviewIdOf(result()), {0}, 1);
    const Outcome outcome = call({u"export"_s, path(u"result.json"_s), u"-f"_s, u"clips"_s, u"--only"_s, u"approved"_s,
                                  u"--media"_s, path(u"talk.mp4"_s), u"-o"_s, path(u"cut"_s), u"--instant"_s},
                                 u"clips"_s);
    QCOMPARE(outcome.status, 0);
    const QStringList files = QDir(path(u"cut"_s)).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(files.size(), 1);
    QVERIFY(files.constFirst().startsWith(u"01 "_s) && files.constFirst().endsWith(u".mp4"_s));
}

void ExportTest::whatItIsMadeFromStays()
{
    const QString folder = path(u"own"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString own = folder + u"/result.json"_s;
    const QString words = folder + u"/words.json"_s;
    const QString media = folder + u"/talk.mp4"_s;
    QVERIFY(QFile::copy(path(u"result.json"_s), own) && QFile::copy(sample, words) &&
            QFile::copy(path(u"talk.mp4"_s), media));
    for (const QString &target : {own, words, media}) {
        const QByteArray before = contentOf(target);
        const Outcome outcome =
            call({u"export"_s, own, u"-f"_s, u"csv"_s, u"--transcript"_s, words, u"--media"_s, media, u"-o"_s, target});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.messages.contains(target), qPrintable(outcome.messages));
        QCOMPARE(contentOf(target), before);
    }
}

void ExportTest::mediaCanBeUnreadable()
{
    const QStringList words{u"export"_s, path(u"result.json"_s), u"-f"_s, u"csv"_s, u"--media"_s, path(u"talk.mp4"_s)};
    const QByteArray programs = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const Outcome outcome = call(words);
    qputenv("PATH", programs);
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.messages.contains(u"ffprobe"), qPrintable(outcome.messages));
}

void ExportTest::aBrokenLibraryIsSaid()
{
    decide(u"broken"_s, reviewIdOf(result()), {0}, 1);
    for (const QString &name : QDir(path(u"broken"_s)).entryList(QDir::Files)) {
        QFile file(path(u"broken/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no database at all") > 0);
    }
    // What was rejected must not be handed over because nobody could read that it was.
    const Outcome outcome = call({u"export"_s, path(u"result.json"_s), u"-f"_s, u"csv"_s}, u"broken"_s);
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.output.isEmpty());
}

void ExportTest::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("part");
    QTest::newRow("format") << QStringList{u"-f"_s, u"mpeg"_s} << u"--format is one of json, csv"_s;
    QTest::newRow("rate") << QStringList{u"--fps"_s, u"fast"_s} << u"--fps"_s;
    QTest::newRow("endless rate") << QStringList{u"--fps"_s, u"1e300"_s} << u"--fps"_s;
    QTest::newRow("shape") << QStringList{u"--shape"_s, u"round"_s} << u"--shape"_s;
    QTest::newRow("handles") << QStringList{u"--handles"_s, u"-3"_s} << u"--handles"_s;
    QTest::newRow("only") << QStringList{u"--only"_s, u"some"_s} << u"--only"_s;
    QTest::newRow("media") << QStringList{u"--media"_s, u"/nowhere.mp4"_s} << u"/nowhere.mp4"_s;
    QTest::newRow("transcript") << QStringList{u"--transcript"_s, u"/nowhere.srt"_s} << u"/nowhere.srt"_s;
    QTest::newRow("clips without media") << QStringList{u"-f"_s, u"clips"_s, u"-o"_s, u"/tmp/x"_s} << u"--media"_s;
    QTest::newRow("clips without place") << QStringList{u"-f"_s, u"clips"_s} << u"-o"_s;
    QTest::newRow("no such folder") << QStringList{u"-o"_s, u"/nowhere/at/all.json"_s} << u"/nowhere/at/all.json"_s;
}

void ExportTest::refuses()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, part);
    const Outcome outcome = call(QStringList{u"export"_s, path(u"result.json"_s)} + words);
    QVERIFY(outcome.status == 1 || outcome.status == 2);
    QVERIFY2(outcome.messages.contains(part), qPrintable(outcome.messages));
    QVERIFY(outcome.output.isEmpty());
}

#include "tst_export.moc"
