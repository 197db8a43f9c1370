// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/momentcodec.h"

#include "core/base/text.h"
#include "core/contract/fields.h"
#include "core/contract/scorecardcodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::array<std::string_view, 13> momentFields{
    "title", "startTime", "endTime",    "duration",  "hook",       "category",   "engagementValue",
    "quote", "platforms", "socialCopy", "scorecard", "viralScore", "chunk_index"};

enum Index : std::size_t
{
    Title,
    StartTime,
    EndTime,
    Duration,
    Hook,
    Category,
    EngagementValue,
    Quote,
    Platforms,
    SocialCopy,
    ScorecardField,
    ViralScore,
    ChunkIndex,
};

/// Reads one ViralMoment, field by field.
class MomentReader
{
public:
    MomentReader(const JsonValue &value, Problems &problems, Promises promises)
        : m_value(value)
        , m_fields(value.pick(momentFields))
        , m_problems(problems)
        , m_promises(promises)
    {}

    Moment read();

private:
    void readSpan();
    void readTexts();
    void readPlatforms();
    void readPlatform(const JsonValue &value);
    void readPosts();
    void readPost(Platform platform, const JsonValue &value);
    void readScores();
    void readFurther();

    const Field &field(Index index) const { return m_fields[index]; }
    bool isThere(Index index) { return Viral::isThere(m_value, field(index), momentFields[index], m_problems); }
    QString filledText(Index index, qsizetype longest);
    void depart(const JsonValue &value, const QString &message)
    {
        reportDeparture(value, message, m_promises, m_problems);
    }

    JsonValue m_value;
    std::array<Field, momentFields.size()> m_fields;
    Problems &m_problems;
    Promises m_promises;
    Moment m_moment;
};

Moment MomentReader::read()
{
    readTexts();
    readSpan();
    readPlatforms();
    readPosts();
    readScores();
    if (isGiven(field(ChunkIndex))) {
        if (const auto index = readInteger(*field(ChunkIndex), 0, highestCount, m_problems))
            m_moment.chunkIndex = static_cast<int>(*index);
    }
    readFurther();
    return std::move(m_moment);
}

QString MomentReader::filledText(Index index, qsizetype longest)
{
    const QString text = requiredFilledText(m_value, field(index), momentFields[index], m_problems);
    if (codePointCount(text) > longest)
        depart(*field(index), u"must not have more than %1 characters"_s.arg(longest));
    return text;
}

void MomentReader::readTexts()
{
    m_moment.title = filledText(Title, longestTitle);
    m_moment.hook = filledText(Hook, longestHook);
    m_moment.category = requiredText(m_value, field(Category), momentFields[Category], m_problems);
    m_moment.engagementValue = requiredText(m_value, field(EngagementValue), momentFields[EngagementValue], m_problems);
    if (isGiven(field(Quote)))
        m_moment.quote = readText(*field(Quote), m_problems);
}

void MomentReader::readSpan()
{
    const qsizetype before = m_problems.errorCount();
    m_moment.span = requiredSpan(m_value, field(StartTime), momentFields[StartTime], field(EndTime),
                                 momentFields[EndTime], m_problems);
    const auto duration = requiredTime(m_value, field(Duration), momentFields[Duration], m_problems);
    if (m_problems.errorCount() > before)
        return;
    if (m_moment.span.isEmpty())
        m_problems.addError(*field(EndTime), u"must be after startTime"_s);
    else if (*duration < shortestMoment || *duration > longestMoment)
        depart(*field(Duration), u"must be from %1 to %2 ms"_s.arg(shortestMoment.count()).arg(longestMoment.count()));
    else if (*duration != m_moment.span.duration())
        depart(*field(Duration), u"must be endTime - startTime (%1)"_s.arg(m_moment.span.duration().count()));
}

void MomentReader::readPlatforms()
{
    if (!isThere(Platforms) || !requireArray(*field(Platforms), m_problems))
        return;
    const qsizetype before = m_problems.errorCount();
    field(Platforms)->forEachElement([this](std::size_t, const JsonValue &value) { readPlatform(value); });
    if (m_moment.platforms.isEmpty() && m_problems.errorCount() == before)
        m_problems.addError(*field(Platforms), u"must not be empty"_s);
}

void MomentReader::readPlatform(const JsonValue &value)
{
    const std::optional<QString> text = readText(value, m_problems);
    if (!text)
        return;
    const std::optional<Platform> platform = platformFromText(*text);
    if (!platform)
        depart(value, u"is not a platform of the contract"_s);
    else if (*text != platformKey(*platform))
        depart(value, u"must be written \"%1\""_s.arg(platformKey(*platform)));
    else if (m_moment.platforms.contains(*platform))
        depart(value, u"comes twice"_s);
    if (platform && !m_moment.platforms.contains(*platform))
        m_moment.platforms.append(*platform);
}

