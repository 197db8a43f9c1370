// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/request.h"

#include "app/cli/command.h"

namespace Viral::Cli {

/// --set KEY=VALUE and --metadata KEY=VALUE, shared by the commands that make or change a request.
QList<QCommandLineOption> requestOptions();

/// Puts what --set and --metadata say into \a request, over what stands there.
Result<void> applyRequestOptions(Request &request, const QCommandLineParser &parser);

} // namespace Viral::Cli
