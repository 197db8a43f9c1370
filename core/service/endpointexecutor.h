// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/jobrunner.h"

namespace Viral {

/// One job being done for the local endpoint.
class EndpointWork : public QObject
{
    Q_OBJECT

public:
    /// Ends it; finished() may be reported from inside this call.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// JSON of one progress event.
    void progressed(const QByteArray &event);
    /// Exactly once, never from inside start(); then it deletes itself.
    void finished(const Viral::JobOutcome &outcome);

protected:
    using QObject::QObject;
};

/// Who does the jobs of the local endpoint.
class EndpointExecutor
{
public:
    virtual ~EndpointExecutor() = default;

    /// Begins with the job that the queue calls \a jobId; \a input is the object under "input". The work belongs to
    /// \a owner.
    virtual EndpointWork *start(const QByteArray &input, const QString &jobId, QObject *owner) = 0;
};

/// Finds moments, with signed webhooks to where the request wants them.
class RunnerExecutor final : public EndpointExecutor
{
public:
    /// \a services outlive the work.
    RunnerExecutor(const RunServices &services, JobRules rules);

    EndpointWork *start(const QByteArray &input, const QString &jobId, QObject *owner) override;

private:
    RunServices m_services;
    JobRules m_rules;
};

} // namespace Viral
