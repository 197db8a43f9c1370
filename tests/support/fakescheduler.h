// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/scheduler.h"

#include <QTimeZone>

#include <list>

namespace ViralTest {

/// Time that passes only when told to.
class FakeScheduler final : public Viral::Scheduler
{
public:
    Viral::Milliseconds now() const override { return m_now; }
    QDateTime wallTime() const override { return m_wallStart.addMSecs(m_now.count()); }
    std::unique_ptr<Viral::ScheduledAction> after(Viral::Milliseconds delay, std::function<void()> action) override;

    /// Lets time pass; everything due happens at its own time and in its order.
    void advance(Viral::Milliseconds time);
    /// Goes on to whatever comes next until nothing is left; false when more than \a most things happened.
    bool runAll(int most = 10'000);
    int pending() const { return static_cast<int>(m_entries.size()); }
    /// Time until the next action; nothing without one.
    std::optional<Viral::Milliseconds> untilNext() const;

private:
    struct Entry
    {
        Viral::Milliseconds due;
        std::function<void()> action;
    };
    class Handle;
    std::list<Entry>::const_iterator next() const;
    void runNext();

    Viral::Milliseconds m_now{0};
    QDateTime m_wallStart = QDateTime(QDate(2026, 1, 1), QTime(12, 0), QTimeZone::utc());
    std::list<Entry> m_entries;
};

} // namespace ViralTest
