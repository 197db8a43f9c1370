// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodstream.h"

#include "core/clients/jsonmembers.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

Result<RunPodStream> readRunPodStream(const QByteArray &body)
{
    const auto document = parseForgiving(body);
    if (!document)
        return failure(ErrorKind::Service, u"RunPod's answer is not JSON: %1"_s.arg(document.error().text()));
    const JsonValue root = document->root();
    const auto list = root.isArray() ? std::optional(root) : root.member(u"stream");
    if (!list || !list->isArray())
        return failure(ErrorKind::Service, u"RunPod's answer holds no stream."_s);
    RunPodStream stream{.word = root.isArray() ? QString() : textMember(root, u"status")};
    stream.state = runPodState(stream.word);
    list->forEachElement([&stream](std::size_t, const JsonValue &element) {
        if (const auto output = element.member(u"output"); output && !output->isNull())
            stream.outputs.append(output->rawText());
    });
    return stream;
}

RunPodStreamWatch::RunPodStreamWatch(RunPodClient &client, Scheduler &scheduler, const QString &jobId, QObject *owner)
    : QObject(owner)
    , m_client(client)
    , m_scheduler(scheduler)
    , m_jobId(jobId)
{}

void RunPodStreamWatch::start()
{
    if (!isOn() && !m_hasGivenUp)
        ask();
}

void RunPodStreamWatch::stop()
{
    m_hasGivenUp = true;
    m_timer.reset();
    delete std::exchange(m_call, nullptr);
}

void RunPodStreamWatch::ask()
{
    m_timer.reset();
    m_askedAt = m_scheduler.now();
    m_call = m_client.stream(m_jobId, wait, this);
    connect(m_call, &RunPodCall::finished, this, &RunPodStreamWatch::take);
}

void RunPodStreamWatch::take(const RunPodReply &reply)
{
    m_call = nullptr;
    if (!reply) {
        m_hasGivenUp = !isPassing(reply.error().fault);
        if (!m_hasGivenUp)
            askAgain(false);
        return;
    }
    const Result<RunPodStream> stream = readRunPodStream(*reply);
    if (!stream) {
        m_hasGivenUp = true;
        return;
    }
    // Before anything is told: who listens may end the watch.
    m_hasGivenUp = isTerminal(stream->state);
    if (!m_hasGivenUp)
        askAgain(!stream->outputs.isEmpty());
    const bool hasEnded = m_hasGivenUp;
    const QPointer<RunPodStreamWatch> self(this);
    for (const QByteArray &output : stream->outputs) {
        Q_EMIT told(output);
        if (!self)
            return;
    }
    if (hasEnded)
        Q_EMIT jobEnded();
}

void RunPodStreamWatch::askAgain(bool wasUseful)
{
    // A server that holds empty answers back paces by itself; one that does not is asked ever more seldom.
    if (wasUseful || m_scheduler.now() - m_askedAt >= shortestPause)
        m_pause = shortestPause;
    else
        m_pause = std::min(m_pause * 2, longestPause);
    m_timer = m_scheduler.after(m_pause, [this] { ask(); });
}

} // namespace Viral
