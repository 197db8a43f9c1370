// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Viral {

/// The outside world's time and new ids, handed to whatever needs them so that tests can stand still.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Now, in UTC.
    virtual QDateTime now() const = 0;
    /// A new id that no other call, here or elsewhere, returns: lower-case letters, digits and dashes.
    virtual QString newId() = 0;
};

/// The computer's clock and random UUIDs.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    QString newId() override;
};

} // namespace Viral
