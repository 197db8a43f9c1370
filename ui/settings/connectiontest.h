// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/openaisettings.h"
#include "core/clients/runpodclient.h"
#include "core/net/scheduler.h"
#include "core/net/transport.h"

#include <QStringList>

namespace Viral {

/// What a test of a connection found out, in words for people.
struct ConnectionReport
{
    enum class Verdict
    {
        Fine,
        Doubtful, ///< it answers, but a run may not go well
        Bad,
        Unasked, ///< nothing was sent: something is missing
    };

    Verdict verdict = Verdict::Unasked;
    /// One line: what is the matter.
    QString headline = {};
    /// What to do about it, or more about what is there; may be empty.
    QString advice = {};
    /// The models that the key may use, in the service's order.
    QStringList models = {};
    /// Only a question that costs a little can tell more: askOneToken() does it.
    bool offersQuestion = false;

    bool operator==(const ConnectionReport &) const = default;
};

/// What the list of models says about \a settings. \a now is the computer's clock in UTC.
ConnectionReport reportOfModels(const HttpOutcome &outcome, const OpenAiSettings &settings, const QDateTime &now);
/// What the answer to a question of one token says.
ConnectionReport reportOfQuestion(const HttpOutcome &outcome, const OpenAiSettings &settings, const QDateTime &now);
/// What the health of an endpoint says.
ConnectionReport reportOfHealth(const HttpOutcome &outcome, const RunPodEndpoint &endpoint, const QDateTime &now);

/// One test on its way. Reports exactly once, never from inside the function that began it, and then deletes itself.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    using Reader = std::function<ConnectionReport(const HttpOutcome &)>;

    ConnectionTest(Transport &transport, const HttpRequest &request, Reader reader, QObject *owner);
    /// Reports \a report without asking anybody.
    ConnectionTest(ConnectionReport report, QObject *owner);

    /// Ends the test without a report.
    void cancel();

Q_SIGNALS:
    void finished(const Viral::ConnectionReport &report);

private:
    void report(const ConnectionReport &report);

    Call *m_call = nullptr;
};

/// Asks for the list of models: it costs nothing and tells whether key, address and model fit.
ConnectionTest *testOpenAi(const OpenAiSettings &settings, Transport &transport, Scheduler &scheduler, QObject *owner);
/// Asks the model for one token: costs a fraction of a cent.
ConnectionTest *askOneToken(const OpenAiSettings &settings, Transport &transport, Scheduler &scheduler, QObject *owner);
/// Asks the endpoint how it is: costs nothing and starts no worker.
ConnectionTest *testRunPod(const RunPodEndpoint &endpoint, Transport &transport, Scheduler &scheduler, QObject *owner);

} // namespace Viral
