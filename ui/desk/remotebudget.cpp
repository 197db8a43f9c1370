// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/remotebudget.h"

#include <algorithm>

namespace Viral {

namespace {

MicroDollars usualChunk(const ModelForecast &quote)
{
    const std::optional<PriceRange> price = quote.priceWithCache ? quote.priceWithCache : quote.price;
    if (!price || quote.chunks <= 0)
        return {};
    return {(price->low.value + price->high.value) / 2 / quote.chunks};
}

} // namespace

RemoteBudget::RemoteBudget(const Budgets &budgets, const ModelForecast &quote, int atOnce,
                           std::shared_ptr<MonthPurse> purse)
    : m_guard(quote.price ? budgets : Budgets{}, quote.dearestChunk().value_or(MicroDollars{}), std::move(purse))
    , m_usual(usualChunk(quote))
    , m_chunkTime((quote.chunkTime.low + quote.chunkTime.high) / 2)
    , m_chunks(quote.chunks)
    , m_atOnce(std::max(1, atOnce))
{}

Result<void> RemoteBudget::begin()
{
    return countTo(m_ended);
}

Result<void> RemoteBudget::noteEnded(int chunk)
{
    m_hasTold = true;
    m_told.insert(chunk);
    return countTo(static_cast<int>(m_told.size()));
}

Result<void> RemoteBudget::guess(Milliseconds elapsed)
{
    if (m_hasTold || m_chunkTime <= Milliseconds{0})
        return {};
    const std::int64_t rounds = std::min<std::int64_t>(elapsed / m_chunkTime, m_chunks);
    return countTo(static_cast<int>(std::min<std::int64_t>(rounds * m_atOnce, m_chunks)));
}

Result<void> RemoteBudget::countTo(int ended)
{
    for (; m_ended < std::min(ended, m_chunks); ++m_ended)
        m_guard.settle(m_ended);
    m_guard.notePaid({m_usual.value * m_ended});
    m_asked = std::max(m_asked, m_ended);
    for (; m_asked < std::min(m_chunks, m_ended + m_atOnce); ++m_asked) {
        if (const Result<void> allowed = m_guard.ask(m_asked); !allowed)
            return allowed;
    }
    return {};
}

void RemoteBudget::close(std::optional<MicroDollars> billed)
{
    for (int chunk = 0; chunk < m_asked; ++chunk)
        m_guard.settle(chunk);
    if (billed)
        m_guard.notePaid(*billed);
}

} // namespace Viral
