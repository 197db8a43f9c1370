// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/handover.h"
#include "app/cli/jobhost.h"

namespace Viral::Cli {

/// Does one job with the model from start to exit status: progress on standard error, the result or the failure payload
/// on standard output, webhooks afterwards. Ctrl+C ends it with what was paid for kept.
int runWithModel(JobHost &host, RunSetup setup, const RunWishes &wishes);

} // namespace Viral::Cli
