// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/queuestandin.h"

#include <QMutexLocker>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ViralTest {

const QString queueKey = QStringLiteral("queue-secret-0123456789");

namespace {

QByteArray jobIn(const QByteArray &path)
{
    const QByteArray end = path.mid(path.lastIndexOf('/') + 1);
    return end.left(end.indexOf('?'));
}

} // namespace

QueueStandIn::QueueStandIn()
    : m_server([this](int, const ReceivedRequest &request) { return answer(request); })
{}

void QueueStandIn::offer(const QByteArray &job)
{
    const QMutexLocker locker(&m_mutex);
    m_jobs.append(job);
}

void QueueStandIn::offerRequest(const QString &id, const QByteArray &request)
{
    offer(R"({"id":")" + id.toUtf8() + R"(","input":)" + request + "}");
}

void QueueStandIn::stopJob(const QByteArray &id)
{
    const QMutexLocker locker(&m_mutex);
    m_stops.append('"' + id + '"');
}

void QueueStandIn::answerTakesWith(const QList<Reply> &replies)
{
    const QMutexLocker locker(&m_mutex);
    m_takeReplies = replies;
}

void QueueStandIn::answerResultsWith(const QList<Reply> &replies)
{
    const QMutexLocker locker(&m_mutex);
    m_resultReplies = replies;
}

QList<QByteArray> QueueStandIn::posts(const QByteArray &job) const
{
    QList<QByteArray> bodies;
    for (const ReceivedRequest &request : m_server.requests()) {
        if (request.path.contains("/job-done/") && jobIn(request.path) == job)
            bodies.append(request.body);
    }
    return bodies;
}

QList<QByteArray> QueueStandIn::results(const QByteArray &job) const
{
    QList<QByteArray> bodies = posts(job);
    bodies.removeIf([](const QByteArray &body) { return body.startsWith(R"({"status":"IN_PROGRESS")"); });
    return bodies;
}

int QueueStandIn::count(const QByteArray &part) const
{
    int found = 0;
    for (const ReceivedRequest &request : m_server.requests())
        found += request.path.contains(part) ? 1 : 0;
    return found;
}

EnvironmentValues QueueStandIn::variables(const QString &workerId) const
{
    const QString base = m_server.url(u"/v2/ep"_s).toString();
    return {{u"RUNPOD_WEBHOOK_GET_JOB"_s, base + u"/job-take/$ID?gpu=$RUNPOD_GPU_TYPE_ID"_s},
            {u"RUNPOD_WEBHOOK_POST_OUTPUT"_s, base + u"/job-done/$RUNPOD_POD_ID/$ID?gpu=$RUNPOD_GPU_TYPE_ID"_s},
            {u"RUNPOD_WEBHOOK_PING"_s, base + u"/ping/$RUNPOD_POD_ID"_s},
            {u"RUNPOD_PING_INTERVAL"_s, u"1000"_s},
            {u"RUNPOD_AI_API_KEY"_s, queueKey},
            {u"RUNPOD_POD_ID"_s, workerId},
            {u"RUNPOD_GPU_TYPE_ID"_s, u"NVIDIA RTX A5000"_s}};
}

WorkerSettings QueueStandIn::settings(int jobs, const QString &workerId) const
{
    WorkerSettings settings = *workerSettings(variables(workerId), {});
    settings.jobs = jobs;
    settings.pingInterval = 20ms;
    settings.patience.idlePause = 1ms;
    settings.patience.basePause = 5ms;
    settings.patience.longestPause = 40ms;
    settings.patience.progressPause = 20ms;
    settings.patience.resultRules.basePause = 5ms;
    settings.patience.resultRules.longestPause = 20ms;
    return settings;
}

QStringList QueueStandIn::environment() const
{
    QStringList lines;
    const EnvironmentValues values = variables(u"w1"_s);
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        lines.append(value.key() + u'=' + value.value());
    return lines;
}

Reply QueueStandIn::answer(const ReceivedRequest &request)
{
    const QMutexLocker locker(&m_mutex);
    if (request.header("Authorization") != queueKey.toUtf8())
        return {.status = 401, .body = R"({"error":"no"})"};
    const qsizetype batch = request.path.indexOf("batch_size=");
    if (request.path.contains("/job-take-batch/"))
        return handOut(request.path.mid(batch + 11).split('&').constFirst().toInt());
    if (request.path.contains("/job-take/"))
        return handOut(1);
    if (request.path.contains("/job-stop/"))
        return handStops();
    if (request.path.contains("/job-done/") && !request.body.startsWith(R"({"status")"))
        return takeFirst(m_resultReplies);
    return {};
}

Reply QueueStandIn::handOut(int most)
{
    if (!m_takeReplies.isEmpty())
        return m_takeReplies.takeFirst();
    if (m_jobs.isEmpty())
        return {.status = 204, .delay = 5ms};
    if (most == 1)
        return {.body = m_jobs.takeFirst()};
    QByteArrayList jobs;
    while (!m_jobs.isEmpty() && jobs.size() < most)
        jobs.append(m_jobs.takeFirst());
    return {.body = '[' + jobs.join(',') + ']'};
}

Reply QueueStandIn::handStops()
{
    if (m_stops.isEmpty())
        return {.status = 204, .delay = 5ms};
    const QByteArrayList stops(m_stops.cbegin(), m_stops.cend());
    m_stops.clear();
    return {.body = R"({"jobsToStop":[)" + stops.join(',') + "]}"};
}

Reply QueueStandIn::takeFirst(QList<Reply> &replies)
{
    return replies.isEmpty() ? Reply() : replies.takeFirst();
}

} // namespace ViralTest
