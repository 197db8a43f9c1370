// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"
#include "core/library/libraryfolder.h"
#include "core/library/opening.h"
#include "core/library/schema.h"
#include "tests/library/librarysamples.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class LibraryOpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesFolderAndFile();
    void waitsForTheDisk();
    void bringsUpEarlierFiles_data();
    void bringsUpEarlierFiles();
    void bringsUpAFileWithoutClaims();
    void refusesANewerVersion();
    void readsANewerVersion();
    void refusesAnotherProgramsFile();
    void readOnlyChangesNothing();
    void readOnlyWantsALibrary();
    void twoOpenersSeeEachOther();
    void refusesAFolderThatIsAFile();
    void refusesAFolderThatCannotBeWritten();
    void readsAFolderThatCannotBeWritten();
    void goesOnAfterTheDiskRefused();
    void saysWhatToDo_data();
    void saysWhatToDo();
    void defaultFolder_data();
    void defaultFolder();
};

VIRAL_TEST(LibraryOpeningTest)

namespace {

void changeFile(const QString &folder, const QString &sql)
{
    const Result<std::unique_ptr<Database>> database = Database::open(libraryFile(folder), Database::Access::ReadWrite);
    QVERIFY(database.has_value());
    QVERIFY((*database)->change(sql).has_value());
}

/// Lets go of the superuser's rights for as long as it lives, as permissions do not bind it.
class OrdinaryUser
{
public:
    OrdinaryUser()
        : m_superuser(geteuid() == 0)
    {
        constexpr uid_t nobody = 65534;
        m_ordinary = !m_superuser || seteuid(nobody) == 0;
    }
    ~OrdinaryUser()
    {
        if (m_superuser && m_ordinary)
            m_ordinary = seteuid(0) == 0;
    }
    bool isOrdinary() const { return m_ordinary; }

private:
    bool m_superuser = false;
    bool m_ordinary = false;
};

void setFolderWritable(const QString &folder, bool writable)
{
    const QFile::Permissions reading =
        QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(folder, writable ? reading | QFile::WriteOwner : reading));
}

} // namespace

