// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "audacity-labels": a label track with the moments' stretches, for Audacity and its kin.
ExportFormat audacityLabels();

} // namespace Viral
