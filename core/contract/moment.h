// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"
#include "core/contract/platform.h"
#include "core/contract/scorecard.h"

#include <QList>
#include <QString>

#include <optional>

namespace Viral {

/// A post for one platform.
struct Post
{
    Platform platform = Platform::Twitter;
    QString text = {};

    bool operator==(const Post &) const = default;
};

/// One clip worth posting: the contract's ViralMoment (ViralMomentResponse.md section 2).
struct Moment
{
    QString title = {};
    /// Absolute source time; 40 to 90 seconds long when it comes from the pipeline.
    TimeSpan span = {};
    QString hook = {};
    QString category = {};
    QString engagementValue = {};
    /// Verbatim words of the clip when they could be found.
    std::optional<QString> quote = {};
    QList<Platform> platforms = {};
    /// Exactly one post per platform, in the order of platforms.
    QList<Post> socialCopy = {};
    /// Written as scorecard and, mirrored, as viralScore.
    Scorecard scorecard = {};
    std::optional<int> chunkIndex = {};
    /// Fields of a result made elsewhere that the contract does not name; written back at the end.
    RawMembers further = {};

    const Post *post(Platform platform) const
    {
        for (const Post &candidate : socialCopy) {
            if (candidate.platform == platform)
                return &candidate;
        }
        return nullptr;
    }

    bool operator==(const Moment &) const = default;
};

} // namespace Viral
