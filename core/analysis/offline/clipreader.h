// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/cliptext.h"

namespace Viral {

/// Looks at single clips of one transcript: what holds for all of them (language, lists, punctuation) is found once.
/// Cheap to copy no more than its lists are; one per opened work.
class ClipReader
{
public:
    explicit ClipReader(TranscriptIndex index = {});

    const TranscriptIndex &index() const { return m_index; }
    const Offline::Lexicon &lexicon() const { return m_lexicon; }
    /// BCP 47 primary subtag, given or guessed; empty when unknown.
    const QString &language() const { return m_language; }
    /// True when most sentences end with a mark, so that one without says something.
    bool isPunctuated() const { return m_isPunctuated; }

    std::vector<Offline::ClipLine> lines(const TimeSpan &span) const
    {
        return Offline::clipLines(span, m_index, m_lexicon);
    }

private:
    TranscriptIndex m_index;
    QString m_language;
    Offline::Lexicon m_lexicon;
    bool m_isPunctuated = false;
};

} // namespace Viral
