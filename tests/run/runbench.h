// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/analysisrun.h"
#include "core/run/pricebook.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"
#include "tests/support/memorystores.h"

namespace ViralTest {

/// What runs share, from a \a bench whose members have the names of the services.
template <typename Bench>
Viral::RunServices servicesOf(Bench &bench)
{
    return {.transport = bench.transport,
            .scheduler = bench.scheduler,
            .clock = bench.clock,
            .limiter = bench.limiter,
            .memory = bench.memory,
            .answers = bench.answers,
            .runs = bench.runs,
            .templates = bench.templates,
            .prices = bench.prices};
}

/// What was asked about, read from a request's body.
struct AskedFor
{
    int first = 0;
    int last = 0;
};
AskedFor askedFor(const QByteArray &body);

/// The text of an answer with one moment of nine sentences (45 s) from \a first on.
QByteArray oneMoment(int first);
/// The service's answer to a request, with one moment at its first sentence.
Viral::HttpOutcome goodAnswer(const Viral::HttpRequest &request);

/// Everything around a run, without a network, a disk or a wait. Transcripts are cut into chunks of twelve sentences.
struct RunBench
{
    RunBench();

    Viral::RunServices services();
    /// A request of \a chunks chunks, 60 s each.
    static Viral::RunSetup setup(int chunks, int concurrency = 2);
    /// Starts a run and lets time pass until it has ended.
    Viral::RunOutcome complete(const Viral::RunSetup &setup);
    /// Lets time pass until \a run has ended; false when it does not.
    bool finish(Viral::AnalysisRun &run);
    /// Answers from now on; calls are counted in answered.
    void answerWith(FakeTransport::Answer answer);

    FakeScheduler scheduler;
    FakeTransport transport;
    FakeClock clock{scheduler};
    Viral::Limiter limiter{64, scheduler};
    Viral::OpenAiMemory memory;
    MemoryAnswers answers;
    MemoryRuns runs;
    MemoryOutbox outbox;
    Viral::PromptTemplates templates = Viral::PromptTemplates::builtIn();
    Viral::PriceTable prices = Viral::builtInPrices();
    Viral::WebhookQueue *webhooks = nullptr;
    /// Answers that reached the program.
    int answered = 0;
};

} // namespace ViralTest
