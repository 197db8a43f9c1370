// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/runstore.h"

#include <QDate>
#include <QHash>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace Viral {

/// What the user wants to spend at most; nothing for no limit.
struct Budgets
{
    std::optional<MicroDollars> perRun = {};
    std::optional<MicroDollars> perMonth = {};

    bool operator==(const Budgets &) const = default;
};

/// What \a runs cost that were started in the month of \a day, by the calendar of \a zone. Deleted runs cost the same.
MicroDollars spentInMonth(const QList<RunRecord> &runs, const QDate &day, const QTimeZone &zone);

/// Refuses a run that is expected to cost \a price where a budget does not suffice, with the numbers and what to do.
Result<void> mayStart(MicroDollars price, MicroDollars spentThisMonth, const Budgets &budgets);

/// What the runs of this month have spent and set aside; shared by all runs of the program.
struct MonthPurse
{
    MicroDollars spent = {};
    /// For requests on their way, those of all runs.
    MicroDollars setAside = {};

    bool operator==(const MonthPurse &) const = default;
};

/// Watches over one run: before a question is sent its price is set aside, and no question is let through for which a
/// budget does not suffice, so that the budget is kept also with many requests on their way at once.
class BudgetGuard
{
public:
    /// \a perChunk is what a question may cost, on the safe side; unknown prices are let through.
    BudgetGuard(Budgets budgets, MicroDollars perChunk, std::shared_ptr<MonthPurse> purse);
    /// Gives back what is still set aside.
    ~BudgetGuard();
    BudgetGuard(const BudgetGuard &) = delete;
    BudgetGuard &operator=(const BudgetGuard &) = delete;

    /// Sets aside what the next question of \a chunk may cost, the one before it having been answered; refuses where
    /// that is too much.
    Result<void> ask(int chunk);
    /// The run has paid \a total so far.
    void notePaid(MicroDollars total);
    /// Nothing of \a chunk is on its way any more.
    void settle(int chunk);

    MicroDollars spent() const { return m_spent; }
    MicroDollars setAside() const;

private:
    Budgets m_budgets;
    MicroDollars m_perChunk;
    std::shared_ptr<MonthPurse> m_purse;
    QHash<int, MicroDollars> m_setAside;
    MicroDollars m_spent;
};

} // namespace Viral
