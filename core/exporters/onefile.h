// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// A hand-over that is one file, named after the whole work.
Exported oneFile(const Selects &selects, QLatin1StringView suffix, const QByteArray &bytes,
                 const QStringList &warnings = {});

} // namespace Viral
