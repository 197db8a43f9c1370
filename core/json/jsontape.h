// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <cstring>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

namespace Viral {

/// A parsed text as the parser leaves it, for this room only. The tape holds a 64-bit word per value and per bracket in
/// order of writing (numbers take two): the kind in the top byte, below it what belongs to the kind: for a string the
/// place of its length and bytes in \a strings, for an opening bracket the index after the closing one and the number
/// of items. Word 0 is the root's, the first value stands at 1.
struct JsonTape
{
    /// The text without byte order mark.
    QByteArrayView text;
    const std::uint64_t *words = nullptr;
    const std::uint8_t *strings = nullptr;
    /// Offset in the text of every bracket, separator and start of a string, number or word.
    std::span<const std::uint32_t> tokens;

    char kind(std::size_t index) const { return static_cast<char>(words[index] >> 56); }
    std::uint64_t payload(std::size_t index) const { return words[index] & 0x00FF'FFFF'FFFF'FFFF; }
    std::size_t afterContainer(std::size_t index) const { return static_cast<std::uint32_t>(words[index]); }
    /// Members or elements of a container; \c manyItems stands for that many or more.
    std::size_t itemCount(std::size_t index) const { return (words[index] >> 32) & manyItems; }
    static constexpr std::size_t manyItems = 0xFF'FFFF;
    bool isContainer(std::size_t index) const { return kind(index) == '{' || kind(index) == '['; }
    bool isNumber(std::size_t index) const
    {
        const char letter = kind(index);
        return letter == 'l' || letter == 'u' || letter == 'd';
    }

    /// Index of what follows the whole value at \a index.
    std::size_t after(std::size_t index) const
    {
        if (isContainer(index))
            return afterContainer(index);
        return index + (isNumber(index) ? 2 : 1);
    }

    std::string_view string(std::size_t index) const
    {
        const std::uint8_t *start = strings + payload(index);
        std::uint32_t length = 0;
        std::memcpy(&length, start, sizeof length);
        return {reinterpret_cast<const char *>(start + sizeof length), length};
    }

    /// Where the value at \a index starts in the text. The first call walks over all tokens, later ones over a few.
    qsizetype offset(std::size_t index) const;
    /// RFC 6901 pointer of the value at \a index. The first call walks over the whole tape.
    QString pointer(std::size_t index) const;

private:
    /// What a value stands in: the container's index (0 at the root) and the place within it.
    struct Place
    {
        std::uint32_t container = 0;
        std::uint32_t position = 0;
    };

    /// Words of the tape that the token numbered \a token takes.
    unsigned width(std::size_t token) const;
    void markAll() const;
    void placeAll() const;

    mutable std::once_flag m_marked;
    /// Index on the tape of every so many tokens.
    mutable std::vector<std::size_t> m_marks;
    mutable std::once_flag m_placed;
    mutable std::vector<Place> m_places;
};

} // namespace Viral
