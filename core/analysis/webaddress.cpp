// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/webaddress.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Longest host name by the rules of the domain name system; also bounds the work per character.
constexpr qsizetype longestHost = 253;

constexpr std::array linkedDomains{
    "com"_L1,    "org"_L1,   "net"_L1,    "edu"_L1,     "gov"_L1,  "info"_L1, "biz"_L1,  "app"_L1,  "dev"_L1, "xyz"_L1,
    "shop"_L1,   "blog"_L1,  "online"_L1, "store"_L1,   "tech"_L1, "site"_L1, "news"_L1, "live"_L1, "pro"_L1, "club"_L1,
    "agency"_L1, "media"_L1, "studio"_L1, "academy"_L1, "link"_L1, "page"_L1, "co"_L1,   "tv"_L1,
};

bool isAsciiAlphanumeric(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isHostCharacter(QChar c)
{
    return isAsciiAlphanumeric(c) || c == u'.' || c == u'-' || c == u'_';
}

bool isPathCharacter(QChar c)
{
    return c > u' ' && c < u'\x7f' && !QStringView(u"<>\"`{}\\^").contains(c);
}

qsizetype protocolLength(QStringView text)
{
    for (const QLatin1StringView protocol : {"https://"_L1, "http://"_L1}) {
        if (text.startsWith(protocol, Qt::CaseInsensitive))
            return protocol.size();
    }
    return 0;
}

/// The host at the start of \a text: letters, digits, dots and dashes, without dots and dashes at its end.
QStringView hostAt(QStringView text)
{
    qsizetype length = 0;
    while (length < std::min(text.size(), longestHost) && isHostCharacter(text[length]))
        ++length;
    while (length > 0 && !isAsciiAlphanumeric(text[length - 1]))
        --length;
    return text.left(length);
}

/// The part behind the last dot; empty when \a host is no name with a dot between two parts.
QStringView topLevelDomain(QStringView host)
{
    const auto dot = host.lastIndexOf(u'.');
    if (dot <= 0 || !isAsciiAlphanumeric(host[0]) || host.contains(u".."))
        return {};
    const QStringView domain = host.mid(dot + 1);
    const bool isAlphabetic = std::none_of(domain.begin(), domain.end(), [](QChar c) { return c.isDigit(); });
    return domain.size() >= 2 && isAlphabetic ? domain : QStringView{};
}

bool isLinkedDomain(QStringView domain)
{
    return std::any_of(linkedDomains.begin(), linkedDomains.end(),
                       [domain](QLatin1StringView known) { return domain.compare(known, Qt::CaseInsensitive) == 0; });
}

qsizetype pathLength(QStringView text)
{
    if (text.isEmpty() || !QStringView(u"/?#:").contains(text[0]))
        return 0;
    qsizetype length = 1;
    while (length < text.size() && isPathCharacter(text[length]))
        ++length;
    const auto isLoose = [&text](qsizetype last) {
        return QStringView(u".,!?:;'*)]").contains(text[last]) &&
               !(text[last] == u')' && text.left(last).contains(u'('));
    };
    while (length > 1 && isLoose(length - 1))
        --length;
    return length == 1 && text[0] != u'/' ? 0 : length;
}

} // namespace

qsizetype webAddressAt(QStringView text, qsizetype position)
{
    const QChar before = position > 0 ? text[position - 1] : QChar(u' ');
    if (isAsciiAlphanumeric(before) || QStringView(u"@＠$#＃").contains(before))
        return 0;
    const QStringView rest = text.mid(position);
    const qsizetype protocol = protocolLength(rest);
    if (protocol == 0 && QStringView(u"-_./").contains(before))
        return 0;
    const QStringView host = hostAt(rest.mid(protocol));
    const QStringView domain = topLevelDomain(host);
    if (domain.isEmpty())
        return 0;
    const qsizetype path = pathLength(rest.mid(protocol + host.size()));
    // Two letters alone ("made.by") are rather a missing space than a country's domain.
    const bool isLinked = protocol > 0 || isLinkedDomain(domain) || (domain.size() == 2 && path > 0);
    return isLinked ? protocol + host.size() + path : 0;
}

} // namespace Viral
