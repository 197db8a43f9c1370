// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/opening.h"
#include "tests/library/librarysamples.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class LibraryRecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recovers_data();
    void recovers();
    void anyDamagedPage();
    void logLeftOver_data();
    void logLeftOver();
    void damageFoundLaterIsRecoveredAtTheNextStart();
    void goesOnWithAnInterruptedRecovery();
    void forgetsARecoveryThatWasNotNeeded();
    void recoversTwice();

private:
    QByteArray m_sound;
};

VIRAL_TEST(LibraryRecoveryTest)

namespace {

constexpr int reviews = 4;
constexpr int stepsPerReview = 150;
constexpr int allSteps = reviews * stepsPerReview;
constexpr int allRuns = 60;
constexpr qsizetype pageSize = 4096;

QByteArray readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QTest::qFail(qPrintable(path + u" cannot be read"_s), __FILE__, __LINE__);
    return file.readAll();
}

void writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray noise(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

QStringList keptAside(const QString &folder)
{
    return QDir(folder).entryList({u"library.damaged-*.sqlite"_s}, QDir::Files);
}

ReviewId reviewNumber(int number)
{
    return {u"review-%1"_s.arg(number)};
}

/// Steps that can be read, all reviews together; nothing when reading failed.
std::optional<int> readableSteps(Library &library)
{
    int steps = 0;
    for (int i = 0; i < reviews; ++i) {
        const auto entries = library.journal().entries(reviewNumber(i));
        if (!entries)
            return std::nullopt;
        for (const JournalEntry &entry : *entries) {
            JournalEntry whole = numberedEntry(numberOf(entry));
            whole.number = entry.number;
            if (entry != whole)
                return std::nullopt;
        }
        steps += static_cast<int>(entries->size());
    }
    return steps;
}

/// Reads everything else, so that damage anywhere is met.
bool readsEverything(Library &library)
{
    bool works = library.runs().runs(1000).has_value() && library.runs().unfinishedRuns().has_value();
    for (int i = 0; i < allRuns; ++i)
        works = library.runs().request({u"run-%1"_s.arg(i)}).has_value() && works;
    works = library.answers().answersOf({u"run-1"_s}).has_value() && works;
    works = library.outbox().nextDue().has_value() && library.recent().all(100).has_value() && works;
    return readableSteps(library).has_value() && works;
}

} // namespace

void LibraryRecoveryTest::initTestCase()
{
    const QTemporaryDir folder;
    auto library = openLibrary(folder.path());
    QVERIFY(library);
    for (int i = 0; i < allSteps; ++i)
        QVERIFY(*library->journal().append(reviewNumber(i % reviews), {numberedEntry(i)}, i / reviews));
    for (int i = 0; i < allRuns; ++i) {
        const RunRecord run = sampleRun(u"run-%1"_s.arg(i), i);
        QVERIFY(library->runs().saveRun(run).has_value());
        QVERIFY(library->runs().keepRequest(run.id, sampleRequest()).has_value());
        QVERIFY(library->answers().keepAnswer(sampleAnswer("key-" + QByteArray::number(i), QString(2000, u'a'))));
    }
    QVERIFY(library->recent().note({.path = u"/a"_s}).has_value());
    QVERIFY(library->outbox().post({.url = u"https://example.com"_s}).has_value());
    const QString path = library->filePath();
    library.reset();
    QVERIFY(!QFile::exists(path + u"-wal"_s));
    m_sound = readAll(path);
    QVERIFY(m_sound.size() > 40 * pageSize);
}

void LibraryRecoveryTest::recovers_data()
{
    QTest::addColumn<QByteArray>("damaged");
    QTest::addColumn<int>("leastSteps");
    QTest::addColumn<int>("leastRuns");
    QTest::newRow("noise") << noise(m_sound.size(), 1) << 0 << 0;
    QTest::newRow("a text") << "This is not a library.\n"_ba << 0 << 0;
    QTest::newRow("zeros") << QByteArray(m_sound.size(), '\0') << 0 << 0;
    QTest::newRow("100 bytes left") << m_sound.left(100) << 0 << 0;
    QTest::newRow("one page left") << m_sound.left(pageSize) << 0 << 0;
    QTest::newRow("last page missing") << m_sound.chopped(pageSize) << allSteps << allRuns - 10;
    QTest::newRow("half of it left") << m_sound.left(m_sound.size() / 2) << allSteps / 2 << 0;
    QTest::newRow("first page noise") << noise(pageSize, 2) + m_sound.mid(pageSize) << allSteps << allRuns;
    QTest::newRow("head overwritten") << "GARBAGE GARBAGE GARBAGE"_ba + m_sound.mid(23) << allSteps << allRuns;
}

void LibraryRecoveryTest::recovers()
{
    QFETCH(const QByteArray, damaged);
    QFETCH(const int, leastSteps);
    QFETCH(const int, leastRuns);
    const QTemporaryDir folder;
    writeAll(libraryFile(folder.path()), damaged);

    auto library = openLibrary(folder.path());
    QVERIFY(library);
    QCOMPARE(library->notices().size(), 1);
    const QStringList aside = keptAside(folder.path());
    QCOMPARE(aside.size(), 1);
    QVERIFY(library->notices().constFirst().contains(aside.constFirst()));
    QCOMPARE(readAll(folder.filePath(aside.constFirst())), damaged);
    const std::optional<int> steps = readableSteps(*library);
    QVERIFY(steps.has_value());
    QVERIFY2(*steps >= leastSteps, qPrintable(QString::number(*steps)));
    const auto runs = library->runs().runs(1000);
    QVERIFY2(runs->size() >= leastRuns, qPrintable(QString::number(runs->size())));
    QVERIFY(appendStep(library->journal(), reviewNumber(0), numberedEntry(1)));

    library.reset();
    library = openLibrary(folder.path());
    QVERIFY(library->notices().isEmpty());
    QCOMPARE(readableSteps(*library), std::optional(*steps + 1));
    QCOMPARE(*library->runs().runs(1000), *runs);
    library.reset();
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList({aside.constFirst(), u"library.sqlite"_s}));
}

