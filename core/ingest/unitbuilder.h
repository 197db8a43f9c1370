// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/rawunits.h"

namespace Viral {

/// Puts single words into units. A unit ends where somebody else speaks, where nobody speaks for two seconds, and where
/// time jumps back, so that one wrong time harms few words.
class UnitBuilder
{
public:
    /// A word of its own; the space in front of it follows from the scripts unless \a word says that there is none.
    void addWord(RawWord word, const QString &speaker = {});
    /// A piece whose own leading space tells whether it begins a word; without one it goes on with the word before.
    void addPiece(RawWord piece, const QString &speaker = {});
    /// Punctuation that follows the word before without a space.
    void addMark(const QString &mark, bool endsSentence = false);
    /// Punctuation that stands in front of the next word.
    void addMarkBeforeNext(const QString &mark) { m_prefix += mark; }
    /// Lets the next word follow without a space.
    void joinNext() { m_joinsNext = true; }
    /// Something heard that is no word, with or without brackets of its own.
    void addSound(const QString &name, std::optional<Milliseconds> start, std::optional<Milliseconds> end);
    /// A phrase without times for its words.
    void addUnit(RawUnit unit);
    /// The phrase that the next words are in: its times serve where the words have none.
    void beginPhrase(std::optional<Milliseconds> start, std::optional<Milliseconds> end);
    /// Says that the word before ends a sentence.
    void endSentence();
    void endUnit();

    /// All units in the order in which they came.
    QList<RawUnit> take();
    /// All units by their start, for files that hold one channel after the other.
    QList<RawUnit> takeSorted();

private:
    bool breaksBefore(const RawWord &word, const QString &speaker) const;
    void setUnitTimes();

    QList<RawUnit> m_units;
    RawUnit m_unit;
    QString m_prefix;
    bool m_joinsNext = false;
    std::optional<Milliseconds> m_latestStart;
    std::optional<Milliseconds> m_phraseStart;
    std::optional<Milliseconds> m_phraseEnd;
    Milliseconds m_endBefore{0};
};

/// Phrases as they are, or as words where nearly all of them hold a single one (some tools write a segment per word).
QList<RawUnit> unitsOfPhrases(QList<RawUnit> phrases);

/// True when pieces like these tell by a leading space where a word begins.
bool usesLeadingSpaces(const QStringList &firstPieces);

} // namespace Viral
