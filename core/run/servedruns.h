// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/timespan.h"

#include <QDateTime>

#include <optional>

namespace Viral {

/// How long the runs that a program did for others are kept.
struct ServedRunRules
{
    /// After the last change of a run; nothing is removed for its age without it.
    std::optional<Milliseconds> keep = std::chrono::hours(30 * 24);
    /// Of requests, results and funnels together; beyond it the oldest go before their time.
    qint64 mostBytes = 2LL * 1024 * 1024 * 1024;
    /// Younger runs are never removed: who asked for them may be fetching the result.
    Milliseconds youth = std::chrono::hours(1);

    bool operator==(const ServedRunRules &) const = default;
};

/// The runs that a worker or a local endpoint did for others. Only these are ever removed from a library, and of these
/// only what has been delivered: a run that went well and whose webhooks are through goes with its answers; of one that
/// did not, the documents go and the answers stay, so that the next try pays only for what is missing, until a later
/// run of the same job went well. Storage errors.
class ServedRuns
{
public:
    virtual ~ServedRuns() = default;

    /// \a run, which is saved, was done for others.
    virtual Result<void> markServed(const RunId &run) = 0;
    /// Removes at most \a most runs by \a rules and returns how many that were; 0 when nothing is left to remove.
    virtual Result<int> prune(const ServedRunRules &rules, const QDateTime &now, int most) = 0;
};

} // namespace Viral
