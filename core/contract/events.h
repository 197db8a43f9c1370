// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/serviceresult.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Viral {

/// What happened to a chunk (RunPodIntegrationGuide.md section 6).
enum class ProgressKind
{
    ChunksScheduled,
    ChunkCompleted,
    ChunkFailed,
};

/// One event of the progress webhook.
struct ProgressEvent
{
    ProgressKind kind = ProgressKind::ChunksScheduled;
    QString jobId = {};
    /// Nothing for ChunksScheduled.
    std::optional<int> chunkIndex = {};
    int totalChunks = 0;
    /// UTC; invalid when not known.
    QDateTime startedAt = {};
    QDateTime completedAt = {};
    /// Why a chunk failed, without keys; empty otherwise.
    QString error = {};

    bool operator==(const ProgressEvent &) const = default;
};

/// What is sent instead of a result when a job fails.
struct FailurePayload
{
    QString jobId = {};
    QString error = {};
    std::optional<int> failedChunk = {};
    int totalChunks = 0;

    bool operator==(const FailurePayload &) const = default;
};

} // namespace Viral
