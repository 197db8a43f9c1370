// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"
#include "core/ingest/repairs.h"

#include <QList>
#include <QString>

#include <optional>

namespace Viral {

/// One word as a format reader found it. Times may be missing, backwards or negative: the cleaner mends them.
struct RawWord
{
    QString text = {};
    std::optional<Milliseconds> start = {};
    std::optional<Milliseconds> end = {};
    /// False when it follows the word before without a space (Chinese, Japanese, Thai).
    bool spaceBefore = true;
    /// True when the file itself says that a sentence ends here.
    bool endsSentence = false;

    bool operator==(const RawWord &) const = default;
};

/// One cue, segment, phrase or utterance as a format reader found it.
struct RawUnit
{
    /// May hold line breaks, markup, entities, sound marks and speaker prefixes; not used when there are words.
    QString text = {};
    std::optional<Milliseconds> start = {};
    std::optional<Milliseconds> end = {};
    /// The file's own label; empty when it gives none.
    QString speaker = {};
    QList<RawWord> words = {};

    bool operator==(const RawUnit &) const = default;
};

/// What a format reader gives: everything else is the cleaner's and the builder's work, so every format gets all
/// repairs.
struct RawTranscript
{
    /// As the file writes it ("en-US", "english", "heb"); empty when it does not say.
    QString language = {};
    QList<RawUnit> units = {};
    /// How the times of RawUnit::words came about.
    TimeOrigin wordTimes = TimeOrigin::Exact;
    /// True when each unit is a whole sentence; false for cues, over which sentences run on.
    bool unitsAreSentences = false;
    Repairs repairs = {};

    bool operator==(const RawTranscript &) const = default;
};

} // namespace Viral
