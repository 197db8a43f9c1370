// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/clipreader.h"
#include "core/contract/scorecard.h"

#include <array>

namespace Viral {

/// What kind of words speak for a score.
enum class Cue
{
    Advice,
    QuotableLine,
    ListenerAddressed,
    Feeling,
    Intensity,
    Exclamation,
    FirstPerson,
    Unexpected,
    Number,
    Contrast,
    Laughter,
    QuickExchange,
    Question,
    Superlative,
    ShortOpening,
};

/// Words of a clip that a score rests on.
struct Evidence
{
    Cue cue = Cue::Advice;
    /// The words with a few around them, as the transcript has them.
    QString quote = {};
    /// Where the words themselves stand in the quote.
    int begin = 0;
    int length = 0;
    /// When the words are said.
    TimeSpan span = {};
    /// How much they count beside others of the same score.
    double weight = 0;

    bool operator==(const Evidence &) const = default;
};

/// At most this many for a score: the weightiest.
inline constexpr int mostEvidence = 4;

/// For each core score, in the order of Metric, the words of the clip that speak for it, in order of time. Found by the
/// cues that the offline engine scores by, whoever gave the score; empty where no words do. Languages without lists
/// give what marks, figures and changes of speaker tell.
std::array<QList<Evidence>, allMetrics.size()> evidenceOf(const TimeSpan &span, const ClipReader &reader);

} // namespace Viral