void LibraryOpeningTest::makesFolderAndFile()
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(u"new/deeper \u00e4"_s);
    const auto library = openLibrary(folder);
    QVERIFY(library);
    QVERIFY(QFileInfo::exists(library->filePath()));
    QVERIFY(library->notices().isEmpty());
    QVERIFY(!(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(library->runs().runs(10)->isEmpty());
    QVERIFY(library->journal().entries({u"none"_s})->isEmpty());
}

void LibraryOpeningTest::waitsForTheDisk()
{
    const QTemporaryDir folder;
    const auto database = Database::open(libraryFile(folder.path()), Database::Access::ReadWrite);
    QVERIFY(database.has_value());
    constexpr int full = 2;
    QCOMPARE((*database)->single(u"PRAGMA synchronous"_s)->toInt(), full);
    QCOMPARE((*database)->single(u"PRAGMA foreign_keys"_s)->toInt(), 1);
    QVERIFY((*database)->single(u"PRAGMA busy_timeout"_s)->toInt() >= 1000);
}

void LibraryOpeningTest::bringsUpEarlierFiles_data()
{
    QTest::addColumn<QString>("made");
    QTest::newRow("empty file") << QString();
    QTest::newRow("database without tables") << u"PRAGMA user_version=0"_s;
}

void LibraryOpeningTest::bringsUpEarlierFiles()
{
    QFETCH(const QString, made);
    const QTemporaryDir folder;
    QFile file(libraryFile(folder.path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    if (!made.isEmpty())
        changeFile(folder.path(), made);
    const auto library = openLibrary(folder.path());
    QVERIFY(library && library->notices().isEmpty());
    QVERIFY(appendStep(library->journal(), {u"r"_s}, numberedEntry(1)));
    const auto database = Database::open(library->filePath(), Database::Access::ReadOnly);
    QCOMPARE((*database)->single(u"PRAGMA user_version"_s)->toInt(), currentSchema());
    QCOMPARE((*database)->single(u"PRAGMA journal_mode"_s)->toString(), u"wal"_s);
}

void LibraryOpeningTest::bringsUpAFileWithoutClaims()
{
    const QTemporaryDir folder;
    {
        const auto library = openLibrary(folder.path());
        QVERIFY(library->answers().keepAnswer(sampleAnswer("k"_ba, u"paid"_s)).has_value());
        QVERIFY(library->runs().saveRun(sampleRun(u"a"_s)).has_value());
    }
    // As version 1 left it.
    for (const QString &sql :
         {u"DROP TABLE document_parts"_s, u"DROP INDEX run_documents_parted"_s,
          u"ALTER TABLE run_documents DROP COLUMN parts"_s, u"ALTER TABLE run_documents DROP COLUMN size"_s,
          u"ALTER TABLE runs DROP COLUMN fresh_chunks"_s, u"ALTER TABLE runs DROP COLUMN took_ms"_s,
          u"DROP TABLE served"_s, u"DROP TABLE claims"_s, u"PRAGMA user_version=1"_s})
        changeFile(folder.path(), sql);
    QVERIFY(!Library::open(folder.path(), Library::Access::ReadOnly).has_value());
    const auto library = openLibrary(folder.path());
    QVERIFY(library && library->notices().isEmpty());
    QCOMPARE(library->answers().answersFor({"k"_ba})->constFirst().text, u"paid"_s);
    QCOMPARE(library->runs().runs(9)->size(), 1);
    QCOMPARE(library->answers().claim("k"_ba, {u"a"_s}, sampleTime()).value_or(false), true);
    const auto database = Database::open(library->filePath(), Database::Access::ReadOnly);
    QCOMPARE((*database)->single(u"PRAGMA user_version"_s)->toInt(), currentSchema());
}

void LibraryOpeningTest::refusesANewerVersion()
{
    const QTemporaryDir folder;
    QVERIFY(appendStep(openLibrary(folder.path())->journal(), {u"r"_s}, numberedEntry(1)));
    changeFile(folder.path(), u"PRAGMA user_version=99"_s);
    const auto refused = Library::open(folder.path());
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(refused.error().message.contains(u"newer"_s));
    QVERIFY(refused.error().message.contains(u"99"_s));
    changeFile(folder.path(), u"PRAGMA user_version=%1"_s.arg(currentSchema()));
    QCOMPARE(openLibrary(folder.path())->journal().entries({u"r"_s})->size(), 1);
}

void LibraryOpeningTest::readsANewerVersion()
{
    const QTemporaryDir folder;
    QVERIFY(appendStep(openLibrary(folder.path())->journal(), {u"r"_s}, numberedEntry(1)));
    changeFile(folder.path(), u"PRAGMA user_version=99"_s);
    const auto library = Library::open(folder.path(), Library::Access::ReadOnly);
    QVERIFY(library.has_value());
    QCOMPARE((*library)->journal().entries({u"r"_s})->size(), 1);
    QVERIFY(!appendStep((*library)->journal(), {u"r"_s}, numberedEntry(2)));
}

void LibraryOpeningTest::refusesAnotherProgramsFile()
{
    const QTemporaryDir folder;
    changeFile(folder.path(), u"CREATE TABLE photographs (name TEXT)"_s);
    const auto refused = Library::open(folder.path());
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().message.contains(u"another program"_s));
    changeFile(folder.path(), u"INSERT INTO photographs VALUES ('still here')"_s);
}

void LibraryOpeningTest::readOnlyChangesNothing()
{
    const QTemporaryDir folder;
    QVERIFY(openLibrary(folder.path())->runs().saveRun(sampleRun(u"a"_s)).has_value());
    const auto library = Library::open(folder.path(), Library::Access::ReadOnly);
    QVERIFY(library.has_value());
    QCOMPARE((*library)->runs().runs(9)->size(), 1);
    const auto refused = (*library)->runs().saveRun(sampleRun(u"b"_s));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QCOMPARE((*library)->runs().runs(9)->size(), 1);
}

void LibraryOpeningTest::readOnlyWantsALibrary()
{
    const QTemporaryDir folder;
    QVERIFY(!Library::open(folder.path(), Library::Access::ReadOnly).has_value());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void LibraryOpeningTest::twoOpenersSeeEachOther()
{
    const QTemporaryDir folder;
    const auto one = openLibrary(folder.path());
    const auto other = openLibrary(folder.path());
    QVERIFY(one && other);
    for (int i = 0; i < 10; ++i) {
        QVERIFY(appendStep(one->journal(), {u"r"_s}, numberedEntry(2 * i)));
        QVERIFY(appendStep(other->journal(), {u"r"_s}, numberedEntry(2 * i + 1)));
    }
    const auto entries = one->journal().entries({u"r"_s});
    QCOMPARE(entries->size(), 20);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(numberOf(entries->at(i)), i);
    QCOMPARE(*other->journal().entries({u"r"_s}), *entries);
    QCOMPARE(*one->answers().keepAnswer(sampleAnswer("k"_ba, u"a"_s)), 0);
    QCOMPARE(*other->answers().keepAnswer(sampleAnswer("k"_ba, u"b"_s)), 1);
}

void LibraryOpeningTest::refusesAFolderThatIsAFile()
{
    const QTemporaryDir parent;
    QFile file(parent.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto refused = Library::open(parent.filePath(u"file/library"_s));
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().message.contains(u"--library"_s));
}

void LibraryOpeningTest::refusesAFolderThatCannotBeWritten()
{
    const QTemporaryDir folder;
    setFolderWritable(folder.path(), false);
    {
        const OrdinaryUser user;
        if (!user.isOrdinary())
            QSKIP("cannot become an ordinary user");
        const auto refused = Library::open(folder.path());
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().message.contains(u"Allow writing"_s));
        QCOMPARE(refused.error().place, folder.path());
    }
    setFolderWritable(folder.path(), true);
}

void LibraryOpeningTest::readsAFolderThatCannotBeWritten()
{
    const QTemporaryDir folder;
    QVERIFY(appendStep(openLibrary(folder.path())->journal(), {u"r"_s}, numberedEntry(1)));
    setFolderWritable(folder.path(), false);
    {
        const OrdinaryUser user;
        if (!user.isOrdinary())
            QSKIP("cannot become an ordinary user");
        const auto library = Library::open(folder.path(), Library::Access::ReadOnly);
        QVERIFY2(library.has_value(), library ? "" : qPrintable(library.error().text()));
        QCOMPARE((*library)->journal().entries({u"r"_s})->size(), 1);
    }
    setFolderWritable(folder.path(), true);
}

void LibraryOpeningTest::goesOnAfterTheDiskRefused()
{
    const QTemporaryDir folder;
    const auto library = openLibrary(folder.path());
    QVERIFY(appendStep(library->journal(), {u"r"_s}, numberedEntry(1)));
    const auto savedHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit saved{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &saved), 0);
    rlimit small = saved;
    small.rlim_cur = 200'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    Result<void> outcome;
    int kept = 1;
    JournalEntry large = numberedEntry(2);
    large.author = QString(20'000, u'x');
    for (int i = 0; i < 100 && outcome; ++i) {
        outcome = appendStep(library->journal(), {u"r"_s}, large);
        kept += outcome ? 1 : 0;
    }
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &saved), 0);
    std::signal(SIGXFSZ, savedHandler);

    QVERIFY(!outcome.has_value());
    QVERIFY(outcome.error().message.contains(u"disk"_s));
    QVERIFY(kept > 1);
    QCOMPARE(library->journal().entries({u"r"_s})->size(), kept);
    QVERIFY(appendStep(library->journal(), {u"r"_s}, large));
    QCOMPARE(openLibrary(folder.path())->journal().entries({u"r"_s})->size(), kept + 1);
}

