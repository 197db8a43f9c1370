// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/retryingtransport.h"

#include <QObject>

namespace Viral {

/// Where and how a job is told about.
struct JobPostSettings
{
    QUrl url = {};
    QString jobId = {};
    /// Sent as it is.
    Secret key = {};
    /// Progress is told no more often than this.
    Milliseconds progressPause{500};
    /// How long a result is offered to a queue that does not answer.
    RetryRules resultRules = {};
};

/// Tells the queue about one job, one post after another: of progress only the newest, and nothing after the result. A
/// progress that came later than the result would leave the job running for ever.
class JobPoster final : public QObject
{
    Q_OBJECT

public:
    /// \a transport and \a scheduler outlive the poster.
    JobPoster(Transport &transport, Scheduler &scheduler, JobPostSettings settings, QObject *owner);
    /// Ends what is on its way.
    ~JobPoster() override;

    /// Takes the place of progress that has not left yet; nothing once there is a result.
    void postProgress(const QByteArray &body);
    /// Ends the job. Progress that has not left is dropped; what is on its way is waited for.
    void postResult(const QByteArray &body);

Q_SIGNALS:
    /// The result has arrived, or \a trouble says why it cannot. Exactly once.
    void finished(const QString &trouble);

private:
    void pump();
    void sendProgress();
    void sendResult();
    void resultEnded(const HttpOutcome &outcome);
    Call *send(Transport &transport, const QByteArray &body, const HttpDeadlines &deadlines);

    Transport &m_transport;
    Scheduler &m_scheduler;
    JobPostSettings m_settings;
    RetryingTransport m_retrying;
    Call *m_call = nullptr;
    QByteArray m_progress;
    QByteArray m_result;
    std::optional<Milliseconds> m_lastProgress;
    std::unique_ptr<ScheduledAction> m_timer;
    /// Why the queue did not take the result itself.
    QString m_refusal;
};

} // namespace Viral
