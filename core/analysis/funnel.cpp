// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/funnel.h"

#include "core/analysis/discard.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

struct StageName
{
    FunnelStage stage;
    QLatin1StringView key;
};

constexpr std::array stageNames{
    StageName{FunnelStage::Parsing, "parsing"_L1},
    StageName{FunnelStage::Ranking, "ranking"_L1},
    StageName{FunnelStage::Placing, "placing"_L1},
    StageName{FunnelStage::Edges, "edges"_L1},
    StageName{FunnelStage::Hook, "hook"_L1},
    StageName{FunnelStage::Text, "text"_L1},
    StageName{FunnelStage::Copy, "copy"_L1},
    StageName{FunnelStage::Scores, "scores"_L1},
    StageName{FunnelStage::Duplicates, "duplicates"_L1},
    StageName{FunnelStage::Kept, "kept"_L1},
};

} // namespace

QLatin1StringView stageKey(FunnelStage stage)
{
    for (const StageName &name : stageNames) {
        if (name.stage == stage)
            return name.key;
    }
    return {};
}

std::optional<FunnelStage> stageFromKey(QStringView key)
{
    for (const StageName &name : stageNames) {
        if (key == name.key)
            return name.stage;
    }
    return std::nullopt;
}

QString discardMessage(const FunnelEntry &entry)
{
    QString text =
        (entry.stage == FunnelStage::Ranking ? u"Passing over moment: chunk %1, candidate %2: "_s
                                             : u"Discarding moment due to validation error: chunk %1, candidate %2: "_s)
            .arg(entry.candidate.chunkIndex)
            .arg(entry.candidate.position);
    text += entry.reason;
    text += u" ["_s + entry.rule;
    if (!entry.measured.isEmpty())
        text += u", "_s + entry.measured;
    return text + u']';
}

QString millisecondsText(Milliseconds duration)
{
    QString digits = QString::number(duration.count());
    const int lowest = digits.startsWith(u'-') ? 1 : 0;
    for (auto position = digits.size() - 3; position > lowest; position -= 3)
        digits.insert(position, u' ');
    return digits + u" ms"_s;
}

} // namespace Viral
