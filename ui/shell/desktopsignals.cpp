// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopsignals.h"

#ifdef VIRAL_HAS_BUS
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QFileInfo>
#include <QList>
#include <QThread>
#include <QUrl>
#include <QVariantMap>
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
/// What goes here waits no longer for a bus that is there and does not answer. Qt's own thread for buses still waits at
/// the very end of the process, when windows and work are gone.
constexpr unsigned long longestGoodbyeMs = 200;

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
        QObject::connect(m_connecting, &QThread::finished, &m_here, [this] { sendWaiting(); });
        m_connecting->start();
    }

    ~BusSignals() override
    {
        if (m_connecting->wait(longestGoodbyeMs)) {
            QDBusConnection::disconnectFromBus(busName);
            delete m_connecting;
            return;
        }
        QObject::connect(m_connecting, &QThread::finished, m_connecting, &QObject::deleteLater);
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
        if (!m_connecting->isFinished()) {
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

    /// What it tells comes no more once this is gone.
    QObject m_here;
    /// Not of the shared pool, whose threads are waited for when the program ends.
    QThread *m_connecting =
        QThread::create([] { QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName); });
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
