// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Viral {

/// Where the library is kept unless the command line says otherwise: $VIRAL_MOMENTS_LIBRARY, else
/// $XDG_DATA_HOME/viral-moments, else ~/.local/share/viral-moments (interface.md sections 2 and 8). Always absolute.
QString defaultLibraryFolder();

} // namespace Viral
