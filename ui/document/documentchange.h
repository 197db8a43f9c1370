// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QList>

#include <variant>

namespace Viral {

/// Another work was opened, or the one there was was closed: everything is new.
struct WorkReplaced
{};

/// These moments have other values than before; places in the list may have changed with them.
struct MomentsEdited
{
    QList<MomentId> moments;
};

/// Moments were added or taken away.
struct MomentsAddedOrRemoved
{};

/// Another moment is the current one.
struct CurrentMomentChanged
{
    MomentId previous;
};

/// The media file belonging to the work changed.
struct MediaChanged
{};

/// The run behind the work brought a newer outcome: moments, funnel, usage and what is live have changed, the work, its
/// transcript and its chunks have not. Whoever shows a list of them keeps its place in it.
struct OutcomeGrown
{};

/// What changed in a ReviewDocument; each reader picks what concerns it.
using DocumentChange =
    std::variant<WorkReplaced, MomentsEdited, MomentsAddedOrRemoved, CurrentMomentChanged, MediaChanged, OutcomeGrown>;

} // namespace Viral
