// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/runstore.h"
#include "ui/style/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace Viral::Desktop {

/// What the command line of viral-moments asks for (interface.md section 1).
struct Options
{
    QStringList files = {};
    /// Empty for the default folder.
    QString libraryFolder = {};
    /// What "Find moments" uses; nothing: as chosen in the window.
    std::optional<RunKind> engine = {};
    /// Where to save a picture of the window; empty for a normal start.
    QString screenshot = {};
    QSize size = {};
    QString panel = {};
    /// Nothing: as chosen in the window.
    std::optional<ThemeChoice> theme = {};
    bool showsHelp = false;
    bool showsVersion = false;
    QString helpText = {};
};

/// Reads the arguments, the program's name first; a Usage error names the option that is wrong.
Result<Options> readOptions(const QStringList &arguments);

} // namespace Viral::Desktop
