// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/otiomoment.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

bool isCoreMetric(const QString &name)
{
    return std::ranges::any_of(allMetrics, [&name](Metric metric) { return metricKey(metric) == name; });
}

void writeScores(JsonWriter &json, const Scorecard &scorecard)
{
    json.key("scores"_L1).beginObject();
    for (const Metric metric : allMetrics)
        json.member(metricKey(metric), scorecard.score(metric));
    for (const RawMember &member : scorecard.further) {
        bool isNumber = false;
        const double value = member.value.toDouble(&isNumber);
        if (isNumber && !isCoreMetric(member.name))
            json.member(QStringView(member.name), value);
    }
    json.endObject();
    json.member("average_score"_L1, scorecard.average());
}

void writeText(JsonWriter &json, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        json.member(key, text);
}

} // namespace

void writeMomentMetadata(JsonWriter &json, const Cut &cut)
{
    const ReviewedMoment &reviewed = *cut.moment;
    const Moment &moment = reviewed.current;
    json.key("viral_moments"_L1).beginObject();
    json.member("id"_L1, reviewed.id.value).member("number"_L1, cut.number);
    json.member("title"_L1, moment.title);
    json.member("start_ms"_L1, moment.span.start.count()).member("end_ms"_L1, moment.span.end.count());
    writeText(json, "hook"_L1, moment.hook);
    writeText(json, "category"_L1, moment.category);
    writeText(json, "engagement_value"_L1, moment.engagementValue);
    writeText(json, "quote"_L1, moment.quote.value_or(QString()));
    writeScores(json, moment.scorecard);
    json.member("decision"_L1, decisionKey(reviewed.decision));
    writeText(json, "reason"_L1, reviewed.reason);
    writeText(json, "note"_L1, reviewed.note);
    json.member("starred"_L1, reviewed.starred);
    json.endObject();
}

} // namespace Viral
