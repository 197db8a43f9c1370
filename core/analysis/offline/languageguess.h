// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"

namespace Viral::Offline {

/// The transcript's primary language subtag in lower case; where it names none, the language with lists whose commonest
/// words it uses; empty when it uses none of them.
QString languageOf(const Transcript &transcript);

} // namespace Viral::Offline
