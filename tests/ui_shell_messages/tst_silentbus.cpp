// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shell/desktopsignals.h"
#include "ui/shell/sessionbus.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <semaphore>

using namespace Viral;
using namespace Qt::StringLiterals;

// A bus that takes connections and never answers. The bus is looked up once in a program, so this is one of its own.
class SilentBusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldFromOthers_data();
    void isToldFromOthers();
    void isToldFromOneThatAnswers();
    void isLeftAlone();
    void isNotWaitedFor();

private:
    QByteArray addressOf(const QLocalServer &bus) const { return "unix:path=" + bus.fullServerName().toUtf8(); }

    QTemporaryDir m_folder;
};

VIRAL_TEST(SilentBusTest)

void SilentBusTest::isToldFromOthers_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("isSilent");
    const QByteArray folder = m_folder.path().toUtf8();
    QTest::newRow("silent") << "unix:path=" + folder + "/silent" << true;
    QTest::newRow("with its number") << "unix:path=" + folder + "/silent,guid=0123456789abcdef" << true;
    QTest::newRow("first of two") << "unix:path=" + folder + "/silent;unix:path=" + folder + "/none" << true;
    QTest::newRow("encoded") << "unix:path=" + folder + "/sil%65nt" << true;
    QTest::newRow("not there") << "unix:path=" + folder + "/none" << false;
    QTest::newRow("no socket") << "unix:path=" + folder << false;
    QTest::newRow("abstract, not there") << QByteArray("unix:abstract=/viral-moments-none") << false;
    QTest::newRow("long name") << "unix:path=/" + QByteArray(200, 'x') << false;
    QTest::newRow("other kind") << QByteArray("tcp:host=127.0.0.1,port=1") << false;
    QTest::newRow("no place") << QByteArray("unix:guid=1") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void SilentBusTest::isToldFromOthers()
{
    QFETCH(const QByteArray, address);
    QFETCH(const bool, isSilent);
    QLocalServer bus;
    QVERIFY(bus.listen(m_folder.filePath(u"silent"_s)));
    QCOMPARE(isSilentBus(address, Milliseconds{50}), isSilent);
}

void SilentBusTest::isToldFromOneThatAnswers()
{
    std::binary_semaphore isListening(0);
    QByteArray asked;
    const std::unique_ptr<QThread> bus(QThread::create([&] {
        QLocalServer server;
        server.listen(m_folder.filePath(u"talking"_s));
        isListening.release();
        server.waitForNewConnection(20'000);
        QLocalSocket *client = server.nextPendingConnection();
        client->waitForReadyRead(20'000);
        asked = client->readAll();
        client->write("OK 0123456789abcdef\r\n");
        client->waitForBytesWritten(20'000);
        client->waitForDisconnected(20'000);
    }));
    bus->start();
    isListening.acquire();
    QVERIFY(!isSilentBus("unix:path=" + m_folder.filePath(u"talking"_s).toUtf8(), Milliseconds{20'000}));
    QVERIFY(bus->wait());
    QVERIFY2(asked.startsWith(QByteArray(1, '\0') + "AUTH EXTERNAL "), asked.toHex().constData());
}

void SilentBusTest::isLeftAlone()
{
    const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const auto restore = qScopeGuard([&before] { qputenv("DBUS_SESSION_BUS_ADDRESS", before); });
    QLocalServer bus;
    QVERIFY(bus.listen(m_folder.filePath(u"silent"_s)));
    qputenv("DBUS_SESSION_BUS_ADDRESS", addressOf(bus));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"does not answer"_s));
    avoidSilentBus(Milliseconds{50});
    const QByteArray now = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    QVERIFY(now != addressOf(bus));
    QVERIFY(!now.isEmpty());
    QVERIFY(!isSilentBus(now, Milliseconds{50}));
    // What is left alone, and what does not exist, is not touched.
    avoidSilentBus(Milliseconds{50});
    QCOMPARE(qgetenv("DBUS_SESSION_BUS_ADDRESS"), now);
}

void SilentBusTest::isNotWaitedFor()
{
    QLocalServer bus;
    QVERIFY(bus.listen(m_folder.filePath(u"bus"_s)));
    qputenv("DBUS_SESSION_BUS_ADDRESS", addressOf(bus));
    std::unique_ptr<DesktopSignals> desktop = makeDesktopSignals();
    desktop->notify(u"Nobody"_s, u"answers"_s);
    QTRY_VERIFY(bus.hasPendingConnections());
    QLocalSocket *asked = bus.nextPendingConnection();
    desktop.reset();
    // It still waits for its answer.
    QCoreApplication::processEvents();
    QCOMPARE(asked->state(), QLocalSocket::ConnectedState);
    bus.close();
    asked->abort();
}

#include "tst_silentbus.moc"
