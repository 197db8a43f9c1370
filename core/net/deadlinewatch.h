// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/httpmessage.h"
#include "core/net/scheduler.h"

namespace Viral {

/// Watches the waits of one call with a single timer that is only set again when it fires, so that an answer in many
/// small pieces costs nothing.
class DeadlineWatch
{
public:
    enum class Wait
    {
        Connect,
        FirstByte,
        Silence,
        Total,
        Grace, ///< after expectEnd()
    };
    using Expired = std::function<void(Wait)>;

    /// Starts with the wait for the connection.
    DeadlineWatch(Scheduler &scheduler, const HttpDeadlines &deadlines, Expired expired);

    /// The request is on its way; the first time begins the wait for the first byte.
    void requestFlows();
    /// The answer flows.
    void answerFlows();
    /// From now on only \a grace counts.
    void expectEnd(Milliseconds grace);

private:
    struct Due
    {
        Wait wait;
        Milliseconds at;
    };
    Due due() const;
    void arm();
    void check();

    Scheduler &m_scheduler;
    HttpDeadlines m_deadlines;
    Expired m_expired;
    Wait m_wait = Wait::Connect;
    Milliseconds m_startedAt;
    Milliseconds m_lastSign;
    Milliseconds m_armedFor{0};
    std::optional<Milliseconds> m_graceEnds;
    std::unique_ptr<ScheduledAction> m_timer;
};

} // namespace Viral
