// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/coverage.h"

#include <algorithm>

namespace Viral {

namespace {

/// The gaps that \a found leaves in \a whole.
QList<TimeSpan> gapsIn(const TimeSpan &whole, QList<TimeSpan> found)
{
    std::sort(found.begin(), found.end(),
              [](const TimeSpan &one, const TimeSpan &other) { return one.start < other.start; });
    QList<TimeSpan> gaps;
    Milliseconds covered = whole.start;
    for (const TimeSpan &span : std::as_const(found)) {
        if (span.isEmpty() || !span.overlaps(whole))
            continue;
        if (span.start > covered)
            gaps.append({covered, span.start});
        covered = std::max(covered, span.end);
    }
    if (covered < whole.end)
        gaps.append({covered, whole.end});
    return gaps;
}

} // namespace

QList<TimeSpan> thinStretches(const Transcript &transcript, QList<TimeSpan> found, Milliseconds longest)
{
    QList<TimeSpan> stretches;
    qsizetype next = 0;
    const QList<Sentence> &sentences = transcript.sentences;
    for (const TimeSpan &gap : gapsIn(transcript.span(), std::move(found))) {
        while (next < sentences.size() && sentences.at(next).span.start < gap.start)
            ++next;
        TimeSpan stretch{gap.end, gap.start};
        for (; next < sentences.size() && sentences.at(next).span.start < gap.end; ++next) {
            const TimeSpan &sentence = sentences.at(next).span;
            if (sentence.end > gap.end)
                continue;
            stretch.start = std::min(stretch.start, sentence.start);
            stretch.end = std::max(stretch.end, sentence.end);
        }
        if (stretch.duration() > longest)
            stretches.append(stretch);
    }
    return stretches;
}

} // namespace Viral
