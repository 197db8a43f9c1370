// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptsearch.h"

#include <QStringMatcher>

namespace Viral {

std::vector<TranscriptMatch> findInTranscript(const Transcript &transcript, const QString &wanted, int limit)
{
    std::vector<TranscriptMatch> matches;
    const QString pattern = wanted.trimmed();
    if (pattern.isEmpty())
        return matches;
    const QStringMatcher matcher(pattern, Qt::CaseInsensitive);
    for (int i = 0; i < transcript.sentences.size(); ++i) {
        const QString &text = transcript.sentences[i].text;
        for (qsizetype at = matcher.indexIn(text); at >= 0; at = matcher.indexIn(text, at + pattern.size())) {
            if (int(matches.size()) == limit)
                return matches;
            matches.push_back({.sentence = i, .start = int(at), .length = int(pattern.size())});
        }
    }
    return matches;
}

} // namespace Viral
