// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/keptanswers.h"

#include "core/analysis/usagetotals.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr QLatin1StringView refusalMark = "refusal"_L1;
constexpr QLatin1StringView filterMark = "content_filter"_L1;
constexpr QLatin1StringView emptyMark = "empty"_L1;

bool wasCut(const StoredAnswer &answer)
{
    return answer.endReason == "max_output_tokens"_L1 || answer.endReason == "length"_L1 ||
           answer.endReason == "incomplete"_L1 || answer.endReason == emptyMark;
}

KeptUse::Kind kindOf(const StoredAnswer &answer, const IsReadable &isReadable)
{
    if (answer.endReason == refusalMark)
        return KeptUse::Kind::Refusal;
    if (answer.endReason == filterMark)
        return KeptUse::Kind::Filtered;
    if (wasCut(answer))
        return KeptUse::Kind::Cut;
    return isReadable(answer.text.toUtf8()) ? KeptUse::Kind::Answer : KeptUse::Kind::Nothing;
}

bool isDecisive(KeptUse::Kind kind)
{
    return kind != KeptUse::Kind::Nothing && kind != KeptUse::Kind::Cut;
}

} // namespace

KeptUse useOf(const QList<StoredAnswer> &answers, const IsReadable &isReadable)
{
    KeptUse use;
    QList<StoredAnswer> inVain;
    for (const StoredAnswer &answer : answers) {
        const KeptUse::Kind kind = kindOf(answer, isReadable);
        inVain.append(answer);
        if (!isDecisive(kind))
            continue;
        // What was paid for an earlier answer belongs to that one.
        use = {.kind = kind, .text = answer.text.toUtf8(), .paid = std::exchange(inVain, {})};
    }
    if (use.kind == KeptUse::Kind::Nothing && !inVain.isEmpty()) {
        use.kind = wasCut(inVain.constLast()) ? KeptUse::Kind::Cut : KeptUse::Kind::Nothing;
        use.paid = inVain;
    }
    return use;
}

StoredAnswer storedAnswer(const OpenAiReply &reply, Milliseconds responseTime)
{
    StoredAnswer answer{.text = QString::fromUtf8(reply.text),
                        .usage = reply.usage,
                        .model = reply.model,
                        .endReason = reply.endReason,
                        .responseTime = responseTime};
    if (reply.kind == OpenAiReply::Kind::Refusal)
        answer.endReason = refusalMark;
    else if (reply.kind == OpenAiReply::Kind::ContentFilter)
        answer.endReason = filterMark;
    else if (reply.kind == OpenAiReply::Kind::Empty)
        answer.endReason = emptyMark;
    return answer;
}

void addPaid(ChunkAnswer &answer, const StoredAnswer &paid, const IsReadable &isReadable)
{
    const ChunkUsage usage = usageOf(paid, answer.chunkIndex);
    if (answer.usage)
        addAttempt(*answer.usage, usage);
    else
        answer.usage = usage;
    answer.payment.chunkIndex = answer.chunkIndex;
    addAnswer(answer.payment, usage, !isDecisive(kindOf(paid, isReadable)));
}

ChunkUsage usageOf(const StoredAnswer &answer, int chunkIndex)
{
    const auto document = JsonDocument::parse(answer.usage);
    ChunkUsage usage = document ? readServiceUsage(document->root(), chunkIndex).value_or(ChunkUsage{}) : ChunkUsage{};
    usage.chunkIndex = chunkIndex;
    usage.responseTime = answer.responseTime;
    return usage;
}

} // namespace Viral
