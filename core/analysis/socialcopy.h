// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/candidate.h"
#include "core/analysis/discard.h"
#include "core/contract/moment.h"

namespace Viral {

/// Platforms and posts of a moment, and what had to be changed for them.
struct SocialCopy
{
    QList<Platform> platforms;
    QList<Post> posts;
    QList<Adjustment> adjustments = {};
    /// Posts that the model itself wrote.
    int ownPosts = 0;

    bool operator==(const SocialCopy &) const = default;
};

/// True when \a text fits the platform: its limit in code points, and for X its weighted count as well.
bool fitsPlatform(QStringView text, Platform platform);

/// Platforms and posts by interface.md section 5: none given means all five, unknown ones are dropped; one post for
/// each, shortened to fit, written from \a hook where the model left it out. Rules: "no-platform", "copy-does-not-fit".
Judged<SocialCopy> writeSocialCopy(const Candidate &candidate, QStringView hook);

} // namespace Viral
