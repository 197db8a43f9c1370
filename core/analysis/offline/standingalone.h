// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/clipreader.h"

#include <QList>

#include <optional>

namespace Viral {

/// Why a clip may not be understood by somebody who hears nothing else.
enum class StandingFlaw
{
    StartsInSentence, ///< its first sentence began before it
    AnswersUnheard,   ///< it opens with the answer to a question that is not in it
    PointsBack,       ///< it opens with "that", "it", "they", "exactly"
    LooseOpener,      ///< it opens with "so", "and", "yes": the sentence goes on from another
    RefersBack,       ///< "as I said": to something that is not in it
    EndsInSentence,   ///< its last sentence goes on behind it
    NotEnded,         ///< its last sentence has no end where others have one, or stops at a word like "the"
};

/// One such place.
struct StandingFinding
{
    StandingFlaw flaw = StandingFlaw::PointsBack;
    /// The words that show it; for an answer, the question.
    QString words = {};
    TimeSpan span = {};

    bool operator==(const StandingFinding &) const = default;
};

/// What keeps the clip in \a span from standing alone, in order of time; empty when nothing was found. Cut sentences
/// and unheard questions are found in every script; openers and "as I said" in the languages that have lists (English,
/// French, German, Italian, Portuguese, Spanish).
QList<StandingFinding> standingAlone(const TimeSpan &span, const ClipReader &reader);

/// What would mend a clip.
struct StandingRepair
{
    /// The new edges; nothing when there is nothing to mend or no way to.
    std::optional<TimeSpan> span = {};
    /// How long the clip would have to be; set when only the limit of 90 s stands in the way.
    std::optional<Milliseconds> tooLong = {};

    bool operator==(const StandingRepair &) const = default;
};

/// Takes in the sentences before the start that the opening needs and the rest of a cut last sentence, as far as 90 s
/// allow; a start that only says "so" or "and" moves behind it. Never makes a clip shorter than 40 s.
StandingRepair repairStanding(const TimeSpan &span, const ClipReader &reader);

} // namespace Viral
