// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"
#include "tests/library/librarysamples.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// Several changes that are kept as one: what is on disk, and when.
class LibraryTogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void allOfItIsKept();
    void waitsForTheDiskOnce();
    void nothingIsSeenBeforeTheEnd();
    void nothingStaysAfterAFailure_data();
    void nothingStaysAfterAFailure();
    void aPartThatFailsGoesAlone();
    void goesOnAfterAFailure();
    void withoutTheRightToWrite();

private:
    /// Everything of a job that was done for others.
    Result<void> keepJob(const QString &id);
    /// The library as a kill at this moment would leave it.
    std::unique_ptr<Library> afterAKill();
    int count(Library &library, const QString &table);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_copy;
    std::unique_ptr<Library> m_library;
};

VIRAL_TEST(LibraryTogetherTest)

namespace {

const QByteArray funnel = R"({"stages":[]})";

/// Transactions in the log of \a library, by the frames that end one (SQLite's WAL format, big endian).
int commitsIn(const QString &library)
{
    QFile file(library + u"-wal"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray log = file.readAll();
    const auto number = [&log](qsizetype at) { return qFromBigEndian<quint32>(log.constData() + at); };
    const qsizetype headSize = 32;
    if (log.size() < headSize)
        return 0;
    const qsizetype frameSize = 24 + qsizetype(number(8));
    int commits = 0;
    for (qsizetype at = headSize; at + frameSize <= log.size(); at += frameSize)
        commits += number(at + 4) > 0 ? 1 : 0;
    return commits;
}

} // namespace

void LibraryTogetherTest::init()
{
    m_library.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = openLibrary(m_folder->path());
    QVERIFY(m_library);
}

Result<void> LibraryTogetherTest::keepJob(const QString &id)
{
    RunStore &runs = m_library->runs();
    RunRecord run = sampleRun(id);
    run.state = RunState::Succeeded;
    if (const auto saved = runs.saveRun(run); !saved)
        return tl::unexpected(saved.error());
    if (const auto marked = m_library->served().markServed(run.id); !marked)
        return marked;
    if (const auto kept = runs.keepRequest(run.id, sampleRequest()); !kept)
        return kept;
    if (const auto kept = runs.keepFunnel(run.id, funnel); !kept)
        return kept;
    return runs.keepResult(run.id, {.jobId = id});
}

std::unique_ptr<Library> LibraryTogetherTest::afterAKill()
{
    m_copy = std::make_unique<QTemporaryDir>();
    const QString name = QFileInfo(m_library->filePath()).fileName();
    for (const QString &ending : {u""_s, u"-wal"_s})
        QFile::copy(m_library->filePath() + ending, m_copy->filePath(name + ending));
    return openLibrary(m_copy->path());
}

int LibraryTogetherTest::count(Library &library, const QString &table)
{
    const auto database = Database::open(library.filePath(), Database::Access::ReadOnly);
    return database ? (*database)->single(u"SELECT count(*) FROM "_s + table)->toInt() : -1;
}

void LibraryTogetherTest::allOfItIsKept()
{
    QVERIFY(m_library->runs().together([this] { return keepJob(u"a"_s); }));
    const auto library = afterAKill();
    QVERIFY(library);
    QCOMPARE(library->runs().run({u"a"_s}).value()->state, RunState::Succeeded);
    QVERIFY(library->runs().request({u"a"_s})->has_value());
    QCOMPARE(library->runs().funnel({u"a"_s}).value(), std::optional(funnel));
    QCOMPARE(library->runs().result({u"a"_s}).value()->jobId, u"a"_s);
    QCOMPARE(count(*library, u"served"_s), 1);
}

void LibraryTogetherTest::waitsForTheDiskOnce()
{
    const int before = commitsIn(m_library->filePath());
    QVERIFY(before >= 0);
    QVERIFY(m_library->runs().together([this] { return keepJob(u"a"_s); }));
    QCOMPARE(commitsIn(m_library->filePath()), before + 1);
    QVERIFY(keepJob(u"b"_s));
    QCOMPARE(commitsIn(m_library->filePath()), before + 6);
}

void LibraryTogetherTest::nothingIsSeenBeforeTheEnd()
{
    int seen = -1;
    int seenAfterAKill = -1;
    QVERIFY(m_library->runs().together([&] {
        const Result<void> kept = keepJob(u"a"_s);
        seen = count(*m_library, u"runs"_s);
        const auto copy = afterAKill();
        seenAfterAKill = copy ? count(*copy, u"runs"_s) : -1;
        return kept;
    }));
    QCOMPARE(seen, 0);
    QCOMPARE(seenAfterAKill, 0);
    QCOMPARE(count(*m_library, u"runs"_s), 1);
}

void LibraryTogetherTest::nothingStaysAfterAFailure_data()
{
    QTest::addColumn<bool>("isOfTheDatabase");
    QTest::newRow("of the caller") << false;
    QTest::newRow("of the database") << true;
}

void LibraryTogetherTest::nothingStaysAfterAFailure()
{
    QFETCH(const bool, isOfTheDatabase);
    const Result<void> done = m_library->runs().together([&]() -> Result<void> {
        if (const auto kept = keepJob(u"a"_s); !kept)
            return kept;
        return isOfTheDatabase ? m_library->runs().keepFunnel({u"nobody"_s}, funnel)
                               : failure(ErrorKind::Storage, u"the disk is full"_s);
    });
    QVERIFY(!done);
    for (const QString &table : {u"runs"_s, u"run_documents"_s, u"served"_s})
        QCOMPARE(count(*m_library, table), 0);
}

void LibraryTogetherTest::aPartThatFailsGoesAlone()
{
    const RunRecord first = sampleRun(u"a"_s);
    QVERIFY(m_library->runs().together([&]() -> Result<void> {
        if (const auto saved = m_library->runs().saveRun(first); !saved)
            return tl::unexpected(saved.error());
        const Result<void> inner = m_library->runs().together([&]() -> Result<void> {
            const auto saved = m_library->runs().saveRun(sampleRun(u"b"_s));
            return saved ? Result<void>(failure(ErrorKind::Storage, u"no"_s)) : tl::unexpected(saved.error());
        });
        return inner ? Result<void>(failure(ErrorKind::Storage, u"the inner change was kept"_s)) : Result<void>();
    }));
    QVERIFY(m_library->runs().run({u"a"_s})->has_value());
    QVERIFY(!m_library->runs().run({u"b"_s})->has_value());
}

void LibraryTogetherTest::goesOnAfterAFailure()
{
    const auto fail = [this]() -> Result<void> {
        if (const auto kept = keepJob(u"a"_s); !kept)
            return kept;
        return failure(ErrorKind::Storage, u"no"_s);
    };
    QVERIFY(!m_library->runs().together(fail));
    QVERIFY(m_library->runs().together([this] { return keepJob(u"a"_s); }));
    QCOMPARE(count(*m_library, u"served"_s), 1);
    QCOMPARE(count(*m_library, u"run_documents"_s), 3);
    QVERIFY(m_library->runs().setDeleted({u"a"_s}, true));
    const auto library = afterAKill();
    QCOMPARE(library->runs().runs(9)->size(), 0);
}

void LibraryTogetherTest::withoutTheRightToWrite()
{
    const auto readOnly = Library::open(m_folder->path(), Library::Access::ReadOnly);
    QVERIFY(readOnly);
    bool wasAsked = false;
    const Result<void> done = (*readOnly)->runs().together([&]() -> Result<void> {
        wasAsked = true;
        const auto saved = (*readOnly)->runs().saveRun(sampleRun(u"a"_s));
        return saved ? Result<void>() : tl::unexpected(saved.error());
    });
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Storage);
    QVERIFY(!wasAsked || !m_library->runs().run({u"a"_s})->has_value());
}

#include "tst_librarytogether.moc"
