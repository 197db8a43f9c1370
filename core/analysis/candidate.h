// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"
#include "core/contract/scorecard.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace Viral {

/// One proposed post as the model wrote it.
struct ProposedPost
{
    QString platform = {};
    QString text = {};

    bool operator==(const ProposedPost &) const = default;
};

/// A moment as a model (or the offline engine) proposed it: nothing checked, nothing guessed (interface.md section 4).
struct Candidate
{
    int chunkIndex = 0;
    /// Place in the chunk's answer, from 0.
    int position = 0;
    /// Numbers over the whole transcript, both included; they win over times.
    std::optional<int> startSentence = {};
    std::optional<int> endSentence = {};
    /// Absolute milliseconds, from older prompts and smaller models.
    std::optional<Milliseconds> startTime = {};
    std::optional<Milliseconds> endTime = {};
    QString title = {};
    QString hook = {};
    QString category = {};
    QString engagementValue = {};
    QString quote = {};
    /// Nothing when the field was missing; names as the model wrote them.
    std::optional<QStringList> platforms = {};
    QList<ProposedPost> socialCopy = {};
    /// Clamped to 1–10; nothing where the model gave no score.
    std::array<std::optional<int>, allMetrics.size()> scores = {};
    RawMembers furtherMetrics = {};

    bool operator==(const Candidate &) const = default;
};

} // namespace Viral
