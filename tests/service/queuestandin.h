// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/workersettings.h"
#include "tests/support/loopbackserver.h"

#include <QHash>
#include <QMutex>

namespace ViralTest {

/// The key of the queue; never to be seen in a log or a body.
extern const QString queueKey;

/// A queue on this machine that hands out what it was given and keeps what it is told.
class QueueStandIn
{
public:
    QueueStandIn();

    /// Puts a job into the queue; \a job is the whole object.
    void offer(const QByteArray &job);
    /// The same with a request under "input".
    void offerRequest(const QString &id, const QByteArray &request);
    void stopJob(const QByteArray &id);
    /// The next questions for jobs are answered with these.
    void answerTakesWith(const QList<Reply> &replies);
    /// Posts of results are answered with these, then with 200 again.
    void answerResultsWith(const QList<Reply> &replies);

    /// Bodies that were told about \a job, in order.
    QList<QByteArray> posts(const QByteArray &job) const;
    /// Those of them that end the job.
    QList<QByteArray> results(const QByteArray &job) const;
    QList<ReceivedRequest> requests() const { return m_server.requests(); }
    /// Requests whose path has \a part in it.
    int count(const QByteArray &part) const;

    /// Of a worker of this queue, with short waits.
    Viral::WorkerSettings settings(int jobs = 1, const QString &workerId = QStringLiteral("w1")) const;
    /// The variables that lead the program here, as NAME=value.
    QStringList environment() const;

private:
    Reply answer(const ReceivedRequest &request);
    Reply handOut(int most);
    Reply handStops();
    static Reply takeFirst(QList<Reply> &replies);
    Viral::EnvironmentValues variables(const QString &workerId) const;

    mutable QMutex m_mutex;
    QList<QByteArray> m_jobs;
    QList<QByteArray> m_stops;
    QList<Reply> m_takeReplies;
    QList<Reply> m_resultReplies;
    LoopbackServer m_server;
};

} // namespace ViralTest
