// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Viral {

/// One of the two edges of a moment.
enum class Edge
{
    Start,
    End,
};

} // namespace Viral
