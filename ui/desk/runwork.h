// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pricing.h"
#include "core/clients/prompttemplates.h"
#include "core/library/library.h"
#include "core/run/calibration.h"
#include "core/run/environment.h"
#include "ui/document/work.h"

namespace Viral {

/// What is asked where a run has no result and its answers are looked up.
struct ReplayBasis
{
    EngineSettings settings = {};
    PromptTemplates templates = {};
    PriceTable prices = {};
};

/// The work of the run \a id: its request, result and funnel. Of a run that did not come to a result, what the kept
/// answers bring. Takes as long as it takes; for worker threads, with stores of their own.
Result<Work> workOfRun(RunStore &runs, AnswerStore &answers, const RunId &id, const ReplayBasis &basis);

/// The same from the library in \a folder, opened for reading.
Result<Work> workFromLibrary(const QString &folder, const RunId &id, const ReplayBasis &basis);

/// What \a runs taught about tokens and times: the last ones of each model and language, newest last. From the library
/// in \a folder; empty where it cannot be read.
QList<UsageSample> experienceFrom(const QString &folder, const QList<RunRecord> &runs,
                                  const PromptTemplates &templates);

} // namespace Viral
