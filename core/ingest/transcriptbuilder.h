// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"
#include "core/ingest/cleaner.h"

namespace Viral {

/// What one person says until somebody else speaks.
struct SpokenTurn
{
    std::vector<SpokenWord> words = {};
    /// Null when unknown.
    QString speakerId = {};
};

/// Cuts turns into sentences and puts sentences and words in order: words never start before the word in front of them
/// and lie inside their sentence. The language is \a language as it is.
Transcript transcriptOf(std::vector<SpokenTurn> turns, const QString &language, bool wordsMarkSentences,
                        Repairs &repairs);

/// The transcript of a cleaned file; the language is settled, and more repairs are added to \a clean.
Transcript builtTranscript(CleanTranscript &clean);

/// "S0", "S1", …; a null string for a negative number.
QString speakerId(int number);

} // namespace Viral
