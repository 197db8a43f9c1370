// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/reviewsamples.h"

using namespace Viral;
using namespace Qt::StringLiterals;

namespace ViralTest {

Moment sampleMoment(const QString &title, qint64 startSeconds)
{
    Moment moment;
    moment.title = title;
    moment.span = spanMs(startSeconds * 1000, (startSeconds + 60) * 1000);
    moment.hook = u"Nobody tells you this"_s;
    moment.category = u"Growth / Mindset"_s;
    moment.engagementValue = u"It surprises."_s;
    moment.quote = u"nobody tells you"_s;
    moment.platforms = {Platform::Twitter, Platform::Tiktok};
    moment.socialCopy = {{Platform::Twitter, u"A post for X"_s}, {Platform::Tiktok, u"A post for TikTok"_s}};
    moment.scorecard.core = {9, 7, 8, 6, 5};
    moment.scorecard.further = {{u"pace"_s, "0.25"}};
    moment.chunkIndex = 2;
    return moment;
}

ServiceResult sampleResult()
{
    ServiceResult result;
    result.jobId = u"job-1"_s;
    result.totalChunks = 3;
    result.successfulChunks = 3;
    result.moments = {sampleMoment(u"One"_s, 10), sampleMoment(u"Two"_s, 100), sampleMoment(u"Same"_s, 200),
                      sampleMoment(u"Same"_s, 200)};
    result.metadata.model = u"gpt-4o-mini"_s;
    result.metadata.momentsBeforeDedup = 11;
    result.metadata.momentsAfterDedup = 4;
    result.metadata.custom = {{u"video_id"_s, "\"abc\""}};
    return result;
}

ReviewedMoment editorsMoment(const QString &id, qint64 startSeconds)
{
    const Moment moment = sampleMoment(u"By hand"_s, startSeconds);
    return {.id = {id}, .origin = MomentOrigin::Editor, .original = moment, .current = moment};
}

namespace {

QString randomText(QRandomGenerator &random)
{
    return u"text %1 \u00e4 \u5e7f \U0001F600"_s.arg(random.bounded(20));
}

PostEdit randomPost(const MomentId &id, QRandomGenerator &random)
{
    const Platform platform = allPlatforms[random.bounded(static_cast<quint32>(allPlatforms.size()))];
    const QString text = random.bounded(3) == 0 ? QString() : randomText(random);
    return {.moment = id, .platform = platform, .text = text, .position = random.bounded(-1, 3)};
}

SpanEdit randomSpan(const MomentId &id, QRandomGenerator &random)
{
    const qint64 start = random.bounded(0, 300) * 1000;
    return {.moment = id, .span = spanMs(start, start + 1 + random.bounded(90'000))};
}

} // namespace

Edit randomEdit(const Review &review, QRandomGenerator &random, int number)
{
    const MomentId id = review.moments().at(random.bounded(static_cast<int>(review.moments().size()))).id;
    switch (random.bounded(8)) {
    case 0:
        return DecisionEdit{id, allDecisions[random.bounded(4U)], randomText(random)};
    case 1:
        return randomSpan(id, random);
    case 2:
        return TextEdit{id, static_cast<TextField>(random.bounded(6)),
                        random.bounded(4) == 0 ? QString() : randomText(random)};
    case 3:
        return randomPost(id, random);
    case 4:
        return ScoreEdit{id, allMetrics[random.bounded(5U)], random.bounded(1, 11)};
    case 5:
        return StarEdit{id, random.bounded(2) == 0};
    case 6:
        return AddEdit{editorsMoment(u"added-%1"_s.arg(number), random.bounded(300))};
    default:
        break;
    }
    for (const ReviewedMoment &moment : review.moments()) {
        if (moment.origin != MomentOrigin::Result)
            return RemoveEdit{moment.id};
    }
    return randomSpan(id, random);
}

JournalEntry step(const QList<Edit> &edits, const QString &gesture)
{
    return {.action = JournalAction::Do,
            .edits = edits,
            .gesture = gesture,
            .author = u"Ada"_s,
            .when = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC)};
}

} // namespace ViralTest
