// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/budget.h"

#include <QCoreApplication>

#include <numeric>

namespace Viral {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Viral::Budget", text);
}

MicroDollars left(MicroDollars limit, MicroDollars used)
{
    return {std::max<std::int64_t>(0, limit.value - used.value)};
}

tl::unexpected<Error> overRun(MicroDollars limit, MicroDollars price)
{
    return failure(ErrorKind::Refused,
                   say("This run would cost about %1, and the budget for one run is %2. Raise the budget in the "
                       "settings, choose a cheaper model, or run a part.")
                       .arg(price.forPeople(), limit.forPeople()));
}

tl::unexpected<Error> overMonth(MicroDollars limit, MicroDollars spent, MicroDollars price)
{
    return failure(ErrorKind::Refused,
                   say("This run would cost about %1, and of this month's budget of %2 there is %3 left. Raise the "
                       "budget in the settings, choose a cheaper model, or run a part.")
                       .arg(price.forPeople(), limit.forPeople(), left(limit, spent).forPeople()));
}

} // namespace

MicroDollars spentInMonth(const QList<RunRecord> &runs, const QDate &day, const QTimeZone &zone)
{
    MicroDollars spent;
    for (const RunRecord &run : runs) {
        const QDate date = run.createdAt.toTimeZone(zone).date();
        if (run.price && date.year() == day.year() && date.month() == day.month())
            spent += *run.price;
    }
    return spent;
}

Result<void> mayStart(MicroDollars price, MicroDollars spentThisMonth, const Budgets &budgets)
{
    if (budgets.perRun && price > *budgets.perRun)
        return overRun(*budgets.perRun, price);
    if (budgets.perMonth && price + spentThisMonth > *budgets.perMonth)
        return overMonth(*budgets.perMonth, spentThisMonth, price);
    return {};
}

BudgetGuard::BudgetGuard(Budgets budgets, MicroDollars perChunk, std::shared_ptr<MonthPurse> purse)
    : m_budgets(budgets)
    , m_perChunk(perChunk)
    , m_purse(std::move(purse))
{}

BudgetGuard::~BudgetGuard()
{
    m_purse->setAside.value -= setAside().value;
}

Result<void> BudgetGuard::ask(int chunk)
{
    // Of a chunk one question is on its way at a time: what the one before it cost is known.
    settle(chunk);
    const MicroDollars ahead = m_spent + setAside() + m_perChunk;
    if (m_budgets.perRun && ahead > *m_budgets.perRun) {
        return failure(
            ErrorKind::Refused,
            say("The budget of %1 for one run would be exceeded: %2 is spent and the next chunk may cost %3. "
                "Raise the budget and go on, or use what is there.")
                .arg(m_budgets.perRun->forPeople(), m_spent.forPeople(), m_perChunk.forPeople()));
    }
    if (m_budgets.perMonth && m_purse->spent + m_purse->setAside + m_perChunk > *m_budgets.perMonth) {
        return failure(ErrorKind::Refused,
                       say("This month's budget of %1 would be exceeded: %2 is spent and the next chunk may cost %3. "
                           "Raise the budget and go on, or use what is there.")
                           .arg(m_budgets.perMonth->forPeople(), m_purse->spent.forPeople(), m_perChunk.forPeople()));
    }
    m_setAside[chunk] += m_perChunk;
    m_purse->setAside += m_perChunk;
    return {};
}

void BudgetGuard::notePaid(MicroDollars total)
{
    m_purse->spent.value += total.value - m_spent.value;
    m_spent = total;
}

void BudgetGuard::settle(int chunk)
{
    m_purse->setAside.value -= m_setAside.take(chunk).value;
}

MicroDollars BudgetGuard::setAside() const
{
    return std::accumulate(m_setAside.begin(), m_setAside.end(), MicroDollars{});
}

} // namespace Viral
