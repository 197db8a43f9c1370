// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/run/environment.h"
#include "core/run/runstore.h"
#include "ui/style/theme.h"

#include <optional>

namespace Viral {

/// The languages that the window can speak.
enum class Language
{
    English,
    German,
};

/// What the editor has chosen in the settings: the desktop's part of interface.md section 2. Holds no secret: keys live
/// with a KeyKeeper.
struct Preferences
{
    /// Defaults of every run. Its three keys and the library's folder stay empty here.
    EngineSettings engine = {};
    /// How a transcript is cut; the model stays empty here.
    AnalysisSettings chunks = {};
    /// Who does the work, as used last; nothing: OpenAI when there is a key, else the offline engine.
    std::optional<RunKind> engineChoice = {};
    /// Goes on with the other chunks after one has failed for good.
    bool keepGoing = false;
    /// Webhooks of new runs.
    WebhookEndpoints webhooks = {};
    /// A run that would cost more is not started, and none goes over it; nothing for no limit.
    std::optional<MicroDollars> budgetPerRun = {};
    std::optional<MicroDollars> budgetPerMonth = {};
    /// Who decides, as written into reviews.
    QString author = {};
    ThemeChoice colours = ThemeChoice::System;
    /// Of the system's text size, 100 to 150.
    int textSizePercent = 100;
    bool reducesMotion = false;
    /// Nothing: as the system does.
    std::optional<Language> language = {};

    bool operator==(const Preferences &) const = default;
};

} // namespace Viral
