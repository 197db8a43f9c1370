// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/assembly.h"
#include "core/clients/openaisettings.h"
#include "core/clients/prompttemplates.h"
#include "core/run/answerstore.h"

namespace Viral {

/// What the kept answers bring for \a chunks of \a request, as asked with \a settings: the chunks that a run with them
/// would not ask for. Parts of a chunk that was split count together, and only when all are there. Nothing is sent.
Result<QList<ChunkAnswer>> keptChunkAnswers(const Request &request, const QList<Chunk> &chunks,
                                            const OpenAiSettings &settings, const PromptTemplates &templates,
                                            AnswerStore &answers);

/// The same from \a paid, the answers that one run paid for (AnswerStore::answersOf()), whatever they were asked with.
QList<ChunkAnswer> paidChunkAnswers(const QList<StoredAnswer> &paid);

} // namespace Viral
