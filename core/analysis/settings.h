// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"
#include "core/contract/request.h"

#include <QString>

namespace Viral {

/// What decides how a transcript is cut and what the result says about it, after all overrides (interface.md section
/// 3).
struct AnalysisSettings
{
    Milliseconds chunkDuration{450'000};
    Milliseconds chunkOverlap{45'000};
    Milliseconds minChunkDuration{180'000};
    /// Goes into metadata.model: the model really asked, or "offline-lexical".
    QString model = {};

    bool operator==(const AnalysisSettings &) const = default;
};

/// Limits of a clip (ViralMomentResponse.md section 2): absolute.
inline constexpr Milliseconds shortestMoment{40'000};
inline constexpr Milliseconds longestMoment{90'000};
/// Hooks found in the clip must begin within this of its start.
inline constexpr Milliseconds latestHook{2'000};
/// Longest hook, and titles are shorter than this, in code points.
inline constexpr int hookLimit = 120;
inline constexpr int titleLimit = 119;

/// \a defaults with what the request's options say.
AnalysisSettings withOptions(AnalysisSettings defaults, const RequestOptions &options);

} // namespace Viral
