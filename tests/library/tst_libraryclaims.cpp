// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"
#include "core/library/programid.h"
#include "tests/library/librarysamples.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Who may ask a question: one run at a time, whichever program it is in.
class LibraryClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneOwnerAtATime();
    void anOwnerMayClaimAgain();
    void onlyTheOwnerReleases();
    void aSilentOwnerLosesIt_data();
    void aSilentOwnerLosesIt();
    void signsOfLifeKeepIt();
    void anEndedProgramLosesItAtOnce();
    void otherComputersAreWaitedFor();
    void programsAreToldApart();
    void strangeNamesAreNotEnded_data();
    void strangeNamesAreNotEnded();
    void changesStillWaitForTheDisk();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_one;
    std::unique_ptr<Library> m_other;
};

VIRAL_TEST(LibraryClaimsTest)

namespace {

const RunId a{u"a"_s};
const RunId b{u"b"_s};
const QByteArray key = "question"_ba;

QDateTime after(Milliseconds time)
{
    return sampleTime().addMSecs(time.count());
}

bool claims(Library &library, const RunId &owner, Milliseconds time = 0ms)
{
    return library.answers().claim(key, owner, after(time)).value_or(false);
}

void setProgram(const Library &library, const QString &program)
{
    const auto database = Database::open(library.filePath(), Database::Access::ReadWrite);
    QVERIFY(database.has_value());
    QVERIFY((*database)->change(u"UPDATE claims SET program = ?"_s, {program}).has_value());
}

} // namespace

void LibraryClaimsTest::init()
{
    m_other.reset();
    m_one.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_one = openLibrary(m_folder->path());
    m_other = openLibrary(m_folder->path());
    QVERIFY(m_one && m_other);
}

void LibraryClaimsTest::oneOwnerAtATime()
{
    QVERIFY(claims(*m_one, a));
    QVERIFY(!claims(*m_one, b));
    QVERIFY(!claims(*m_other, b));
    QVERIFY(m_other->answers().claim("another"_ba, b, after(0ms)).value_or(false));
    QVERIFY(m_one->answers().release(key, a).has_value());
    QVERIFY(claims(*m_other, b));
    QVERIFY(!claims(*m_one, a));
}

void LibraryClaimsTest::anOwnerMayClaimAgain()
{
    QVERIFY(claims(*m_one, a));
    QVERIFY(claims(*m_one, a));
    QVERIFY(claims(*m_other, a));
    QVERIFY(m_one->answers().release(key, a).has_value());
    QVERIFY(claims(*m_other, b));
}

void LibraryClaimsTest::onlyTheOwnerReleases()
{
    QVERIFY(claims(*m_one, a));
    QVERIFY(m_one->answers().release(key, b).has_value());
    QVERIFY(!claims(*m_one, b));
    QVERIFY(m_one->answers().release("nothing"_ba, b).has_value());
}

void LibraryClaimsTest::aSilentOwnerLosesIt_data()
{
    QTest::addColumn<qint64>("silenceMs");
    QTest::addColumn<bool>("isFree");
    const qint64 life = claimLife.count();
    QTest::newRow("at once") << qint64(0) << false;
    QTest::newRow("just alive") << life - 1 << false;
    QTest::newRow("just dead") << life << true;
    QTest::newRow("long dead") << 100 * life << true;
    QTest::newRow("a clock set back a little") << -(life - 1) << false;
    QTest::newRow("a clock set back far") << -life << true;
}

void LibraryClaimsTest::aSilentOwnerLosesIt()
{
    QFETCH(const qint64, silenceMs);
    QFETCH(const bool, isFree);
    QVERIFY(claims(*m_one, a));
    QCOMPARE(claims(*m_other, b, Milliseconds{silenceMs}), isFree);
    // Who comes back too late has lost it.
    QCOMPARE(claims(*m_one, a, Milliseconds{silenceMs}), !isFree);
}

