// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/cutplan.h"
#include "core/json/jsonwriter.h"

namespace Viral {

/// The member "viral_moments" of an object: what is known of the moment (id, times in the source, scores, decision and
/// its reason), in its own words. Of further metrics those that are plain numbers.
void writeMomentMetadata(JsonWriter &json, const Cut &cut);

} // namespace Viral
