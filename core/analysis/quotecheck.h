// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/transcriptindex.h"

#include <QList>

namespace Viral {

enum class DiffKind
{
    Same,
    Added,   ///< in the quote, not said
    Missing, ///< said, not in the quote
};

/// Some words in a row.
struct DiffPiece
{
    DiffKind kind = DiffKind::Same;
    QString text = {};

    bool operator==(const DiffPiece &) const = default;
};

/// The words of \a quote against those of \a said, in order of reading; case and punctuation do not tell words apart.
/// Letters of scripts written without spaces are words of their own. Beyond 256 words the rest counts as changed.
QList<DiffPiece> wordDifference(QStringView quote, QStringView said);

enum class QuoteState
{
    Verbatim, ///< said so, case and punctuation aside
    Near,     ///< said with a few other words
    Absent,   ///< not said in the clip
    Unknown,  ///< there is no quote, or nothing to hold it against
};

/// How a quote stands to what is said.
struct QuoteCheck
{
    QuoteState state = QuoteState::Unknown;
    /// The words of the clip that it comes from, or that are most like it; empty when nothing is said.
    QString said = {};
    /// What is different; empty for Unknown.
    QList<DiffPiece> difference = {};

    bool operator==(const QuoteCheck &) const = default;
};

QuoteCheck checkQuote(QStringView quote, const TimeSpan &span, const TranscriptIndex &index);

} // namespace Viral
