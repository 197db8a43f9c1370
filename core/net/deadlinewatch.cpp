// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/deadlinewatch.h"

namespace Viral {

namespace {

Milliseconds orDefault(Milliseconds limit, Milliseconds otherwise)
{
    return limit > Milliseconds{0} ? limit : otherwise;
}

HttpDeadlines effective(const HttpDeadlines &wanted)
{
    const HttpDeadlines defaults;
    return {.connect = orDefault(wanted.connect, defaults.connect),
            .firstByte = orDefault(wanted.firstByte, defaults.firstByte),
            .silence = orDefault(wanted.silence, defaults.silence),
            .total = orDefault(wanted.total, defaults.total)};
}

} // namespace

DeadlineWatch::DeadlineWatch(Scheduler &scheduler, const HttpDeadlines &deadlines, Expired expired)
    : m_scheduler(scheduler)
    , m_deadlines(effective(deadlines))
    , m_expired(std::move(expired))
    , m_startedAt(scheduler.now())
    , m_lastSign(m_startedAt)
{
    arm();
}

void DeadlineWatch::requestFlows()
{
    if (m_wait == Wait::Silence)
        return;
    m_lastSign = m_scheduler.now();
    m_wait = Wait::FirstByte;
    if (due().at < m_armedFor)
        arm();
}

void DeadlineWatch::answerFlows()
{
    m_lastSign = m_scheduler.now();
    m_wait = Wait::Silence;
    if (due().at < m_armedFor)
        arm();
}

void DeadlineWatch::expectEnd(Milliseconds grace)
{
    if (m_graceEnds)
        return;
    m_graceEnds = m_scheduler.now() + grace;
    arm();
}

DeadlineWatch::Due DeadlineWatch::due() const
{
    if (m_graceEnds)
        return {Wait::Grace, *m_graceEnds};
    Milliseconds limit = m_deadlines.silence;
    if (m_wait == Wait::Connect)
        limit = m_deadlines.connect;
    else if (m_wait == Wait::FirstByte)
        limit = m_deadlines.firstByte;

    Due earliest{m_wait, m_lastSign + limit};
    if (m_startedAt + m_deadlines.total < earliest.at)
        earliest = {Wait::Total, m_startedAt + m_deadlines.total};
    return earliest;
}

void DeadlineWatch::arm()
{
    m_armedFor = due().at;
    m_timer = m_scheduler.after(m_armedFor - m_scheduler.now(), [this] { check(); });
}

void DeadlineWatch::check()
{
    const Due next = due();
    if (m_scheduler.now() < next.at)
        arm();
    else
        m_expired(next.wait);
}

} // namespace Viral
