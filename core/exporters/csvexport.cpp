// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/csvexport.h"

#include "core/base/csv.h"
#include "core/base/timetext.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/onefile.h"
#include "core/exporters/sourcelabel.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".csv"_L1;

QStringList heading()
{
    QStringList names{u"number"_s,  u"title"_s,    u"start"_s, u"end"_s,        u"start_ms"_s, u"end_ms"_s,
                      u"seconds"_s, u"in"_s,       u"out"_s,   u"decision"_s,   u"reason"_s,   u"starred"_s,
                      u"score"_s,   u"category"_s, u"hook"_s,  u"engagement"_s, u"quote"_s,    u"note"_s};
    for (const Metric metric : allMetrics)
        names.append(metricKey(metric));
    for (const Platform platform : allPlatforms)
        names.append(u"post_"_s + platformKey(platform));
    return names;
}

QStringList row(int number, const ReviewedMoment &reviewed, const MediaFacts &facts)
{
    const Moment &moment = reviewed.current;
    const FrameSpan frames = frameSpan(moment.span, facts);
    const bool hasFrames = facts.rate.isKnown();
    QStringList fields{QString::number(number),
                       moment.title,
                       exactTimeText(moment.span.start),
                       exactTimeText(moment.span.end),
                       QString::number(moment.span.start.count()),
                       QString::number(moment.span.end.count()),
                       decimalSeconds(moment.span.duration()),
                       hasFrames ? sourceLabel(frames.first, facts) : QString(),
                       hasFrames ? sourceLabel(frames.end, facts) : QString(),
                       decisionKey(reviewed.decision),
                       reviewed.reason,
                       reviewed.starred ? u"yes"_s : u"no"_s,
                       QString::number(moment.scorecard.average(), 'f', 1),
                       moment.category,
                       moment.hook,
                       moment.engagementValue,
                       moment.quote.value_or(QString()),
                       reviewed.note};
    for (const Metric metric : allMetrics)
        fields.append(QString::number(moment.scorecard.score(metric)));
    for (const Platform platform : allPlatforms) {
        const Post *post = moment.post(platform);
        fields.append(post ? post->text : QString());
    }
    return fields;
}

QString line(QStringList fields)
{
    for (QString &field : fields)
        field = csvField(cleanLines(field));
    return fields.join(u',') + u"\r\n"_s;
}

Result<Exported> write(const Selects &selects, const ExportOptions &)
{
    QString text = line(heading());
    int number = 0;
    for (const ReviewedMoment &moment : selects.moments)
        text += line(row(++number, moment, selects.media.facts));
    return oneFile(selects, suffix, text.toUtf8());
}

} // namespace

ExportFormat csvExport()
{
    return {.key = "csv"_L1, .name = "Table (CSV)"_L1, .suffix = suffix, .write = write};
}

} // namespace Viral
