// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakescheduler.h"

#include <algorithm>

using namespace Viral;

namespace ViralTest {

class FakeScheduler::Handle final : public ScheduledAction
{
public:
    Handle(FakeScheduler &scheduler, std::list<Entry>::iterator entry)
        : m_scheduler(scheduler)
        , m_entry(entry)
    {
        entry->action = [this, action = std::move(entry->action)] {
            m_hasRun = true;
            // This handle may be destroyed by the action.
            const std::function<void()> run = action;
            run();
        };
    }
    ~Handle() override
    {
        if (!m_hasRun)
            m_scheduler.m_entries.erase(m_entry);
    }

private:
    FakeScheduler &m_scheduler;
    std::list<Entry>::iterator m_entry;
    bool m_hasRun = false;
};

std::unique_ptr<ScheduledAction> FakeScheduler::after(Milliseconds delay, std::function<void()> action)
{
    m_entries.push_back({m_now + std::max(delay, Milliseconds{0}), std::move(action)});
    return std::make_unique<Handle>(*this, std::prev(m_entries.end()));
}

std::list<FakeScheduler::Entry>::const_iterator FakeScheduler::next() const
{
    return std::min_element(m_entries.begin(), m_entries.end(),
                            [](const Entry &a, const Entry &b) { return a.due < b.due; });
}

void FakeScheduler::runNext()
{
    const auto entry = next();
    m_now = std::max(m_now, entry->due);
    const std::function<void()> action = entry->action;
    m_entries.erase(entry);
    action();
}

void FakeScheduler::advance(Milliseconds time)
{
    const Milliseconds until = m_now + time;
    while (!m_entries.empty() && next()->due <= until)
        runNext();
    m_now = until;
}

bool FakeScheduler::runAll(int most)
{
    for (int i = 0; i < most; ++i) {
        if (m_entries.empty())
            return true;
        runNext();
    }
    return m_entries.empty();
}

std::optional<Milliseconds> FakeScheduler::untilNext() const
{
    if (m_entries.empty())
        return std::nullopt;
    return next()->due - m_now;
}

} // namespace ViralTest
