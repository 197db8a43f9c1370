// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>

namespace Viral {

/// What was mended while a transcript was read, so that its owner can be told.
enum class Repair
{
    ReplacedCharacters,
    OddClock,
    NegativeTime,
    EndBeforeStart,
    MissingTime,
    OutOfOrder,
    Duplicate,
    EmptyUnit,
    RollingLine,
    UnusableStamps,
    Overlap,
    WordOrder,
    WordOutsideSentence,
    WordReassigned,
    LongSentence,
    LanguageDropped,
    LanguageGuessed,
};

inline constexpr std::size_t repairKinds = static_cast<std::size_t>(Repair::LanguageGuessed) + 1;

/// A count for each kind of repair.
class Repairs
{
public:
    void add(Repair kind, qsizetype count = 1) { m_counts[static_cast<std::size_t>(kind)] += count; }
    void add(const Repairs &others);
    qsizetype count(Repair kind) const { return m_counts[static_cast<std::size_t>(kind)]; }
    bool isEmpty() const { return *this == Repairs{}; }

    /// One sentence for people per kind that happened, in the order of the enumeration; without notes().
    QStringList texts() const;
    /// The same for what nobody did wrong: that the language was guessed.
    QStringList notes() const;

    bool operator==(const Repairs &) const = default;

private:
    std::array<qsizetype, repairKinds> m_counts{};
};

} // namespace Viral
