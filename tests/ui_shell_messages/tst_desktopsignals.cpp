// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopsignals.h"

#include "tests/support/testregistry.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

/// What a desktop's service for notifications is called with.
class FakeNotifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList shown;
    QList<QVariantMap> updates;

public Q_SLOTS:
    uint Notify(const QString &program, uint, const QString &, const QString &title, const QString &text,
                const QStringList &, const QVariantMap &, int)
    {
        shown.append(program + u'|' + title + u'|' + text);
        return 1;
    }
    void update(const QString &program, const QVariantMap &properties)
    {
        if (program == "application://viral-moments.desktop"_L1)
            updates.append(properties);
    }
};

// What goes over a bus, with a bus of the test's own.
class DesktopSignalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void whatIsSaidAtOnceArrives();
    void aServiceThatIsNotThereHoldsNothingUp();

private:
    QProcess m_daemon;
    QByteArray m_before;
};

VIRAL_TEST(DesktopSignalsTest)

namespace {

const QString busName = u"desktop of the test"_s;

} // namespace

void DesktopSignalsTest::initTestCase()
{
    m_before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    QVERIFY2(!program.isEmpty(), "The package dbus-daemon is missing; packaging/test.sh installs it.");
    m_daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_daemon.waitForStarted());
    QTRY_VERIFY(m_daemon.canReadLine());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
}

void DesktopSignalsTest::cleanupTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_before);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void DesktopSignalsTest::whatIsSaidAtOnceArrives()
{
    FakeNotifications service;
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName);
    QVERIFY2(bus.isConnected(), qPrintable(bus.lastError().message()));
    QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &service, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    QVERIFY(bus.connect({}, u"/com/canonical/unity/launcherentry/1"_s, u"com.canonical.Unity.LauncherEntry"_s,
                        u"Update"_s, &service, SLOT(update(QString, QVariantMap))));
    {
        const std::unique_ptr<DesktopSignals> desktop = makeDesktopSignals();
        // Before it can have connected.
        desktop->showProgress(0.25);
        desktop->notify(u"The moments are found"_s, u"A <b>talk</b>"_s);
        QTRY_COMPARE(service.shown, (QStringList{u"%1|The moments are found|A &lt;b&gt;talk&lt;/b&gt;"_s.arg(
                                        QCoreApplication::applicationName())}));
        QTRY_COMPARE(service.updates.size(), 1);
        QCOMPARE(service.updates.constFirst().value(u"progress"_s).toDouble(), 0.25);
        QVERIFY(service.updates.constFirst().value(u"progress-visible"_s).toBool());
        desktop->showProgress(std::nullopt);
        QTRY_COMPARE(service.updates.size(), 2);
        QVERIFY(!service.updates.constLast().value(u"progress-visible"_s).toBool());
    }
    QDBusConnection::disconnectFromBus(busName);
}

void DesktopSignalsTest::aServiceThatIsNotThereHoldsNothingUp()
{
    const std::unique_ptr<DesktopSignals> desktop = makeDesktopSignals();
    for (int i = 0; i < 100; ++i) {
        desktop->notify(u"Nobody"_s, u"listens"_s);
        desktop->showProgress(i / 100.0);
    }
    QVERIFY(desktop);
}

#include "tst_desktopsignals.moc"
