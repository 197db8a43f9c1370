// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace Viral {

/// A part of a cue that one person says.
struct SpokenPart
{
    enum class Turn
    {
        SameAsBefore, ///< no mark
        Unknown,      ///< ">>" or "- ": somebody else, nobody knows who
        Named,        ///< "Anna:"
    };

    Turn turn = Turn::SameAsBefore;
    QString speaker = {};
    /// Lines separated by line breaks.
    QString text = {};

    bool operator==(const SpokenPart &) const = default;
};

/// Which "Name:" at the start of a line is a speaker and which is speech ("Here is the thing:"). Looks at all cues
/// first, then judges: at most 40 characters, no sentence mark, written like a name and at least twice at the start of
/// a cue, or most cues have one.
class SpeakerPrefixes
{
public:
    SpeakerPrefixes() = default;
    /// \a texts are the tidied texts of all cues.
    explicit SpeakerPrefixes(const QStringList &texts);

    /// Takes one cue apart.
    QList<SpokenPart> parts(const QString &text) const;

    bool isEmpty() const { return m_accepted.isEmpty(); }

private:
    QSet<QString> m_accepted;
};

} // namespace Viral
