// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"

#include <QList>

namespace Viral {

/// Stretches of \a transcript longer than \a longest in which nothing of \a found lies (the places of candidates or
/// moments, in any order), from the first to the last sentence: where a further run may find something. They begin at
/// the start of a sentence and end at the end of one; in order. Pure; n log n in \a found, linear in the sentences.
QList<TimeSpan> thinStretches(const Transcript &transcript, QList<TimeSpan> found, Milliseconds longest);

} // namespace Viral
