// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsoncharacters.h"

#include <algorithm>
#include <charconv>

namespace Viral {

qsizetype sequenceLength(QByteArrayView bytes)
{
    const auto at = [&](qsizetype i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
    const auto continues = [&](qsizetype i) { return (at(i) & 0xC0U) == 0x80U; };
    const unsigned first = at(0);
    const unsigned second = at(1);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool isRefused = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F);
        return continues(1) && continues(2) && !isRefused ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool isRefused = (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
        return continues(1) && continues(2) && continues(3) && !isRefused ? 4 : 0;
    }
    return 0;
}

bool isAboveOne(QByteArrayView number)
{
    constexpr qsizetype farBeyond = 1'000'000'000'000;
    const auto exponentStart = std::find_if(number.begin(), number.end(), [](char c) { return c == 'e' || c == 'E'; });
    const auto point = std::find(number.begin(), exponentStart, '.');
    const auto firstDigit = std::find_if(number.begin(), exponentStart, [](char c) { return c >= '1' && c <= '9'; });
    qsizetype exponent = 0;
    if (exponentStart != number.end()) {
        const char *start = exponentStart + (exponentStart[1] == '+' ? 2 : 1);
        if (std::from_chars(start, number.end(), exponent).ec != std::errc{})
            exponent = *start == '-' ? -farBeyond : farBeyond;
    }
    return exponent + (point - firstDigit) > 0;
}

} // namespace Viral
