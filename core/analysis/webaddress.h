// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Viral {

/// Number of UTF-16 units of the web address that begins at \a position as X links it, 0 when none begins there: with
/// http(s)://, or a bare name under a well-known top-level domain.
qsizetype webAddressAt(QStringView text, qsizetype position);

} // namespace Viral
