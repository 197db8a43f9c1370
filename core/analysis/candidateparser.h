// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/assembly.h"
#include "core/base/result.h"

namespace Viral {

/// Most entries read from one answer; the rest is counted in the funnel's notes.
inline constexpr int mostCandidatesPerAnswer = 200;

/// Reads the text of a model's answer (interface.md section 4): {"moments": […]}, a bare array, inside a code fence or
/// with words around it, unknown fields, scores as text, sentence numbers or absolute times. Usage is not filled in.
/// Fails only when no JSON with moments can be found at all.
Result<ChunkAnswer> parseAnswer(const QByteArray &text, int chunkIndex);

} // namespace Viral
