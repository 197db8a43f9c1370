// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/documenttable.h"
#include "core/library/opening.h"
#include "core/library/programid.h"
#include "core/library/salvage.h"
#include "core/library/schema.h"
#include "tests/library/librarysamples.h"
#include "tests/support/testregistry.h"

#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Large documents are kept in parts: seen whole or not at all, whatever happens between two of them.
class LibraryDocumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void comesBack_data();
    void comesBack();
    void takesThePlaceOfAnother_data();
    void takesThePlaceOfAnother();
    void withOthersItIsOneChange();
    void wantsItsRun();
    void isNeverSeenByHalves();
    void killedBetweenParts();
    void whatIsLeftGoes_data();
    void whatIsLeftGoes();
    void aLostPartIsALostDocument();
    void aSizeThatCannotBeIsALostDocument();
    void isRecovered();
    void goesWithItsRun();
    void anEarlierFileIsBroughtUp();
    void theLogIsLeftToOthers();

private:
    void reopen();
    void change(const QString &sql, const QVariantList &values = {});
    int count(const QString &sql);
    int parts() { return count(u"SELECT count(*) FROM document_parts"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

VIRAL_TEST(LibraryDocumentsTest)

namespace {

constexpr qsizetype part = DocumentTable::largestPart;
const RunId run{u"a"_s};

/// No two parts of it are alike.
QByteArray document(qsizetype size, char first = 'a')
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(first + (i + i / part) % 23);
    return bytes;
}

int partsOf(qsizetype size)
{
    return size > part ? static_cast<int>((size + part - 1) / part) : 0;
}

} // namespace

void LibraryDocumentsTest::init()
{
    m_library.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
    QVERIFY(m_library->runs().saveRun(sampleRun(run.value)));
}

void LibraryDocumentsTest::reopen()
{
    m_library.reset();
    m_library = openLibrary(m_folder->path());
}

void LibraryDocumentsTest::change(const QString &sql, const QVariantList &values)
{
    const auto database = Database::open(libraryFile(m_folder->path()), Database::Access::ReadWrite);
    QVERIFY(database.has_value());
    const Result<void> changed = (*database)->change(sql, values);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().text() + u": "_s + sql));
}

int LibraryDocumentsTest::count(const QString &sql)
{
    const auto database = Database::open(libraryFile(m_folder->path()), Database::Access::ReadOnly);
    return database ? (*database)->single(sql)->toInt() : -1;
}

void LibraryDocumentsTest::comesBack_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("nothing") << qsizetype{0};
    QTest::newRow("one byte") << qsizetype{1};
    QTest::newRow("as long as a part") << part;
    QTest::newRow("a byte longer") << part + 1;
    QTest::newRow("two parts") << 2 * part;
    QTest::newRow("eight megabytes and a bit") << 32 * part + 5;
}

void LibraryDocumentsTest::comesBack()
{
    QFETCH(const qsizetype, size);
    QVERIFY(m_library->runs().keepFunnel(run, document(size)));
    QCOMPARE(parts(), partsOf(size));
    QVERIFY(m_library->runs().funnel(run).value() == std::optional(document(size)));
    reopen();
    QVERIFY(m_library->runs().funnel(run).value() == std::optional(document(size)));
    QCOMPARE(m_library->runs().result(run).value(), std::nullopt);
}

void LibraryDocumentsTest::takesThePlaceOfAnother_data()
{
    QTest::addColumn<qsizetype>("before");
    QTest::addColumn<qsizetype>("after");
    QTest::newRow("small, large") << qsizetype{7} << 3 * part;
    QTest::newRow("large, small") << 3 * part << qsizetype{7};
    QTest::newRow("large, larger") << 3 * part << 20 * part;
    QTest::newRow("large, less") << 20 * part << 3 * part;
}

void LibraryDocumentsTest::takesThePlaceOfAnother()
{
    QFETCH(const qsizetype, before);
    QFETCH(const qsizetype, after);
    QVERIFY(m_library->runs().keepFunnel(run, document(before)));
    QVERIFY(m_library->runs().keepFunnel(run, document(after, 'A')));
    QVERIFY(m_library->runs().funnel(run).value() == std::optional(document(after, 'A')));
    QCOMPARE(parts(), partsOf(after));
}

