// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QList>
#include <QString>

#include <span>

namespace Viral {

/// A word on its way from a cue into a sentence.
struct SpokenWord
{
    QString text;
    TimeSpan span = {};
    /// Whether the text has a space in front of it.
    bool spaceBefore = true;
    /// Last word of a cue, a phrase or whatever the file is made of.
    bool endsUnit = false;
    /// The file says that a sentence ends here.
    bool endsSentence = false;

    bool operator==(const SpokenWord &) const = default;
};

/// The words as running text.
QString joinedText(std::span<const SpokenWord> words);

/// Whether a space stands between two texts that meet: not between two characters of scripts that do without.
bool needsSpaceBetween(QStringView left, QStringView right);

/// True when there is a letter or a digit in it, so that it can be spoken.
bool isSpeakable(QStringView text);

} // namespace Viral
