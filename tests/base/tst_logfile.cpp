// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logfile.h"

#include "core/base/log.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace Viral;
using namespace Qt::StringLiterals;

// The log on disk: what a line looks like, when it is there, how files are turned, and that no key is ever in it.
class LogFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineHoldsEverything();
    void oneEntryIsOneLine();
    void warningsAreOnDiskAtOnceWithAllBeforeThem();
    void theRestIsThereAtTheEnd();
    void theRestComesByItself();
    void filesAreTurned();
    void severalWritersLoseNothing();
    void keysNeverGetIn_data();
    void keysNeverGetIn();
    void whereNothingCanBeWrittenItGoesQuiet_data();
    void whereNothingCanBeWrittenItGoesQuiet();
    void theHandlerWritesIntoIt();
    void theLastLinesAreWhole();
    void theFolderIsTheSystems();
};

VIRAL_TEST(LogFileTest)

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray everythingIn(const QString &folder)
{
    QByteArray all;
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.log"_s}, QDir::Files))
        all += contentOf(file.filePath());
    return all;
}

} // namespace

void LogFileTest::aLineHoldsEverything()
{
    const QDateTime when(QDate(2026, 11, 21), QTime(16, 0, 53, 120), Qt::UTC);
    QCOMPARE(logLine(when, QtWarningMsg, u"viral.run"_s, u"Größe: 日本"_s),
             QByteArray("2026-11-21T16:00:53.120Z warning viral.run: Größe: 日本\n"));
    QVERIFY(logLine(when, QtDebugMsg, u"x"_s, QString(100'000, u'a')).size() < 20'000);
}

void LogFileTest::oneEntryIsOneLine()
{
    const QByteArray line =
        logLine({}, QtInfoMsg, u"x"_s, u"a\n2026-11-21T16:00:53Z error viral.run: forged\r\u2028\u001b[31m"_s);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(!line.contains('\r') && !line.contains('\x1b') && !line.contains("\u2028"));
    QVERIFY(line.contains("\\nforged") || line.contains("\\n2026"));
}

void LogFileTest::warningsAreOnDiskAtOnceWithAllBeforeThem()
{
    const QTemporaryDir folder;
    LogFile log(folder.path());
    log.add(QtInfoMsg, u"viral.run"_s, u"first"_s);
    log.add(QtWarningMsg, u"viral.run"_s, u"second"_s);
    const QByteArray text = contentOf(log.path());
    QCOMPARE(text.count('\n'), 2);
    QVERIFY(text.indexOf("info viral.run: first") < text.indexOf("warning viral.run: second"));
    QVERIFY(!(QFile::permissions(log.path()) & (QFile::ReadGroup | QFile::ReadOther)));
}

void LogFileTest::theRestIsThereAtTheEnd()
{
    const QTemporaryDir folder;
    {
        LogFile log(folder.filePath(u"made/for/it"_s));
        for (int i = 0; i < 1000; ++i)
            log.add(QtInfoMsg, u"x"_s, QString::number(i));
    }
    const QByteArray text = contentOf(folder.filePath(u"made/for/it/viral-moments.log"_s));
    QCOMPARE(text.count('\n'), 1000);
    QVERIFY(text.endsWith(": 999\n"));
}

void LogFileTest::theRestComesByItself()
{
    const QTemporaryDir folder;
    LogFile log(folder.path());
    log.add(QtInfoMsg, u"x"_s, u"by itself"_s);
    QTRY_VERIFY(contentOf(log.path()).contains("by itself"));
}

void LogFileTest::filesAreTurned()
{
    const QTemporaryDir folder;
    LogFile log(folder.path(), {.bytesPerFile = 1'000, .files = 3});
    for (int i = 0; i < 200; ++i)
        log.add(QtWarningMsg, u"x"_s, u"entry %1 %2"_s.arg(i).arg(QString(50, u'.')));
    const QStringList files = QDir(folder.path()).entryList({u"*.log"_s}, QDir::Files, QDir::Name);
    QCOMPARE(files, (QStringList{u"viral-moments.1.log"_s, u"viral-moments.2.log"_s, u"viral-moments.log"_s}));
    for (const QString &file : files) {
        const QByteArray text = contentOf(folder.filePath(file));
        QVERIFY2(text.size() <= 1'000 && text.size() > 500, qPrintable(file));
        QVERIFY(text.endsWith('\n'));
    }
    QVERIFY(contentOf(log.path()).contains("entry 199 "));
    QVERIFY(contentOf(folder.filePath(u"viral-moments.2.log"_s)).indexOf("entry 199 ") < 0);
}

void LogFileTest::severalWritersLoseNothing()
{
    const QTemporaryDir folder;
    // Two programs are two of these: they know nothing of each other but the folder.
    constexpr int writers = 4;
    constexpr int entries = 400;
    {
        std::vector<std::unique_ptr<LogFile>> logs;
        for (int i = 0; i < writers; ++i)
            logs.push_back(
                std::make_unique<LogFile>(folder.path(), LogFile::Limits{.bytesPerFile = 40'000, .files = 50}));
        std::vector<std::thread> threads;
        for (int i = 0; i < writers; ++i) {
            threads.emplace_back([&log = *logs[static_cast<size_t>(i)], i] {
                for (int entry = 0; entry < entries; ++entry)
                    log.add(entry % 5 == 0 ? QtWarningMsg : QtInfoMsg, u"x"_s,
                            u"writer %1 entry %2 end"_s.arg(i).arg(entry));
            });
        }
        for (std::thread &thread : threads)
            thread.join();
    }
    const QByteArray all = everythingIn(folder.path());
    static const QRegularExpression whole(uR"(^\S+Z (info|warning) x: writer \d entry \d+ end$)"_s);
    QSet<QByteArray> seen;
    for (const QByteArray &line : all.split('\n')) {
        if (line.isEmpty())
            continue;
        QVERIFY2(whole.match(QString::fromUtf8(line)).hasMatch(), line.constData());
        seen.insert(line.mid(line.indexOf("writer")));
    }
    QCOMPARE(seen.size(), writers * entries);
    QVERIFY(QDir(folder.path()).entryList({u"*.log"_s}, QDir::Files).size() > 1);
}

void LogFileTest::keysNeverGetIn_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("after");
    const QString key = u"sk-proj-4fTq0Zs81LmNbVcXwEr2tYuIoP"_s;
    QTest::newRow("OpenAI") << u"key "_s << key << u" was refused"_s;
    QTest::newRow("glued") << u"v1"_s << key << u""_s;
    QTest::newRow("glued by an underscore") << u"OPENAI_"_s << key << u""_s;
    QTest::newRow("old OpenAI") << u"("_s << u"sk-4fTq0Zs81LmNbVcXwEr2T3BlbkFJ"_s << u")"_s;
    QTest::newRow("RunPod") << u"\""_s << u"rpa_9Q8W7E6R5T4Y3U2I1O0P"_s << u"\""_s;
    QTest::newRow("RunPod, glued") << u"x"_s << u"rpa_9Q8W7E6R5T4Y3U2I1O0P"_s << u"y"_s;
    QTest::newRow("serverless") << u" "_s << u"rps_9Q8W7E6R5T4Y3U2I1O0P"_s << u" "_s;
    QTest::newRow("bearer") << u"authorization: bearer "_s << u"abc.def.ghi012"_s << u"\r\n"_s;
    QTest::newRow("Bearer in JSON") << u"{\"Authorization\":\"Bearer "_s << u"abcdefghijkl"_s << u"\"}"_s;
    QTest::newRow("Azure") << u"api-key: "_s << u"0a1b2c3d4e5f60718293a4b5c6d7e8f9"_s << u" sent"_s;
    QTest::newRow("payload") << u"{\"openai_api_key\":\""_s << u"gsk0a1b2c3d4e5f"_s << u"\",\"x\":1}"_s;
    QTest::newRow("payload as text") << u"{\\\"openai_api_key\\\":\\\""_s << u"gsk0a1b2c3d4e5f"_s << u"\\\"}"_s;
    QTest::newRow("variable") << u"WEBHOOK_SECRET="_s << u"correcthorse"_s << u" x"_s;
    QTest::newRow("signing secret") << u""_s << u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_s << u""_s;
    QTest::newRow("query") << u"https://a.example/?access_token="_s << u"0123456789abcdef"_s << u"&a=1"_s;
    QTest::newRow("address") << u"https://me:"_s << u"hunter22"_s << u"@a.example/"_s;
}

void LogFileTest::keysNeverGetIn()
{
    QFETCH(const QString, before);
    QFETCH(const QString, secret);
    QFETCH(const QString, after);
    const QTemporaryDir folder;
    LogFile log(folder.path());
    log.add(QtWarningMsg, u"viral.network"_s, before + secret + after);
    const QByteArray text = contentOf(log.path());
    QVERIFY(text.contains("[key]"));
    QVERIFY2(!text.contains(secret.toUtf8()), text.constData());
    QVERIFY2(!text.contains(secret.right(6).toUtf8()), text.constData());
}

void LogFileTest::whereNothingCanBeWrittenItGoesQuiet_data()
{
    QTest::addColumn<bool>("isFull");
    QTest::newRow("no folder") << false;
    QTest::newRow("disk full") << true;
}

void LogFileTest::whereNothingCanBeWrittenItGoesQuiet()
{
    QFETCH(const bool, isFull);
    const QTemporaryDir folder;
    QString path = folder.filePath(u"file/below"_s);
    if (isFull) {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("There is no device that is full here.");
        path = folder.path();
        QVERIFY(QFile::link(u"/dev/full"_s, path + u"/viral-moments.log"_s));
    } else {
        QVERIFY(QFile(folder.filePath(u"file"_s)).open(QIODevice::WriteOnly));
    }
    LogFile log(path);
    QVERIFY(log.isWritable());
    log.add(QtWarningMsg, u"x"_s, u"first"_s);
    QVERIFY(!log.isWritable());
    for (int i = 0; i < 1000; ++i)
        log.add(QtWarningMsg, u"x"_s, u"more"_s);
    log.flush();
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::System).size(), 1);
}

void LogFileTest::theHandlerWritesIntoIt()
{
    const QTemporaryDir folder;
    LogFile log(folder.path());
    setLogFile(&log);
    installLogHandler();
    qCWarning(runLog).noquote() << "sent with sk-proj-4fTq0Zs81LmNbVcXwEr2";
    qCDebug(runLog) << "switched off";
    setLogFile(nullptr);
    qCWarning(runLog) << "afterwards";
    qInstallMessageHandler(nullptr);
    const QByteArray text = contentOf(log.path());
    QVERIFY2(text.endsWith("warning viral.run: sent with [key]\n"), text.constData());
    QCOMPARE(text.count('\n'), 1);
}

void LogFileTest::theLastLinesAreWhole()
{
    const QTemporaryDir folder;
    QVERIFY(lastLogLines(folder.path(), 1000).isEmpty());
    LogFile log(folder.path(), {.bytesPerFile = 1'000, .files = 3});
    for (int i = 0; i < 30; ++i)
        log.add(QtWarningMsg, u"x"_s, u"entry %1 %2"_s.arg(i).arg(QString(50, u'.')));
    const QStringList lines = lastLogLines(folder.path(), 1'500);
    QVERIFY(lines.size() > 10);
    QVERIFY(lines.constLast().contains(u"entry 29 "_s));
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines.at(i).contains(u": entry %1 "_s.arg(30 - lines.size() + i)), qPrintable(lines.at(i)));
}

void LogFileTest::theFolderIsTheSystems()
{
    const QByteArray before = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_STATE_HOME", "/tmp/states");
    QCOMPARE(defaultLogFolder(), u"/tmp/states/viral-moments"_s);
    // Relative paths do not count.
    qputenv("XDG_STATE_HOME", "states");
    QCOMPARE(defaultLogFolder(), QDir::homePath() + u"/.local/state/viral-moments"_s);
    qunsetenv("XDG_STATE_HOME");
    QCOMPARE(defaultLogFolder(), QDir::homePath() + u"/.local/state/viral-moments"_s);
    if (!before.isEmpty())
        qputenv("XDG_STATE_HOME", before);
}

#include "tst_logfile.moc"
