// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessionbus.h"

#include "core/base/log.h"

#include <QFile>
#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <optional>
#endif

namespace Viral {

#ifdef Q_OS_UNIX

namespace {

constexpr const char *variable = "DBUS_SESSION_BUS_ADDRESS";

/// A place of a local socket.
struct Place
{
    sockaddr_un address = {};
    socklen_t length = 0;
};

/// The first of the addresses, which is tried first; nothing for other kinds than a local socket.
std::optional<Place> placeOf(const QByteArray &addresses)
{
    const QByteArray address = addresses.split(';').constFirst();
    if (!address.startsWith("unix:"))
        return std::nullopt;
    for (const QByteArray &part : address.mid(5).split(',')) {
        const bool isAbstract = part.startsWith("abstract=");
        if (!isAbstract && !part.startsWith("path="))
            continue;
        const QByteArray name = (isAbstract ? QByteArray(1, '\0') : QByteArray()) +
                                QByteArray::fromPercentEncoding(part.mid(part.indexOf('=') + 1));
        Place place;
        if (name.size() >= qsizetype(sizeof place.address.sun_path))
            return std::nullopt;
        place.address.sun_family = AF_UNIX;
        std::memcpy(place.address.sun_path, name.constData(), std::size_t(name.size()));
        place.length = socklen_t(offsetof(sockaddr_un, sun_path) + std::size_t(name.size()) + (isAbstract ? 0 : 1));
        return place;
    }
    return std::nullopt;
}

/// What every client says first, and a bus answers.
QByteArray greeting()
{
    return QByteArray(1, '\0') + "AUTH EXTERNAL " + QByteArray::number(uint(geteuid())).toHex() + "\r\n";
}

/// A descriptor that is closed in the end.
class Socket
{
public:
    Socket()
        : m_number(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {}
    ~Socket()
    {
        if (m_number >= 0)
            close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Socket)

    /// True when somebody takes the connection, or would if not too many waited already.
    bool connectTo(const Place &place) const
    {
        const auto *address = reinterpret_cast<const sockaddr *>(&place.address);
        return m_number >= 0 && (connect(m_number, address, place.length) == 0 || errno == EAGAIN);
    }
    /// True when nothing came back, not even a refusal.
    bool hearsNothing(const QByteArray &said, Milliseconds patience) const
    {
        // Where too many wait already this fails, and what follows waits in vain.
        [[maybe_unused]] const ssize_t sent = send(m_number, said.constData(), std::size_t(said.size()), MSG_NOSIGNAL);
        pollfd heard{.fd = m_number, .events = POLLIN, .revents = 0};
        return poll(&heard, 1, int(patience.count())) == 0;
    }

private:
    int m_number;
};

/// Where the bus is that programs ask; empty for none.
QByteArray usualAddress()
{
    if (const QByteArray told = qgetenv(variable); !told.isEmpty())
        return told;
    const QByteArray folder = qgetenv("XDG_RUNTIME_DIR");
    return folder.isEmpty() || !QFile::exists(QFile::decodeName(folder + "/bus")) ? QByteArray()
                                                                                  : "unix:path=" + folder + "/bus";
}

} // namespace

bool isSilentBus(const QByteArray &address, Milliseconds patience)
{
    const std::optional<Place> place = placeOf(address);
    const Socket socket;
    return place && socket.connectTo(*place) && socket.hearsNothing(greeting(), patience);
}

void avoidSilentBus(Milliseconds patience)
{
    const QByteArray address = usualAddress();
    if (address.isEmpty() || !isSilentBus(address, patience))
        return;
    qCWarning(interfaceLog).noquote()
        << "the session bus does not answer; there will be no notifications and no keychain";
    // Whoever asks is refused at once.
    qputenv(variable, "unix:path=/dev/null");
}

#else

bool isSilentBus(const QByteArray &, Milliseconds)
{
    return false;
}

void avoidSilentBus(Milliseconds)
{}

#endif

} // namespace Viral
