// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flow_desktop/witness.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// A real window is killed at random moments while keys edit in it: what it had shown is in the library.
class KilledWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingShownIsLost();
};

VIRAL_TEST(KilledWindowTest)

namespace {

constexpr int kills = 100;
/// A review is gone on with this often, then a new one is begun: so that both long and young journals are killed.
constexpr int roundsOfOneReview = 10;

/// Starts the window and kills it after it has shown \a lines states; gives back all it had printed whole.
QList<QByteArray> shownUntilKilled(const QString &folder, const ReviewId &review, quint32 seed, int lines,
                                   QByteArray &complaints)
{
    QProcess process;
    process.start(QStringLiteral(VIRAL_PROGRAMS "/reviewdriver"), {folder, review.value, QString::number(seed)});
    QByteArray printed;
    while (printed.count('\n') < lines && process.waitForReadyRead(20'000))
        printed += process.readAllStandardOutput();
    process.kill();
    process.waitForFinished();
    printed += process.readAllStandardOutput();
    complaints = process.readAllStandardError();
    QList<QByteArray> states = printed.split('\n');
    states.removeLast();
    return states;
}

} // namespace

void KilledWindowTest::nothingShownIsLost()
{
    const QTemporaryDir folder;
    // Another seed may be tried by hand.
    QRandomGenerator random(quint32(qEnvironmentVariable("VIRAL_KILL_SEED", u"20260"_s).toUInt()));
    std::unique_ptr<Witness> witness;
    qsizetype shown = 0;
    for (int round = 0; round < kills; ++round) {
        const ReviewId review{u"review-%1"_s.arg(round / roundsOfOneReview)};
        if (round % roundsOfOneReview == 0)
            witness = std::make_unique<Witness>(review);
        QByteArray complaints;
        const QList<QByteArray> states =
            shownUntilKilled(folder.path(), review, random.generate(), random.bounded(1, 25), complaints);
        QVERIFY2(!states.isEmpty(), complaints.constData());
        shown += states.size();

        const Result<std::unique_ptr<Library>> library = Library::open(folder.path());
        QVERIFY(library);
        QVERIFY2((*library)->notices().isEmpty(), qPrintable((*library)->notices().join(u' ')));
        QVERIFY2(witness->read(**library), "the library does not lead from one state to the next");
        QVERIFY2(witness->takePrinted(states), qPrintable(u"round %1: something shown was lost"_s.arg(round)));
        QVERIFY2(witness->unseen() <= 1, "more was kept than one step that could not be shown any more");
    }
    QVERIFY2(shown > kills * 5, "the hands did too little for this to mean anything");
}

#include "tst_killedwindow.moc"