void LibraryRecoveryTest::anyDamagedPage()
{
    int mostlyRecovered = 0;
    const int pages = static_cast<int>(m_sound.size() / pageSize);
    for (int page = 0; page < pages; ++page) {
        const QTemporaryDir folder;
        QByteArray damaged = m_sound;
        damaged.replace(page * pageSize, pageSize, noise(pageSize, static_cast<quint32>(page)));
        writeAll(libraryFile(folder.path()), damaged);
        auto library = openLibrary(folder.path());
        QVERIFY2(library, qPrintable(u"page %1"_s.arg(page)));
        if (!readsEverything(*library)) {
            library.reset();
            library = openLibrary(folder.path());
            QVERIFY2(library && !library->notices().isEmpty(), qPrintable(u"page %1"_s.arg(page)));
        }
        QVERIFY2(readsEverything(*library), qPrintable(u"page %1"_s.arg(page)));
        const bool isMost =
            readableSteps(*library) >= allSteps * 9 / 10 && library->runs().runs(1000)->size() >= allRuns / 2;
        mostlyRecovered += isMost ? 1 : 0;
        QVERIFY(appendStep(library->journal(), reviewNumber(0), numberedEntry(1)));
    }
    // What is lost with a page is the page, but for the roots of the tables.
    QVERIFY2(mostlyRecovered >= pages - 6, qPrintable(u"%1 of %2"_s.arg(mostlyRecovered).arg(pages)));
}

void LibraryRecoveryTest::logLeftOver_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("noise") << noise(50'000, 3);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("head of a log, then noise") << QByteArray::fromHex("377f0682002de21800001000") + noise(50'000, 4);
}

void LibraryRecoveryTest::logLeftOver()
{
    QFETCH(const QByteArray, log);
    const QTemporaryDir folder;
    writeAll(libraryFile(folder.path()), m_sound);
    writeAll(libraryFile(folder.path()) + u"-wal"_s, log);
    const auto library = openLibrary(folder.path());
    QVERIFY(library && library->notices().isEmpty());
    QCOMPARE(readableSteps(*library), std::optional(allSteps));
}

void LibraryRecoveryTest::damageFoundLaterIsRecoveredAtTheNextStart()
{
    const QTemporaryDir folder;
    QByteArray damaged = m_sound;
    // The answers' text; their pages are not checked at the start.
    const qsizetype page = damaged.indexOf(QByteArray(1500, 'a')) / pageSize;
    damaged.replace(page * pageSize, pageSize, noise(pageSize, 9));
    writeAll(libraryFile(folder.path()), damaged);
    auto library = openLibrary(folder.path());
    QVERIFY(library && library->notices().isEmpty());
    const auto answers = library->answers().answersOf({u"run-1"_s});
    QVERIFY(!answers.has_value());
    QVERIFY2(answers.error().message.contains(u"Start the program again"_s), qPrintable(answers.error().message));
    QVERIFY(appendStep(library->journal(), reviewNumber(0), numberedEntry(1)));

    library.reset();
    library = openLibrary(folder.path());
    QVERIFY(library);
    QCOMPARE(library->notices().size(), 1);
    QCOMPARE(readableSteps(*library), std::optional(allSteps + 1));
    const auto recovered = library->answers().answersOf({u"run-1"_s});
    QVERIFY(recovered.has_value());
    QVERIFY2(recovered->size() >= allRuns - 4 && recovered->size() < allRuns,
             qPrintable(QString::number(recovered->size())));
}

void LibraryRecoveryTest::goesOnWithAnInterruptedRecovery()
{
    const QTemporaryDir folder;
    writeAll(libraryFile(folder.path()) + u".recovered"_s, m_sound);
    writeAll(libraryFile(folder.path()) + u".recovering"_s, "half"_ba);
    // The log of the damaged file stayed behind; it must not be taken for the recovered one's.
    writeAll(libraryFile(folder.path()) + u"-wal"_s, noise(5000, 5));
    const auto library = openLibrary(folder.path());
    QVERIFY(library);
    QCOMPARE(readableSteps(*library), std::optional(allSteps));
    QVERIFY(!QFile::exists(libraryFile(folder.path()) + u".recovered"_s));
    QVERIFY(!QFile::exists(libraryFile(folder.path()) + u".recovering"_s));
}

void LibraryRecoveryTest::forgetsARecoveryThatWasNotNeeded()
{
    const QTemporaryDir folder;
    writeAll(libraryFile(folder.path()), m_sound);
    writeAll(libraryFile(folder.path()) + u".recovered"_s, "old"_ba);
    const auto library = openLibrary(folder.path());
    QVERIFY(library && library->notices().isEmpty());
    QCOMPARE(readableSteps(*library), std::optional(allSteps));
    QVERIFY(!QFile::exists(libraryFile(folder.path()) + u".recovered"_s));
}

void LibraryRecoveryTest::recoversTwice()
{
    const QTemporaryDir folder;
    for (int i = 1; i <= 3; ++i) {
        writeAll(libraryFile(folder.path()), noise(9000, static_cast<quint32>(i)));
        QVERIFY(openLibrary(folder.path()));
        QCOMPARE(keptAside(folder.path()).size(), i);
    }
}

#include "tst_libraryrecovery.moc"
