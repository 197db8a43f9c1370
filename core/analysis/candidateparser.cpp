// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/candidateparser.h"

#include "core/analysis/answerjson.h"
#include "core/contract/scorecardcodec.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// No honest answer names more platforms, posts or metrics for one moment.
constexpr qsizetype mostMembers = 32;
/// Times beyond a year lie outside every transcript; kept small enough to calculate with.
constexpr std::int64_t farthestTime = 31'536'000'000;

enum class Field
{
    StartSentence,
    EndSentence,
    StartTime,
    EndTime,
    Title,
    Hook,
    Category,
    EngagementValue,
    Quote,
    Platforms,
    SocialCopy,
    Scorecard,
    ViralScore,
};

constexpr std::array<std::string_view, 13> fieldNames{
    "startSentence",   "endSentence", "startTime", "endTime",    "title",     "hook",       "category",
    "engagementValue", "quote",       "platforms", "socialCopy", "scorecard", "viralScore",
};

template <typename Names>
std::optional<std::size_t> foldedPlace(const QByteArray &key, const Names &names)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (key == foldedKey(names[i]))
            return i;
    }
    return std::nullopt;
}

/// The fields of an entry under their own names or, where those are missing, under other spellings of them.
class Entry
{
public:
    explicit Entry(const JsonValue &value)
    {
        value.forEachMember([this](std::string_view key, const JsonValue &member) {
            const auto exact = std::find(fieldNames.begin(), fieldNames.end(), key);
            if (member.isNull())
                return;
            if (exact != fieldNames.end())
                m_exact[static_cast<std::size_t>(exact - fieldNames.begin())] = member;
            else if (const auto place = foldedPlace(foldedKey(key), fieldNames))
                m_similar[*place] = member;
        });
    }

    const std::optional<JsonValue> &operator[](Field field) const
    {
        const auto place = static_cast<std::size_t>(field);
        return m_exact[place] ? m_exact[place] : m_similar[place];
    }

    QString text(Field field) const
    {
        const auto &value = (*this)[field];
        return value ? value->asString().value_or(QString()) : QString();
    }

    /// A whole number, also as text.
    std::optional<std::int64_t> number(Field field) const
    {
        const auto &value = (*this)[field];
        if (!value)
            return std::nullopt;
        if (const auto text = value->asString()) {
            bool isNumber = false;
            const qlonglong number = text->trimmed().toLongLong(&isNumber);
            return isNumber ? std::optional<std::int64_t>(number) : std::nullopt;
        }
        return value->asInteger();
    }

    std::optional<int> sentence(Field field) const
    {
        const auto value = number(field);
        if (!value)
            return std::nullopt;
        return static_cast<int>(std::clamp<std::int64_t>(*value, -1, std::numeric_limits<int>::max()));
    }

    std::optional<Milliseconds> time(Field field) const
    {
        const auto value = number(field);
        return value ? std::optional(Milliseconds{std::clamp(*value, -farthestTime, farthestTime)}) : std::nullopt;
    }

private:
    std::array<std::optional<JsonValue>, fieldNames.size()> m_exact;
    std::array<std::optional<JsonValue>, fieldNames.size()> m_similar;
};

std::optional<QStringList> readPlatforms(const std::optional<JsonValue> &value)
{
    if (!value)
        return std::nullopt;
    QStringList names;
    if (const auto text = value->asString()) {
        for (const QStringView name : QStringView(*text).tokenize(u',', Qt::SkipEmptyParts)) {
            if (names.size() < mostMembers && !name.trimmed().isEmpty())
                names.append(name.trimmed().toString());
        }
    }
    value->forEachElement([&names](std::size_t, const JsonValue &name) {
        if (names.size() < mostMembers && name.isString())
            names.append(*name.asString());
    });
    return names;
}

