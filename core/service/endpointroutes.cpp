// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/endpointroutes.h"

#include "core/service/endpointgate.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral {

namespace {

/// How long runsync and status-sync hold an answer back unless told otherwise, and at most.
constexpr Milliseconds usualWait = 90s;
constexpr Milliseconds usualStreamWait = 10s;
constexpr Milliseconds shortestWait = 1s;
constexpr Milliseconds longestWait = 300s;
/// Beyond every time that a job is kept, yet small enough to be reckoned with.
constexpr Milliseconds longestTimeToLive = 24h * 365;

struct Route
{
    QLatin1StringView name;
    EndpointAction action;
    bool takesJob;
    bool allowsGet;
    bool allowsPost;
};

const Route *routeCalled(QStringView name)
{
    using enum EndpointAction;
    static constexpr std::array routes{
        Route{"run"_L1, Run, false, false, true},
        Route{"runsync"_L1, RunSync, false, false, true},
        Route{"run-sync"_L1, RunSync, false, false, true},
        Route{"status"_L1, Status, true, true, true},
        Route{"status-sync"_L1, StatusSync, true, true, true},
        Route{"stream"_L1, Stream, true, true, true},
        Route{"cancel"_L1, Cancel, true, false, true},
        Route{"retry"_L1, Retry, true, false, true},
        Route{"purge-queue"_L1, PurgeQueue, false, false, true},
        Route{"health"_L1, Health, false, true, false},
    };
    const auto found =
        std::find_if(routes.cbegin(), routes.cend(), [name](const Route &route) { return name == route.name; });
    return found == routes.cend() ? nullptr : &*found;
}

std::optional<Milliseconds> timeItem(const QUrlQuery &query, const QString &name)
{
    bool isNumber = false;
    const qint64 time = query.queryItemValue(name).toLongLong(&isNumber);
    return isNumber ? std::optional(Milliseconds{time}) : std::nullopt;
}

/// The words of the address behind the prefix; nothing where that names another endpoint.
std::optional<QStringList> wordsOf(const QString &path, const QString &endpointId)
{
    const QStringList words = path.split(u'/').sliced(1);
    if (words.size() < 3 || words.constFirst() != "v2"_L1)
        return words;
    return words.at(1) == endpointId ? std::optional(words.sliced(2)) : std::nullopt;
}

} // namespace

tl::expected<EndpointCall, ServerAnswer> readEndpointCall(const ServerRequest &request, const QString &endpointId)
{
    const auto words = wordsOf(request.path(), endpointId);
    if (!words)
        return tl::unexpected(endpointError(404, u"there is no such endpoint"_s));
    const Route *route = words->isEmpty() ? nullptr : routeCalled(words->constFirst());
    if (!route || words->size() != (route->takesJob ? 2 : 1))
        return tl::unexpected(endpointError(404, u"there is nothing at this address"_s));
    const QByteArray method = request.head.method;
    if (!(method == "GET" && route->allowsGet) && !(method == "POST" && route->allowsPost))
        return tl::unexpected(endpointError(405, u"this address wants another method"_s));

    const QUrlQuery query = request.query();
    const Milliseconds usual = route->action == EndpointAction::Stream ? usualStreamWait : usualWait;
    EndpointCall call{.action = route->action, .jobId = route->takesJob ? words->constLast() : QString()};
    call.wait = std::clamp(timeItem(query, u"wait"_s).value_or(usual), shortestWait, longestWait);
    if (const auto live = timeItem(query, u"ttl"_s); live && *live > 0ms)
        call.timeToLive = std::min(*live, longestTimeToLive);
    return call;
}

} // namespace Viral
