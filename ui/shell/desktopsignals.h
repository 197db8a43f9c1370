// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <optional>

namespace Viral {

/// What the desktop around the windows can show. No call waits for anything.
class DesktopSignals
{
public:
    virtual ~DesktopSignals() = default;

    /// How far something is, 0 to 1, on the program's mark in the task bar; nothing takes it away.
    virtual void showProgress(std::optional<double> share) = 0;
    /// A line for somebody who looks at something else.
    virtual void notify(const QString &title, const QString &text) = 0;
};

/// Over the session's bus: the progress of the launcher and the notifications of freedesktop.org. Where there is no
/// bus, or the program was built without it, nothing happens.
std::unique_ptr<DesktopSignals> makeDesktopSignals();

} // namespace Viral
