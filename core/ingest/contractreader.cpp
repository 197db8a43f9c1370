// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/contractreader.h"

#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "core/contract/transcriptcodec.h"

#include <algorithm>
#include <vector>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// How many elements of a list are looked at to tell what it holds.
constexpr std::size_t sampleSize = 50;

/// The object that the file is about: the one under "input" where that is an object.
JsonValue unwrapped(const JsonValue &root)
{
    const std::optional<JsonValue> input = root.member(u"input");
    return input && input->isObject() ? *input : root;
}

bool hasMember(const JsonValue &object, QStringView name)
{
    return object.member(name).has_value();
}

bool hasList(const JsonValue &object, QStringView name)
{
    const std::optional<JsonValue> list = object.member(name);
    return list && list->isArray();
}

/// What a list looks like by its first elements.
struct ListLooks
{
    std::size_t seen = 0;
    std::size_t contractLike = 0;
    std::size_t withSpaces = 0;
    bool hasSentenceIndex = false;
    std::vector<std::int64_t> durations;

    /// Whole numbers that make sense as milliseconds; in seconds they would be far smaller.
    bool isContract()
    {
        if (seen == 0 || contractLike != seen)
            return false;
        constexpr std::int64_t shortestInMilliseconds = 40;
        const auto median = durations.begin() + static_cast<std::ptrdiff_t>(durations.size() / 2);
        std::nth_element(durations.begin(), median, durations.end());
        return hasSentenceIndex || *median >= shortestInMilliseconds;
    }
    bool holdsWords() const { return hasSentenceIndex || withSpaces * 10 <= seen; }
};

ListLooks looksOf(const JsonValue &array)
{
    ListLooks looks;
    array.forEachElement([&looks](std::size_t index, const JsonValue &element) {
        if (index >= sampleSize)
            return;
        ++looks.seen;
        const auto text = element.member(u"text");
        const auto start = element.member(u"start");
        const auto end = element.member(u"end");
        const bool isOfOtherService = hasMember(element, u"speaker") || hasMember(element, u"confidence");
        if (!text || !start || !end || !text->isString() || !start->asInteger() || !end->asInteger() ||
            isOfOtherService)
            return;
        ++looks.contractLike;
        looks.withSpaces += text->asString()->trimmed().contains(u' ') ? 1 : 0;
        looks.hasSentenceIndex = looks.hasSentenceIndex || hasMember(element, u"sentence_index");
        looks.durations.push_back(*end->asInteger() - *start->asInteger());
    });
    return looks;
}

bool isServiceResult(const Source &source)
{
    return looksLikeServiceResult(*source.json);
}

bool isRequest(const Source &source)
{
    const JsonValue inner = unwrapped(*source.json);
    const std::optional<JsonValue> transcript = inner.member(u"transcript");
    const bool hasOtherMembers = hasMember(inner, u"webhook_endpoints") || hasMember(inner, u"openai_api_key");
    return hasOtherMembers || (transcript && transcript->isObject());
}

/// True when an object holds nothing but what the contract names: other services have a list called words, too.
bool hasOnlyContractMembers(const JsonValue &object)
{
    bool hasOnly = true;
    object.forEachMember([&hasOnly](std::string_view key, const JsonValue &) {
        hasOnly = hasOnly && (key == "language" || key == "sentences" || key == "words");
    });
    return hasOnly;
}

bool isTranscript(const Source &source)
{
    const JsonValue inner = unwrapped(*source.json);
    if (inner.isArray())
        return looksOf(inner).isContract();
    if (hasList(inner, u"sentences"))
        return true;
    const std::optional<JsonValue> words = inner.member(u"words");
    if (!words || !words->isArray())
        return false;
    ListLooks looks = looksOf(*words);
    return looks.isContract() && (looks.hasSentenceIndex || hasOnlyContractMembers(inner));
}

template <typename Value>
Result<Content> checked(Value value, const Problems &problems)
{
    if (problems.hasErrors())
        return tl::unexpected<Error>(problems.asError());
    return Content(std::move(value));
}

Result<Content> readResult(const Source &source, Problems &problems)
{
    ServiceResult result = readServiceResult(*source.json, problems);
    return checked(std::move(result), problems);
}

Result<Content> readPayload(const Source &source, Problems &problems)
{
    Request request = readRequest(*source.json, problems);
    return checked(std::move(request), problems);
}

Result<Content> readLists(const Source &source, Problems &problems)
{
    const JsonValue inner = unwrapped(*source.json);
    Transcript transcript;
    if (inner.isObject())
        transcript = readTranscript(inner, problems);
    else if (looksOf(inner).holdsWords())
        transcript = joinTranscript({}, readWords(inner, problems), problems);
    else
        transcript = joinTranscript(readSentences(inner, problems), {}, problems);
    return checked(std::move(transcript), problems);
}

} // namespace

FormatReader serviceResultReader()
{
    return {"a result of Viral Moments"_L1, SourceKind::Json, isServiceResult, readResult};
}

FormatReader requestReader()
{
    return {"a request payload"_L1, SourceKind::Json, isRequest, readPayload};
}

FormatReader contractTranscriptReader()
{
    return {"lists of sentences and words"_L1, SourceKind::Json, isTranscript, readLists};
}

std::optional<JsonValue> contractList(const JsonValue &root, QStringView name)
{
    if (root.isArray())
        return root;
    std::optional<JsonValue> list = root.member(name);
    return list && list->isArray() ? list : std::nullopt;
}

} // namespace Viral
