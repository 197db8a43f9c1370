// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

namespace Viral {

/// Compares without telling by its time where the two differ, nor how long \a expected is.
bool isSameSecret(const QByteArray &given, const QByteArray &expected);
bool isSameSecret(const QByteArray &given, const Secret &expected);

} // namespace Viral
