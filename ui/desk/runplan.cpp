// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/runplan.h"

#include "core/analysis/requestrange.h"

#include <QCoreApplication>

namespace Viral {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Viral::RunPlan", text);
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

Request plannedRequest(const RunPlan &plan, const EngineSettings &settings, const AnalysisSettings &chunks)
{
    Request request = plan.range ? requestWithin(plan.request, *plan.range) : plan.request;
    request.options = mergedOptions(request.options, plan.overrides);
    const AnalysisSettings cut = withOptions(chunks, request.options);
    request.options.chunkDuration = cut.chunkDuration;
    request.options.chunkOverlap = cut.chunkOverlap;
    request.options.minChunkDuration = cut.minChunkDuration;
    if (plan.engine != RunKind::OpenAi)
        return request;
    const EngineSettings effective = withRequest(settings, request);
    request.options.openAiModel = effective.model;
    if (effective.temperature)
        request.options.openAiTemperature = effective.temperature;
    if (effective.maxOutputTokens)
        request.options.openAiMaxOutputTokens = effective.maxOutputTokens;
    return request;
}

Result<void> checkPlan(const RunPlan &plan, const EngineSettings &settings)
{
    const QList<Sentence> &sentences = plan.request.transcript.sentences;
    if (sentences.isEmpty())
        return failure(ErrorKind::Input, say("There is no transcript to find moments in. Open one first."));
    const auto isInRange = [&plan](const Sentence &sentence) { return plan.range->contains(sentence.span); };
    if (plan.range && std::none_of(sentences.begin(), sentences.end(), isInRange))
        return failure(ErrorKind::Input, say("No whole sentence lies in the chosen range."));
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
