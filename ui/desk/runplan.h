// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/base/result.h"
#include "core/clients/runpodwire.h"
#include "core/run/environment.h"
#include "core/run/forecast.h"
#include "core/run/runpodrun.h"
#include "core/run/runstore.h"

#include <QSet>

#include <optional>

namespace Viral {

/// What a run is to be, before it is started: made by the run bar and the payload dialog.
struct RunPlan
{
    RunKind engine = RunKind::Offline;
    Request request = {};
    /// The file that was opened, for lists; empty when there was none.
    QString source = {};
    /// For lists; where it is empty, video_title of the metadata or the file's name.
    QString title = {};
    /// The video or sound that belongs to it; empty when there is none.
    QString mediaPath = {};
    /// Only this stretch of the source is sent; all of it when nothing.
    std::optional<TimeSpan> range = {};
    /// Chunks that are asked anew although answers are kept; numbers as makeChunks() gives them.
    QSet<int> freshChunks = {};
    /// All chunks are asked anew.
    bool fresh = false;
    /// Goes on after a chunk that failed.
    bool keepGoing = false;
    /// What is there is stronger than the request's own options.
    RequestOptions overrides = {};
    /// RunPod: whether the OpenAI key goes along; Include only where the user asked for it by name.
    KeyInPayload key = KeyInPayload::LeaveOut;
    /// RunPod: how long the job may take.
    RunPodPolicy policy = RunPodSetup().policy;
    /// RunPod: the endpoint's id where it is not the one of the settings.
    QString endpointId = {};
    /// What the quote said; reckoned when the run starts where there is none. Budgets are checked against it, and the
    /// truth is compared with it.
    std::optional<ModelForecast> quote = {};
    /// The user was told that a budget does not suffice and wants the run all the same.
    bool mayExceedBudget = false;

    bool operator==(const RunPlan &) const = default;
};

/// \a options with what \a overrides says in their place.
RequestOptions mergedOptions(RequestOptions options, const RequestOptions &overrides);

/// The request that is sent and kept: overrides merged, the range cut out, and everything that decides how the model is
/// asked written down in its options, so that the same question is asked when the run goes on after a restart. \a
/// chunks is how the transcript is cut where nothing else is said.
Request plannedRequest(const RunPlan &plan, const EngineSettings &settings, const AnalysisSettings &chunks = {});

/// Why \a plan cannot be started with \a settings, in words that say what to do: no transcript, nothing in the range,
/// no key, no endpoint. Budgets are not looked at.
Result<void> checkPlan(const RunPlan &plan, const EngineSettings &settings);

/// The key that \a plan uses for OpenAI: the request's own, else the settings'.
Secret openAiKeyOf(const RunPlan &plan, const EngineSettings &settings);

} // namespace Viral