void LibraryDocumentsTest::withOthersItIsOneChange()
{
    RunStore &runs = m_library->runs();
    const auto failed = runs.together([&]() -> Result<void> {
        if (const auto kept = runs.keepFunnel(run, document(4 * part)); !kept)
            return kept;
        return failure(ErrorKind::Storage, u"no"_s);
    });
    QVERIFY(!failed);
    QCOMPARE(runs.funnel(run).value(), std::nullopt);
    QCOMPARE(parts(), 0);
    QVERIFY(runs.together([&] { return runs.keepFunnel(run, document(4 * part)); }));
    QVERIFY(runs.funnel(run).value() == std::optional(document(4 * part)));
}

void LibraryDocumentsTest::wantsItsRun()
{
    QVERIFY(!m_library->runs().keepFunnel({u"unknown"_s}, document(4 * part)));
    QCOMPARE(parts(), 0);
}

void LibraryDocumentsTest::isNeverSeenByHalves()
{
    QVERIFY(m_library->runs().keepFunnel(run, document(16 * part)));
    std::atomic<bool> isDone = false;
    std::atomic<bool> isKept = true;
    std::thread writer([&, folder = m_folder->path()] {
        const auto library = Library::open(folder);
        for (int i = 1; i <= 6 && library; ++i)
            isKept = isKept && (*library)->runs().keepFunnel(run, document(16 * part, i % 2 ? 'A' : 'a')).has_value();
        isKept = isKept && library.has_value();
        isDone = true;
    });
    int looks = 0;
    bool isWhole = true;
    bool isAppended = true;
    // A step is kept beside it all the time, and whoever reads sees one document or the other.
    while (!isDone) {
        const auto seen = m_library->runs().funnel(run);
        isWhole = isWhole && seen && (*seen == document(16 * part) || *seen == document(16 * part, 'A'));
        isAppended = isAppended && appendStep(m_library->journal(), {u"r"_s}, numberedEntry(++looks));
    }
    writer.join();
    QVERIFY(isKept);
    QVERIFY(isWhole);
    QVERIFY(isAppended);
    QVERIFY(looks > 0);
    QCOMPARE(parts(), 16);
}

