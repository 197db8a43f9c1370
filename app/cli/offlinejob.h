// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/handover.h"
#include "core/run/environment.h"

namespace Viral::Cli {

/// Does one job with the offline engine from start to exit status. The run is noted in the library in \a folder; where
/// that is not possible the job is done all the same, as nothing in it was paid for.
int runOffline(Request request, const EngineSettings &settings, const QString &folder, const RunWishes &wishes);

} // namespace Viral::Cli
