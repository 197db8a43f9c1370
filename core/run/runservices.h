// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pricing.h"
#include "core/base/clock.h"
#include "core/clients/openaicapabilities.h"
#include "core/clients/prompttemplates.h"
#include "core/net/limiter.h"
#include "core/net/retryingtransport.h"
#include "core/run/answerstore.h"
#include "core/run/runstore.h"

namespace Viral {

class WebhookQueue;

/// What runs share; all of it outlives them.
struct RunServices
{
    /// The network itself: runs bring their own retries.
    Transport &transport;
    Scheduler &scheduler;
    Clock &clock;
    /// One for all runs that ask the same service.
    Limiter &limiter;
    OpenAiMemory &memory;
    AnswerStore &answers;
    RunStore &runs;
    const PromptTemplates &templates;
    const PriceTable &prices;
    /// Null where nobody is told.
    WebhookQueue *webhooks = nullptr;
    RetryRules rules = {};
    Chance chance = systemChance;

    /// The same with other runs, or with another clock.
    RunServices withRuns(RunStore &others) const { return with(clock, others); }
    RunServices withClock(Clock &other) const { return with(other, runs); }

private:
    RunServices with(Clock &otherClock, RunStore &otherRuns) const
    {
        return {transport, scheduler, otherClock, limiter,  memory, answers,
                otherRuns, templates, prices,     webhooks, rules,  chance};
    }
};

} // namespace Viral
