// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"
#include "tests/flow_desktop/witness.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// Two programs with a window and a desk each work on one library: neither damages what the other does.
class TwoProgramsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editAndRunAtOnce();
};

VIRAL_TEST(TwoProgramsTest)

namespace {

constexpr int runsEach = 8;
constexpr int statesEach = 60;
constexpr int patienceMs = 90'000;

/// tests/flow_desktop/reviewdriver.cpp with a desk.
class Program
{
public:
    Program(const QString &folder, const QString &review, quint32 seed)
        : m_review{review}
    {
        m_process.start(QStringLiteral(VIRAL_PROGRAMS "/reviewdriver"),
                        {folder, review, QString::number(seed), QString::number(runsEach)});
    }

    /// The first line that begins with \a word, when it has come; what was shown before it is kept.
    QByteArray line(const QByteArray &word)
    {
        m_printed += m_process.readAllStandardOutput();
        for (const QByteArray &one : whole()) {
            if (one.startsWith(word))
                return one;
        }
        return {};
    }
    /// Its runs have ended, and it was edited for long enough.
    bool isThrough() { return !line("ran").isEmpty() && states().size() >= statesEach; }
    void askForTheList() { m_process.write("\n"); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        m_printed += m_process.readAllStandardOutput();
    }

    const ReviewId &review() const { return m_review; }
    /// What it says that went wrong; Qt's own remarks are left out.
    QByteArray failures()
    {
        QList<QByteArray> lines = m_process.readAllStandardError().split('\n');
        lines.removeIf([](const QByteArray &one) { return !one.startsWith("failed: "); });
        return lines.join('\n');
    }
    QList<QByteArray> states() const
    {
        QList<QByteArray> lines = whole();
        lines.removeIf([](const QByteArray &one) { return one == "ran" || one.startsWith("list "); });
        return lines;
    }

private:
    QList<QByteArray> whole() const
    {
        QList<QByteArray> lines = m_printed.split('\n');
        lines.removeLast();
        return lines;
    }

    ReviewId m_review;
    QProcess m_process;
    QByteArray m_printed;
};

} // namespace

void TwoProgramsTest::editAndRunAtOnce()
{
    const QTemporaryDir folder;
    Program one(folder.path(), u"review-one"_s, 1);
    Program two(folder.path(), u"review-two"_s, 2);
    QTRY_VERIFY_WITH_TIMEOUT(one.isThrough() && two.isThrough(), patienceMs);
    one.askForTheList();
    two.askForTheList();
    QTRY_VERIFY_WITH_TIMEOUT(!one.line("list ").isEmpty() && !two.line("list ").isEmpty(), patienceMs);
    one.kill();
    two.kill();
    QCOMPARE(one.failures(), QByteArray());
    QCOMPARE(two.failures(), QByteArray());

    // Both see all runs in the same order, and each of them is whole.
    QCOMPARE(one.line("list "), two.line("list "));
    const QList<QByteArray> ids = one.line("list ").mid(5).split(',');
    QCOMPARE(ids.size(), 2 * runsEach);
    const Result<std::unique_ptr<Library>> library = Library::open(folder.path());
    QVERIFY(library);
    QVERIFY2((*library)->notices().isEmpty(), qPrintable((*library)->notices().join(u' ')));
    for (const QByteArray &id : ids) {
        const RunId run{QString::fromUtf8(id)};
        QCOMPARE((*library)->runs().run(run).value()->state, RunState::Succeeded);
        QVERIFY((*library)->runs().request(run).value() && (*library)->runs().result(run).value());
    }
    for (const Program *program : {&one, &two}) {
        Witness witness(program->review());
        QVERIFY2(witness.read(**library), "the library does not lead from one state to the next");
        QVERIFY2(witness.takePrinted(program->states()), "something shown was lost");
        QVERIFY2(witness.unseen() <= 1, "more was kept than one step that could not be shown any more");
    }
    const auto database = Database::open((*library)->filePath(), Database::Access::ReadOnly);
    QVERIFY(database);
    QCOMPARE((*database)->single(u"PRAGMA integrity_check"_s)->toString(), u"ok"_s);
}

#include "tst_twoprograms.moc"
