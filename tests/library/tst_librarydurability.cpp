// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/library/librarysamples.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class LibraryDurabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostByAKill();
    void twoProgramsWriteAtOnce();
    void twoProgramsMakeTheLibraryAtOnce();
};

VIRAL_TEST(LibraryDurabilityTest)

namespace {

/// The program tests/library/journalwriter.cpp at work on one review.
class Writer
{
public:
    Writer(const QString &folder, const QString &review, int first, int end)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(VIRAL_PROGRAMS "/journalwriter"),
                        {folder, review, QString::number(first), QString::number(end)});
    }

    /// Waits for \a count printed numbers.
    bool waitForNumbers(qsizetype count)
    {
        while (m_printed.count('\n') < count) {
            if (!m_process.waitForReadyRead(30'000))
                return false;
            m_printed += m_process.readAllStandardOutput();
        }
        return true;
    }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(30'000);
        m_printed += m_process.readAllStandardOutput();
    }

    bool finish()
    {
        const bool finished = m_process.waitForFinished(60'000);
        m_printed += m_process.readAllStandardOutput();
        return finished && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }

    /// Numbers printed whole.
    QList<int> numbers() const
    {
        QList<int> numbers;
        for (const QByteArray &line : m_printed.left(m_printed.lastIndexOf('\n') + 1).trimmed().split('\n'))
            numbers.append(line.toInt());
        return m_printed.contains('\n') ? numbers : QList<int>();
    }

private:
    QProcess m_process;
    QByteArray m_printed;
};

QList<int> numbersIn(Library &library, const QString &review)
{
    QList<int> numbers;
    const auto entries = library.journal().entries({review});
    if (!entries)
        QTest::qFail(qPrintable(entries.error().text()), __FILE__, __LINE__);
    for (const JournalEntry &entry : entries.value_or(QList<JournalEntry>()))
        numbers.append(numberOf(entry));
    return numbers;
}

QList<int> numbersUpTo(int end)
{
    QList<int> numbers(end);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

} // namespace

void LibraryDurabilityTest::nothingIsLostByAKill()
{
    const QTemporaryDir folder;
    QRandomGenerator random(42);
    QList<int> printed;
    int next = 0;
    for (int round = 0; round < 20; ++round) {
        Writer writer(folder.path(), u"r"_s, next, next + 1'000'000);
        QVERIFY(writer.waitForNumbers(random.bounded(1, 40)));
        writer.kill();
        printed += writer.numbers();

        const auto library = openLibrary(folder.path());
        QVERIFY(library);
        QVERIFY2(library->notices().isEmpty(), qPrintable(library->notices().join(u' ')));
        const QList<int> kept = numbersIn(*library, u"r"_s);
        // The last one may have been kept without having been printed.
        QVERIFY2(kept.size() - printed.size() <= round + 1, "more was kept than was done");
        for (const int number : std::as_const(printed))
            QVERIFY2(kept.contains(number), qPrintable(u"%1 was lost"_s.arg(number)));
        QCOMPARE(kept, numbersUpTo(static_cast<int>(kept.size())));
        next = static_cast<int>(kept.size());
    }
}

void LibraryDurabilityTest::twoProgramsWriteAtOnce()
{
    const QTemporaryDir folder;
    Writer one(folder.path(), u"one"_s, 0, 150);
    Writer other(folder.path(), u"other"_s, 0, 150);
    Writer same(folder.path(), u"one"_s, 1000, 1150);
    QVERIFY(one.finish());
    QVERIFY(other.finish());
    QVERIFY(same.finish());
    const auto library = openLibrary(folder.path());
    QCOMPARE(numbersIn(*library, u"other"_s), numbersUpTo(150));
    const QList<int> both = numbersIn(*library, u"one"_s);
    QCOMPARE(both.size(), 300);
    QList<int> first = both;
    first.removeIf([](int number) { return number >= 1000; });
    QCOMPARE(first, numbersUpTo(150));
}

void LibraryDurabilityTest::twoProgramsMakeTheLibraryAtOnce()
{
    for (int round = 0; round < 5; ++round) {
        const QTemporaryDir folder;
        Writer one(folder.filePath(u"new"_s), u"one"_s, 0, 1);
        Writer other(folder.filePath(u"new"_s), u"other"_s, 0, 1);
        QVERIFY(one.finish());
        QVERIFY(other.finish());
        const auto library = openLibrary(folder.filePath(u"new"_s));
        QCOMPARE(numbersIn(*library, u"one"_s) + numbersIn(*library, u"other"_s), (QList<int>{0, 0}));
    }
}

#include "tst_librarydurability.moc"
