// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/newmoment.h"

#include "core/analysis/settings.h"
#include "core/base/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int middleScore = 5;

/// At most \a limit code points, cut at a word.
QString cutAtWord(const QString &text, int limit)
{
    if (codePointCount(text) <= limit)
        return text;
    const QString part = leftCodePoints(text, limit).toString();
    const qsizetype space = part.lastIndexOf(u' ');
    return space > 0 ? part.left(space) : part;
}

QString spokenText(const TranscriptIndex &index, const TimeSpan &span)
{
    QStringList words;
    const TranscriptIndex::Range range = index.wordsIn(span);
    for (int word = range.first; word < range.end; ++word)
        words.append(index.transcript().words.at(word).text);
    if (words.isEmpty()) {
        const TranscriptIndex::Range sentences = index.sentencesIn(span);
        for (int sentence = sentences.first; sentence < sentences.end; ++sentence)
            words.append(index.transcript().sentences.at(sentence).text);
    }
    return words.join(u' ');
}

} // namespace

Result<ReviewedMoment> momentFromSpan(const Work &work, const TimeSpan &span)
{
    const QString text = spokenText(work.index, span);
    if (text.isEmpty() || span.isEmpty())
        return failure(ErrorKind::Input,
                       QCoreApplication::translate("Viral::NewMoment", "Nothing is spoken in this stretch."));
    Moment moment{.title = cutAtWord(text, 60), .span = span, .hook = cutAtWord(text, hookLimit)};
    moment.category = QCoreApplication::translate("Viral::NewMoment", "Editor's Choice");
    moment.quote = cutAtWord(text, 280);
    for (const Platform platform : allPlatforms) {
        moment.platforms.append(platform);
        moment.socialCopy.append({platform, cutAtWord(text, platformLimit(platform))});
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
