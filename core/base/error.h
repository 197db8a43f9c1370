// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Viral {

/// What kind of failure it was; decides exit status, retry and where the message is shown.
enum class ErrorKind
{
    Input,     ///< what was given is not what it should be (exit status 2)
    Usage,     ///< wrong command, option or environment value (exit status 2)
    Io,        ///< a file or folder could not be read or written
    Network,   ///< the other side could not be reached or the line broke
    Service,   ///< the other side answered with a failure
    Refused,   ///< key, permission, quota or policy: asking again cannot help
    Cancelled, ///< the user or the owner ended it
    Storage,   ///< the library could not keep or find something
    Internal,  ///< a defect of this program
};

/// A failure with a message for people: what happened and what to do. Never holds a key.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message;
    /// Where: a JSON pointer, "line 3, column 7", a file name or a URL without its query; empty when unknown.
    QString place = {};

    /// Message with its place in front, as shown on one line.
    QString text() const { return place.isEmpty() ? message : place + QStringLiteral(": ") + message; }

    bool operator==(const Error &) const = default;
};

} // namespace Viral
