// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace Viral {

/// A value or the reason why there is none. Test before dereferencing; exceptions never cross a room.
template <typename Value>
using Result = tl::expected<Value, Error>;

/// Builds the failing side of a Result.
inline tl::unexpected<Error> failure(ErrorKind kind, QString message, QString place = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(message), std::move(place)});
}

} // namespace Viral
