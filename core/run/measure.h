// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chunk.h"
#include "core/clients/prompttemplates.h"
#include "core/contract/request.h"
#include "core/run/answerstore.h"
#include "core/run/calibration.h"

namespace Viral {

/// What one chunk is estimated to take, in tokens.
struct ChunkMeasure
{
    int index = 0;
    /// Of the whole request, rules included.
    std::int64_t input = 0;
    /// Of that: sentences that the chunk before has as well.
    std::int64_t repeated = 0;
    /// Of the answer, without what a model thinks.
    std::int64_t output = 0;

    bool operator==(const ChunkMeasure &) const = default;
};

/// Rules and schema, which are in every request.
std::int64_t ruleTokens(const PromptTemplates &templates);

/// Writes the prompt of each chunk and counts. Pure and linear in the transcript.
QList<ChunkMeasure> measureChunks(const Request &request, const QList<Chunk> &chunks, const PromptTemplates &templates);

/// What a model thinks about a chunk at low effort; 0 for models that do not.
std::int64_t thinkingTokens(const QString &model);

/// What the service reported in \a answers (those one run paid for) against \a measures: of chunks with one answer
/// only, since a chunk that was split or asked twice compares with nothing.
UsageSample usageSample(const QList<ChunkMeasure> &measures, const QList<StoredAnswer> &answers, const QString &model,
                        const QString &language);

} // namespace Viral
