// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shell/desktopsignals.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// A bus that takes connections and never answers. The bus is looked up once in a program, so this is one of its own.
class SilentBusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNotWaitedFor();
};

VIRAL_TEST(SilentBusTest)

void SilentBusTest::isNotWaitedFor()
{
    const QTemporaryDir folder;
    QLocalServer bus;
    QVERIFY(bus.listen(folder.filePath(u"bus"_s)));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus.fullServerName().toUtf8());
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