void LibraryOpeningTest::saysWhatToDo_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("busy") << u"5"_s << u"Another program"_s;
    QTest::newRow("busy, extended") << u"261"_s << u"Another program"_s;
    QTest::newRow("read-only") << u"8"_s << u"Allow writing"_s;
    QTest::newRow("cannot open") << u"14"_s << u"Allow writing"_s;
    QTest::newRow("full") << u"13"_s << u"Make room"_s;
    QTest::newRow("disk") << u"778"_s << u"Check that it is connected"_s;
    QTest::newRow("damaged") << u"11"_s << u"Start the program again"_s;
    QTest::newRow("no database") << u"26"_s << u"Start the program again"_s;
    QTest::newRow("something else") << u"1"_s << u"the driver's words"_s;
}

void LibraryOpeningTest::saysWhatToDo()
{
    QFETCH(const QString, code);
    QFETCH(const QString, words);
    const QSqlError fault(u"driver"_s, u"the driver's words"_s, QSqlError::StatementError, code);
    const Error error = libraryError(faultOf(fault), u"/x/library.sqlite"_s, fault.databaseText());
    QCOMPARE(error.kind, ErrorKind::Storage);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
}

void LibraryOpeningTest::defaultFolder_data()
{
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<QByteArray>("xdg");
    QTest::addColumn<QString>("folder");
    const QString home = QDir::homePath() + u"/.local/share/viral-moments"_s;
    QTest::newRow("nothing set") << ""_ba
                                 << ""_ba << home;
    QTest::newRow("XDG") << ""_ba
                         << "/data"_ba << u"/data/viral-moments"_s;
    QTest::newRow("XDG relative is ignored") << ""_ba
                                             << "data"_ba << home;
    QTest::newRow("own wins") << "/own/place/"_ba
                              << "/data"_ba << u"/own/place"_s;
    QTest::newRow("own relative") << "place"_ba
                                  << ""_ba << QDir::currentPath() + u"/place"_s;
}

void LibraryOpeningTest::defaultFolder()
{
    QFETCH(const QByteArray, own);
    QFETCH(const QByteArray, xdg);
    qputenv("VIRAL_MOMENTS_LIBRARY", own);
    const QByteArray savedXdg = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", xdg);
    QTEST(defaultLibraryFolder(), "folder");
    qunsetenv("VIRAL_MOMENTS_LIBRARY");
    qputenv("XDG_DATA_HOME", savedXdg);
}

#include "tst_libraryopening.moc"
