// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/progressoutput.h"
#include "core/analysis/assembly.h"
#include "core/contract/events.h"

namespace Viral::Cli {

/// Where the outcome of a job goes and how it is told.
struct RunWishes
{
    ProgressStyle progress = ProgressStyle::None;
    /// Empty for standard output.
    QString output = {};
    /// Empty when not wanted.
    QString funnel = {};
};

/// Fails when result and funnel are to go to the same file, whatever it is called in both.
Result<void> checkDistinct(const RunWishes &wishes);
/// Fails when a file could not be written in its place, so that nothing is paid for that cannot be handed over.
Result<void> checkPlaces(const RunWishes &wishes);

/// Writes result and funnel to their places and logs every discard.
Result<void> handOver(const AnalysisOutcome &outcome, const RunWishes &wishes);

/// Tells the error and writes the failure payload to standard output; returns the exit status that fits.
int refuse(const Error &error, const FailurePayload &payload);
/// The same for a hand-over that failed: where the result itself went to standard output, nothing else follows it.
int refuseHandOver(const Error &error, const FailurePayload &payload, const RunWishes &wishes);

} // namespace Viral::Cli
