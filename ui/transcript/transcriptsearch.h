// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"

#include <vector>

namespace Viral {

/// A place where the wanted text stands.
struct TranscriptMatch
{
    int sentence = 0;
    int start = 0;
    int length = 0;

    bool operator==(const TranscriptMatch &) const = default;
};

/// Every place of \a wanted in the sentences, in order and without overlaps. Upper and lower case are the same; spaces
/// around \a wanted do not count. No more than \a limit places.
std::vector<TranscriptMatch> findInTranscript(const Transcript &transcript, const QString &wanted, int limit = 100000);

} // namespace Viral
