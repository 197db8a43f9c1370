// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/answerjson.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Stretches of a text that are tried as JSON before giving up.
constexpr int mostAttempts = 32;
constexpr int deepestWrapper = 8;
constexpr int mostVisited = 2'000;

bool isListKey(const QByteArray &key)
{
    return key == "moments" || key == "viralmoments";
}

bool isPlaceKey(const QByteArray &key)
{
    constexpr std::array places{"startsentence", "endsentence", "starttime", "endtime"};
    return std::any_of(places.begin(), places.end(), [&key](const char *place) { return key == place; });
}

bool looksLikeMoment(const JsonValue &value)
{
    bool found = false;
    value.forEachMember(
        [&found](std::string_view key, const JsonValue &) { found = found || isPlaceKey(foldedKey(key)); });
    return found;
}

/// How sure a list without a name must be that it is one of moments.
enum class BareList
{
    Any,         ///< the whole answer is the list
    WithMoments, ///< at least one entry looks like one
};

/// Looks for the list of moments in a document, from the root down.
class ListFinder
{
public:
    /// The list, or a single moment that stands for one.
    std::optional<JsonValue> find(const JsonValue &root, BareList bare)
    {
        if (root.isArray() && bare == BareList::Any)
            return root;
        return below(root, 0);
    }

private:
    std::optional<JsonValue> below(const JsonValue &value, int depth)
    {
        if (depth > deepestWrapper || ++m_visited > mostVisited)
            return std::nullopt;
        if (value.isArray())
            return inArray(value, depth);
        return value.isObject() ? inObject(value, depth) : std::nullopt;
    }

    std::optional<JsonValue> inObject(const JsonValue &value, int depth)
    {
        std::optional<JsonValue> named;
        value.forEachMember([&named](std::string_view key, const JsonValue &member) {
            if (isListKey(foldedKey(key)) && (member.isArray() || member.isObject() || member.isNull()))
                named = member;
        });
        if (named)
            return named;
        if (looksLikeMoment(value))
            return value;
        std::optional<JsonValue> found;
        value.forEachMember([&](std::string_view, const JsonValue &member) {
            if (!found)
                found = below(member, depth + 1);
        });
        return found;
    }

    std::optional<JsonValue> inArray(const JsonValue &value, int depth)
    {
        bool hasMoments = false;
        std::optional<JsonValue> found;
        value.forEachElement([&](std::size_t, const JsonValue &element) {
            if (hasMoments || found || ++m_visited > mostVisited)
                return;
            hasMoments = looksLikeMoment(element);
            if (!hasMoments)
                found = below(element, depth + 1);
        });
        return hasMoments ? value : found;
    }

    int m_visited = 0;
};

std::optional<FoundAnswer> momentsIn(const QByteArray &json, BareList bare, std::size_t mostEntries)
{
    auto document = JsonDocument::parse(json);
    if (!document)
        return std::nullopt;
    const auto list = ListFinder().find(document->root(), bare);
    if (!list)
        return std::nullopt;
    FoundAnswer answer{std::move(*document), {}, 0};
    if (list->isObject())
        answer.entries.push_back(*list);
    list->forEachElement([&answer, mostEntries](std::size_t, const JsonValue &entry) {
        if (answer.entries.size() < mostEntries)
            answer.entries.push_back(entry);
    });
    answer.entryCount = list->isObject() ? 1 : list->size();
    return answer;
}

/// The end of the bracketed stretch that begins at \a begin, -1 when its brackets never close. Knows texts in quotes.
qsizetype endOfBrackets(const QByteArray &text, qsizetype begin)
{
    qsizetype depth = 0;
    bool isQuoted = false;
    for (qsizetype i = begin; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted) {
            i += c == '\\' ? 1 : 0;
            isQuoted = c != '"';
            continue;
        }
        isQuoted = c == '"';
        depth += c == '{' || c == '[' ? 1 : 0;
        depth -= c == '}' || c == ']' ? 1 : 0;
        if (depth == 0)
            return i + 1;
    }
    return -1;
}

/// Contents of the code fences of \a text.
QList<QByteArray> fencedParts(const QByteArray &text)
{
    QList<QByteArray> parts;
    qsizetype position = text.indexOf("```");
    while (position >= 0 && parts.size() < mostAttempts) {
        const qsizetype lineEnd = text.indexOf('\n', position);
        const qsizetype begin = lineEnd < 0 ? position + 3 : lineEnd + 1;
        const qsizetype end = text.indexOf("```", std::max(begin, position + 3));
        parts.append(text.mid(begin, end < 0 ? -1 : end - begin));
        position = end < 0 ? -1 : text.indexOf("```", end + 3);
    }
    return parts;
}

/// The stretch between other words: first the object around the name of the list, then bracket by bracket.
std::optional<FoundAnswer> amongWords(const QByteArray &text, std::size_t mostEntries)
{
    const auto tryAt = [&](qsizetype begin) -> std::optional<FoundAnswer> {
        const qsizetype end = endOfBrackets(text, begin);
        return end < 0 ? std::nullopt : momentsIn(text.mid(begin, end - begin), BareList::WithMoments, mostEntries);
    };
    if (const qsizetype name = text.indexOf("\"moments\""); name > 0) {
        const qsizetype begin = text.lastIndexOf('{', name);
        if (auto found = begin >= 0 ? tryAt(begin) : std::nullopt)
            return found;
    }
    const auto isBracket = [](char c) { return c == '{' || c == '['; };
    auto position = std::find_if(text.begin(), text.end(), isBracket);
    for (int attempt = 0; attempt < mostAttempts && position != text.end(); ++attempt) {
        if (auto found = tryAt(position - text.begin()))
            return found;
        position = std::find_if(position + 1, text.end(), isBracket);
    }
    return std::nullopt;
}

QByteArray asUtf8(const QByteArray &text)
{
    return (text.isValidUtf8() ? text : QString::fromUtf8(text).toUtf8()).trimmed();
}

} // namespace

Result<FoundAnswer> findMoments(const QByteArray &text, std::size_t mostEntries)
{
    const QByteArray clean = asUtf8(text);
    if (auto found = momentsIn(clean, BareList::Any, mostEntries))
        return std::move(*found);
    for (const QByteArray &part : fencedParts(clean)) {
        if (auto found = momentsIn(part, BareList::Any, mostEntries))
            return std::move(*found);
    }
    if (auto found = amongWords(clean, mostEntries))
        return std::move(*found);
    return failure(ErrorKind::Service, u"The model's answer holds no JSON with moments."_s);
}

QByteArray foldedKey(std::string_view key)
{
    QByteArray folded;
    folded.reserve(static_cast<qsizetype>(key.size()));
    for (const char c : key) {
        if (c != '_' && c != '-' && c != ' ')
            folded.append(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    }
    return folded;
}

} // namespace Viral