void MomentReader::readPosts()
{
    if (!isThere(SocialCopy) || !requireObject(*field(SocialCopy), m_problems))
        return;
    const JsonValue &copy = *field(SocialCopy);
    copy.forEachMember([&](std::string_view key, const JsonValue &value) {
        const QLatin1StringView name(key.data(), static_cast<qsizetype>(key.size()));
        const auto isCalledSo = [&](Platform platform) { return platformKey(platform) == name; };
        if (std::none_of(allPlatforms.begin(), allPlatforms.end(), isCalledSo))
            depart(value, u"is not a platform of the contract"_s);
        else if (std::none_of(m_moment.platforms.cbegin(), m_moment.platforms.cend(), isCalledSo))
            depart(value, u"is not one of the moment's platforms"_s);
    });
    for (const Platform platform : std::as_const(m_moment.platforms)) {
        if (const Field post = copy.member(QString(platformKey(platform))))
            readPost(platform, *post);
        else
            depart(copy, u"has no post for %1"_s.arg(platformKey(platform)));
    }
}

void MomentReader::readPost(Platform platform, const JsonValue &value)
{
    const std::optional<QString> text = readText(value, m_problems);
    if (!text)
        return;
    if (text->isEmpty())
        depart(value, u"must not be empty"_s);
    else if (codePointCount(*text) > platformLimit(platform))
        depart(value, u"must not have more than %1 characters"_s.arg(platformLimit(platform)));
    m_moment.socialCopy.append({platform, *text});
}

void MomentReader::readScores()
{
    const Field &scorecard = field(ScorecardField);
    const Field &mirror = field(ViralScore);
    if (!isGiven(scorecard) && !isGiven(mirror)) {
        m_problems.addMissing(m_value, momentFields[ScorecardField]);
        return;
    }
    const qsizetype before = m_problems.errorCount();
    m_moment.scorecard = readScorecard(isGiven(scorecard) ? *scorecard : *mirror, m_problems);
    if (!isGiven(scorecard) || !isGiven(mirror))
        return;
    const Scorecard mirrored = readScorecard(*mirror, m_problems);
    if (m_problems.errorCount() == before && mirrored.core != m_moment.scorecard.core)
        depart(*mirror, u"must have the same scores as scorecard"_s);
    for (const RawMember &metric : mirrored.further) {
        if (!findMember(m_moment.scorecard.further, metric.name))
            m_moment.scorecard.further.append(metric);
    }
}

void MomentReader::readFurther()
{
    const auto isKnown = [](std::string_view name) {
        return std::find(momentFields.begin(), momentFields.end(), name) != momentFields.end();
    };
    bool hasFurther = false;
    m_value.forEachMember([&](std::string_view key, const JsonValue &) { hasFurther = hasFurther || !isKnown(key); });
    if (!hasFurther)
        return;
    m_moment.further = m_value.rawMembers();
    m_moment.further.removeIf([&](const RawMember &member) { return isKnown(member.name.toStdString()); });
}

void writePosts(JsonWriter &writer, const QList<Post> &posts)
{
    writer.beginObject();
    for (const Post &post : posts)
        writer.member(platformKey(post.platform), post.text);
    writer.endObject();
}

} // namespace

Moment readMoment(const JsonValue &value, Problems &problems, Promises promises)
{
    if (!requireObject(value, problems))
        return {};
    return MomentReader(value, problems, promises).read();
}

void writeMoment(JsonWriter &writer, const Moment &moment)
{
    writer.beginObject();
    writer.member("title"_L1, moment.title);
    writer.member("startTime"_L1, moment.span.start.count());
    writer.member("endTime"_L1, moment.span.end.count());
    writer.member("duration"_L1, moment.span.duration().count());
    writer.member("hook"_L1, moment.hook);
    writer.member("category"_L1, moment.category);
    writer.member("engagementValue"_L1, moment.engagementValue);
    if (moment.quote)
        writer.member("quote"_L1, *moment.quote);
    writer.key("platforms"_L1).beginArray();
    for (const Platform platform : moment.platforms)
        writer.value(platformKey(platform));
    writer.endArray();
    writer.key("socialCopy"_L1);
    writePosts(writer, moment.socialCopy);
    writer.key("scorecard"_L1);
    writeScorecard(writer, moment.scorecard);
    writer.key("viralScore"_L1);
    writeScorecard(writer, moment.scorecard);
    if (moment.chunkIndex)
        writer.member("chunk_index"_L1, *moment.chunkIndex);
    writer.members(moment.further).endObject();
}

} // namespace Viral
