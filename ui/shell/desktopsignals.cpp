// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopsignals.h"

#ifdef VIRAL_HAS_BUS
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QList>
#include <QUrl>
#include <QVariantMap>
#include <QtConcurrentRun>
#endif

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

class NoSignals final : public DesktopSignals
{
public:
    void showProgress(std::optional<double>) override {}
    void notify(const QString &, const QString &) override {}
};

#ifdef VIRAL_HAS_BUS

const QString busName = u"viral-moments"_s;

/// Looks without connecting: to ask for a bus that is not there would start one, and wait for it.
bool hasBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !folder.isEmpty() && QFileInfo::exists(folder + u"/bus"_s);
}

/// Connects on a thread of its own; what is said before it has connected is sent then.
class BusSignals final : public DesktopSignals
{
public:
    BusSignals()
    {
        QObject::connect(&m_connecting, &QFutureWatcherBase::finished, &m_connecting, [this] { sendWaiting(); });
        m_connecting.setFuture(QtConcurrent::run(
            [] { return QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName).isConnected(); }));
    }

    ~BusSignals() override
    {
        m_connecting.waitForFinished();
        QDBusConnection::disconnectFromBus(busName);
    }

    void showProgress(std::optional<double> share) override
    {
        QDBusMessage update = QDBusMessage::createSignal(u"/com/canonical/unity/launcherentry/1"_s,
                                                         u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
        update << u"application://viral-moments.desktop"_s
               << QVariantMap{{u"progress"_s, share.value_or(0)}, {u"progress-visible"_s, share.has_value()}};
        send(update);
    }

    void notify(const QString &title, const QString &text) override
    {
        QDBusMessage call =
            QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                           u"org.freedesktop.Notifications"_s, u"Notify"_s);
        // The text may be read as markup.
        call << QCoreApplication::applicationName() << 0U << u"viral-moments"_s << title << text.toHtmlEscaped()
             << QStringList() << QVariantMap{{u"desktop-entry"_s, u"viral-moments"_s}} << -1;
        send(call);
    }

private:
    void send(const QDBusMessage &message)
    {
        if (!m_connecting.isFinished()) {
            m_waiting.append(message);
            return;
        }
        QDBusConnection bus(busName);
        if (bus.isConnected())
            bus.send(message);
    }

    void sendWaiting()
    {
        const QList<QDBusMessage> waiting = std::exchange(m_waiting, {});
        for (const QDBusMessage &message : waiting)
            send(message);
    }

    QFutureWatcher<bool> m_connecting;
    QList<QDBusMessage> m_waiting;
};

#endif

} // namespace

std::unique_ptr<DesktopSignals> makeDesktopSignals()
{
#ifdef VIRAL_HAS_BUS
    if (hasBus())
        return std::make_unique<BusSignals>();
#endif
    return std::make_unique<NoSignals>();
}

} // namespace Viral
