// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ingest/rawunits.h"
#include "core/ingest/spokenword.h"
#include "core/ingest/wordsegmenter.h"

#include <QStringList>

#include <vector>

namespace Viral {

/// Something heard that is no word: "[laughter]", "♪".
struct Sound
{
    QString text;
    /// Of the cue it stands in.
    TimeSpan span;

    bool operator==(const Sound &) const = default;
};

/// Words that one person says without a break in the file.
struct SpokenUnit
{
    std::vector<SpokenWord> words = {};
    /// Number in CleanTranscript::speakers, -1 when unknown.
    int speaker = -1;
    /// Somebody else than before speaks, also where nobody knows who.
    bool opensTurn = false;

    bool operator==(const SpokenUnit &) const = default;
};

/// A transcript after all repairs: words with times, in order, still in the pieces of the file.
struct CleanTranscript
{
    QString language;
    std::vector<SpokenUnit> units;
    /// The file's labels in order of first appearance; the first speaks as "S0", the next as "S1".
    QStringList speakers;
    QList<Sound> sounds;
    TimeOrigin wordTimes = TimeOrigin::Exact;
    bool unitsAreSentences = false;
    Repairs repairs;
};

/// Mends what can be mended, tells words from sounds and speakers, and gives every word a time: its own, or a share of
/// its cue's. Fails where the file cannot be trusted at all (withMendedTimes()).
Result<CleanTranscript> cleaned(RawTranscript raw, const WordSegmenter &segmenter);

} // namespace Viral
