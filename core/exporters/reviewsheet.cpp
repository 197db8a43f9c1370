// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/reviewsheet.h"

#include "core/base/timetext.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/fileurl.h"
#include "core/exporters/momentnote.h"
#include "core/exporters/sourcelabel.h"
#include "core/review/reason.h"

#include <array>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array scoreNames{"Shareability"_L1, "Emotional impact"_L1, "Surprise"_L1, "Rewatchability"_L1,
                                "Hook strength"_L1};
static_assert(scoreNames.size() == allMetrics.size());

/// A usual reason's word as people say it: "late-start" → "late start".
QString reasonWord(const QString &reason)
{
    return reasonFromKey(reason) ? QString(reason).replace(u'-', u' ') : oneLine(reason);
}

QString timesOf(const TimeSpan &span, const MediaFacts &facts)
{
    if (!facts.rate.isKnown())
        return clockText(span.start) + u" – "_s + clockText(span.end);
    const FrameSpan frames = frameSpan(span, facts);
    return sourceLabel(frames.first, facts) + u" – "_s + sourceLabel(frames.end, facts);
}

QString scoresOf(const Scorecard &scorecard)
{
    QStringList parts;
    for (const Metric metric : allMetrics)
        parts.append(scoreNames[static_cast<std::size_t>(metric)] + u' ' + QString::number(scorecard.score(metric)));
    return parts.join(u", "_s);
}

SheetMoment sheetMoment(int number, const ReviewedMoment &reviewed, const MediaFacts &facts)
{
    const Moment &moment = reviewed.current;
    SheetMoment sheet{.number = number,
                      .title = oneLine(moment.title),
                      .times = timesOf(moment.span, facts),
                      .length = secondsText(moment.span.duration()),
                      .score = QString::number(moment.scorecard.average(), 'f', 1),
                      .decision = decisionWord(reviewed.decision),
                      .reason = reasonWord(reviewed.reason),
                      .note = cleanLines(reviewed.note),
                      .category = oneLine(moment.category),
                      .hook = oneLine(moment.hook),
                      .quote = oneLine(moment.quote.value_or(QString())),
                      .engagement = oneLine(moment.engagementValue),
                      .isStarred = reviewed.starred,
                      .scores = scoresOf(moment.scorecard)};
    for (const Post &post : moment.socialCopy)
        sheet.posts.append({platformName(post.platform), cleanLines(post.text)});
    return sheet;
}

} // namespace

ReviewSheet makeReviewSheet(const Selects &selects)
{
    ReviewSheet sheet{.title = oneLine(selects.name), .media = mediaFileName(selects.media.path)};
    Milliseconds whole{0};
    for (const ReviewedMoment &moment : selects.moments) {
        const auto number = static_cast<int>(sheet.moments.size()) + 1;
        sheet.moments.append(sheetMoment(number, moment, selects.media.facts));
        whole += moment.current.span.duration();
    }
    const qsizetype count = selects.moments.size();
    sheet.summary =
        (count == 1 ? u"1 moment, %1"_s : QString::number(count) + u" moments, %1 in all"_s).arg(clockText(whole));
    return sheet;
}

} // namespace Viral
