// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/requestcodec.h"
#include "core/net/qttransport.h"
#include "core/service/worker.h"
#include "tests/run/runbench.h"
#include "tests/service/queuestandin.h"
#include "tests/support/memorystores.h"
#include "tests/support/openaianswers.h"
#include "tests/support/sampletranscript.h"

#include <QSignalSpy>

namespace ViralTest {

/// A request of \a chunks chunks of 60 s, as JSON.
inline QByteArray requestOf(int chunks, const QString &jobId = {})
{
    return Viral::writeRequest(chunkedRequest(chunks, jobId), Viral::JsonWriter::Layout::Compact);
}

/// A whole answer of the model.
inline Reply modelReply(const ReceivedRequest &request)
{
    return {.contentType = "text/event-stream",
            .body = OpenAi::stream(oneMoment(askedFor(request.body).first)),
            .isChunked = true};
}

/// A worker in this process with real lines and nothing on disk.
struct WorkerBench
{
    Viral::RunServices services() { return servicesOf(*this); }

    /// Asks the model at \a server.
    static Viral::JobRules askingAt(const LoopbackServer &server)
    {
        Viral::JobRules rules;
        rules.settings.openAiBase = {.url = server.url(QStringLiteral("/v1")), .host = Viral::OpenAiHost::Local};
        rules.settings.openAiKey = Viral::Secret(QStringLiteral("sk-worker-secret-abcdef123456"));
        return rules;
    }

    /// Starts a worker; what it logs is in log.
    Viral::Worker &work(const Viral::WorkerSettings &settings,
                        const Viral::JobRules &rules = {.engine = Viral::JobEngine::Offline})
    {
        workers.push_back(std::make_unique<Viral::Worker>(services(), rules, settings));
        Viral::Worker &worker = *workers.back();
        QObject::connect(&worker, &Viral::Worker::logged, &worker,
                         [this](Viral::WorkerLogLevel level, const QString &jobId, const QString &message) {
                             log.append(Viral::workerLogLine(level, jobId, message));
                         });
        worker.start();
        return worker;
    }

    bool logHolds(const QByteArray &text) const { return log.join('\n').contains(text); }

    Viral::EventLoopScheduler scheduler;
    Viral::QtTransport transport{scheduler};
    Viral::SystemClock clock;
    Viral::Limiter limiter{64, scheduler};
    Viral::OpenAiMemory memory;
    MemoryAnswers answers;
    MemoryRuns runs;
    Viral::PromptTemplates templates = Viral::PromptTemplates::builtIn();
    Viral::PriceTable prices = Viral::builtInPrices();
    QByteArrayList log;
    std::vector<std::unique_ptr<Viral::Worker>> workers;
};

} // namespace ViralTest
