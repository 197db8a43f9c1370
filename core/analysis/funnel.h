// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/candidate.h"

#include <QList>
#include <QString>

#include <optional>

namespace Viral {

/// The steps from an answer to the final list, in their order.
enum class FunnelStage
{
    Parsing,    ///< the entry of the answer could not be read as a candidate
    Ranking,    ///< the engine itself passed it over: weaker than the clips it was to bring
    Placing,    ///< sentence numbers or times do not lie in the chunk
    Edges,      ///< no clip of 40–90 s could be made
    Hook,       ///< the hook comes too late
    Text,       ///< title or hook empty
    Copy,       ///< platforms or posts
    Scores,     ///< a core score is missing
    Duplicates, ///< a better clip of the same stretch stays
    Kept,       ///< in the result
};

/// Something a rule changed on the way.
struct Adjustment
{
    /// "start", "end", "hook", "quote", "title", "category", "platforms", "copy.twitter", "scores".
    QString what = {};
    /// The rule's reason, in a few English words.
    QString why = {};
    std::optional<Milliseconds> from = {};
    std::optional<Milliseconds> to = {};

    bool operator==(const Adjustment &) const = default;
};

/// One candidate's way through the funnel.
struct FunnelEntry
{
    /// Number over the whole run, in order of chunk and position, from 0.
    int number = 0;
    Candidate candidate = {};
    /// Where the model put it, as far as that could be read.
    std::optional<TimeSpan> proposed = {};
    /// Where the rules put it, as far as they came.
    std::optional<TimeSpan> refined = {};
    /// Where it ended; Kept for what is in the result.
    FunnelStage stage = FunnelStage::Kept;
    /// Stable name of the rule that removed it ("duration-maximum"); empty when kept.
    QString rule = {};
    /// The number that decided ("94 200 ms", "IoU 0.62"); empty when there is none.
    QString measured = {};
    /// A sentence for people; empty when kept.
    QString reason = {};
    QList<Adjustment> adjustments = {};
    /// Kept: its place in the result. Duplicates: the place of the one that stays.
    std::optional<int> momentIndex = {};

    bool isKept() const { return stage == FunnelStage::Kept; }
    bool operator==(const FunnelEntry &) const = default;
};

/// Every candidate of a run; nothing disappears silently (interface.md section 5).
struct Funnel
{
    QList<FunnelEntry> entries = {};
    /// What a run has to say besides: failed chunks that were passed over, answers that held nothing.
    QStringList notes = {};

    bool operator==(const Funnel &) const = default;
};

/// Word for files and tables: "duplicates".
QLatin1StringView stageKey(FunnelStage stage);
std::optional<FunnelStage> stageFromKey(QStringView key);

/// The log's line about an entry that is not kept: "Discarding moment due to validation error" and why.
QString discardMessage(const FunnelEntry &entry);

} // namespace Viral
