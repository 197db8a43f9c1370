// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/scorecardcodec.h"

#include "core/contract/fields.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int lowestScore = 1;
constexpr int highestScore = 10;

constexpr std::array<QLatin1StringView, allMetrics.size()> metricKeys{
    "shareability"_L1, "emotionalImpact"_L1, "surpriseFactor"_L1, "rewatchability"_L1, "hookStrength"_L1};

bool isCoreMetric(QStringView name)
{
    return std::any_of(metricKeys.begin(), metricKeys.end(), [&](QLatin1StringView key) { return name == key; });
}

/// "8", "7.5", "-1", with " / 10" behind it or not.
std::optional<double> scoreFromText(QStringView text)
{
    constexpr qsizetype longestScore = 32;
    QStringView number = text.trimmed();
    if (number.size() > longestScore)
        return std::nullopt;
    if (const qsizetype slash = number.indexOf(u'/'); slash >= 0) {
        if (number.sliced(slash + 1).trimmed() != "10"_L1)
            return std::nullopt;
        number = number.first(slash).trimmed();
    }
    const auto isAllowed = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.' || c == u'-' || c == u'+'; };
    bool isNumber = std::all_of(number.begin(), number.end(), isAllowed);
    const double score = isNumber ? number.toDouble(&isNumber) : 0;
    return isNumber ? std::optional(score) : std::nullopt;
}

} // namespace

QLatin1StringView metricKey(Metric metric)
{
    return metricKeys[static_cast<std::size_t>(metric)];
}

std::optional<int> readScore(const JsonValue &value)
{
    std::optional<double> score = value.asNumber();
    if (const std::optional<QString> text = value.asString())
        score = scoreFromText(*text);
    if (!score)
        return std::nullopt;
    const double whole = std::floor(*score + 0.5);
    return static_cast<int>(std::clamp<double>(whole, lowestScore, highestScore));
}

Scorecard readScorecard(const JsonValue &value, Problems &problems)
{
    Scorecard scorecard;
    if (!requireObject(value, problems))
        return scorecard;
    std::array<std::string_view, allMetrics.size()> names;
    std::transform(metricKeys.begin(), metricKeys.end(), names.begin(), [](QLatin1StringView key) {
        return std::string_view(key.data(), static_cast<std::size_t>(key.size()));
    });
    const auto fields = value.pick(names);
    for (const Metric metric : allMetrics) {
        const auto index = static_cast<std::size_t>(metric);
        if (!isThere(value, fields[index], names[index], problems))
            continue;
        if (const auto score = readInteger(*fields[index], lowestScore, highestScore, problems))
            scorecard.setScore(metric, static_cast<int>(*score));
    }
    if (value.size() > allMetrics.size()) {
        scorecard.further = value.rawMembers();
        scorecard.further.removeIf([](const RawMember &member) { return isCoreMetric(member.name); });
    }
    return scorecard;
}

void writeScorecard(JsonWriter &writer, const Scorecard &scorecard)
{
    writer.beginObject();
    for (const Metric metric : allMetrics)
        writer.member(metricKey(metric), scorecard.score(metric));
    for (const RawMember &member : scorecard.further) {
        if (!isCoreMetric(member.name))
            writer.key(member.name).raw(member.value);
    }
    writer.endObject();
}

} // namespace Viral
