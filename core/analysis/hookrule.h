// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/edges.h"

namespace Viral {

/// The hook as one line of at most hookLimit code points, cut at a word.
QString trimmedHook(QStringView hook);

/// Where the words of a hook begin in a clip.
struct SpokenHook
{
    Milliseconds start{0};
    int sentence = 0;

    bool operator==(const SpokenHook &) const = default;
};

/// The first place in \a span where all words of \a hook are said one after another, case and punctuation aside;
/// nothing when they are not, or when the hook has no words. In a sentence without words the place is the sentence's
/// start.
std::optional<SpokenHook> findHook(QStringView hook, const TimeSpan &span, const TranscriptIndex &index);

/// A hook said in the clip must begin within latestHook of its start: a later one moves the start to it where the
/// limits allow (interface.md section 5). One that is not said is text for the screen and changes nothing. Rule:
/// "hook-late".
Judged<Clip> landHook(const Clip &clip, QStringView hook, const TranscriptIndex &index);

} // namespace Viral