void LibraryDocumentsTest::killedBetweenParts()
{
    constexpr int kills = 20;
    constexpr qsizetype size = 16 * part;
    QRandomGenerator random(4'711);
    int leftBehind = 0;
    for (int round = 0; round < kills; ++round) {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(QStringLiteral(VIRAL_PROGRAMS "/documentwriter"), {m_folder->path(), QString::number(size)});
        QVERIFY(writer.waitForReadyRead(30'000));
        QTest::qWait(random.bounded(60));
        writer.kill();
        QVERIFY(writer.waitForFinished(30'000));
        const QByteArray printed = writer.readAllStandardOutput();
        const char shown = printed.at(printed.lastIndexOf('\n') - 1);
        leftBehind += parts() > partsOf(size) ? 1 : 0;
        reopen();
        // What was said to be kept is there, or the one that took its place.
        const auto kept = m_library->runs().funnel(run);
        QVERIFY(kept && *kept);
        const char next = shown == 'z' ? 'a' : static_cast<char>(shown + 1);
        QVERIFY(**kept == QByteArray(size, shown) || **kept == QByteArray(size, next));
        QCOMPARE(parts(), partsOf(size));
        QCOMPARE(count(u"SELECT count(DISTINCT document) FROM document_parts"_s), 1);
    }
    QVERIFY2(leftBehind > 0, "no kill came between two parts");
}

void LibraryDocumentsTest::whatIsLeftGoes_data()
{
    QTest::addColumn<QString>("writer");
    QTest::addColumn<int>("hoursAgo");
    QTest::addColumn<bool>("stays");
    QTest::newRow("at work") << thisProgram() << 0 << true;
    QTest::newRow("at work for long") << thisProgram() << 23 << true;
    QTest::newRow("nobody works for so long") << thisProgram() << 25 << false;
    QTest::newRow("the clock was set back") << thisProgram() << -25 << false;
    QTest::newRow("on another computer") << u"elsewhere"_s << 1 << true;
    QTest::newRow("on another computer, long ago") << u"elsewhere"_s << 25 << false;
}

void LibraryDocumentsTest::whatIsLeftGoes()
{
    QFETCH(const QString, writer);
    QFETCH(const int, hoursAgo);
    QFETCH(const bool, stays);
    QVERIFY(m_library->runs().keepFunnel(run, document(2 * part)));
    const qint64 written = QDateTime::currentMSecsSinceEpoch() - hoursAgo * 3'600'000LL;
    for (int i = 0; i < 20; ++i) {
        change(u"INSERT INTO document_parts (run_id, document, part, writer, written, bytes) "
               u"VALUES ('a', 'left', ?, ?, ?, 'x')"_s,
               {i, writer, written});
    }
    reopen();
    QCOMPARE(parts(), stays ? 22 : 2);
    QVERIFY(m_library->runs().funnel(run).value() == std::optional(document(2 * part)));
}

void LibraryDocumentsTest::aLostPartIsALostDocument()
{
    QVERIFY(m_library->runs().keepFunnel(run, document(4 * part)));
    change(u"DELETE FROM document_parts WHERE part = 2"_s);
    const auto read = m_library->runs().funnel(run);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, ErrorKind::Storage);
    QVERIFY2(read.error().message.contains(u"funnel"), qPrintable(read.error().message));
}

void LibraryDocumentsTest::aSizeThatCannotBeIsALostDocument()
{
    QVERIFY(m_library->runs().keepFunnel(run, document(4 * part)));
    for (const qint64 size : {std::numeric_limits<qint64>::max(), qint64{1} << 40}) {
        change(u"UPDATE run_documents SET size = ?"_s, {size});
        const auto read = m_library->runs().funnel(run);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, ErrorKind::Storage);
    }
}

void LibraryDocumentsTest::isRecovered()
{
    QVERIFY(m_library->runs().keepFunnel(run, document(4 * part)));
    m_library.reset();
    const QTemporaryDir other;
    {
        const auto fresh = Database::open(libraryFile(other.path()), Database::Access::ReadWrite);
        QVERIFY(fresh && migrate(**fresh));
        const auto counts = salvage(**fresh, libraryFile(m_folder->path()));
        QVERIFY(counts.has_value());
        QCOMPARE(counts->at(libraryTables().indexOf(u"document_parts"_s)), 4);
    }
    QVERIFY(openLibrary(other.path())->runs().funnel(run).value() == std::optional(document(4 * part)));
}

void LibraryDocumentsTest::goesWithItsRun()
{
    RunRecord done = sampleRun(run.value);
    done.state = RunState::Succeeded;
    QVERIFY(m_library->runs().saveRun(done));
    QVERIFY(m_library->runs().keepFunnel(run, document(4 * part)));
    QVERIFY(m_library->served().markServed(run));
    // What lies in parts counts as much as what does not.
    const QDateTime later = done.updatedAt.addDays(2);
    QCOMPARE(m_library->served().prune({.mostBytes = 4 * part}, later, 10).value(), 0);
    QCOMPARE(m_library->served().prune({.mostBytes = 4 * part - 1}, later, 10).value(), 1);
    QCOMPARE(parts(), 0);
}

void LibraryDocumentsTest::anEarlierFileIsBroughtUp()
{
    QVERIFY(m_library->runs().keepFunnel(run, document(part)));
    m_library.reset();
    for (const QString &sql :
         {u"DROP TABLE document_parts"_s, u"DROP INDEX run_documents_parted"_s,
          u"ALTER TABLE run_documents DROP COLUMN parts"_s, u"ALTER TABLE run_documents DROP COLUMN size"_s,
          u"ALTER TABLE runs DROP COLUMN fresh_chunks"_s, u"ALTER TABLE runs DROP COLUMN took_ms"_s,
          u"PRAGMA user_version=3"_s})
        change(sql);
    reopen();
    QVERIFY(m_library->runs().funnel(run).value() == std::optional(document(part)));
    const RunRecord record = m_library->runs().run(run).value().value();
    QCOMPARE(record.freshChunks, QList<int>());
    QCOMPARE(record.took, std::nullopt);
    QVERIFY(m_library->runs().keepFunnel(run, document(2 * part)));
    QVERIFY(m_library->runs().funnel(run).value() == std::optional(document(2 * part)));
}

void LibraryDocumentsTest::theLogIsLeftToOthers()
{
    const auto other = openLibrary(m_folder->path());
    QVERIFY(m_library->takeInLog());
    QVERIFY(m_library->leaveLogToOthers());
    const qint64 before = QFileInfo(m_library->filePath()).size();
    JournalEntry large = numberedEntry(1);
    large.author = QString(200'000, u'x');
    // Six megabytes, where SQLite by itself takes the log in after four.
    for (int i = 0; i < 30; ++i)
        QVERIFY(appendStep(m_library->journal(), {u"r"_s}, large));
    QCOMPARE(QFileInfo(m_library->filePath()).size(), before);
    QVERIFY(other->takeInLog());
    QVERIFY(QFileInfo(m_library->filePath()).size() > before + 30 * 200'000);
    QCOMPARE(other->journal().entries({u"r"_s})->size(), 30);
}

#include "tst_librarydocuments.moc"
