// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/runplan.h"

#include "core/analysis/settings.h"

#include <QCoreApplication>

namespace Viral {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Viral::RunPlan", text);
}

/// The stretch of \a request that lies in \a range: whole sentences, and their words.
Request within(Request request, const TimeSpan &range)
{
    Transcript cut = request.transcript;
    cut.sentences.clear();
    cut.words.clear();
    QList<int> places(request.transcript.sentences.size(), -1);
    for (int i = 0; i < request.transcript.sentences.size(); ++i) {
        if (!request.transcript.sentences.at(i).span.overlaps(range))
            continue;
        places[i] = static_cast<int>(cut.sentences.size());
        cut.sentences.append(request.transcript.sentences.at(i));
    }
    for (Word word : std::as_const(request.transcript.words)) {
        word.sentenceIndex = places.value(word.sentenceIndex, -1);
        if (word.sentenceIndex >= 0)
            cut.words.append(word);
    }
    request.transcript = cut;
    return request;
}

template <typename Value>
void override(std::optional<Value> &value, const std::optional<Value> &stronger)
{
    if (stronger)
        value = stronger;
}

Result<void> checkRunPod(const RunPlan &plan, EngineSettings settings)
{
    if (settings.runPodKey.isEmpty())
        return failure(ErrorKind::Usage, say("There is no key for RunPod. Add it in the settings, or run here."));
    if (!plan.endpointId.isEmpty())
        settings.runPodEndpoint = plan.endpointId;
    if (settings.runPodEndpoint.isEmpty())
        return failure(ErrorKind::Usage, say("No RunPod endpoint is chosen. Add its id in the settings, or run here."));
    if (const auto endpoint = runPodEndpoint(settings); !endpoint)
        return tl::unexpected(endpoint.error());
    if (plan.key == KeyInPayload::Include && openAiKeyOf(plan, settings).isEmpty())
        return failure(ErrorKind::Usage, say("The OpenAI key is to go along, but there is none."));
    return checkRunPodPolicy(plan.policy);
}

Result<void> checkOpenAi(const RunPlan &plan, const EngineSettings &settings)
{
    const OpenAiHost host = settings.openAiBase.host;
    if (host != OpenAiHost::Local && openAiKeyOf(plan, settings).isEmpty()) {
        return failure(ErrorKind::Usage, say("There is no key for OpenAI. Add it in the settings, or use the offline "
                                             "engine, which needs none."));
    }
    return {};
}

} // namespace

RequestOptions mergedOptions(RequestOptions options, const RequestOptions &overrides)
{
    override(options.chunkDuration, overrides.chunkDuration);
    override(options.chunkOverlap, overrides.chunkOverlap);
    override(options.minChunkDuration, overrides.minChunkDuration);
    override(options.maxConcurrency, overrides.maxConcurrency);
    override(options.openAiModel, overrides.openAiModel);
    override(options.openAiTemperature, overrides.openAiTemperature);
    override(options.openAiMaxOutputTokens, overrides.openAiMaxOutputTokens);
    override(options.requestTimeoutSeconds, overrides.requestTimeoutSeconds);
    return options;
}

Request plannedRequest(const RunPlan &plan, const EngineSettings &settings)
{
    Request request = plan.range ? within(plan.request, *plan.range) : plan.request;
    request.options = mergedOptions(request.options, plan.overrides);
    if (plan.engine != RunKind::OpenAi)
        return request;
    const EngineSettings effective = withRequest(settings, request);
    request.options.openAiModel = effective.model;
    if (effective.temperature)
        request.options.openAiTemperature = effective.temperature;
    if (effective.maxOutputTokens)
        request.options.openAiMaxOutputTokens = effective.maxOutputTokens;
    const AnalysisSettings cut = withOptions({}, request.options);
    request.options.chunkDuration = cut.chunkDuration;
    request.options.chunkOverlap = cut.chunkOverlap;
    request.options.minChunkDuration = cut.minChunkDuration;
    return request;
}

Result<void> checkPlan(const RunPlan &plan, const EngineSettings &settings)
{
    const QList<Sentence> &sentences = plan.request.transcript.sentences;
    if (sentences.isEmpty())
        return failure(ErrorKind::Input, say("There is no transcript to find moments in. Open one first."));
    const auto isInRange = [&plan](const Sentence &sentence) { return sentence.span.overlaps(*plan.range); };
    if (plan.range && std::none_of(sentences.begin(), sentences.end(), isInRange))
        return failure(ErrorKind::Input, say("Nothing is said in the chosen range."));
    const RequestOptions options = mergedOptions(plan.request.options, plan.overrides);
    const AnalysisSettings cut = withOptions({}, options);
    if (cut.chunkDuration <= cut.chunkOverlap)
        return failure(ErrorKind::Input, say("Chunks must be longer than their overlap."));
    switch (plan.engine) {
    case RunKind::OpenAi:
        return checkOpenAi(plan, settings);
    case RunKind::RunPod:
        return checkRunPod(plan, settings);
    case RunKind::Offline:
        break;
    }
    return {};
}

Secret openAiKeyOf(const RunPlan &plan, const EngineSettings &settings)
{
    return plan.request.openAiApiKey.isEmpty() ? settings.openAiKey : plan.request.openAiApiKey;
}

} // namespace Viral
