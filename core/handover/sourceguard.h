// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace Viral {

/// Fails with the first of \a targets that is one of the files \a sources, whatever links lead there: what a hand-over
/// is made from is never written over. Sources that are not there do not count.
Result<void> spareSources(const QStringList &targets, const QStringList &sources);

} // namespace Viral
