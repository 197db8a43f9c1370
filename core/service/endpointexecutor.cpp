// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/endpointexecutor.h"

#include "core/base/log.h"
#include "core/contract/eventscodec.h"

namespace Viral {

namespace {

class RunnerWork final : public EndpointWork
{
public:
    RunnerWork(const RunServices &services, const JobRules &rules, const QByteArray &input, const QString &jobId,
               QObject *owner)
        : EndpointWork(owner)
        , m_runner(services, rules, input, jobId)
    {
        connect(&m_runner, &JobRunner::progress, this,
                [this](const ProgressEvent &event) { Q_EMIT progressed(writeProgressEvent(event)); });
        connect(&m_runner, &JobRunner::warned, this,
                [jobId](const QString &message) { qCWarning(serviceLog).noquote() << jobId << redacted(message); });
        connect(&m_runner, &JobRunner::finished, this, [this](const JobOutcome &outcome) {
            deleteLater();
            Q_EMIT finished(outcome);
        });
        m_runner.start();
    }

    void cancel() override { m_runner.cancel(); }

private:
    JobRunner m_runner;
};

} // namespace

RunnerExecutor::RunnerExecutor(const RunServices &services, JobRules rules)
    : m_services(services)
    , m_rules(std::move(rules))
{}

EndpointWork *RunnerExecutor::start(const QByteArray &input, const QString &jobId, QObject *owner)
{
    return new RunnerWork(m_services, m_rules, input, jobId, owner);
}

} // namespace Viral
