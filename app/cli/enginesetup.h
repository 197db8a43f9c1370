// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pricing.h"
#include "core/run/environment.h"

#include <QCommandLineParser>

namespace Viral::Cli {

/// The defaults with what this process finds in its environment; every wrong variable in one Usage error.
Result<EngineSettings> settingsFromEnvironment();

/// --library, shared by the commands that keep something.
QCommandLineOption libraryOption();
/// Where the library is: --library, else the environment, else the usual place.
QString libraryFolder(const QCommandLineParser &parser, const EngineSettings &settings);

/// Reads INPUT, puts --set and --metadata over it and checks it all. A job without a name is left without.
Result<Request> readJob(const QCommandLineParser &parser);

/// The built-in prices with those the user keeps beside the library; says so when these cannot be read.
PriceTable readPrices(const QString &libraryFolder);

} // namespace Viral::Cli