void LibraryClaimsTest::signsOfLifeKeepIt()
{
    QVERIFY(claims(*m_one, a));
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(m_one->answers().renewClaims(a, after(claimLife * i / 2)).has_value());
        QVERIFY(m_other->answers().renewClaims(b, after(claimLife * i)).has_value());
        QVERIFY(!claims(*m_other, b, claimLife * (i + 1) / 2));
    }
    QVERIFY(claims(*m_other, b, claimLife * 4));
}

void LibraryClaimsTest::anEndedProgramLosesItAtOnce()
{
    QVERIFY(claims(*m_one, a));
    QProcess program;
    program.start(u"sleep"_s, {u"600"_s});
    QVERIFY(program.waitForStarted());
    QStringList parts = thisProgram().split(u' ');
    QCOMPARE(parts.size(), 3);
    QFile stat(u"/proc/%1/stat"_s.arg(program.processId()));
    QVERIFY(stat.open(QIODevice::ReadOnly));
    const QByteArray line = stat.readAll();
    parts[1] = QString::number(program.processId());
    parts[2] = QString::fromLatin1(line.mid(line.lastIndexOf(')') + 2).split(' ').value(19));
    setProgram(*m_one, parts.join(u' '));
    QVERIFY(!claims(*m_other, b));
    kill(static_cast<pid_t>(program.processId()), SIGKILL);
    QVERIFY(program.waitForFinished());
    QVERIFY(claims(*m_other, b));
}

void LibraryClaimsTest::otherComputersAreWaitedFor()
{
    QVERIFY(claims(*m_one, a));
    setProgram(*m_one, u"elsewhere 4194399 1"_s);
    QVERIFY(!claims(*m_other, b));
    QVERIFY(claims(*m_other, b, claimLife));
}

void LibraryClaimsTest::programsAreToldApart()
{
    const QString self = thisProgram();
    QCOMPARE(thisProgram(), self);
    QVERIFY(!hasSurelyEnded(self));
    QStringList parts = self.split(u' ');
    // Another program that was given the same number later.
    parts[2] += u'1';
    QVERIFY(hasSurelyEnded(parts.join(u' ')));
    parts = self.split(u' ');
    parts[1] = u"999999999"_s;
    QVERIFY(hasSurelyEnded(parts.join(u' ')));
}

void LibraryClaimsTest::strangeNamesAreNotEnded_data()
{
    QTest::addColumn<QString>("name");
    const QString place = thisProgram().split(u' ').constFirst();
    QTest::newRow("empty") << QString();
    QTest::newRow("elsewhere") << u"elsewhere 999999999 5"_s;
    QTest::newRow("no number") << place + u" one 5"_s;
    QTest::newRow("negative") << place + u" -1 5"_s;
    QTest::newRow("no start") << place + u" 999999999 "_s;
    QTest::newRow("a path") << place + u" ../1 5"_s;
    QTest::newRow("too much") << place + u" 999999999 5 5"_s;
}

void LibraryClaimsTest::strangeNamesAreNotEnded()
{
    QFETCH(const QString, name);
    QVERIFY(!hasSurelyEnded(name));
}

void LibraryClaimsTest::changesStillWaitForTheDisk()
{
    const auto database = Database::open(m_one->filePath(), Database::Access::ReadWrite);
    QVERIFY(database.has_value());
    constexpr int full = 2;
    const auto nothing = []() -> Result<void> { return {}; };
    const auto failing = []() -> Result<void> { return failure(ErrorKind::Storage, u"no"_s); };
    QVERIFY((*database)->briefTransaction(nothing).has_value());
    QCOMPARE((*database)->single(u"PRAGMA synchronous"_s)->toInt(), full);
    QVERIFY(!(*database)->briefTransaction(failing).has_value());
    QCOMPARE((*database)->single(u"PRAGMA synchronous"_s)->toInt(), full);
}

#include "tst_libraryclaims.moc"
