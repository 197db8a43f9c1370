// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/growth.h"

namespace Viral::Offline {

/// One sentence of a clip as material for its texts.
struct Line
{
    /// Without tags; never empty.
    QString text;
    int unit = 0;
    int speaker = -1;
    bool asks = false;
    /// Length in code points.
    int length = 0;
    /// Content words that the clip keeps coming back to and the rest of the transcript does not, 0 to 1.
    double subject = 0;
    /// What makes a reader stop: feeling, numbers, contrast, advice.
    double weight = 0;
    /// Opens with words that need the line before.
    bool pointsBack = false;
    /// Breaks off where other sentences of the transcript end with a mark.
    bool isUnfinished = false;
    /// Its last word is one that no sentence ends with.
    bool breaksOff = false;
    /// How well it can be quoted alone.
    double quotability = 0;
};

/// Lines of a clip in order; only the first ones of a clip with very many.
std::vector<Line> linesOf(const Reading &reading, const Clip &clip);

/// The line that is quoted; null only when there are no lines.
const Line *strongestLine(const std::vector<Line> &lines);

/// The word that the clip is most about, as it stands in the transcript; empty when there is none.
QString subjectWord(const Reading &reading, const Clip &clip);

} // namespace Viral::Offline
