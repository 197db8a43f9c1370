// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaisettings.h"

#include <QHostAddress>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// \a host is \a domain or lies below it.
bool isUnder(const QString &host, QLatin1StringView domain)
{
    return host == domain || (host.endsWith(domain) && host.at(host.size() - domain.size() - 1) == u'.');
}

bool isNearby(const QString &host)
{
    const QHostAddress address(host);
    if (address.isNull())
        return isUnder(host, "localhost"_L1) || isUnder(host, "local"_L1) || !host.contains(u'.');
    static const QList<QPair<QHostAddress, int>> privateNetworks{
        QHostAddress::parseSubnet(u"10.0.0.0/8"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"fc00::/7"_s)};
    return address.isLoopback() || address.isLinkLocal() ||
           std::any_of(privateNetworks.cbegin(), privateNetworks.cend(),
                       [&](const auto &network) { return address.isInSubnet(network); });
}

OpenAiHost hostKind(const QString &host)
{
    if (isUnder(host, "api.openai.com"_L1))
        return OpenAiHost::Official;
    for (const auto domain : {"openai.azure.com"_L1, "services.ai.azure.com"_L1, "cognitiveservices.azure.com"_L1}) {
        if (isUnder(host, domain))
            return OpenAiHost::Azure;
    }
    return isNearby(host) ? OpenAiHost::Local : OpenAiHost::Other;
}

QString trimmedPath(QString path)
{
    while (path.endsWith(u'/'))
        path.chop(1);
    for (const auto endpoint : {"/responses"_L1, "/chat/completions"_L1, "/models"_L1}) {
        if (path.endsWith(endpoint, Qt::CaseInsensitive))
            return trimmedPath(path.chopped(endpoint.size()));
    }
    return path;
}

} // namespace

std::optional<ApiMode> apiModeFromText(QStringView text)
{
    if (text == "auto"_L1)
        return ApiMode::Auto;
    if (text == "responses"_L1)
        return ApiMode::Responses;
    if (text == "chat"_L1)
        return ApiMode::Chat;
    return std::nullopt;
}

QUrl OpenAiBase::endpoint(QLatin1StringView name) const
{
    QUrl result = url;
    result.setPath(url.path() + u'/' + name);
    return result;
}

Result<OpenAiBase> parseBaseUrl(const QString &text, PlainHttp plainHttp)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString host = url.host();
    if (!url.isValid() || host.isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return failure(ErrorKind::Usage, u"The base URL must be a web address such as https://api.openai.com/v1"_s);
    if (!url.userInfo().isEmpty())
        return failure(ErrorKind::Usage, u"The base URL must not hold a user name or password"_s, host);
    if (url.scheme() == "http"_L1 && plainHttp == PlainHttp::OnlyNearby && !isNearby(host))
        return failure(ErrorKind::Usage, u"The base URL must be https: the key would travel in the open"_s, host);

    url.setPath(trimmedPath(url.path()));
    url.setFragment(QString());
    static const QRegularExpression version(u"/v\\d+[a-z0-9]*(/|$)"_s);
    return OpenAiBase{.url = url, .host = hostKind(host), .lacksVersion = !version.match(url.path()).hasMatch()};
}

OpenAiBase officialBase()
{
    return {.url = QUrl(u"https://api.openai.com/v1"_s)};
}

} // namespace Viral
