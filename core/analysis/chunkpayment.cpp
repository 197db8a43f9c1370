// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chunkpayment.h"

#include "core/analysis/usagetotals.h"

namespace Viral {

void addAnswer(ChunkPayment &payment, const ChunkUsage &usage, bool wasInVain)
{
    ++payment.answers;
    if (!wasInVain)
        return;
    ++payment.inVain;
    payment.inVainCounts = totalsOf({{.counts = payment.inVainCounts}, usage});
}

void addPayment(ChunkPayment &payment, const ChunkPayment &more)
{
    payment.answers += more.answers;
    payment.inVain += more.inVain;
    payment.inVainCounts = totalsOf({{.counts = payment.inVainCounts}, {.counts = more.inVainCounts}});
}

} // namespace Viral
