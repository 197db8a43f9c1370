// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/endpointgate.h"

#include "core/service/endpointwire.h"
#include "core/service/samebytes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Whether a client that calls this machine \a host means this machine.
bool namesThisMachine(const QByteArray &host)
{
    const QString name = QUrl(u"http://"_s + QString::fromLatin1(host)).host();
    return name == "localhost"_L1 || QHostAddress(name).isLoopback();
}

QByteArray keyIn(const QByteArray &authorization)
{
    const QByteArray text = authorization.trimmed();
    return text.first(std::min<qsizetype>(7, text.size())).toLower() == "bearer " ? text.sliced(7).trimmed() : text;
}

} // namespace

ServerAnswer endpointError(int status, const QString &message)
{
    return {.status = status, .body = writeEndpointError(message)};
}

std::optional<ServerAnswer> endpointRefusal(const HttpHead &head, const Secret &key)
{
    const QByteArray shown = keyIn(head.header("authorization"));
    if (shown.isEmpty() || (!key.isEmpty() && !isSameSecret(shown, key)))
        return endpointError(401, u"the key in the header Authorization is missing or wrong"_s);
    if (key.isEmpty() && !namesThisMachine(head.header("host")))
        return endpointError(403, u"without a key the endpoint answers to the names of this machine only"_s);
    return std::nullopt;
}

} // namespace Viral
