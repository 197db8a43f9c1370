// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"
#include "core/run/forecast.h"
#include "ui/desk/budget.h"

#include <QSet>

namespace Viral {

/// Watches the budget of a run whose questions another machine asks and whose prices it does not tell: what a chunk
/// costs is reckoned by the quote, the rest by the rule of BudgetGuard. Whoever is refused has the run cancelled.
class RemoteBudget
{
public:
    /// \a atOnce is how many chunks the other machine asks at the same time. A quote without a price refuses nothing.
    RemoteBudget(const Budgets &budgets, const ModelForecast &quote, int atOnce, std::shared_ptr<MonthPurse> purse);

    /// The other machine has begun to ask.
    Result<void> begin();
    /// Of \a chunk nothing is on its way any more, and the next question is sent; told again it counts once.
    Result<void> noteEnded(int chunk);
    /// What has probably ended by now where nothing is told of any chunk; \a elapsed since begin().
    Result<void> guess(Milliseconds elapsed);
    /// Time after which guess() may say something new; zero when it never does.
    Milliseconds guessEvery() const { return m_hasTold ? Milliseconds{0} : m_chunkTime; }
    /// What was billed in the end, as far as that is known; nothing is on its way any more.
    void close(std::optional<MicroDollars> billed);

private:
    Result<void> countTo(int ended);

    BudgetGuard m_guard;
    /// Of a chunk, in the middle of what was quoted.
    MicroDollars m_usual;
    Milliseconds m_chunkTime;
    int m_chunks;
    int m_atOnce;
    int m_asked = 0;
    int m_ended = 0;
    QSet<int> m_told;
    bool m_hasTold = false;
};

} // namespace Viral
