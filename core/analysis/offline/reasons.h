// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/growth.h"

namespace Viral::Offline {

/// Names the clip's subject (English) and its form. For a language without labels the word that the clip is most
/// about, and a sign where there is none either.
QString categoryOf(const Reading &reading, const Clip &clip);

/// What was found in the clip, in plain words of its language, else in signs and figures. Never a forecast.
QString reasonFor(const Reading &reading, const Clip &clip);

} // namespace Viral::Offline
