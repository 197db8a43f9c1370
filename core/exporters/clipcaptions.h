// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/transcriptindex.h"

#include <QList>
#include <QString>

namespace Viral {

/// What stands under the picture for a while.
struct Caption
{
    /// Counted from the beginning of the clip.
    TimeSpan span = {};
    /// One or two lines parted by '\n', each of at most captionColumns.
    QString text = {};

    bool operator==(const Caption &) const = default;
};

/// Characters in a line; those of East Asian scripts count twice.
inline constexpr int captionColumns = 42;

/// The captions of a clip cut at \a cut, in order of start. Sentences are parted at their words into what two lines
/// hold; where the words' times are exact a cut sentence keeps the words that are heard for the most part. What would
/// be shown for less than 40 ms is left out.
QList<Caption> clipCaptions(const TranscriptIndex &index, const TimeSpan &cut);

} // namespace Viral
