// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/spokenword.h"
#include "core/ingest/wordsegmenter.h"

#include <vector>

namespace Viral {

/// Words of a text without times: white space separates, \a segmenter cuts scripts without spaces, a piece that cannot
/// be spoken (" !", "–", "」") stays with the word before it, an opening one with the word behind. Empty when nothing
/// can be spoken.
QList<SpokenWord> wordsOf(QStringView text, const WordSegmenter &segmenter);

/// Share of the time that a word takes: letters and one more, 3 after a comma, 6 after a full stop; in scripts without
/// spaces the number of characters. Never 0.
qint64 speakingWeight(QStringView word);

/// How long \a text takes to say, about 15 characters a second, 7 in Chinese, Japanese and Korean.
Milliseconds expectedDuration(QStringView text);

/// \a whole cut into one span per weight: each begins where the one before ends, the last ends with the whole.
std::vector<TimeSpan> sharedOut(const TimeSpan &whole, std::span<const qint64> weights);

/// Gives \a words the time of \a whole by weight. Of a span more than four times as long as the text takes to say only
/// the beginning is used: the text was left standing.
void spreadOver(const TimeSpan &whole, std::span<SpokenWord> words);

} // namespace Viral
