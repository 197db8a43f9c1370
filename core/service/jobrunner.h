// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/analysisrun.h"

#include <QFutureWatcher>

namespace Viral {

/// Who finds the moments of a job. There is no falling back from one to the other (interface.md section 1).
enum class JobEngine
{
    OpenAi,
    Offline, ///< only where it was asked for by name
};

/// How jobs are done, the same for all of one program.
struct JobRules
{
    /// Defaults with the environment; each job puts its own options over them.
    EngineSettings settings = {};
    JobEngine engine = JobEngine::OpenAi;
};

/// How a job ended.
struct JobOutcome
{
    enum class Kind
    {
        Completed,
        Failed,
        Cancelled, ///< nobody waits for it any more
    };

    Kind kind = Kind::Failed;
    /// One JSON document: the completion payload, or the failure payload of the seed.
    QByteArray output = {};
    /// Why it failed, in a sentence and without keys; empty when it did not.
    QString error = {};

    bool operator==(const JobOutcome &) const = default;
};

/// One job of a queue from the bytes of its request to the bytes of its answer. Reading a request and the offline
/// engine work beside the event loop, so that many jobs at once hold up nobody. Webhooks go out from here, signed.
class JobRunner final : public QObject
{
    Q_OBJECT

public:
    /// \a input is the request, bare or under "input"; \a queueId the queue's name of the job, which it gets where the
    /// request has none. \a services outlive the runner.
    JobRunner(const RunServices &services, const JobRules &rules, QByteArray input, QString queueId,
              QObject *owner = nullptr);
    /// A job that has not ended is left as interrupted in the library.
    ~JobRunner() override;

    /// Begins; nothing is reported from inside this call.
    void start();
    /// Ends it at once and reports Cancelled from inside this call; nothing when it has ended.
    void cancel();

    const QString &queueId() const { return m_queueId; }
    /// The job's own id; known once the request is read.
    const QString &jobId() const { return m_request.jobId; }
    bool isFinished() const { return m_isFinished; }

Q_SIGNALS:
    void progress(const Viral::ProgressEvent &event);
    /// Something to note while it goes on, without keys.
    void warned(const QString &message);
    /// Exactly once.
    void finished(const Viral::JobOutcome &outcome);

private:
    /// A request as it was read; with an error it is what could be understood.
    struct Read
    {
        Request request = {};
        std::optional<Error> error = {};
    };
    static Read read(const QByteArray &input);

    void takeRequest();
    void runModel();
    void runOffline();
    void takeOffline();
    void fail(const Error &error);
    void finish(JobOutcome outcome);
    WebhookEndpoints webhooks() const;

    RunServices m_services;
    JobRules m_rules;
    QByteArray m_input;
    QString m_queueId;
    Request m_request;
    QFutureWatcher<Read> m_reading;
    QFutureWatcher<AnalysisOutcome> m_analysing;
    std::unique_ptr<AnalysisRun> m_run;
    QDateTime m_startedAt;
    bool m_isFinished = false;
};

} // namespace Viral
