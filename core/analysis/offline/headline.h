// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/lines.h"

#include <QSet>

namespace Viral::Offline {

/// The opening words of the clip, at most hookLimit code points; empty only without lines.
QString hookOf(const std::vector<Line> &lines, const Lexicon &lexicon);

/// A title of at most some sixty code points out of the clip's own words: its question, its most telling sentence or a
/// clause of it. Prefers one that is not in \a used (folded), and adds itself to it. Empty only without lines.
QString titleOf(const std::vector<Line> &lines, const Lexicon &lexicon, QSet<QString> &used);

} // namespace Viral::Offline
