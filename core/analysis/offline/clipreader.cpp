// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/clipreader.h"

#include "core/analysis/offline/languageguess.h"

#include <algorithm>

namespace Viral {

namespace {

/// Enough to tell whether a transcript has marks.
constexpr qsizetype sentencesLookedAt = 300;

bool isMostlyEnded(const Transcript &transcript)
{
    const qsizetype count = std::min(sentencesLookedAt, transcript.sentences.size());
    qsizetype ended = 0;
    for (qsizetype number = 0; number < count; ++number) {
        QString folded;
        std::vector<Offline::Token> tokens;
        ended += Offline::scanText(transcript.sentences[number].text, folded, tokens).ended ? 1 : 0;
    }
    return !transcript.lacksPunctuation && ended * 2 > count;
}

} // namespace

ClipReader::ClipReader(TranscriptIndex index)
    : m_index(std::move(index))
    , m_language(Offline::languageOf(m_index.transcript()))
    , m_lexicon(Offline::languageFor(m_language))
    , m_isPunctuated(isMostlyEnded(m_index.transcript()))
{}

} // namespace Viral
