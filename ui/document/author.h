// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Viral {

/// Who takes the steps of this window: the name in the settings ("review/author"), else the login name.
QString reviewAuthor();

} // namespace Viral
