// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/openaicapabilities.h"
#include "core/clients/prompt.h"

namespace Viral {

/// The body for /responses or /chat/completions: the static part of \a prompt first, then the chunk. The same shape and
/// prompt always give the same bytes.
QByteArray openAiBody(const RequestShape &shape, const Prompt &prompt);

/// The request that carries \a body. The key is in a secret header only.
HttpRequest openAiRequest(const OpenAiSettings &settings, const RequestShape &shape, const QByteArray &body);

/// A request for the list of models.
HttpRequest modelsRequest(const OpenAiSettings &settings);

/// SHA-256 (32 bytes) over what decides the answer: server, model, prompt with its version, schema and text, and the
/// settings the user chose. The same question has the same key in any run; what a server taught, the interface spoken
/// and timeouts do not change it.
QByteArray answerKey(const OpenAiSettings &settings, const Prompt &prompt);

} // namespace Viral
