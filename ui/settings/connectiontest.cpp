// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectiontest.h"

#include "core/clients/openairequest.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Somebody looks at the window and waits.
constexpr HttpDeadlines patience{.connect = Milliseconds{8'000},
                                 .firstByte = Milliseconds{20'000},
                                 .silence = Milliseconds{10'000},
                                 .total = Milliseconds{30'000}};
constexpr qint64 longestAnswer = 4LL * 1024 * 1024;
constexpr int fewTokens = 16;

HttpRequest patient(HttpRequest request)
{
    request.deadlines = patience;
    request.largestBody = longestAnswer;
    return request;
}

bool wantsKey(const OpenAiSettings &settings)
{
    return settings.key.isEmpty() && settings.base.host != OpenAiHost::Local;
}

ConnectionReport keyMissing()
{
    return {.headline = ConnectionTest::tr("There is no key yet.")};
}

} // namespace

ConnectionTest::ConnectionTest(Transport &transport, const HttpRequest &request, Reader reader, QObject *owner)
    : QObject(owner)
    , m_call(transport.send(request, this))
{
    connect(m_call, &Call::finished, this, [this, read = std::move(reader)](const HttpOutcome &outcome) {
        m_call = nullptr;
        if (outcome || outcome.error().fault != HttpFault::Cancelled)
            report(read(outcome));
    });
}

ConnectionTest::ConnectionTest(ConnectionReport known, QObject *owner)
    : QObject(owner)
{
    QTimer::singleShot(0, this, [this, known = std::move(known)] { report(known); });
}

void ConnectionTest::report(const ConnectionReport &report)
{
    deleteLater();
    Q_EMIT finished(report);
}

void ConnectionTest::cancel()
{
    disconnect(this, &ConnectionTest::finished, nullptr, nullptr);
    deleteLater();
    if (m_call)
        m_call->cancel();
}

ConnectionTest *testOpenAi(const OpenAiSettings &settings, Transport &transport, Scheduler &scheduler, QObject *owner)
{
    if (wantsKey(settings))
        return new ConnectionTest(keyMissing(), owner);
    return new ConnectionTest(
        transport, patient(modelsRequest(settings)),
        [settings, &scheduler](const HttpOutcome &outcome) {
            return reportOfModels(outcome, settings, scheduler.wallTime());
        },
        owner);
}

ConnectionTest *askOneToken(const OpenAiSettings &settings, Transport &transport, Scheduler &scheduler, QObject *owner)
{
    if (wantsKey(settings))
        return new ConnectionTest(keyMissing(), owner);
    // Where the interface is not settled, the one that every server knows.
    RequestShape shape = shapeFor(settings, settings.mode != ApiMode::Responses, {}, fewTokens);
    shape.outputLimit = fewTokens;
    shape.format = RequestShape::Format::Text;
    shape.streams = false;
    shape.asksForStreamUsage = false;
    shape.sendsCacheKey = false;
    shape.sendsCacheOptions = false;
    const Prompt prompt{.rules = u"Answer with one word."_s, .chunk = u"Hello"_s};
    return new ConnectionTest(
        transport, patient(openAiRequest(settings, shape, openAiBody(shape, prompt))),
        [settings, &scheduler](const HttpOutcome &outcome) {
            return reportOfQuestion(outcome, settings, scheduler.wallTime());
        },
        owner);
}

ConnectionTest *testRunPod(const RunPodEndpoint &endpoint, Transport &transport, Scheduler &scheduler, QObject *owner)
{
    if (endpoint.key.isEmpty())
        return new ConnectionTest(keyMissing(), owner);
    if (endpoint.id.isEmpty())
        return new ConnectionTest({.headline = ConnectionTest::tr("There is no endpoint yet.")}, owner);
    if (!checkedEndpoint(endpoint))
        return new ConnectionTest(
            {.headline = ConnectionTest::tr("The endpoint's id is its short id: letters, digits, - and _.")}, owner);
    const HttpRequest request{.method = "GET",
                              .url = runPodUrl(endpoint, u"health"_s),
                              .headers = {{"Accept", "application/json"}},
                              .secretHeaders = {{"Authorization", "Bearer ", endpoint.key}}};
    return new ConnectionTest(
        transport, patient(request),
        [endpoint, &scheduler](const HttpOutcome &outcome) {
            return reportOfHealth(outcome, endpoint, scheduler.wallTime());
        },
        owner);
}

} // namespace Viral
