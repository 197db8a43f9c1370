// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace Viral {

/// Money in whole micro-dollars: never floating point (interface.md section 6).
struct MicroDollars
{
    std::int64_t value = 0;

    /// "1.653694": always six decimals, point as separator.
    QString sixDecimals() const;
    /// "$1.65" for people; below one cent as many digits as it takes ("$0.0031").
    QString forPeople() const;

    MicroDollars &operator+=(MicroDollars other)
    {
        value += other.value;
        return *this;
    }
    friend MicroDollars operator+(MicroDollars a, MicroDollars b) { return {a.value + b.value}; }
    bool operator==(const MicroDollars &) const = default;
    auto operator<=>(const MicroDollars &) const = default;
};

/// A price in micro-dollars per million tokens: 1.25 dollars per million is 1 250 000.
struct TokenRate
{
    std::int64_t microDollarsPerMillion = 0;

    /// Price of \a tokens at this rate, rounded half up to a whole micro-dollar; saturates instead of overflowing.
    MicroDollars costOf(std::int64_t tokens) const;

    /// Reads "1.25", "0.125", "10" (up to six decimals, not negative); nothing else.
    static std::optional<TokenRate> fromText(QStringView dollarsPerMillion);
    /// Shortest decimal text with at least one decimal: "1.25", "10.0".
    QString shortest() const;

    bool operator==(const TokenRate &) const = default;
};

} // namespace Viral
