// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Viral {

/// A key or password held in memory. It has no text form, no stream operator and no JSON codec, so it cannot slip into
/// a log, a file or a payload by accident; the one caller that sends it asks with reveal().
class Secret
{
public:
    Secret() = default;
    explicit Secret(QString value)
        : m_value(std::move(value))
    {}

    bool isEmpty() const { return m_value.isEmpty(); }
    const QString &reveal() const { return m_value; }

    bool operator==(const Secret &) const = default;

private:
    QString m_value;
};

} // namespace Viral
