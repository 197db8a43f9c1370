// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/transcriptindex.h"

namespace Viral::Offline {

/// Some words of a sentence, as a sentence of their own.
struct Piece
{
    QString text;
    TimeSpan span;
};

/// Cuts a sentence that is longer than any clip may be at its pauses and commas into pieces of some ten seconds.
/// Empty when it has no words.
std::vector<Piece> piecesOf(const TranscriptIndex &index, int sentence);

} // namespace Viral::Offline
