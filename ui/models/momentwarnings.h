// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/moment.h"

#include <QStringList>

namespace Viral {

/// What the contract would not let pass in a moment as the editor left it, one translated sentence each: length outside
/// 40–90 s, empty title or hook, a post over its limit. Warnings only: the editor decides.
QStringList momentWarnings(const Moment &moment);

} // namespace Viral
