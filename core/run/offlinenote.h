// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/assembly.h"
#include "core/contract/events.h"
#include "core/run/runservices.h"

namespace Viral {

/// The events of an offline analysis that is already done, as a run would have told them.
QList<ProgressEvent> offlineEvents(const AnalysisOutcome &outcome, const QDateTime &startedAt,
                                   const QDateTime &completedAt);

/// Notes an offline analysis in the library, whole or not at all, and posts its webhooks: the events in their order,
/// the result last. When it returns, what is noted is on disk. A library that cannot keep it holds up no webhook; the
/// error says why.
Result<void> noteOfflineRun(const RunServices &services, const Request &request, const WebhookEndpoints &endpoints,
                            const AnalysisOutcome &outcome, const QList<ProgressEvent> &events);

} // namespace Viral
