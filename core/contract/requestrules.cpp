// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/requestrules.h"

#include <QUrl>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::array rules{
    OptionRule{"chunk_duration_ms"_L1, &RequestOptions::chunkDuration, {60'000, 7'200'000}},
    OptionRule{"chunk_overlap_ms"_L1, &RequestOptions::chunkOverlap, {0, 7'200'000}},
    OptionRule{"min_chunk_duration_ms"_L1, &RequestOptions::minChunkDuration, {0, 7'200'000}},
    OptionRule{"max_concurrency"_L1, &RequestOptions::maxConcurrency, {1, 64}},
    OptionRule{"openai_model"_L1, &RequestOptions::openAiModel},
    OptionRule{"openai_temperature"_L1, &RequestOptions::openAiTemperature, {0, 2}},
    OptionRule{"openai_max_output_tokens"_L1, &RequestOptions::openAiMaxOutputTokens, {16, 1'000'000}},
    OptionRule{"request_timeout_seconds"_L1, &RequestOptions::requestTimeoutSeconds, {0.001, 3600}},
};

const OptionRule *ruleFor(QStringView wireName)
{
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const OptionRule &candidate) { return wireName == candidate.name; });
    return rule == rules.end() ? nullptr : &*rule;
}

QString wanted(const OptionRule &rule)
{
    if (rule.isText())
        return u"text that is not empty"_s;
    return u"%1 from %2 to %3"_s.arg(rule.isWhole() ? u"a whole number"_s : u"a number"_s)
        .arg(rule.range.lowest, 0, 'g', 10)
        .arg(rule.range.highest, 0, 'g', 10);
}

/// A plain decimal number, as people write it; no "inf", no hexadecimal, no thousands.
std::optional<double> numberFromText(QStringView text)
{
    const auto isAllowed = [](QChar c) { return (c >= u'0' && c <= u'9') || QStringView(u"+-.eE").contains(c); };
    bool isNumber = std::all_of(text.begin(), text.end(), isAllowed);
    const double number = isNumber ? text.toDouble(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

bool isLoopback(const QString &host)
{
    if (host == "localhost"_L1 || host == "::1"_L1)
        return true;
    const QList<QStringView> octets = QStringView(host).split(u'.');
    const auto isOctet = [](QStringView octet) {
        bool isNumber = false;
        const uint value = octet.toUInt(&isNumber);
        return isNumber && value <= 255;
    };
    return octets.size() == 4 && octets.front() == "127"_L1 && std::all_of(octets.begin(), octets.end(), isOctet);
}

} // namespace

std::span<const OptionRule> optionRules()
{
    return rules;
}

std::optional<Range> optionRange(QStringView wireName)
{
    const OptionRule *rule = ruleFor(wireName);
    return rule && !rule->isText() ? std::optional(rule->range) : std::nullopt;
}

Result<void> setOption(RequestOptions &options, const OptionRule &rule, double number)
{
    using Rule = OptionRule;
    if (rule.isText() || !rule.range.contains(number) || (rule.isWhole() && std::trunc(number) != number))
        return failure(ErrorKind::Usage, u"must be "_s + wanted(rule), rule.name);
    if (const auto *duration = std::get_if<Rule::Member<Milliseconds>>(&rule.member))
        options.**duration = Milliseconds{static_cast<std::int64_t>(number)};
    else if (const auto *count = std::get_if<Rule::Member<int>>(&rule.member))
        options.**count = static_cast<int>(number);
    else if (const auto *real = std::get_if<Rule::Member<double>>(&rule.member))
        options.**real = number;
    return {};
}

Result<void> setOption(RequestOptions &options, QStringView wireName, QStringView text)
{
    const OptionRule *rule = ruleFor(wireName);
    if (!rule)
        return failure(ErrorKind::Usage, u"is not an option of a request"_s, wireName.toString());
    const QStringView trimmed = text.trimmed();
    if (const auto *member = std::get_if<OptionRule::Member<QString>>(&rule->member); member && !trimmed.isEmpty()) {
        options.**member = trimmed.toString();
        return {};
    }
    const std::optional<double> number = numberFromText(trimmed);
    if (!number || rule->isText())
        return failure(ErrorKind::Usage, u"must be %1, not \"%2\""_s.arg(wanted(*rule), text), rule->name);
    return setOption(options, *rule, *number);
}

void checkTranscript(const Transcript &transcript, const QString &base, Problems &problems)
{
    const auto isBlank = [](const auto &item) { return QStringView(item.text).trimmed().isEmpty(); };
    if (transcript.sentences.isEmpty() && transcript.words.isEmpty())
        problems.addError(base + u"/transcript"_s, u"is empty"_s);
    else if (std::all_of(transcript.sentences.begin(), transcript.sentences.end(), isBlank) &&
             std::all_of(transcript.words.begin(), transcript.words.end(), isBlank))
        problems.addError(base + u"/transcript"_s, u"has no text"_s);
}

void checkOptions(const RequestOptions &options, const QString &base, Problems &problems)
{
    const Milliseconds duration = options.chunkDuration.value_or(defaultChunkDuration);
    const Milliseconds overlap = options.chunkOverlap.value_or(defaultChunkOverlap);
    if (overlap >= duration)
        problems.addError(base + u"/options/chunk_overlap_ms"_s,
                          u"must be smaller than the chunk (%1 ms)"_s.arg(duration.count()));
}

void checkWebhooks(const WebhookEndpoints &webhooks, const QString &base, Problems &problems)
{
    const auto check = [&](const QString &url, const QString &name) {
        if (!url.isEmpty() && !isAllowedWebhook(url))
            problems.addError(base + u"/webhook_endpoints/"_s + name,
                              u"must be an https address, or an http address of this machine"_s);
    };
    check(webhooks.resultUrl, u"result_webhook_url"_s);
    check(webhooks.progressUrl, u"progress_webhook_url"_s);
}

void checkRequest(const Request &request, const QString &base, Problems &problems)
{
    checkTranscript(request.transcript, base, problems);
    checkOptions(request.options, base, problems);
    checkWebhooks(request.webhooks, base, problems);
}

bool isAllowedWebhook(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty())
        return false;
    return parsed.scheme() == "https"_L1 || (parsed.scheme() == "http"_L1 && isLoopback(parsed.host()));
}

} // namespace Viral
