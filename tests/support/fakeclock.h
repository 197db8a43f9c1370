// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "tests/support/fakescheduler.h"

namespace ViralTest {

/// A clock that shows the scheduler's time and counts ids.
class FakeClock final : public Viral::Clock
{
public:
    explicit FakeClock(const FakeScheduler &scheduler)
        : m_scheduler(scheduler)
    {}
    QDateTime now() const override { return m_scheduler.wallTime(); }
    QString newId() override { return QStringLiteral("id-%1").arg(++m_count); }

private:
    const FakeScheduler &m_scheduler;
    int m_count = 0;
};

} // namespace ViralTest
