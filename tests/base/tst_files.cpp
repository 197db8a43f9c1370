// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Viral;
using namespace Qt::StringLiterals;

class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void limitsAndWrongKinds();
    void aFileIsReplacedWholeOrNotAtAll();
    void devicesAndPipesAreWrittenInto();
    void safeFileName_data();
    void safeFileName();
};

VIRAL_TEST(FilesTest)

void FilesTest::roundTrip()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file.json"_s);
    const QByteArray bytes("a\0b\n", 4);
    QVERIFY(writeFile(path, bytes));
    QCOMPARE(readFile(path).value_or("?"), bytes);
    QVERIFY(writeFile(path, {}));
    QCOMPARE(readFile(path).value_or("?"), QByteArray());
}

void FilesTest::limitsAndWrongKinds()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    QVERIFY(writeFile(path, QByteArray(100, 'x')));
    QVERIFY(readFile(path, 100));
    QCOMPARE(readFile(path, 99).error().kind, ErrorKind::Input);
    QCOMPARE(readFile(folder.path()).error().kind, ErrorKind::Input);
    QCOMPARE(readFile(folder.filePath(u"missing"_s)).error().kind, ErrorKind::Input);
    // Endless, and without a size to look at beforehand.
    QCOMPARE(readFile(u"/dev/zero"_s, 10'000).error().kind, ErrorKind::Input);
    // A gigabyte that takes no room on the disk.
    QFile sparse(folder.filePath(u"sparse"_s));
    QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(1LL << 30));
    sparse.close();
    QVERIFY(readFile(sparse.fileName()).error().message.contains(u"256 MiB"_s));
}

void FilesTest::aFileIsReplacedWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    QVERIFY(!writeFile(folder.filePath(u"no/such/folder/file"_s), "x"));
    QVERIFY(!writeFile(folder.path(), "x"));
    QVERIFY(writeFile(folder.filePath(u"file"_s), "old"));
    QVERIFY(writeFile(folder.filePath(u"file"_s), "new"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"file"_s});
}

void FilesTest::devicesAndPipesAreWrittenInto()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    // Open for reading and writing, a pipe has a reader and holds what is written.
    QFile reader(pipe);
    QVERIFY(reader.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QVERIFY(writeFile(pipe, "through"));
    QCOMPARE(reader.read(7), QByteArray("through"));
    struct stat info = {};
    QCOMPARE(lstat(QFile::encodeName(pipe).constData(), &info), 0);
    QVERIFY(S_ISFIFO(info.st_mode));
    QVERIFY(writeFile(u"/dev/null"_s, "x"));
    QCOMPARE(lstat("/dev/null", &info), 0);
    QVERIFY(S_ISCHR(info.st_mode));
    QVERIFY(!writeFile(u"/dev/full"_s, "x"));
}

void FilesTest::safeFileName_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"The Long Counter"_s << u"The Long Counter"_s;
    QTest::newRow("a way out") << u"../../etc/passwd"_s << u"etc passwd"_s;
    QTest::newRow("separators and quotes") << u"a/b\\c:\"d\"?*"_s << u"a b c d"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("control and direction marks") << u"a\u0007b\u202ec"_s << u"a b c"_s;
    QTest::newRow("device of another system") << u"NUL.txt"_s << u"fallback"_s;
    QTest::newRow("nothing left") << u"///"_s << u"fallback"_s;
    QTest::newRow("empty") << QString() << u"fallback"_s;
    QTest::newRow("too long") << QString(500, u'x') << QString(80, u'x');
    QTest::newRow("other scripts") << u"量子力学 مقابلة"_s << u"量子力学 مقابلة"_s;
}

void FilesTest::safeFileName()
{
    QFETCH(const QString, title);
    QTEST(Viral::safeFileName(title, u"fallback"_s), "expected");
}

#include "tst_files.moc"
