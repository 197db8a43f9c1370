// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/newmoment.h"

#include "core/analysis/settings.h"
#include "core/analysis/shorten.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int middleScore = 5;

/// What is said in \a span as the transcript writes it; where no word begins, the sentences that it lies in.
QString spokenText(const TranscriptIndex &index, const TimeSpan &span)
{
    const SpokenText &spoken = index.spoken();
    const QString text = spoken.verbatim(index.transcript(), spoken.unitsIn(span));
    if (!text.isEmpty())
        return text;
    QStringList sentences;
    const TranscriptIndex::Range around = index.sentencesIn(span);
    for (int sentence = around.first; sentence < around.end; ++sentence)
        sentences.append(index.transcript().sentences.at(sentence).text);
    return sentences.join(u' ');
}

} // namespace

MomentId promotedMomentId(const Candidate &candidate, const Moment &original)
{
    return momentId(u"promoted-%1-%2"_s.arg(candidate.chunkIndex).arg(candidate.position), original);
}

Result<ReviewedMoment> momentFromSpan(const Work &work, const TimeSpan &span)
{
    const QString text = spokenText(work.index, span);
    if (text.isEmpty() || span.isEmpty())
        return failure(ErrorKind::Input,
                       QCoreApplication::translate("Viral::NewMoment", "Nothing is spoken in this stretch."));
    Moment moment{.title = shortenedAtWord(text, 60), .span = span, .hook = shortenedAtWord(text, hookLimit)};
    // Read by the publishing system: the same in every language of the window.
    moment.category = u"Editor's Choice"_s;
    moment.quote = shortenedAtWord(text, 280);
    for (const Platform platform : allPlatforms) {
        moment.platforms.append(platform);
        moment.socialCopy.append({platform, shortenedAtWord(text, platformLimit(platform))});
    }
    for (const Metric metric : allMetrics)
        moment.scorecard.setScore(metric, middleScore);
    for (const Chunk &chunk : work.chunks) {
        if (!moment.chunkIndex && chunk.span.contains(span))
            moment.chunkIndex = chunk.index;
    }
    return ReviewedMoment{
        .id = momentId(u"editor"_s, moment), .origin = MomentOrigin::Editor, .original = moment, .current = moment};
}

} // namespace Viral