QString textOf(std::string_view key)
{
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

/// {"twitter": "…"}, also with the text one level deeper, or a list of {"platform": …, "text": …}.
QList<ProposedPost> readPosts(const std::optional<JsonValue> &value)
{
    QList<ProposedPost> posts;
    if (!value)
        return posts;
    const auto textIn = [](const JsonValue &post) {
        const auto text = post.isObject() ? post.member(u"text") : std::optional(post);
        return text ? text->asString() : std::nullopt;
    };
    value->forEachMember([&](std::string_view platform, const JsonValue &post) {
        if (const auto text = textIn(post); text && posts.size() < mostMembers)
            posts.append({textOf(platform), *text});
    });
    value->forEachElement([&](std::size_t, const JsonValue &post) {
        const auto platform = post.member(u"platform");
        const auto text = textIn(post);
        if (platform && platform->isString() && text && posts.size() < mostMembers)
            posts.append({*platform->asString(), *text});
    });
    return posts;
}

std::array<std::string_view, allMetrics.size()> metricNames()
{
    std::array<std::string_view, allMetrics.size()> names;
    std::transform(allMetrics.begin(), allMetrics.end(), names.begin(), [](Metric metric) {
        const QLatin1StringView key = metricKey(metric);
        return std::string_view(key.data(), static_cast<std::size_t>(key.size()));
    });
    return names;
}

/// Adds the scores of one card to what an earlier card left open.
void readScores(const std::optional<JsonValue> &card, Candidate &candidate)
{
    if (!card || !card->isObject())
        return;
    const auto names = metricNames();
    std::array<std::optional<int>, allMetrics.size()> exact;
    std::array<std::optional<int>, allMetrics.size()> similar;
    card->forEachMember([&](std::string_view key, const JsonValue &value) {
        if (const auto place = foldedPlace(foldedKey(key), names)) {
            (key == names[*place] ? exact : similar)[*place] = readScore(value);
            return;
        }
        const QString name = textOf(key);
        if (candidate.furtherMetrics.size() < mostMembers && !findMember(candidate.furtherMetrics, name))
            candidate.furtherMetrics.append({name, value.rawText()});
    });
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!candidate.scores[i])
            candidate.scores[i] = exact[i] ? exact[i] : similar[i];
    }
}

Candidate readCandidate(const JsonValue &value, int chunkIndex, int position)
{
    const Entry entry(value);
    Candidate candidate;
    candidate.chunkIndex = chunkIndex;
    candidate.position = position;
    candidate.startSentence = entry.sentence(Field::StartSentence);
    candidate.endSentence = entry.sentence(Field::EndSentence);
    candidate.startTime = entry.time(Field::StartTime);
    candidate.endTime = entry.time(Field::EndTime);
    candidate.title = entry.text(Field::Title);
    candidate.hook = entry.text(Field::Hook);
    candidate.category = entry.text(Field::Category);
    candidate.engagementValue = entry.text(Field::EngagementValue);
    candidate.quote = entry.text(Field::Quote);
    candidate.platforms = readPlatforms(entry[Field::Platforms]);
    candidate.socialCopy = readPosts(entry[Field::SocialCopy]);
    readScores(entry[Field::Scorecard], candidate);
    readScores(entry[Field::ViralScore], candidate);
    return candidate;
}

FunnelEntry unreadableEntry(const JsonValue &value, int chunkIndex, int position)
{
    FunnelEntry entry;
    entry.candidate.chunkIndex = chunkIndex;
    entry.candidate.position = position;
    entry.stage = FunnelStage::Parsing;
    entry.rule = u"not-an-object"_s;
    entry.measured = value.typeName();
    entry.reason = u"The entry of the answer is %1, not an object with the fields of a moment."_s.arg(value.typeName());
    return entry;
}

} // namespace

Result<ChunkAnswer> parseAnswer(const QByteArray &text, int chunkIndex)
{
    const auto found = findMoments(text, static_cast<std::size_t>(mostCandidatesPerAnswer));
    if (!found)
        return tl::unexpected(found.error());
    ChunkAnswer answer;
    answer.chunkIndex = chunkIndex;
    for (int position = 0; const JsonValue &entry : found->entries) {
        if (entry.isObject())
            answer.candidates.append(readCandidate(entry, chunkIndex, position));
        else
            answer.ended.append(unreadableEntry(entry, chunkIndex, position));
        ++position;
    }
    answer.entriesBeyondLimit = static_cast<int>(found->entryCount - found->entries.size());
    return answer;
}

} // namespace Viral
