// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Viral {

/// What the contract promises about the content of a finished result beyond its types: clips of 40 to 90 seconds,
/// lengths of texts, one post per platform, duration that adds up. Who judges a result enforces it; who opens one that
/// was paid for, perhaps made by another version, notes it as a warning and goes on.
enum class Promises
{
    Enforced,
    Noted,
};

} // namespace Viral
